# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The agenda: numbers in order, and what the rules expect otherwise."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError
from longbien.core.conference.agenda.items import (
    Agenda,
    AgendaState,
    Item,
    ItemState,
    in_order,
    next_number,
    number_key,
    remarks,
    standard_items,
)
from longbien.texts import sentence

OPENS = date(2026, 12, 7)


def whole(**given_: object) -> Agenda:
    """Make an agenda of the standard items alone."""
    items = tuple(
        Item(number=str(number), title=one.label, topic=one.code)
        for number, one in enumerate(standard_items(), 1)
    )
    return replace(Agenda(items=items), **given_)  # type: ignore[arg-type]


def said(agenda: Agenda, *, memo: bool = True) -> list[str]:
    """Give the codes of the remarks on an agenda."""
    found = remarks(agenda, opens=OPENS, zone=UTC, days_before=60, memo_needed=memo)
    assert all("%(" not in sentence(one.code, **one.params) for one in found)
    return [one.code.removeprefix("conference_papers.") for one in found]


def test_items_stand_in_the_order_of_their_numbers() -> None:
    numbers = ("10", "2(b)", "2", "2(a)(ii)", "2(a)", "2(a)(i)", "1")
    found = in_order(Item(number=one, title="x") for one in numbers)
    assert [one.number for one in found] == ["1", "2", "2(a)", "2(a)(i)", "2(a)(ii)", "2(b)", "10"]
    assert next_number(found) == "11"
    assert next_number(()) == "1"


@pytest.mark.parametrize("text", ["", "0", "3a", "3(aa)", "3(a)(xx)", "100", "3 (a)", "x"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(MalformedError):
        number_key(text)


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        assert number_key(text) >= (1, "", 0)
    except MalformedError:
        return


def test_an_agenda_sent_sixty_days_before_needs_no_remark() -> None:
    agenda = whole(sent_at=datetime(2026, 10, 8, 12, tzinfo=UTC))
    assert agenda.state is AgendaState.PROVISIONAL
    assert said(agenda) == []


def test_one_day_later_is_late_and_not_at_all_is_told_with_the_last_day() -> None:
    assert said(whole(sent_at=datetime(2026, 10, 9, 12, tzinfo=UTC))) == ["agenda_sent_late"]
    found = remarks(whole(), opens=OPENS, zone=UTC, days_before=60, memo_needed=True)
    assert [(one.code, one.params["last"]) for one in found] == [
        ("conference_papers.agenda_not_sent", "2026-10-08")
    ]


def test_an_item_without_a_memorandum_is_named_unless_it_is_one_of_the_opening() -> None:
    extra = Item(number="7", title="Review of implementation")
    agenda = whole(sent_at=datetime(2026, 9, 1, tzinfo=UTC))
    more = replace(agenda, items=(*agenda.items, extra))
    assert said(more) == ["item_without_memo"]
    assert said(more, memo=False) == []
    assert said(replace(agenda, items=(*agenda.items, replace(extra, memorandum="Why.")))) == []
    assert said(replace(agenda, items=(*agenda.items, replace(extra, state=ItemState.DELETED)))) == []


def test_a_standard_item_that_is_missing_is_named() -> None:
    agenda = whole(sent_at=datetime(2026, 9, 1, tzinfo=UTC))
    assert said(replace(agenda, items=agenda.items[1:])) == ["item_missing"]
