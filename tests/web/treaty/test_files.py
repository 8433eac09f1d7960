# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be taken away: sheets in which nothing is calculated, feeds and a calendar that other programs read."""

import csv
import json
from datetime import date
from io import BytesIO, StringIO
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from longbien.core.treaty.provisions.convention import convention
from longbien.core.treaty.record.entries import record
from longbien.core.treaty.status.events import events_seed
from longbien.core.treaty.status.participants import participants
from longbien.web.treaty.feeds import LENGTH
from longbien.web.treaty.sheets import CALCULATED, safe_cell, write_csv, write_xlsx
from tests.web.treaty.conftest import Reader

ATOM = "{http://www.w3.org/2005/Atom}"


@given(st.lists(st.lists(st.text(max_size=20), min_size=2, max_size=2), max_size=5))
def test_no_cell_of_a_sheet_is_calculated(rows: list[list[str]]) -> None:
    text = write_csv(("a", "b"), rows).decode("utf-8-sig")
    read = list(csv.reader(StringIO(text, newline="")))[1:]
    assert [cell for row in read for cell in row if cell.startswith(CALCULATED)] == []


@pytest.mark.parametrize("cell", ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_a_formula_becomes_a_text(cell: str) -> None:
    assert safe_cell(cell) == f"'{cell}"
    sheet = ZipFile(BytesIO(write_xlsx("a", ("a",), [(cell,)]))).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet


def test_the_same_sheet_is_the_same_bytes() -> None:
    assert write_xlsx("a", ("a",), [("x", 1)]) == write_xlsx("a", ("a",), [("x", 1)])


def test_the_status_is_the_same_in_every_form(reader: Reader) -> None:
    found = json.loads(reader.get("/treaty/status.json").content)
    rows = list(csv.DictReader(StringIO(reader.get("/treaty/status.csv").content.decode("utf-8-sig"))))
    assert [row["code"] for row in rows] == [row["code"] for row in found["rows"]] == list(participants())
    assert sum(bool(row["signed"]) for row in rows) == found["counts"]["signed"]
    assert {row["on"] for row in rows} == {"2026-11-22"}
    book = ZipFile(BytesIO(reader.get("/treaty/status.xlsx").content))
    assert book.testzip() is None


def test_the_convention_and_the_record_are_whole(reader: Reader) -> None:
    found = json.loads(reader.get("/treaty/convention.json").content)
    assert [duty["id"] for article in found["articles"] for duty in article["duties"]] == [
        duty.id for duty in convention().duties
    ]
    assert len(json.loads(reader.get("/treaty/record.json").content)["entries"]) == len(record())


@pytest.mark.parametrize("path", ["/treaty/status.atom", "/treaty/record.atom"])
def test_a_feed_is_atom_with_an_address_for_each_entry(reader: Reader, path: str) -> None:
    feed = ET.fromstring(reader.get(path).content)
    found = feed.findall(f"{ATOM}entry")
    assert 0 < len(found) <= LENGTH
    ids = [entry.findtext(f"{ATOM}id") for entry in found]
    assert len(set(ids)) == len(ids)
    assert all("/treaty/" in str(one) for one in ids)


def test_the_newest_step_comes_first_in_the_feed(reader: Reader) -> None:
    feed = ET.fromstring(reader.get("/treaty/status.atom").content)
    newest = max(event.day for event in events_seed())
    assert str(feed.findtext(f"{ATOM}entry/{ATOM}updated")).startswith(newest.isoformat())


def test_the_calendar_has_the_close_of_signature_on_its_day(reader: Reader) -> None:
    found = Calendar.from_ical(reader.get("/treaty/calendar.ics").content)
    days: dict[str, Any] = {
        str(item["UID"]).split("@", 1)[0]: item.decoded("DTSTART") for item in found.walk("VEVENT")
    }
    assert days["signature-closes"] == date(2026, 12, 31)
    exact = {entry.entry_id for entry in record() if entry.when.exact}
    assert set(days) <= exact | {"entry-into-force"}


@pytest.mark.parametrize(
    "path", ["/treaty/status.json", "/treaty/status.xlsx", "/treaty/status.atom", "/treaty/calendar.ics"]
)
def test_what_has_not_changed_is_not_sent_again(reader: Reader, path: str) -> None:
    first = reader.get(path)
    again = reader.get(path, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
