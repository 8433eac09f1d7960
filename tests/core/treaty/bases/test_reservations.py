# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reservations by State, paragraph and day."""

from datetime import date

import pytest

from longbien.core.base.errors import MalformedError
from longbien.core.base.ids import PartyId
from longbien.core.base.library import Document, parse_yaml
from longbien.core.treaty.bases.reservations import parse_reservations, reservation_table, reservations_of

TABLE = """\
schema: longbien/reservations/1
exercise: true
rows:
  - state: AT
    paragraph: "42.5"
    from: 2026-02-01
    until: 2026-03-01
    source: [{ref: "exercise", confidence: judgement}]
"""


def table(text: str) -> Document:
    return parse_yaml(text, source="states/test.yaml")


def test_the_shipped_tables_are_read() -> None:
    assert reservation_table(exercise=True) == ()
    assert reservations_of(PartyId("AT"), exercise=False, day=date(2026, 11, 22)) == frozenset()


def test_a_row_has_its_days() -> None:
    (row,) = parse_reservations(table(TABLE), exercise=True)
    assert (row.state, row.paragraph) == ("AT", "42.5")
    assert (row.since, row.until) == (date(2026, 2, 1), date(2026, 3, 1))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("exercise: true", "exercise: false"),
        ("state: AT", "state: Austria"),
        ('"42.5"', '"forty-two"'),
        ("until: 2026-03-01", "until: 2026-01-01"),
        ("from: 2026-02-01", "from: soon"),
    ],
)
def test_a_mistake_is_refused(before: str, after: str) -> None:
    with pytest.raises(MalformedError):
        parse_reservations(table(TABLE.replace(before, after)), exercise=True)
