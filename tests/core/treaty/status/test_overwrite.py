# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The depositary's page overwrites up to its own day, and what it changes can be read before."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from longbien.core.treaty.status.event_text import print_event, read_event_text
from longbien.core.treaty.status.events import Event, EventKind, events_seed
from longbien.core.treaty.status.overwrite import difference, overwrite
from tests.core.treaty.states import STATES, event

SIGNED = event("VN", EventKind.SIGNATURE, date(2025, 10, 25))
RATIFIED = event("VN", EventKind.RATIFICATION, date(2026, 3, 1))
HOME = event("AZ", EventKind.APPROVAL_AT_HOME, date(2026, 2, 10))
PRESS = event("PT", EventKind.SIGNATURE, date(2025, 10, 25), confidence="low")
LATER = event("CA", EventKind.SIGNATURE, date(2026, 7, 15))
PAGE_DAY = date(2026, 6, 1)


def test_signatures_and_instruments_come_from_the_page_and_the_rest_stays() -> None:
    after = overwrite([PRESS, HOME, LATER], [SIGNED, RATIFIED], PAGE_DAY)
    assert after == (SIGNED, HOME, RATIFIED, LATER)


def test_what_the_page_says_itself_is_not_kept_twice() -> None:
    guess = event("VN", EventKind.ACCEPTANCE, date(2026, 8, 1))
    assert overwrite([guess], [SIGNED, RATIFIED], PAGE_DAY) == (SIGNED, RATIFIED)


def test_an_objection_to_what_is_gone_is_gone() -> None:
    reservation = event("QA", EventKind.RESERVATION, date(2026, 2, 13), articles=("14",))
    objection = event("SE", EventKind.OBJECTION, date(2026, 7, 1), target=reservation.id)
    other = event("QA", EventKind.DECLARATION, date(2026, 2, 12))
    assert overwrite([reservation, objection], [SIGNED], PAGE_DAY) == (SIGNED, reservation, objection)
    assert overwrite([reservation, objection], [SIGNED, other], PAGE_DAY) == (SIGNED, other)


def test_the_difference_pairs_a_changed_day_and_lists_what_is_new_and_gone() -> None:
    moved = event("VN", EventKind.SIGNATURE, date(2025, 10, 26))
    found = difference([SIGNED, PRESS], [moved, RATIFIED])
    assert [(change.before, change.after) for change in found] == [
        (PRESS, None),
        (SIGNED, moved),
        (None, RATIFIED),
    ]
    assert difference(events_seed(), events_seed()) == ()


@given(
    st.lists(
        st.builds(
            event,
            st.sampled_from(STATES[:6]),
            st.sampled_from(list(EventKind)),
            st.dates(date(2025, 10, 25), date(2027, 1, 1)),
        ),
        max_size=12,
    )
)
def test_overwriting_twice_is_overwriting_once(page: list[Event]) -> None:
    once = overwrite(events_seed(), page, PAGE_DAY)
    assert overwrite(once, page, PAGE_DAY) == once
    assert [change for change in difference(once, once) if change.before != change.after] == []


def test_an_event_is_read_as_it_was_written() -> None:
    assert tuple(read_event_text(print_event(one)) for one in events_seed()) == events_seed()
