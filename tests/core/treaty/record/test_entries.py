# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The record that ships with the software, and the mistakes that its reader refuses."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.base.library import data_bytes, parse_yaml
from longbien.core.treaty.record.entries import (
    FILE,
    Entry,
    Withdrawal,
    ordered,
    parse_number,
    parse_record,
    record,
    select,
    upcoming,
)
from longbien.core.treaty.record.when import parse_when
from tests.fuzz import mutate

TODAY = date(2026, 11, 22)
GOOD = """schema: longbien/record/1
entries:
  - id: one
    when: "2024-12-24"
    kind: adoption
    title: "One"
    confidence: high
    source: [{ref: "a list", confidence: high}]
  - id: two
    when: "2025-10-25/2025-10-26"
    kind: opening
    title: "Two"
    numbers: [{counts: states, value: 72, qualifier: about, said_by: "press"}]
    claims: [{about: when, says: "another day", said_by: ["press"]}]
    confidence: low
    source: [{ref: "a paper", confidence: low}]
"""


def read(text: str = GOOD) -> tuple[Entry, ...]:
    return parse_record(parse_yaml(text, source="record/test.yaml"))


def entry(entry_id: str) -> Entry:
    return next(one for one in record() if one.entry_id == entry_id)


def test_the_committee_met_in_eight_formal_and_five_intersessional_sessions() -> None:
    before = select(record(), until=date(2024, 12, 24))
    assert len(select(before, kind="session")) == 8
    assert len(select(before, kind="intersessional")) == 5
    assert len(select(before, kind="organizational")) == 2
    said = {number.counts: number.value for number in entry("negotiation").numbers}
    assert (said["formal-sessions"], said["intersessional-sessions"]) == (8, 5)


@pytest.mark.parametrize(
    ("entry_id", "when", "place"),
    [
        ("resolution-74-247", "2019-12-27", "New York"),
        ("adoption", "2024-12-24", "New York"),
        ("opening-hanoi", "2025-10-25/2025-10-26", "Hanoi"),
        ("session-rules-2026", "2026-01-26/2026-01-30", "Vienna"),
        ("signature-closes", "2026-12-31", "New York"),
    ],
)
def test_what_everybody_asks_for_is_there_with_day_place_and_source(
    entry_id: str, when: str, place: str
) -> None:
    found = entry(entry_id)
    assert (str(found.when), found.place, found.confidence) == (when, place, "high")
    assert any(source.confidence == "high" for source in found.sources)


def test_sources_that_disagree_are_shown_as_such() -> None:
    counts = entry("count-hanoi")
    assert {number.value for number in counts.numbers} == {65, 69, 71, 72, 74}
    assert all(number.said_by for number in counts.numbers)
    assert [one.entry_id for one in record() if one.disputed] == [
        "committee-approves-draft",
        "count-hanoi",
        "azerbaijan-parliament",
        "canada-signs",
    ]


def test_the_record_is_in_the_order_of_time() -> None:
    assert ordered(record()) == record()
    assert record()[-1].entry_id == "accession-only"


@pytest.mark.parametrize(
    ("day", "ahead"),
    [
        (TODAY, ["protocol-first-session", "signature-closes", "accession-only"]),
        (date(2026, 12, 31), ["protocol-first-session", "signature-closes", "accession-only"]),
        (date(2027, 1, 1), ["protocol-first-session", "accession-only"]),
        (date(2029, 1, 1), ["protocol-first-session"]),
    ],
)
def test_what_lies_ahead_depends_on_the_day(day: date, ahead: list[str]) -> None:
    assert [one.entry_id for one in upcoming(day)] == ahead


def test_only_days_that_are_known_go_into_a_calendar_and_what_is_withdrawn_is_not_ahead() -> None:
    exact = [one for one in upcoming(TODAY) if one.when.exact]
    assert [one.entry_id for one in exact] == ["signature-closes", "accession-only"]
    taken_back = Withdrawal(day=TODAY, reason="moved", source="a note", replaced_by="")
    assert upcoming(TODAY, [replace(exact[0], withdrawn=taken_back)]) == ()


@given(st.dates(date(2018, 1, 1), date(2028, 1, 1)), st.dates(date(2018, 1, 1), date(2028, 1, 1)))
def test_a_span_gives_what_touches_it_and_nothing_else(one: date, other: date) -> None:
    since, until = sorted((one, other))
    chosen = select(record(), since=since, until=until)
    for each in record():
        touches = each.when.first <= until and (each.when.last or date.max) >= since
        assert (each in chosen) == touches


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("id: two", "id: one", 9),
        ("id: two", "id: TWO", 9),
        ("2025-10-25/2025-10-26", "2025-10-26/2025-10-25", 9),
        ("2025-10-25/2025-10-26", "2023", 9),
        ("kind: opening", "kind: party", 9),
        ("confidence: low\n    source", "confidence: sure\n    source", 9),
        ('source: [{ref: "a paper", confidence: low}]', "source: []", 9),
        ("counts: states", "counts: sheep", 13),
        ("value: 72", "value: -1", 13),
        ("qualifier: about", "qualifier: perhaps", 13),
        ('said_by: "press"}', 'said_by: ""}', 13),
        ("about: when", "about: weather", 14),
        ('title: "Two"', 'title: "Two"\n    colour: red', 9),
        ('    title: "One"\n', "", 3),
    ],
)
def test_a_mistake_names_its_file_and_line(before: str, after: str, line: int) -> None:
    changed = GOOD.replace(before, after, 1)
    assert changed != GOOD
    with pytest.raises(MalformedError) as error:
        read(changed)
    assert (error.value.code, error.value.params["place"]) == (
        "base.data_mistake",
        f"record/test.yaml:{line}",
    )


def test_a_number_is_typed_with_what_it_counts() -> None:
    plain, hedged = parse_number("states=72"), parse_number("organizations=more-than:10")
    assert (plain.counts, plain.value, plain.qualifier) == ("states", 72, "exactly")
    assert (hedged.counts, hedged.value, hedged.qualifier) == ("organizations", 10, "more-than")


@pytest.mark.parametrize(
    "text", ["72", "states", "states=", "states=many", "sheep=1", "states=perhaps:1", "states=1e9"]
)
def test_a_number_typed_wrongly_is_refused(text: str) -> None:
    with pytest.raises(MalformedError) as error:
        parse_number(text)
    assert error.value.code == "treaty.record_number"


def test_a_time_that_is_spelled_once_is_found_in_the_record() -> None:
    assert any(one.when == parse_when("2026-05") for one in record())


@pytest.mark.fuzz
def test_no_change_of_the_file_ends_in_anything_but_a_coded_refusal(rounds: Iterator[random.Random]) -> None:
    whole = data_bytes(FILE)
    for chance in rounds:
        start = chance.randrange(len(whole))
        piece = mutate(whole[: start + 2000] if chance.random() < 0.5 else GOOD.encode(), chance)
        try:
            read(piece.decode("utf-8", "replace"))
        except LongBienError:
            continue
