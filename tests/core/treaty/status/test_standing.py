# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Four states that are never mixed, on any day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.ids import PartyId
from longbien.core.treaty.status.events import EventKind, events_seed
from longbien.core.treaty.status.participants import participants
from longbien.core.treaty.status.standing import both_bound, counts, force_on, standing, standings
from tests.core.treaty.states import EU, OPEN, STATES, event, joined

TODAY = date(2026, 11, 22)


def test_signed_approved_deposited_and_in_force_are_four_things() -> None:
    found = {code: standing(events_seed(), PartyId(code), TODAY) for code in ("AZ", "QA", "VN", "FR", "US")}
    assert {
        code: (bool(one.signed), bool(one.approved), bool(one.deposited), bool(one.in_force))
        for code, one in found.items()
    } == {
        "AZ": (True, True, False, False),
        "QA": (True, False, True, False),
        "VN": (True, False, True, False),
        "FR": (True, False, False, False),
        "US": (False, False, False, False),
    }
    assert [one.articles for one in found["QA"].statements] == [("63.2",), ("14", "15", "16")]
    assert "qa-ratification" in {one.id for one in found["QA"].doubtful}


def test_the_counts_of_today_keep_the_doubtful_apart() -> None:
    found = counts(events_seed(), TODAY)
    assert (found.signed, found.approved, found.deposited, found.in_force) == (74, 1, 2, 0)
    assert (found.confirmed.signed, found.confirmed.deposited) == (70, 0)
    assert (found.counted, found.missing, found.entry_into_force) == (2, 38, None)


def test_before_the_signing_nobody_stands_anywhere() -> None:
    found = counts(events_seed(), date(2025, 10, 24))
    assert (found.signed, found.approved, found.deposited, found.in_force) == (0, 0, 0, 0)


def test_a_past_day_does_not_change_with_what_came_after() -> None:
    events = joined(STATES[:39], date(2026, 6, 1))
    later = [*events, *joined(STATES[39:41], date(2026, 7, 1))]
    day = date(2026, 6, 30)
    assert force_on(later, day).missing == 1
    assert standing(later, STATES[0], day) == standing(events, STATES[0], day)
    assert standing(later, STATES[0], date(2026, 7, 1)).expected == date(2026, 9, 29)


def test_in_force_begins_on_its_day_and_ends_a_year_after_the_notice() -> None:
    events = joined(STATES[:40], date(2026, 6, 1))
    events.append(event(STATES[0], EventKind.DENUNCIATION, date(2027, 3, 1)))
    state = STATES[0]
    assert standing(events, state, date(2026, 8, 29)).in_force is None
    assert standing(events, state, date(2026, 8, 30)).in_force == date(2026, 8, 30)
    leaving = standing(events, state, date(2028, 2, 29))
    assert (leaving.in_force, leaving.leaving) == (date(2026, 8, 30), date(2028, 3, 1))
    gone = standing(events, state, date(2028, 3, 1))
    assert (gone.in_force, gone.deposited, gone.left) == (None, None, date(2028, 3, 1))
    assert gone.signed == OPEN


def test_it_is_in_force_between_two_when_it_binds_both() -> None:
    events = [*joined(STATES[:40], date(2026, 6, 1)), *joined(STATES[40:41], date(2026, 12, 1))]
    assert both_bound(events, STATES[0], STATES[1], date(2026, 8, 30))
    assert not both_bound(events, STATES[0], STATES[40], date(2026, 12, 30))
    assert both_bound(events, STATES[0], STATES[40], date(2026, 12, 31))


def test_a_statement_that_was_withdrawn_is_gone() -> None:
    reservation = event("QA", EventKind.RESERVATION, date(2026, 2, 13), articles=("14",))
    withdrawn = event("QA", EventKind.WITHDRAWAL, date(2026, 5, 1), target=reservation.id)
    assert standing([reservation, withdrawn], PartyId("QA"), date(2026, 4, 30)).statements == (reservation,)
    assert standing([reservation, withdrawn], PartyId("QA"), date(2026, 5, 1)).statements == ()


def test_everybody_is_there_even_without_an_event() -> None:
    assert tuple(standings(events_seed(), TODAY)) == tuple(participants())


@given(
    st.lists(
        st.tuples(st.sampled_from(STATES), st.integers(0, 900)), max_size=80, unique_by=lambda one: one[0]
    ),
    st.integers(0, 1200),
)
def test_who_is_in_force_has_deposited_and_the_counts_agree_with_the_rows(
    joins: list[tuple[PartyId, int]], offset: int
) -> None:
    events = [event(EU, EventKind.SIGNATURE, OPEN)]
    events += [event(state, EventKind.ACCESSION, OPEN + timedelta(days=number)) for state, number in joins]
    day = OPEN + timedelta(days=offset)
    rows = standings(events, day)
    found = counts(events, day)
    for row in rows.values():
        if row.in_force is not None:
            assert row.deposited is not None
            assert row.deposited <= row.in_force <= day
        assert row == standing(events, row.party, day)
    assert found.deposited == sum(number <= offset for _, number in joins)
    assert found.in_force == sum(row.in_force is not None for row in rows.values())
    assert found.in_force <= found.deposited
    assert found.signed == 1
