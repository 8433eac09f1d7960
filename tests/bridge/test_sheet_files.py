# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper in every form: each says all of it, in every direction, and a part that was taken out is seen in each."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from lxml import etree
from openpyxl import load_workbook

from longbien.bridge.akn import NAMESPACE, write_bill
from longbien.bridge.pages import Papers
from longbien.core.base.sheet import Section, Sheet, bars, names, pair, quoted, table, text
from longbien.core.law.clauses.bill import bill_of, chosen

GONE = "withheld from the public version"
SHEET = Sheet(
    language="en",
    title="A report",
    kicker="Law desk",
    lead="First line\nSecond line",
    on=date(2026, 11, 22),
    mark="EXERCISE",
    foot="Foot",
    contents="Contents",
    withheld=GONE,
    sections=(
        Section(title="Summary", rows=(text("Some <words> & more"), bars([("Full", 3), ("None", 0)]))),
        Section(
            title="Articles", rows=(pair("As of", "2026-11-22"), text(GONE, kind="withheld")), new_page=True
        ),
        Section(
            title="Article 7",
            level=3,
            rows=(
                table(("Duty", "Law"), [("7(1)", "=1+1"), ("7(2)", GONE)], shares=(1, 3)),
                quoted("مادة من قانون", language="ar", caption="A quotation"),
                quoted(GONE, language="en", caption="Taken out"),
                quoted("A clause\nof two lines", language="en", caption="Clause", kind="clause"),
            ),
        ),
        Section(
            title="Article 8",
            level=3,
            rows=(
                table(("Duty", "Law"), [("8(1)", "x")]),
                names("Texts", ("A", "B")),
                text("i", kind="item"),
            ),
        ),
    ),
)
SAID = ("Some <words> & more", "Second line", "مادة من قانون", "of two lines", "=1+1", GONE, "8(1)", "A, B")


def words_of_docx(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    return "\n".join(one.text or "" for one in document.element.body.iter() if one.tag.endswith("}t"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_pdf_is_for_archives_and_screen_readers(language: str) -> None:
    pdf = Papers().sheet(replace(SHEET, language=language))
    assert pdf.startswith(b"%PDF-1.7")
    assert pdf == Papers().sheet(replace(SHEET, language=language))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_word_processor_finds_everything(language: str) -> None:
    found = words_of_docx(Papers().sheet_file(replace(SHEET, language=language), "docx"))
    assert [one for one in SAID if one not in found] == []


def test_a_spreadsheet_has_a_sheet_for_each_part_and_no_formula_and_nothing_hidden() -> None:
    data = Papers().sheet_file(SHEET, "xlsx")
    assert data == Papers().sheet_file(SHEET, "xlsx")
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Summary", "Articles"]
    cells = {str(cell.value) for page in book for row in page.iter_rows() for cell in row if cell.value}
    assert {"7(1)", "=1+1", "8(1)", "Article 8", GONE, "مادة من قانون"} <= cells
    assert {cell.data_type for page in book for row in page.iter_rows() for cell in row} <= {"s", "n"}
    assert {page.sheet_state for page in book} == {"visible"}
    names_of = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert not [one for one in names_of if "comments" in one or "vba" in one]


def test_akoma_ntoso_says_everything_with_languages_and_marks_what_is_gone() -> None:
    root = etree.fromstring(Papers().sheet_file(SHEET, "akn"))
    said = "\n".join(root.itertext())
    assert [one for one in SAID if one not in said] == []
    assert len(root.findall(f".//{{{NAMESPACE}}}omissis")) == 3
    (quote,) = root.findall(f".//{{{NAMESPACE}}}embeddedText")
    assert quote.get("{http://www.w3.org/XML/1998/namespace}lang") == "ar"


def test_a_bill_has_sections_with_numbers_headings_and_points() -> None:
    clauses = chosen(("13.base", "7.testing"))
    bill = bill_of(clauses, title="A bill", on=date(2026, 11, 22), marks=("No advice",))
    root = etree.fromstring(write_bill(bill))
    assert [one.text for one in root.findall(f".//{{{NAMESPACE}}}heading")] == [one.title for one in clauses]
    points = root.findall(f".//{{{NAMESPACE}}}paragraph/{{{NAMESPACE}}}num")
    assert [one.text for one in points] == ["(a)", "(b)", "(c)"]
    ids = [one.get("eId") for one in root.iter() if one.get("eId")]
    assert len(ids) == len(set(ids))
