# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A foreign workbook is opened or refused by the room's own code; nothing that breaks in it is a traceback."""

import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook

from longbien.actions.foreign_book import Limits, foreign_book
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.package import Fault

LIMITS = Limits(size=64 * 1024, unpacked=256 * 1024, faults={one: f"law.book_{one}" for one in Fault})


def book(text: str = "a") -> bytes:
    made, sink = Workbook(), BytesIO()
    made.create_sheet("first", 0)["A1"] = text
    made.save(sink)
    return sink.getvalue()


def package(**members: bytes) -> bytes:
    sink = BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return sink.getvalue()


def test_a_workbook_is_read_with_its_formulas_as_they_stand() -> None:
    with foreign_book(book("=1+1"), LIMITS) as found:
        assert [[cell.value for cell in row] for row in found.worksheets[0].iter_rows()] == [["=1+1"]]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"PK" + bytes(64 * 1024), Fault.LARGE),
        (b"PK\x03\x04", Fault.BROKEN),
        (package(**{"word/document.xml": b"<a/>"}), Fault.KIND),
        (package(**{"xl/workbook.xml": b"<a/>", "xl/vbaProject.bin": b"x"}), Fault.MACRO),
        (package(**{"xl/workbook.xml": b"<!DOCTYPE a><a/>"}), Fault.DECLARES),
        (package(**{"xl/workbook.xml": b"<a/>"}), Fault.BROKEN),
    ],
)
def test_what_is_wrong_with_it_is_said_by_the_rooms_code(data: bytes, fault: Fault) -> None:
    with pytest.raises(MalformedError) as error, foreign_book(data, LIMITS):
        pytest.fail("it was opened")
    assert error.value.code == f"law.book_{fault}"


def test_what_fails_while_it_is_read_is_broken_and_a_refusal_stays_one() -> None:
    with pytest.raises(MalformedError) as error, foreign_book(book(), LIMITS) as found:
        found["No such sheet"]
    assert error.value.code == "law.book_broken"
    with pytest.raises(RefusedError), foreign_book(book(), LIMITS):
        raise RefusedError("law.book_sheet", sheet="x")
