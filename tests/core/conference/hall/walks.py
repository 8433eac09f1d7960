# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Walks through meetings for property tests: any event whatever, and meetings that get somewhere."""

from datetime import timedelta

from hypothesis import strategies as st

from longbien.core.base.canonical import Json
from longbien.core.conference.hall.candidates import filled
from longbien.core.conference.hall.engine import begin, step
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.kinds import KINDS
from longbien.core.conference.hall.refusing import Refused
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.steps import Step, may, next_steps
from longbien.core.conference.rules.load import rule_set
from tests.hall import START, everybody

SAYERS = ("chair", "secretariat", "VN", "AT", "SG", "X-EU", "X-NGO", "ZZ")
IDS = ("L.1", "L.2", "A.1", "m1", "o1", "v1", "OP1", "3", "VN", "AT", "X-EU")
MATTERS = (
    "proposal:L.1",
    "amendment:A.1",
    "motion:m1",
    "ruling:o1",
    "part:L.1/OP1",
    "division:L.1",
    "matter:x",
)
_OTHERS: dict[str, st.SearchStrategy[Json]] = {
    "id": st.sampled_from(IDS),
    "matter": st.sampled_from(MATTERS),
    "words": st.text(min_size=1, max_size=5),
    "count": st.integers(0, 20),
    "seconds": st.integers(0, 600),
    "hours": st.integers(1, 100),
    "true or false": st.booleans(),
    "ids": st.lists(st.sampled_from(IDS), max_size=3).map(list),
    "parts": st.just([{"id": "OP1", "operative": True}]),
    "electors": st.just([{"id": "VN", "weight": 1}, {"id": "AT", "weight": 1}]),
    "choices": st.sampled_from([{}, {"quorum_base": "participating"}, {"x": "y"}]),
    "tallies": st.just({"VN": 3}),
}


@st.composite
def bodies(draw: st.DrawFn, kind: str) -> dict[str, Json]:
    """Give a body for a kind: mostly of its shape, now and then with a member that does not fit."""
    body: dict[str, Json] = {}
    for name, shape in KINDS[kind].members.items():
        if name.endswith("?") and draw(st.booleans()):
            continue
        known = shape.name in _OTHERS
        value = _OTHERS[shape.name] if known else st.sampled_from(shape.name.split(" or "))
        body[name.removesuffix("?")] = draw(value)
    if draw(st.integers(0, 9)) == 0:
        body[draw(st.sampled_from(("id", "participant", "x", "on")))] = draw(
            st.sampled_from((None, 1, "", [], {}))
        )
    return body


@st.composite
def events(draw: st.DrawFn) -> list[Event]:
    """Give a list of events, in any order, by anybody."""
    found = []
    for number in range(draw(st.integers(1, 25))):
        kind = draw(st.sampled_from([*KINDS, "no.such"]))
        found.append(
            Event(
                seq=draw(st.sampled_from((number + 1, number + 1, number + 1, 1))),
                at=START + timedelta(seconds=draw(st.integers(0, 5)) + number * 4),
                kind=kind,
                by=draw(st.sampled_from(SAYERS)),
                body=draw(bodies(kind)) if kind in KINDS else {},
            )
        )
    return found


OPENING: tuple[tuple[str, str, dict[str, Json]], ...] = (
    ("presence.counted", "chair", {"number": 12}),
    ("meeting.opened", "chair", {}),
    ("item.opened", "chair", {"id": "3"}),
    (
        "proposal.tabled",
        "VN",
        {
            "id": "L.1",
            "sponsors": ["VN"],
            "circulated": True,
            "operative_parts": [{"id": "OP1", "operative": True}],
        },
    ),
    ("proposal.tabled", "AT", {"id": "L.2", "sponsors": ["AT"], "circulated": True, "depends_on": "L.1"}),
    (
        "proposal.tabled",
        "SG",
        {"id": "L.3", "sponsors": ["SG"], "circulated": True, "competes_with": ["L.1"]},
    ),
)
"""How a walk begins: a meeting that is open, an item, three drafts."""


@st.composite
def meetings(draw: st.DrawFn) -> list[Event]:
    """Give the events of a meeting that gets somewhere: mostly steps that are offered, now and then anything."""
    sitting = begin(rule_set(), everybody())
    found: list[Event] = []
    for number in range(len(OPENING) + draw(st.integers(1, 40))):
        kind, by, body = OPENING[number] if number < len(OPENING) else draw(_next(sitting, number))
        event = Event(seq=number + 1, at=START + timedelta(seconds=number * 20), kind=kind, by=by, body=body)
        found.append(event)
        try:
            sitting = step(sitting, event)
        except Refused:
            continue
    return found


@st.composite
def _next(draw: st.DrawFn, sitting: Sitting, number: int) -> tuple[str, str, dict[str, Json]]:
    """Give what is said next: first a kind among those that are offered, so that rare ones have their turn."""
    one = draw(st.sampled_from(("chair", "chair", "VN", "AT", "SG")))
    offered = next_steps(sitting) if one == "chair" else may(sitting, one)
    if not offered or draw(st.integers(0, 7)) == 0:
        kind = draw(st.sampled_from(sorted(KINDS)))
        return kind, draw(st.sampled_from(SAYERS)), draw(bodies(kind))
    kind = draw(st.sampled_from(sorted({held.kind for held in offered})))
    chosen: Step = draw(st.sampled_from([held for held in offered if held.kind == kind]))
    body = filled(chosen)
    if kind == "amendment.ordered":
        waiting: list[Json] = [held.id for held in sitting.amendments.values() if held.state == "tabled"]
        body["order"] = waiting
    fillings: dict[str, Json] = {
        "id": f"n{number}",
        "parts": ["OP1"],
        "first": "CL",
        "target": "proposal:L.1",
    }
    body.update((name, value) for name, value in fillings.items() if name in chosen.lacks)
    return kind, chosen.by, body
