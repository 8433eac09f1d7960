# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A meeting decided from its events: 1,000, 5,000 and 50,000 of them, to see that an event costs the same at the end as at the beginning.

Targets: 5,000 events (three busy hours) in under a second; an event of 50,000 costs no more than 1.2 times one of 1,000.
"""

import os
from datetime import UTC, datetime, timedelta

from benchmarks.measure import figure, write_results
from longbien.core.base.canonical import Json
from longbien.core.conference.hall.electorate import Electorate, Participant, electorate
from longbien.core.conference.hall.engine import decide
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.steps import may, next_steps
from longbien.core.conference.rules.load import rule_set
from longbien.core.treaty.status.participants import participants

START = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
SIZES = (1_000, 5_000, 50_000)
PARTIES = 193


def everybody() -> Electorate:
    """Give 193 States Parties."""
    states = [code for code, row in participants().items() if row.is_state][:PARTIES]
    return electorate(*(Participant(id=code, role="state_party") for code in states), in_force_days=400)


class Meeting:
    """Events of a busy meeting: speeches, points of order, motions, drafts adopted, now and then a refusal."""

    def __init__(self, states: tuple[str, ...]) -> None:
        self.states = states
        self.events: list[Event] = []

    def say(self, kind: str, by: str = "chair", /, **body: Json) -> None:
        """Add an event two seconds after the last."""
        seq = len(self.events) + 1
        self.events.append(Event(seq=seq, at=START + timedelta(seconds=2 * seq), kind=kind, by=by, body=body))

    def turn(self, number: int) -> None:
        """Let one delegation speak; with every tenth comes a point of order, with others a motion or a draft."""
        state = self.states[number % len(self.states)]
        self.say("floor.requested", state)
        self.say("floor.given", participant=state)
        self.say("floor.started")
        self.say("floor.stopped", state)
        if number % 10 == 0:
            self.say("order.raised", state, id=f"o{number}", about="other")
            self.say("order.ruled", id=f"o{number}", outcome="upheld")
        if number % 25 == 0:
            self.say("motion.moved", state, id=f"m{number}", motion="limit_time", seconds=180)
            self.say("consensus.asked", on=f"motion:m{number}")
            self.say("consensus.declared")
            self.say("floor.given", participant=state)  # refused: not on the list
        if number % 50 == 0:
            self.say("proposal.tabled", state, id=f"L.{number}", sponsors=[state], circulated=True)
            self.say("consensus.asked", on=f"proposal:L.{number}")
            self.say("consensus.declared")


def meeting(size: int, states: tuple[str, ...]) -> tuple[Event, ...]:
    """Give at least `size` events of one meeting."""
    found = Meeting(states)
    found.say("presence.counted", number=150)
    found.say("meeting.opened", id="m1")
    found.say("item.opened", id="3")
    number = 0
    while len(found.events) < size:
        found.turn(number)
        number += 1
    return tuple(found.events)


def main() -> None:
    """Measure whole meetings, and what may be done at the end of the longest."""
    rules, people = rule_set(), everybody()
    figures, each = [], {}
    for size in SIZES:
        events = meeting(size, tuple(people.participants))
        found = figure(
            f"decide a meeting of {size} events",
            lambda events=events: decide(rules, people, events),
            calls=1,
            repeats=3,
        )
        figures.append(found)
        each[str(size)] = round(found.cpu_us / len(events), 1)
    sitting, delegation = decide(rules, people, events), next(iter(people.participants))
    figures.append(figure("next steps of the Chair", lambda: next_steps(sitting), calls=20))
    figures.append(figure("what a delegation may do", lambda: may(sitting, delegation), calls=20))
    write_results("conference_hall", figures, cpu_us_an_event=each, load=os.getloadavg()[0])


if __name__ == "__main__":
    main()
