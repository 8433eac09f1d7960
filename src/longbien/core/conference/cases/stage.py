# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small meeting in which the hall's engine answers a case: some Parties, an open meeting, what the case says is there already."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.conference.hall.electorate import Participant, electorate
from longbien.core.conference.hall.engine import begin, step
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.refusing import Refusal, Refused
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.motions import Motion
from longbien.core.conference.hall.state.texts import TABLED, Proposal
from longbien.core.conference.hall.state.votes import DECLARED, Vote
from longbien.core.conference.rules.values import RuleSet

START: Final = datetime(2027, 1, 11, 10, 0, tzinfo=UTC)
"""When the imagined meeting opens; no outcome depends on it."""
PROPOSAL: Final = "p-1"
PROPOSER: Final = "P1"


def meeting(rules: RuleSet, parties: int, *, others: tuple[Participant, ...] = ()) -> Sitting:
    """Open a meeting of `parties` States Parties called P1, P2, ... and the others given."""
    states = tuple(Participant(id=f"P{number}", role="state_party") for number in range(1, parties + 1))
    return said(begin(rules, electorate(*states, *others)), "meeting.opened", "chair")


def said(sitting: Sitting, kind: str, by: str, **body: Json) -> Sitting:
    """Give the sitting after an event a second later; Refused if the rules do not allow it."""
    at = (sitting.at or START) + timedelta(seconds=1)
    return step(sitting, Event(seq=sitting.seq + 1, at=at, kind=kind, by=by, body=body))


def tried(sitting: Sitting, kind: str, by: str, **body: Json) -> tuple[Sitting, Refusal | None]:
    """Give the sitting after an event, or the same one with the reason why it was refused."""
    try:
        return said(sitting, kind, by, **body), None
    except Refused as refused:
        return sitting, refused.refusal


def with_proposal(
    sitting: Sitting, *, amended: bool = False, voted: bool = False, state: str = TABLED
) -> Sitting:
    """Put a proposal of P1 before the meeting, as far along as the case says."""
    proposal = Proposal(
        id=PROPOSAL,
        order=1,
        tabled=START - timedelta(days=2),
        by=PROPOSER,
        sponsors=(PROPOSER,),
        in_time=True,
        amended=amended,
        state=state,
    )
    votes = {}
    if voted:
        votes["v-1"] = Vote(
            id="v-1",
            on=f"proposal:{PROPOSAL}",
            method="show_of_hands",
            question="substance",
            threshold="two_thirds",
            announced=START,
            phase=DECLARED,
        )
    return replace(sitting, proposals={PROPOSAL: proposal}, votes=votes)


def with_motions(sitting: Sitting, sorts: tuple[str, ...]) -> Sitting:
    """Let motions wait, in the order in which they were made."""
    made = {
        f"m-{number}": Motion(id=f"m-{number}", motion=sort, by=f"P{number}", seq=number, at=START)
        for number, sort in enumerate(sorts, start=1)
    }
    return replace(sitting, moved=tuple(made), motions=made)
