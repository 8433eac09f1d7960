# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Any sequence of acts from either side, delivered late, twice or out of order: both sides reach one state, or name one refusal.

Two sides as the nodes are: what a side wants to say passes its gate (`step`) by what it knows; the other side records it when it arrives, replays
what it holds, and refuses what does not fit with a signed receipt, which may travel as long as it likes. Then everything is carried to its end.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from hypothesis import event, given, settings
from hypothesis import strategies as st

from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.forms.kinds import MEASURES
from longbien.core.cooperation.life.events import LOCAL, REQUESTED, REQUESTING, Event
from longbien.core.cooperation.life.lifecycle import RequestState, at_moment, possible, replay, step
from longbien.core.cooperation.life.table import TABLE, TIMER

START = datetime(2026, 11, 21, tzinfo=UTC)
FIRST = "request.preservation"
KINDS = sorted(
    {row.event for row in TABLE}
    - {TIMER, "request.*", *LOCAL}
    - {row.event for row in TABLE if row.event.startswith("linked ")}
)
OUTCOMES = (
    "granted",
    "in-part",
    "postponed",
    "refused",
    "executed",
    "nothing-found",
    "released",
    "own-prosecution",
    "returned",
    "destroyed",
)
OTHER = {REQUESTING: REQUESTED, REQUESTED: REQUESTING}
LINKED = "follow-up"


@dataclass(slots=True)
class Side:
    """One node: what it holds, by digest; what it said that has no receipt yet; what was refused, with the code."""

    name: str
    clock: datetime
    held: dict[str, Event] = field(default_factory=dict)
    receipted: set[str] = field(default_factory=set)
    waiting: list[Event] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)

    def tick(self, seconds: int) -> datetime:
        """Let this side's clock go on."""
        self.clock += timedelta(seconds=seconds)
        return self.clock

    def state(self) -> RequestState:
        """Replay what counts, with a receipt of the first act once there is one."""
        events = [one for digest, one in self.held.items() if digest not in self.refused]
        receipts = [
            Event(kind="receipt", by=REQUESTED, at=one.at, act=one.act, refers_to=one.act)
            for one in events
            if one.kind == FIRST and not one.linked and one.act in self.receipted
        ]
        return replay([*events, *receipts])

    def say(self, event: Event) -> str:
        """Say something if the gate lets it pass; give the code if not."""
        try:
            if not event.linked:
                step(self.state(), event)
        except RefusedError as error:
            return error.code
        self.held[event.act] = event
        self.waiting.append(event)
        return ""

    def take(self, event: Event, now: datetime) -> tuple[datetime, str]:
        """Record what arrives, once, and give its receipt: when, and the code if it was refused."""
        if event.act not in self.held:
            self.held[event.act] = replace(event, at=now)
            self.receipted.add(event.act)
            unfitting = [one.code for one in self.state().unfitting if one.act == event.act]
            if unfitting:
                self.refused[event.act] = unfitting[0]
        return self.held[event.act].at, self.refused.get(event.act, "")

    def hear(self, event: Event, at: datetime, code: str) -> None:
        """Take the receipt of what this side said."""
        self.held[event.act] = replace(event, at=at)
        self.receipted.add(event.act)
        if code:
            self.refused[event.act] = code
        self.waiting = [one for one in self.waiting if one.act != event.act]


@st.composite
def turns(draw: st.DrawFn) -> tuple[str, ...]:
    """Draw one turn: somebody says something, or something that waits arrives, perhaps without its receipt coming back."""
    side = draw(st.sampled_from([REQUESTING, REQUESTED]))
    if draw(st.booleans()):
        return ("carry", side, draw(st.sampled_from(["", "lost", "twice"])), str(draw(st.integers(0, 9))))
    return (
        "say",
        side,
        draw(st.sampled_from(["", "", *KINDS]) | st.integers(0, 30).map(str)),
        draw(st.sampled_from(MEASURES)),
        draw(st.sampled_from(OUTCOMES)),
        draw(st.sampled_from(["a", "b"])),
        str(draw(st.sampled_from([0, 3600, 86_400 * 20, 86_400 * 70]))),
        draw(st.sampled_from(["", "", "", LINKED])),
    )


def asked(measures: tuple[str, ...]) -> Event:
    return Event(kind=FIRST, by=REQUESTING, at=START, act="000", asks=measures)


def spoken(turn: tuple[str, ...], side: Side, number: int) -> Event:
    """Make the event of a turn in which somebody speaks: in answer to the last act that this side knows."""
    _, _, kind, measure, outcome, item, later, linked = turn
    now = side.tick(int(later) + 1)
    thread = [act for act, one in side.held.items() if one.linked == linked and act not in side.refused]
    first = linked and not thread
    if not kind or kind.isdigit():  # something that this side's own page would offer
        offered = [one for one in possible(side.state(), by=side.name, now=now) if one in KINDS]
        kind = offered[int(kind or number) % len(offered)] if offered else KINDS[0]
    return Event(
        kind=FIRST if first else kind,
        by=REQUESTING if first else side.name,
        at=now,
        act=f"{number:03}",
        refers_to=thread[-1] if thread else "",
        linked=linked,
        asks=("disclosure", "surrender") if first else (),
        measure=measure,
        outcome=outcome,
        since=now,
        until=now + timedelta(days=30),
        item=item,
        about=item if number % 2 else "",
        use="other-use",
    )


def carry(sides: dict[str, Side], name: str, how: str, which: int) -> None:
    """Carry one of the acts that wait at a side, whichever; its receipt may be lost, and then it comes again."""
    sender, taker = sides[name], sides[OTHER[name]]
    if not sender.waiting:
        return
    said = sender.waiting[which % len(sender.waiting)]
    for _ in range(2 if how == "twice" else 1):
        at, code = taker.take(said, taker.tick(1))
    if how != "lost":
        sender.hear(said, at, code)


def settle(sides: dict[str, Side]) -> None:
    while any(side.waiting for side in sides.values()):
        for name in sides:
            carry(sides, name, "", 0)


@settings(max_examples=400, deadline=None)
@given(
    measures=st.lists(st.sampled_from(MEASURES), min_size=1, max_size=3, unique=True).map(tuple),
    skew=st.integers(-3, 3),
    history=st.lists(turns(), max_size=25),
)
def test_both_sides_reach_one_state_or_name_one_refusal(
    measures: tuple[str, ...], skew: int, history: list[tuple[str, ...]]
) -> None:
    sides = {
        REQUESTING: Side(REQUESTING, START),
        REQUESTED: Side(REQUESTED, START + timedelta(minutes=skew)),
    }
    assert sides[REQUESTING].say(asked(measures)) == ""
    for number, turn in enumerate(history, start=1):
        if turn[0] == "carry":
            carry(sides, turn[1], turn[2], int(turn[3]))
        elif turn[1] == REQUESTING or "000" in sides[REQUESTED].held:
            sides[turn[1]].say(spoken(turn, sides[turn[1]], number))
    settle(sides)
    here, there = sides[REQUESTING], sides[REQUESTED]
    assert here.refused == there.refused
    assert here.state() == there.state()
    event(f"{min(len(here.state().steps) // 4 * 4, 16)} or more steps")
    event(f"{min(len(here.refused), 3)} refused on arrival")
    later = max(here.clock, there.clock) + timedelta(days=90)
    assert at_moment(here.state(), later) == at_moment(there.state(), later)
