# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The number of the directory, two people, and what if nobody answers."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.safeguards.call_back import (
    ALPHABET,
    CONFIRMED,
    DENIED,
    NOT_REACHED,
    OUTCOMES,
    WAIT,
    Called,
    make_code,
    read_code,
    require_directory_number,
    require_second,
    standing,
)

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
CALL = Called(official="at-duty-1", at=NOW, outcome=CONFIRMED)
BOTH = Called(official="at-duty-1", at=NOW, outcome=CONFIRMED, second="at-lawyer-1", second_outcome=CONFIRMED)


def test_only_a_number_of_the_directory_counts_however_it_is_written() -> None:
    directory = ["+84 24 3822 5678"]
    assert require_directory_number("+84 (24) 38225678", directory) == "+842438225678"
    for other in ("+84 24 3822 5679", "", "024 3822 5678", "x"):
        with pytest.raises(RefusedError) as refused:
            require_directory_number(other, directory)
        assert refused.value.code == "safeguards.number_foreign"


def test_the_second_person_is_another_one_and_on_call() -> None:
    require_second(CALL, second="at-lawyer-1", on_call=["at-lawyer-1"])
    for second, code in (("at-duty-1", "safeguards.own_call"), ("at-custodian-1", "safeguards.not_on_call")):
        with pytest.raises(RefusedError) as refused:
            require_second(CALL, second=second, on_call=["at-duty-1", "at-lawyer-1"])
        assert refused.value.code == code


@pytest.mark.parametrize(
    ("calls", "minutes", "place"),
    [
        ([], 0, ""),
        ([CALL], 29, "awaited"),
        ([CALL], 30, "unanswered"),
        ([BOTH], 0, "confirmed"),
        ([BOTH], 600, "confirmed"),
        ([Called(official="a", at=NOW, outcome=DENIED)], 0, "denied"),
        ([BOTH, Called(official="a", at=NOW, outcome=DENIED)], 0, "denied"),
        ([BOTH, Called(official="a", at=NOW, outcome=NOT_REACHED)], 60, "confirmed"),
        ([Called(official="a", at=NOW, outcome=CONFIRMED, second="b", second_outcome=DENIED)], 0, "denied"),
        (
            [Called(official="a", at=NOW, outcome=CONFIRMED, second="b", second_outcome=NOT_REACHED)],
            0,
            "awaited",
        ),
    ],
)
def test_where_the_call_back_stands(calls: list[Called], minutes: int, place: str) -> None:
    assert standing(calls, now=NOW + timedelta(minutes=minutes)) == place


@given(st.lists(st.tuples(st.sampled_from(OUTCOMES), st.sampled_from(["", *OUTCOMES])), max_size=6))
def test_nothing_is_confirmed_by_one_person_alone(said: list[tuple[str, str]]) -> None:
    calls = [
        Called(official="a", at=NOW, outcome=first, second="b" if second else "", second_outcome=second)
        for first, second in said
    ]
    place = standing(calls, now=NOW + WAIT)
    assert place != CONFIRMED or (CONFIRMED, CONFIRMED) in said
    assert place != "awaited"


@given(st.binary(min_size=8, max_size=8))
def test_a_code_is_read_as_it_was_made(chance: bytes) -> None:
    code = make_code(chance)
    assert (len(code), set(code) <= set(ALPHABET)) == (8, True)
    assert read_code(f" {code[:4].lower()} {code[4:]}") == code
