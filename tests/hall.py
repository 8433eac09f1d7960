# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small conference for tests: parties, a signatory and observers, and a hall in which events are said one after another."""

from datetime import UTC, datetime, timedelta
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.conference.hall.electorate import Electorate, Participant, electorate
from longbien.core.conference.hall.engine import begin, step
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.matters import settle
from longbien.core.conference.hall.refusing import Refusal, Refused
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.rules.load import rule_set
from longbien.core.conference.rules.values import RuleSet

START: Final = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
STATES: Final = ("AT", "BR", "CL", "DE", "EG", "FR", "GH", "HU", "IN", "JP", "KE", "VN")


def everybody() -> Electorate:
    """Twelve Parties, the EU with three of them, a signatory, a State that has not signed, an organisation, an NGO."""
    members = ("AT", "DE", "FR", "HU")
    return electorate(
        *(Participant(id=state, role="state_party", group="asia_pacific") for state in STATES),
        Participant(id="X-EU", role="reio_party", weight=4, members=members),
        Participant(id="SG", role="signatory", vote=False),
        Participant(id="NS", role="non_signatory", vote=False),
        Participant(id="X-IPU", role="igo_or_entity", vote=False),
        Participant(id="X-NGO", role="ngo", vote=False),
        in_force_days=400,
    )


class Hall:
    """Says events to a sitting, each a minute after the last unless told otherwise."""

    def __init__(self, rules: RuleSet | None = None, people: Electorate | None = None) -> None:
        self.sitting: Sitting = begin(rules or rule_set(), people or everybody())
        self.events: list[Event] = []
        self.now = START

    def event(self, kind: str, by: str = "chair", /, later: int = 60, **body: Json) -> Event:
        """Give the next event without saying it."""
        at = self.now + timedelta(seconds=later)
        return Event(seq=self.sitting.seq + 1, at=at, kind=kind, by=by, body=body)

    def say(self, kind: str, by: str = "chair", /, later: int = 60, **body: Json) -> Sitting:
        """Say an event; it must be accepted."""
        event = self.event(kind, by, later=later, **body)
        self.sitting = step(self.sitting, event)
        self.events.append(event)
        self.now = event.at
        return self.sitting

    def refused(self, kind: str, by: str = "chair", /, later: int = 60, **body: Json) -> Refusal:
        """Say an event; it must be refused, and this is why."""
        return self._refused(self.event(kind, by, later=later, **body))

    def _refused(self, event: Event) -> Refusal:
        try:
            step(self.sitting, event)
        except Refused as refused:
            return refused.refusal
        raise AssertionError(f"{event.kind} was accepted")

    def code(self, kind: str, by: str = "chair", /, later: int = 60, **body: Json) -> str:
        """Say an event that must be refused; give the code without its room."""
        refusal = self._refused(self.event(kind, by, later=later, **body))
        return refusal.code.removeprefix("conference_hall.")

    def agree(self, on: str) -> Sitting:
        """Decide a matter without objection."""
        self.say("consensus.asked", on=on)
        return self.say("consensus.declared")

    def answer(self, on: str, *, carried: bool) -> Sitting:
        """Answer a matter as after a vote on it that was declared."""
        event = self.event("result.declared", vote="v", outcome="adopted" if carried else "rejected")
        self.sitting = settle(self.sitting, on, event, carried=carried)
        return self.sitting

    def table(self, name: str = "L.1", by: str = "VN", /, **body: Json) -> Sitting:
        """Table a proposal that was circulated in time."""
        sponsors: Json = body.pop("sponsors", None) or [by]
        return self.say("proposal.tabled", by, id=name, sponsors=sponsors, circulated=True, later=60, **body)


def opened(rules: RuleSet | None = None, people: Electorate | None = None) -> Hall:
    """Give a hall with every Party counted, the meeting open and an item taken up."""
    hall = Hall(rules, people)
    hall.say("presence.counted", number=hall.sitting.electorate.states_parties)
    hall.say("meeting.opened", id="m1")
    hall.say("item.opened", id="3", title="Draft decisions")
    return hall
