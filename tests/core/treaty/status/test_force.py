# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The arithmetic of Articles 65 and 67: the fortieth instrument, leap years, the Union, those who leave and those who come later."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.ids import PartyId
from longbien.core.treaty.status.days import days_after, year_after
from longbien.core.treaty.status.events import Event, EventKind
from longbien.core.treaty.status.force import NEEDED, bound_from, entry_into_force, tenures
from tests.core.treaty.states import EU, EU_MEMBERS, OUTSIDE, STATES, event, joined

DAYS = st.dates(date(2026, 1, 1), date(2090, 12, 31))


def general(events: list[Event]) -> date | None:
    return entry_into_force(events).day


@pytest.mark.parametrize(
    ("deposited", "in_force"),
    [
        (date(2003, 7, 1), date(2003, 9, 29)),  # UNTOC, fortieth
        (date(2005, 9, 15), date(2005, 12, 14)),  # UNCAC, thirtieth
    ],
)
def test_days_are_counted_as_the_depositary_counted_for_the_sister_treaties(
    deposited: date, in_force: date
) -> None:
    assert days_after(deposited, 90) == in_force


@pytest.mark.parametrize(
    ("fortieth", "expected"),
    [
        (date(2026, 12, 20), date(2027, 3, 20)),
        (date(2027, 12, 2), date(2028, 3, 1)),  # over 29 February 2028
        (date(2027, 12, 1), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2028, 5, 29)),
        (date(2098, 12, 31), date(2099, 3, 31)),
        (date(2099, 12, 1), date(2100, 3, 1)),  # 2100 is no leap year
    ],
)
def test_the_fortieth_instrument_puts_it_in_force_on_the_ninetieth_day(
    fortieth: date, expected: date
) -> None:
    events = [*joined(STATES[:39], date(2026, 6, 1)), *joined(STATES[39:40], fortieth)]
    found = entry_into_force(events)
    assert (found.fortieth, found.day, found.missing, len(found.standing)) == (fortieth, expected, 0, 40)
    assert entry_into_force(events[:-2]).day is None
    assert entry_into_force(events[:-2]).missing == 1


def test_the_union_s_instrument_is_not_counted() -> None:
    events = [*joined(EU_MEMBERS[:20], date(2026, 6, 1)), *joined(OUTSIDE[:19], date(2026, 6, 2))]
    events += joined([EU], date(2026, 7, 1))
    assert entry_into_force(events).missing == 1
    fortieth = joined(OUTSIDE[19:20], date(2026, 9, 1))
    found = entry_into_force([*events, *fortieth])
    assert (found.fortieth, found.day) == (date(2026, 9, 1), date(2026, 11, 30))
    union = tenures([*events, *fortieth], found.day)[EU][-1]
    assert union.since == date(2026, 11, 30)


def test_an_instrument_withdrawn_before_the_fortieth_does_not_count() -> None:
    events = joined(STATES[:39], date(2026, 6, 1))
    events.append(event(STATES[0], EventKind.DENUNCIATION, date(2026, 6, 15)))
    events += joined(STATES[39:40], date(2026, 7, 1))
    assert (general(events), entry_into_force(events).missing) == (None, 1)
    assert tenures(events, None)[STATES[0]][-1].until == date(2026, 6, 15)
    events += joined(STATES[40:41], date(2026, 8, 1))
    assert general(events) == date(2026, 10, 30)


def test_once_forty_stood_a_withdrawal_does_not_stop_the_clock_but_frees_its_state() -> None:
    events = joined(STATES[:40], date(2026, 6, 1))
    events.append(event(STATES[0], EventKind.DENUNCIATION, date(2026, 7, 1)))
    assert general(events) == date(2026, 8, 30)
    gone = tenures(events, general(events))[STATES[0]][-1]
    assert (gone.since, gone.until, gone.binds(date(2026, 9, 1))) == (None, date(2026, 7, 1), False)


def test_a_deposit_and_a_withdrawal_on_one_day_are_taken_together() -> None:
    events = joined(STATES[:39], date(2026, 6, 1))
    events += joined(STATES[39:40], date(2026, 7, 1))
    events.append(event(STATES[0], EventKind.DENUNCIATION, date(2026, 7, 1)))
    assert general(events) is None


def test_who_denounces_is_bound_for_one_more_year() -> None:
    events = joined(STATES[:40], date(2026, 6, 1))
    events.append(event(STATES[0], EventKind.DENUNCIATION, date(2028, 2, 29)))
    held = tenures(events, general(events))[STATES[0]][-1]
    assert (held.since, held.until) == (date(2026, 8, 30), date(2029, 2, 28))
    assert (held.binds(date(2029, 2, 27)), held.binds(date(2029, 2, 28))) == (True, False)
    assert general(events) == date(2026, 8, 30)


@pytest.mark.parametrize(
    ("deposited", "bound"),
    [
        (date(2026, 6, 2), date(2026, 8, 30)),  # in the window, long before: on the general day
        (date(2026, 7, 31), date(2026, 8, 30)),  # thirtieth day is the general day
        (date(2026, 8, 1), date(2026, 8, 31)),  # one day later counts by itself
        (date(2026, 8, 29), date(2026, 9, 28)),
        (date(2030, 1, 30), date(2030, 3, 1)),
        (date(2028, 1, 30), date(2028, 2, 29)),
    ],
)
def test_who_joins_later_is_bound_on_the_thirtieth_day_or_the_general_day(
    deposited: date, bound: date
) -> None:
    events = [*joined(STATES[:40], date(2026, 6, 1)), *joined(STATES[40:41], deposited)]
    assert tenures(events, general(events))[STATES[40]][-1].since == bound


def test_a_later_joiner_who_changes_its_mind_within_its_thirty_days_was_never_bound() -> None:
    events = [*joined(STATES[:40], date(2026, 6, 1)), *joined(STATES[40:41], date(2027, 1, 1))]
    events.append(event(STATES[40], EventKind.DENUNCIATION, date(2027, 1, 30)))
    assert tenures(events, general(events))[STATES[40]][-1].since is None


def test_the_union_leaves_with_the_last_of_its_members() -> None:
    events = joined([*EU_MEMBERS[:2], *OUTSIDE[:38]], date(2026, 6, 1))
    events += joined([EU], date(2026, 6, 2))
    first = event(EU_MEMBERS[0], EventKind.DENUNCIATION, date(2027, 1, 1))
    last = event(EU_MEMBERS[1], EventKind.DENUNCIATION, date(2027, 5, 1))
    day = general(events)
    assert tenures([*events, first], day)[EU][-1].until is None
    assert tenures([*events, first, last], day)[EU][-1].until == date(2028, 5, 1)


def test_who_left_can_come_back() -> None:
    events = joined(STATES[:40], date(2026, 6, 1))
    events.append(event(STATES[0], EventKind.DENUNCIATION, date(2027, 1, 1)))
    events.append(event(STATES[0], EventKind.ACCESSION, date(2029, 1, 1)))
    assert [(one.since, one.until) for one in tenures(events, general(events))[PartyId(STATES[0])]] == [
        (date(2026, 8, 30), date(2028, 1, 1)),
        (date(2029, 1, 31), None),
    ]


@given(st.lists(DAYS, min_size=NEEDED, max_size=90))
def test_the_general_day_is_ninety_days_after_the_fortieth_smallest_day(days: list[date]) -> None:
    events = [event(state, EventKind.ACCESSION, day) for state, day in zip(STATES, days, strict=False)]
    found = entry_into_force(events)
    assert found.fortieth == sorted(days)[NEEDED - 1]
    assert found.day == sorted(days)[NEEDED - 1] + timedelta(days=90)
    for state, held in tenures(events, found.day).items():
        since = held[-1].since
        assert since == bound_from(held[-1].deposit.day, found.day)
        assert since is not None, state
        assert since >= found.day
        assert since >= held[-1].deposit.day + timedelta(days=30)


@given(st.lists(DAYS, max_size=NEEDED - 1))
def test_fewer_than_forty_bind_nobody(days: list[date]) -> None:
    events = [event(state, EventKind.ACCESSION, day) for state, day in zip(STATES, days, strict=False)]
    found = entry_into_force(events)
    assert (found.day, found.missing) == (None, NEEDED - len(days))
    assert all(held[-1].since is None for held in tenures(events, None).values())


@given(st.lists(DAYS, min_size=NEEDED, max_size=60), st.randoms())
def test_the_order_in_which_events_are_told_changes_nothing(days: list[date], chance: object) -> None:
    events = [event(state, EventKind.ACCESSION, day) for state, day in zip(STATES, days, strict=False)]
    shuffled = list(events)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert entry_into_force(shuffled) == entry_into_force(events)


@given(DAYS)
def test_a_year_is_a_year(day: date) -> None:
    assert (year_after(day) - day).days in (365, 366)
    assert year_after(day).year == day.year + 1
    if (day.month, day.day) != (2, 29):
        assert (year_after(day).month, year_after(day).day) == (day.month, day.day)
