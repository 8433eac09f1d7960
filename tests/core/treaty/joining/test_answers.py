# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.treaty.joining.answers`: one spelling, every flaw at once, nothing half-kept."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.canonical import Json, decode_loose, encode
from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.treaty.joining.answers import Answers, change, nested, read_answers, stored_answers
from longbien.core.treaty.joining.checks import check
from longbien.core.treaty.joining.flaws import FlawedError
from tests.fuzz import mutate
from tests.joining import complete, position

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["state", "name", "vi", "notice", "1", "reservation", "to", "instrument", "day"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


def codes(value: Json) -> dict[str, str]:
    """Give the flaws of a document by path."""
    with pytest.raises(FlawedError) as caught:
        read_answers(value)
    return {one.path: one.code for one in caught.value.flaws}


def test_nested_and_flat_documents_say_the_same() -> None:
    flat = read_answers({"state.name.vi": " Việt  Nam ", "reservation.1.to": "14 15"})
    assert flat == read_answers({"state": {"name": {"vi": "Việt Nam"}}, "reservation": [{"to": [14, 15]}]})
    assert flat.values == {"reservation.1.to": "14 15", "state.name.vi": "Việt Nam"}
    assert flat.numbers("reservation") == (1,)


def test_every_flaw_is_told_at_once_with_its_field() -> None:
    assert codes(
        {
            "king": "x",
            "state": {"name": "in no language"},
            "instrument": {
                "day": "1 December 2026",
                "kind": "oath",
                "conditional": "perhaps",
                "place": {"vi": ["x", {}]},
            },
            "notice": {
                "37-19": {
                    "phone": "113",
                    "email": "nobody",
                    "zone": "../etc/passwd",
                    "languages": "vi vi",
                }
            },
            "reservation": [{"to": "Article 14"}],
            "approval.reference": "a\u0000b",
            "deposit.note": "9" * 201,
        }
    ) == {
        "king": "joining.unknown_field",
        "state.name": "joining.unknown_field",
        "instrument.day": "joining.not_a_day",
        "instrument.kind": "joining.not_a_choice",
        "instrument.conditional": "joining.not_yes_no",
        "instrument.place.vi.1": "joining.unknown_field",
        "notice.37-19.phone": "joining.not_phone",
        "notice.37-19.email": "joining.not_email",
        "notice.37-19.zone": "joining.not_zone",
        "notice.37-19.languages": "joining.not_languages",
        "reservation.1.to": "joining.not_paragraphs",
        "approval.reference": "joining.unseen_letter",
        "deposit.note": "joining.too_long",
    }


@pytest.mark.parametrize("value", [[], "x", 3, None, [1], [[]]])
def test_what_is_no_object_is_refused(value: Json) -> None:
    assert codes(value) == {"": "joining.not_object"}


def test_a_flawed_change_keeps_nothing() -> None:
    before = read_answers({"state.name.en": "X"})
    with pytest.raises(FlawedError):
        change(before, {"state.name.vi": "Y", "instrument.day": "soon"})
    assert change(before, {"state.name.vi": "Y", "state.name.en": ""}).values == {"state.name.vi": "Y"}


def test_a_document_of_too_many_fields_is_refused() -> None:
    assert "joining.too_many" in codes({f"k{number}": "x" for number in range(4000)}).values()


@given(JSON)
def test_any_document_is_read_or_refused_and_reading_is_stable(value: Json) -> None:
    try:
        found = read_answers(value)
    except FlawedError:
        return
    assert read_answers(nested(found)) == found


def test_kept_answers_are_read_even_if_a_question_is_gone() -> None:
    found = stored_answers({"state.name.en": "X", "state.anthem": "Y"})
    assert found.values == {"state.anthem": "Y", "state.name.en": "X"}
    assert ("joining.unknown_field", "state.anthem", "warn") in {
        (one.code, one.path, one.severity) for one in check(found, position())
    }
    values: tuple[Json, ...] = ([], {"state.name.en": 3}, "x")
    for value in values:
        with pytest.raises(MalformedError):
            stored_answers(value)


def test_complete_answers_survive_their_own_flat_form() -> None:
    found = read_answers(complete())
    assert read_answers(nested(found)) == found
    assert isinstance(found, Answers)


@pytest.mark.fuzz
def test_no_document_breaks_the_reader(rounds: Iterator[random.Random]) -> None:
    data = encode(complete())
    for chance in rounds:
        try:
            read_answers(decode_loose(mutate(data, chance), max_bytes=2**20))
        except LongBienError:
            continue
