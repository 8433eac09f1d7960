# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.bridge.joining_papers`: tagged PDF for archives, and a document that can be edited."""

import io
import zipfile

import pytest
from docx import Document

from longbien.bridge.joining_papers import JoiningPapers, picture_papers
from longbien.core.treaty.joining.answers import NOTHING
from longbien.core.treaty.joining.package import Package, package
from tests.joining import answers, position

PAIRS = (("vi", "en"), ("ar", "en"), ("zh", "ru"), ("fr", "es"))


def papers(*languages: str, exercise: bool = False, draft: bool = False) -> Package:
    """Give complete papers."""
    return package(answers(), position(), languages=languages, exercise=exercise, draft=draft)


@pytest.mark.parametrize("languages", PAIRS)
def test_it_is_a_tagged_pdf_for_archives_and_always_the_same(languages: tuple[str, str]) -> None:
    made = JoiningPapers().pdf(papers(*languages))
    assert made == JoiningPapers().pdf(papers(*languages))
    assert made.startswith(b"%PDF-1.7")
    assert b"<pdfaid:part>3</pdfaid:part>" in made
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in made
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert b"/StructTreeRoot" in made


def test_each_paper_begins_on_a_page() -> None:
    found = papers("en")
    assert len(picture_papers(found)) >= len(found.papers)


def test_values_are_never_markup() -> None:
    evil = '#panic("x") $x$ *b* `c` #import "@preview/x:1.0.0" \\ <a> @b <w:p/>'
    found = package(
        answers({"state.name.en": evil, "reservation.1.text.en": evil}),
        position(),
        languages=("en",),
        exercise=True,
    )
    assert JoiningPapers().pdf(found).startswith(b"%PDF")
    assert evil in text_of(JoiningPapers().docx(found))


def text_of(made: bytes) -> str:
    """Give the text of a document, tables included."""
    document = Document(io.BytesIO(made))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_document_says_what_the_papers_say_side_by_side() -> None:
    found = papers("ar", "en", exercise=True)
    made = JoiningPapers().docx(found)
    document = Document(io.BytesIO(made))
    assert [table.rows[0].cells[1].text for table in document.tables] == [
        paper.titles[1] for paper in found.papers
    ]
    shown = text_of(made)
    for paper in found.papers:
        for row in paper.rows:
            assert all(text in shown for text in row.texts)
    assert shown.count("EXERCISE – NOT A REAL INSTRUMENT") == len(found.papers)
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        body = parts.read("word/document.xml").decode("utf-8")
    assert body.count("<w:bidiVisual") == len(found.papers)
    assert "<w:rtl/>" in body


def test_a_real_node_marks_no_exercise_and_a_draft_is_marked_on_every_paper() -> None:
    assert "EXERCISE" not in text_of(JoiningPapers().docx(papers("en")))
    found = package(NOTHING, position(), languages=("en",), exercise=False, draft=True)
    assert text_of(JoiningPapers().docx(found)).count("DRAFT") == len(found.papers)
