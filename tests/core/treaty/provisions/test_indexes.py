# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lists across the Convention, with the provisions that each must name."""

from collections.abc import Callable
from typing import Final, TypeAlias

import pytest

from longbien.core.treaty.provisions import indexes
from longbien.core.treaty.provisions.clauses import Addressee
from longbien.core.treaty.provisions.convention import Convention
from longbien.core.treaty.provisions.indexes import Row

Index: TypeAlias = Callable[[Convention | None], tuple[Row[object], ...]]
EXPECTED: Final[dict[Index, str]] = {
    indexes.notices: "17.2.d 36.3 37.6.a 37.18 37.19 40.5 40.12.c 40.13 40.19 40.20 40.25 40.26 41.2 42.7 50.5 53.7 "
    "57.6 63.4 64.3 64.4 67.1",
    indexes.registers: "37.19 40.12.c 41.2",
    indexes.reservations: "11.3 23.3.a 23.3.b 37.6.a 42.5 63.3 64.3",
    indexes.deadlines: "22.5 25.2 37.6.a 37.11 37.19 40.12.c 40.26 40.29 41.2 42.4 42.8 42.9 43.1 44.3 57.2 63.2 64.1 "
    "65.1 65.2 66.1 66.4 67.1",
    indexes.refusal_grounds: "36.1.a 37.8 37.15 40.8 40.8 40.8 40.21.a 40.21.b 40.21.c 40.21.d 40.22 42.5 42.6 42.6 "
    "42.6 43.2 43.2 43.2 50.7 50.7",
    indexes.prohibited_grounds: "31.7 37.16 40.23 40.24",
    indexes.thresholds: "2.h 14.2 16.2 23.2.c 30.1 35.1.c 40.1 41.1 62.1",
    indexes.optional_elements: "7.2 8.2 9.2 12.2 14.3 14.3.a 14.3.b 14.4 14.4.a 14.4.b 15.2 15.3 15.4 16.3 16.5 17.2.e",
    indexes.offences: "7.1 8.1 9.1 10 11.1.a 11.1.b 12.1 13 14.1.a 14.1.b 14.1.c 14.1.d 15.1 16.1 17.1.a.i 17.1.a.ii "
    "17.1.b.i 17.1.b.ii",
    indexes.request_contents: "40.15 42.3 45.3 50.3",
}


@pytest.mark.parametrize("index", EXPECTED, ids=lambda index: index.__name__)
def test_an_index_names_its_provisions(index: Index) -> None:
    assert [row.duty.id for row in index(None)] == EXPECTED[index].split()


def test_the_notices_of_a_state_that_joins_go_to_the_secretary_general() -> None:
    found = [row.duty.id for row in indexes.notices() if row.fact.to is Addressee.SECRETARY_GENERAL]
    assert found == ["17.2.d", "37.6.a", "37.19", "40.12.c", "40.13", "41.2", "50.5", "53.7", "63.4", "67.1"]


def test_a_request_has_its_items() -> None:
    found = {
        row.duty.id: [item.id.rsplit(".", 1)[1] for item in row.fact.items]
        for row in indexes.request_contents()
    }
    assert found == {
        "40.15": list("abcdefg"),
        "42.3": list("abcdefg"),
        "45.3": list("abcdef"),
        "50.3": list("abc"),
    }


def test_a_clause_says_what_it_bears_on() -> None:
    found = {str(row.duty.id): (row.fact.kind, *row.fact.concerns) for row in indexes.reservations()}
    assert found["23.3.b"] == ("reservation", "29", "30")
    assert found["42.5"] == ("reservation", "42")
    assert found["37.6.a"] == ("declaration", "37.6")


def test_everything_doubtful_is_listed() -> None:
    assert len(indexes.doubtful()) == 286
    assert [row.duty.id for row in indexes.doubtful() if row.fact == "low"][:2] == ["50.10", "53.3.a"]
