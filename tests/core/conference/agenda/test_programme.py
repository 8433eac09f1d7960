# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The programme of work: what clashes is found, and only that."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import RefusedError
from longbien.core.conference.agenda.programme import Slot, SlotKind, clashes, in_order

MORNING = datetime(2026, 12, 7, 9, tzinfo=UTC)
PLENARY = Slot(
    id="p",
    kind=SlotKind.PLENARY,
    title="Opening",
    room="Plenary hall",
    begins=MORNING,
    ends=MORNING + timedelta(hours=3),
)
COMMITTEE = replace(
    PLENARY, id="c", kind=SlotKind.COMMITTEE, title="Committee", room="Room A", body="committee"
)
SIDE = replace(
    PLENARY, id="s", kind=SlotKind.SIDE_EVENT, title="Digital evidence", room="Room B", body="An institute"
)


def found(*slots: Slot) -> list[tuple[str, str, bool]]:
    """Give the clashes of slots: code, second slot, grave."""
    those = clashes(slots, first=date(2026, 12, 7), last=date(2026, 12, 11), zone=UTC)
    return [
        (one.code.removeprefix("conference_papers."), one.second.id if one.second else "", one.grave)
        for one in those
    ]


def test_plenary_and_committee_may_meet_side_by_side() -> None:
    assert found(PLENARY, COMMITTEE) == []


def test_one_room_twice_is_grave_however_it_is_written() -> None:
    assert found(PLENARY, replace(COMMITTEE, room="PLENARY HALL")) == [("clash_room", "c", True)]
    assert found(replace(PLENARY, room=""), replace(COMMITTEE, room="")) == []


def test_one_body_in_two_places_is_grave() -> None:
    assert found(COMMITTEE, replace(COMMITTEE, id="d", room="Room C")) == [("clash_body", "d", True)]
    segment = replace(PLENARY, id="h", kind=SlotKind.HIGH_LEVEL, room="Other hall")
    assert found(PLENARY, segment) == [("clash_body", "h", True)]
    assert found(SIDE, replace(SIDE, id="t", room="Room C")) == []


def test_one_item_in_two_places_and_a_side_event_against_the_plenary_deserve_a_look() -> None:
    assert found(replace(PLENARY, items=("2", "3")), replace(COMMITTEE, items=("3",))) == [
        ("clash_item", "c", False)
    ]
    assert found(PLENARY, SIDE) == [("clash_aside", "s", False)]
    assert found(COMMITTEE, SIDE) == []


def test_what_touches_does_not_clash() -> None:
    later = replace(PLENARY, id="q", begins=PLENARY.ends, ends=PLENARY.ends + timedelta(hours=3))
    assert found(PLENARY, later) == []


def test_a_slot_outside_the_session_is_told() -> None:
    before = replace(PLENARY, begins=MORNING - timedelta(days=1), ends=MORNING - timedelta(hours=22))
    assert found(before) == [("clash_days", "", False)]


def test_a_slot_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(RefusedError) as caught:
        replace(PLENARY, ends=MORNING)
    assert caught.value.code == "conference_papers.slot_times"


@st.composite
def slots(draw: st.DrawFn) -> Slot:
    """Give any slot of the first day."""
    begins = MORNING + timedelta(minutes=draw(st.integers(0, 400)))
    return Slot(
        id=str(draw(st.integers(0, 10**9))),
        kind=draw(st.sampled_from(SlotKind)),
        title="x",
        room=draw(st.sampled_from(["", "A", "B"])),
        begins=begins,
        ends=begins + timedelta(minutes=draw(st.integers(1, 200))),
        body=draw(st.sampled_from(["", "plenary", "committee"])),
        items=tuple(draw(st.lists(st.sampled_from(["1", "2"]), max_size=2, unique=True))),
    )


@given(st.lists(slots(), max_size=6))
def test_clashes_are_of_slots_that_meet_and_do_not_depend_on_the_order(some: list[Slot]) -> None:
    forwards, backwards = found(*some), found(*reversed(some))
    assert sorted(forwards) == sorted(backwards) or len({one.id for one in some}) < len(some)
    those = clashes(some, first=date(2026, 12, 7), last=date(2026, 12, 11), zone=UTC)
    assert all(one.second is None or one.first.meets(one.second) for one in those)
    assert [slot.begins for slot in in_order(some)] == sorted(slot.begins for slot in some)
