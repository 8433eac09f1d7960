# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Document symbols: what is in use is read, one spelling is written, and revisions know what they take the place of."""

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.conference.documents.symbols import (
    Mark,
    Symbol,
    latest,
    parse_prefix,
    parse_symbol,
    series,
)
from tests.fuzz import mutate

IN_USE = (
    "CAC/COSP/2015/1",
    "CTOC/COP/2012/14",
    "A/AC.291/22/Rev.3",
    "A/AC.291/L.16",
    "CAC/COSP/2015/CRP.5",
    "CAC/COSP/2015/L.3/Add.1/Rev.2/Corr.1",
    "CAC/COSP/2015/1/Rev.1/Add.1",
    "CAC/COSP/2015/NGO/1",
    "A/AC.291/INF.2",
    "CTOC/COP/WG.2/2021/WP.4",
)


@st.composite
def symbols(draw: st.DrawFn) -> Symbol:
    """Give any symbol that can be written."""
    prefix = draw(st.sampled_from(("CAC/COSP", "CTOC/COP", "A/AC.291", "CONF/COSP", "CTOC/COP/WG.2", "A")))
    kinds = draw(st.permutations(("Add", "Rev")))[: draw(st.integers(0, 2))]
    kinds = [*kinds, "Corr"] if draw(st.booleans()) else list(kinds)
    return Symbol(
        prefix=prefix,
        year=draw(st.none() | st.integers(1900, 2099)),
        series=draw(st.sampled_from(sorted(series()))),
        number=draw(st.integers(1, 1899)),
        marks=tuple(Mark(kind=kind, number=draw(st.integers(1, 999))) for kind in kinds),
    )


@pytest.mark.parametrize("text", IN_USE)
def test_symbols_in_use_are_read_and_written_as_they_are(text: str) -> None:
    assert str(parse_symbol(text)) == text


def test_a_symbol_is_read_part_by_part() -> None:
    assert parse_symbol("CAC/COSP/2015/L.3/Add.1/Rev.2") == Symbol(
        prefix="CAC/COSP",
        year=2015,
        series="L",
        number=3,
        marks=(Mark(kind="Add", number=1), Mark(kind="Rev", number=2)),
    )
    assert parse_symbol("A/AC.291/22").year is None


@pytest.mark.parametrize(
    ("text", "written"), [("A/B/NGO.1", "A/B/NGO/1"), ("A/B/L/3", "A/B/L.3"), ("A/CRP/3", "A/CRP.3")]
)
def test_other_spellings_of_one_symbol_are_written_in_one(text: str, written: str) -> None:
    assert str(parse_symbol(text)) == written


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "/",
            "CAC",
            "CAC/COSP",
            "CAC/COSP/2015/",
            "cac/cosp/2015/1",
            "CAC/COSP/2015/X.1",
            "CAC/COSP/2015/L.0",
        ),
        *(
            "CAC/COSP/2015/1/Rev.1/Rev.2",
            "CAC/COSP/2015/1/Corr.1/Rev.1",
            "CAC/COSP/2015/1/Rev.0",
            "CAC//2015/1",
        ),
        *("CAC/COSP/2015/L.3 ", "CAC/COSP/2015/L.３", "A/B/" + "1" * 90, "../../etc/1", "A/B/1\n"),
    ],
)
def test_what_is_no_symbol_is_refused(text: str) -> None:
    with pytest.raises(MalformedError) as caught:
        parse_symbol(text)
    assert caught.value.code == "conference_papers.symbol"


@given(symbols())
def test_every_symbol_is_read_as_it_was_written(symbol: Symbol) -> None:
    assert parse_symbol(str(symbol)) == symbol


@given(st.text(max_size=100))
def test_any_text_is_a_symbol_or_refused(text: str) -> None:
    try:
        found = parse_symbol(text)
    except MalformedError:
        return
    assert parse_symbol(str(found)) == found


def test_revisions_take_the_place_of_what_they_revise_and_of_nothing_else() -> None:
    first, second, third = (parse_symbol(f"A/B/L.3{end}") for end in ("", "/Rev.1", "/Rev.2"))
    added, added_again = parse_symbol("A/B/L.3/Add.1"), parse_symbol("A/B/L.3/Add.1/Rev.1")
    corrected = parse_symbol("A/B/L.3/Rev.1/Corr.1")
    assert third.supersedes(first)
    assert third.supersedes(second)
    assert not first.supersedes(third)
    assert not added.supersedes(first)
    assert not added_again.supersedes(first)
    assert added_again.supersedes(added)
    assert not corrected.supersedes(first)
    assert corrected.corrects == second
    among = (first, second, third, added, added_again, corrected)
    assert [latest(one, among) for one in among] == [third, third, None, added_again, None, None]


@pytest.mark.parametrize("text", ["CAC/COSP", "A/AC.291", "CTOC"])
def test_a_prefix_is_body_and_organ(text: str) -> None:
    assert parse_prefix(text) == text


@pytest.mark.parametrize("text", ["", "cac/cosp", "CAC/COSP/", "CAC/NGO", "2015", "A/B/C/D"])
def test_what_cannot_stand_in_front_of_symbols_is_refused(text: str) -> None:
    with pytest.raises(MalformedError):
        parse_prefix(text)


@pytest.mark.fuzz
def test_fuzzed_symbols_end_in_the_family(rounds: Iterator[Random]) -> None:
    for chance in rounds:
        text = mutate(chance.choice(IN_USE).encode(), chance).decode("utf-8", "replace")
        try:
            assert parse_symbol(str(parse_symbol(text))) == parse_symbol(text)
        except LongBienError:
            continue
