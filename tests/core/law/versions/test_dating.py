# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which version holds follows from days, languages and corrections alone."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from longbien.core.law.versions.dating import TRANSLATIONS, Dated, Standing, holding, standing, warnings

DAY = date(2026, 1, 1)
_DAYS = st.integers(0, 12).map(lambda number: DAY + timedelta(days=number))


def version(label: str, since: date | None, **more: object) -> Dated:
    given = {"language": "en", "translation": "original", **more}
    return Dated(label=label, since=since, **given)  # type: ignore[arg-type] # members by name


def codes(*versions: Dated, day: date = DAY) -> list[tuple[str, str]]:
    return [(one.code.removeprefix("law_library."), one.label) for one in warnings(versions, day)]


def test_every_standing_has_its_reason() -> None:
    held = (
        version("a", date(2020, 1, 1)),
        version("b", DAY),
        version("b2", DAY, corrected=True),
        version("c", date(2030, 1, 1)),
        version("d", None),
        version("fr", date(2020, 1, 1), language="fr", until=date(2021, 1, 1)),
        version("bill", None, bill=True),
    )
    assert [standing(one, held, DAY) for one in held] == [
        Standing.REPLACED,
        Standing.IN_FORCE,
        Standing.CORRECTED,
        Standing.NOT_YET,
        Standing.NO_DAY,
        Standing.ENDED,
        Standing.BILL,
    ]
    assert [one.label for one in holding(held, DAY)] == ["b"]


def test_an_end_is_the_first_day_without() -> None:
    one = version("a", DAY, until=date(2026, 3, 1))
    assert [standing(one, (one,), day) for day in (date(2026, 2, 28), date(2026, 3, 1))] == [
        Standing.IN_FORCE,
        Standing.ENDED,
    ]


def test_the_authentic_text_comes_first() -> None:
    texts = [version(name, DAY, language=name[:2], translation=name) for name in reversed(TRANSLATIONS)]
    assert [one.label for one in holding(texts, DAY)] == list(TRANSLATIONS)


def test_what_a_reader_should_know_is_said() -> None:
    assert codes(version("a", DAY)) == []
    assert codes(version("a", date(2020, 1, 1), until=date(2021, 1, 1)), version("b", DAY)) == [("gap", "b")]
    assert codes(version("a", date(2020, 1, 1), until=date(2027, 1, 1)), version("b", DAY)) == [
        ("overlap", "b")
    ]
    assert codes(version("a", DAY), version("b", DAY)) == [("same_day", "b")]
    assert codes(version("a", date(2030, 1, 1))) == [("not_yet", "a"), ("none_in_force", "")]
    assert codes(version("a", None)) == [("no_day", "a")]
    assert codes(version("a", DAY, as_of=date(2025, 6, 1))) == [("consolidated_before", "a")]
    assert codes(version("a", DAY, translation="machine")) == [("only_machine", "a")]
    assert codes(version("a", DAY, translation="unofficial")) == [("only_unofficial", "a")]


@given(
    st.lists(st.tuples(st.none() | _DAYS, st.booleans(), st.sampled_from(["en", "vi"])), max_size=8), _DAYS
)
def test_a_language_has_at_most_one_text_in_force(
    rows: list[tuple[date | None, bool, str]], day: date
) -> None:
    held = [
        version(str(number), since, corrected=corrected, language=language)
        for number, (since, corrected, language) in enumerate(rows)
    ]
    found = holding(held, day)
    assert len({one.language for one in found}) == len(found)
    assert all(one.since is not None and one.since <= day and not one.corrected for one in found)
