# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Entries of the node: what is written reads back, what could not be read is not written."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.datafile import Source
from longbien.core.base.errors import LongBienError, MalformedError, UsageError
from longbien.core.treaty.press.reading import read_report
from longbien.core.treaty.record.entries import Entry, Number, record
from longbien.core.treaty.record.when import in_month, on
from longbien.core.treaty.record_text import accepted, free_id, print_entry, read_entry_text, report_name
from tests.core.treaty.press import reports

ENTRY = Entry(
    entry_id="2026-12-01-meeting",
    when=on(date(2026, 12, 1), date(2026, 12, 3)),
    kind="meeting",
    title="Seminar",
    text="More of it.",
    place="Vienna",
    who=("UNODC", "IPU"),
    numbers=(Number(counts="states", value=12, qualifier="about", said_by="UNODC"),),
    claims=(),
    sources=(Source(ref="UNODC, press release", confidence="medium"),),
    confidence="medium",
    planned=True,
    own=True,
)


def test_an_entry_is_written_and_read_back() -> None:
    assert read_entry_text(print_entry(ENTRY)) == ENTRY
    plain = replace(ENTRY, who=(), numbers=(), place="", text="", planned=False, when=in_month(2026, 5))
    assert read_entry_text(print_entry(plain)) == plain


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"title": "a" * 201},
        {"title": "two\u202elines"},
        {"place": "Vien\x1bna"},
        {"kind": "party"},
        {"confidence": "sure"},
        {"sources": ()},
        {"sources": (Source(ref="x" * 121, confidence="high"),)},
        {"text": " spaces "},
        {"numbers": (Number(counts="sheep", value=1, qualifier="exactly", said_by="x"),)},
        {"who": ("",)},
    ],
)
def test_what_could_not_be_read_is_not_written(wrong: dict[str, object]) -> None:
    with pytest.raises(MalformedError):
        print_entry(replace(ENTRY, **wrong))  # type: ignore[arg-type]


@given(st.binary(max_size=200))
def test_no_bytes_are_read_as_an_entry_by_accident(data: bytes) -> None:
    with suppress(LongBienError):
        read_entry_text(data)
        pytest.fail("an entry out of nothing")


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_title_and_place_are_kept_as_they_are_or_refused(title: str, place: str) -> None:
    with suppress(MalformedError):
        written = replace(ENTRY, title=title, place=place)
        assert read_entry_text(print_entry(written)) == written


def test_an_id_says_day_and_kind() -> None:
    assert free_id(ENTRY, ()) == "2026-12-01-meeting"
    assert free_id(ENTRY, {"2026-12-01-meeting"}) == "2026-12-01-meeting-2"


def test_a_suggestion_that_is_accepted_keeps_its_report() -> None:
    reading = read_report(reports.UNMARKED.encode(), file="r.txt", entries=record(), publisher="The Paper")
    (entry,) = accepted(reading, (1, 1), confidence="low")
    assert entry.excerpt is not None
    assert (entry.excerpt.file, entry.excerpt.sha256) == ("r.txt", reading.sha256)
    assert entry.excerpt.sentence == reading.proposals[0].event.sentences[0]
    assert entry.sources == (Source(ref="The Paper", confidence="low"),)
    named = replace(entry, entry_id="2026-01-28-meeting")
    assert read_entry_text(print_entry(named)) == named


def test_only_what_was_suggested_and_is_new_can_be_accepted() -> None:
    reading = read_report(reports.ENGLISH.encode(), file="r.txt", entries=record())
    for number, code in ((1, "treaty.press_known"), (9, "treaty.press_no_such"), (0, "treaty.press_no_such")):
        with pytest.raises(UsageError) as error:
            accepted(reading, (number,), confidence="low")
        assert error.value.code == code
    assert report_name(reading) == "r.txt, 2026-01-27"


def test_what_was_accepted_is_known_the_next_time() -> None:
    first = read_report(reports.UNMARKED.encode(), file="r.txt", entries=record())
    own = replace(accepted(first, (1,), confidence="low")[0], entry_id="mine")
    again = read_report(reports.UNMARKED.encode(), file="r.txt", entries=(*record(), own))
    assert [one.known_as for one in again.proposals] == ["mine"]
