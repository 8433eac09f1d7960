# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Circulation: the day before, in every language that is due; and what may be filed at all."""

import io
import zipfile
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.base.ids import Digest
from longbien.core.conference.documents.files import file_kind
from longbien.core.conference.documents.symbols import parse_symbol
from longbien.core.conference.documents.versions import OFFICIAL, Document, Version, circulation

VIENNA = ZoneInfo("Europe/Vienna")
DAY = date(2026, 12, 8)


def document(symbol: str, **circulated: datetime | None) -> Document:
    """Make a document with versions in some languages."""
    versions = tuple(
        Version(
            language=language,
            sha256=Digest("0" * 64),
            size=1,
            media_type="application/pdf",
            name="x.pdf",
            circulated_at=at,
        )
        for language, at in circulated.items()
    )
    return Document(symbol=parse_symbol(symbol), title="x", original="fr", versions=versions)


def at(day: int, hour: int) -> datetime:
    """Give a moment in December 2026."""
    return datetime(2026, 12, day, hour, tzinfo=UTC)


def test_a_draft_in_all_six_languages_the_day_before_is_in_time() -> None:
    found = circulation(document("A/B/L.1", **dict.fromkeys(OFFICIAL, at(7, 12))), day=DAY, zone=VIENNA)
    assert found.in_time
    assert found.complete


def test_the_day_is_counted_at_the_place_of_the_session() -> None:
    given_late = dict.fromkeys(OFFICIAL, at(7, 12)) | {"ru": at(7, 23)}  # 00:30 in Vienna is the day itself
    found = circulation(document("A/B/L.1", **given_late), day=DAY, zone=VIENNA)
    assert dict(found.late) == {"ru": at(7, 23)}
    assert found.complete
    assert not found.in_time
    assert circulation(document("A/B/L.1", **given_late), day=DAY, zone=UTC).in_time


def test_missing_and_uncirculated_languages_are_named() -> None:
    found = circulation(document("A/B/L.1", en=at(1, 9), fr=None), day=DAY, zone=VIENNA)
    assert found.missing == ("ar", "zh", "fr", "ru", "es")
    assert not found.complete


def test_a_conference_room_paper_is_due_in_the_language_of_its_submission_alone() -> None:
    assert circulation(document("A/B/CRP.1", fr=at(7, 9)), day=DAY, zone=VIENNA).in_time
    assert circulation(document("A/B/CRP.1", en=at(7, 9)), day=DAY, zone=VIENNA).missing == ("fr",)


def package(*names: str) -> bytes:
    """Make a ZIP package with these members."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-1.7 x"),
        ("B.PDF", b"%PDF-1.7 x"),
        ("c.docx", package("[Content_Types].xml")),
        ("d.odt", package("mimetype")),
        ("e.txt", "قرار".encode()),
    ],
)
def test_files_that_are_what_their_names_say_are_taken(name: str, data: bytes) -> None:
    assert file_kind(name, data).ending == name.rpartition(".")[2].lower()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.exe", b"MZ", "file_ending"),
        ("pdf", b"%PDF-", "file_content"),
        ("a.html", b"<html>", "file_ending"),
        ("a.pdf", b"MZ%PD", "file_content"),
        ("a.pdf", b"", "file_empty"),
        ("a.docx", b"PK\x03\x04", "file_content"),
        ("a.docx", package("mimetype"), "file_content"),
        ("a.docx", package("[Content_Types].xml", "word/vbaProject.bin"), "file_macros"),
        ("a.odt", package("mimetype", "Basic/Standard/x.xml"), "file_macros"),
        ("a.txt", b"\xff\xfe", "file_content"),
    ],
)
def test_files_that_are_something_else_or_run_are_refused(name: str, data: bytes, code: str) -> None:
    with pytest.raises((MalformedError, RefusedError)) as caught:
        file_kind("a" if name == "pdf" else name, data) if name != "pdf" else file_kind("x.pdf", b"no")
    assert caught.value.code == f"conference_papers.{code}"


@given(st.sampled_from(["a.pdf", "a.docx", "a.odt", "a.txt", "a", ""]), st.binary(max_size=200))
def test_any_bytes_end_in_a_kind_or_in_the_family(name: str, data: bytes) -> None:
    try:
        file_kind(name, data)
    except LongBienError:
        return
