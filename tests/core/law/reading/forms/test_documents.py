# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""DOCX and PDF, made by the tests themselves; hostile archives. All laws are invented."""

import zipfile
from io import BytesIO

import docx
import pypdf
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.law.reading.blocks import CONTENTS, HEADING
from longbien.core.law.reading.cutting import cut
from longbien.core.law.reading.forms.counting import figure
from longbien.core.law.reading.forms.printed import is_right_to_left, is_turned, read_printed, word_order
from longbien.core.law.reading.forms.word import read_word


def document() -> docx.document.Document:
    made = docx.Document()
    made.add_heading("Chapter I General", 1)
    made.add_paragraph("Article 1. Purpose")
    made.add_paragraph("This law has a purpose.")
    paragraph = made.add_paragraph("Article 2")
    paragraph.add_run("1").font.superscript = True
    paragraph.add_run(". Inserted")
    made.add_paragraph("Its text\nin two lines.")
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "left", "right"
    return made


def saved(made: docx.document.Document) -> bytes:
    sink = BytesIO()
    made.save(sink)
    return sink.getvalue()


def test_a_docx_is_cut() -> None:
    found = cut(read_word(saved(document())), language="en")
    assert [(one.number, one.heading, one.text, one.path) for one in found.provisions] == [
        ("1", "Purpose", "This law has a purpose.", ("Chapter I General",)),
        ("2^1", "Inserted", "Its text\nin two lines.\nleft | right", ("Chapter I General",)),
    ]


def test_numbers_that_the_word_processor_counts_are_counted() -> None:
    made = docx.Document()
    numbering = made.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "77")
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for name, value in (("w:start", "1"), ("w:numFmt", "decimal"), ("w:lvlText", "Article %1.")):
        element = OxmlElement(name)
        element.set(qn("w:val"), value)
        level.append(element)
    abstract.append(level)
    numbering.insert(0, abstract)
    listed = OxmlElement("w:num")
    listed.set(qn("w:numId"), "77")
    of = OxmlElement("w:abstractNumId")
    of.set(qn("w:val"), "77")
    listed.append(of)
    numbering.append(listed)
    for heading in ("Purpose", "Entering"):
        paragraph = made.add_paragraph(heading)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = 77
        made.add_paragraph("Its text.")
    found = cut(read_word(saved(made)), language="en")
    assert [(one.number, one.heading) for one in found.provisions] == [("1", "Purpose"), ("2", "Entering")]
    assert [one.code for one in found.notes] == ["law_reading.counted"]


def test_figures_of_lists() -> None:
    assert [
        figure(4, form) for form in ("decimal", "lowerLetter", "upperRoman", "chineseCounting", "decimalZero")
    ] == [
        "4",
        "d",
        "IV",
        "四",
        "04",
    ]


def test_styles_of_contents_and_headings() -> None:
    made = document()
    made.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    made.paragraphs[1].style = "toc 1"
    blocks = read_word(saved(made)).blocks
    assert [one.style for one in blocks[:2]] == [HEADING, CONTENTS]


def archive(members: dict[str, bytes]) -> bytes:
    sink = BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return sink.getvalue()


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"word/document.xml": b"<a>" + b" " * 30_000_000}, "law_reading.archive_bomb"),
        ({f"a{number}": b"" for number in range(5001)}, "law_reading.archive_bomb"),
        ({"word/document.xml": b"<a/>", "word/vbaProject.bin": b"x"}, "law_reading.macros"),
        ({"a.txt": b"x"}, "law_reading.docx_broken"),
        ({"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "law_reading.entities"),
        ({"word/document.xml": b"<a/>"}, "law_reading.docx_broken"),
    ],
)
def test_hostile_archives_are_refused(members: dict[str, bytes], code: str) -> None:
    with pytest.raises(LongBienError) as error:
        read_word(archive(members))
    assert error.value.code == code


def test_a_cut_off_docx_is_refused() -> None:
    data = saved(document())
    with pytest.raises(MalformedError) as error:
        read_word(data[: len(data) // 2])
    assert error.value.code == "law_reading.docx_broken"


def pdf(*pages: list[str], password: str = "") -> bytes:
    """Write a PDF with lines of text on each page, by hand."""
    writer = pypdf.PdfWriter()
    font = pypdf.generic.DictionaryObject(
        {
            pypdf.generic.NameObject("/Type"): pypdf.generic.NameObject("/Font"),
            pypdf.generic.NameObject("/Subtype"): pypdf.generic.NameObject("/Type1"),
            pypdf.generic.NameObject("/BaseFont"): pypdf.generic.NameObject("/Helvetica"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(600, 800)
        fonts = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/F1"): font})
        page[pypdf.generic.NameObject("/Resources")] = pypdf.generic.DictionaryObject(
            {pypdf.generic.NameObject("/Font"): fonts}
        )
        stream = pypdf.generic.DecodedStreamObject()
        said = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream.set_data(f"BT /F1 10 Tf 50 750 Td {said}ET".encode())
        page[pypdf.generic.NameObject("/Contents")] = stream
    if password:
        writer.encrypt(password)
    sink = BytesIO()
    writer.write(sink)
    return sink.getvalue()


def test_a_pdf_is_cut_over_the_ends_of_its_pages() -> None:
    pages = [
        [
            f"Official Gazette {number}",
            f"Article {number}. Heading",
            "This sentence of the law goes on over the end of the line and",
            f"ends here. The next one, number {number}, goes over the end of the whole page so that",
            str(number),
        ]
        for number in range(1, 5)
    ]
    found = cut(read_printed(pdf(*pages), language="en"), language="en")
    assert [(one.number, one.heading) for one in found.provisions] == [
        (str(n), "Heading") for n in range(1, 5)
    ]
    assert found.provisions[0].text.startswith(
        "This sentence of the law goes on over the end of the line and ends here."
    )
    assert {one.text for one in found.rest if one.kind == "note"} == {
        *(f"Official Gazette {n}" for n in range(1, 5)),
        *(str(n) for n in range(1, 5)),
    }


def test_an_empty_page_between_others_is_named() -> None:
    found = read_printed(
        pdf(
            ["Article 1. Text that is long enough to be a page."],
            [],
            ["Article 2. Others are long enough, too."],
        )
    )
    assert [(one.code, one.place.number) for one in found.notes] == [("law_reading.pdf_bare_page", 2)]


def test_words_from_right_to_left_are_turned_around() -> None:
    pages = [["( المادة5)", "الدخول عقوبة", ".حق غير من نظام في دخل من كل يعاقب", ".القانون هذا ينتهي"]]
    assert (is_right_to_left(pages), is_turned(pages)) == (True, True)
    assert [word_order(line) for line in pages[0]] == [
        "المادة (5)",
        "عقوبة الدخول",
        "يعاقب كل من دخل في نظام من غير حق.",
        "ينتهي هذا القانون.",
    ]
    assert not is_turned([["المادة (5)", "ينتهي هذا القانون."]])
    assert word_order(" (المادة3)") == "المادة (3)"
    assert word_order("Latin words stay") == "Latin words stay"


def test_a_scan_is_refused_with_what_to_do() -> None:
    with pytest.raises(RefusedError) as error:
        read_printed(pdf([], [], []))
    assert (error.value.code, error.value.params) == ("law_reading.pdf_scanned", {"pages": 3})


def test_a_locked_pdf_is_refused() -> None:
    with pytest.raises(RefusedError) as error:
        read_printed(pdf(["Article 1. Text of some length that is long"], password="secret"))
    assert error.value.code == "law_reading.pdf_locked"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7 nothing", pdf(["Text"])[:200]])
def test_a_broken_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(LongBienError) as error:
        read_printed(data)
    assert error.value.code in {"law_reading.pdf_broken", "law_reading.pdf_scanned"}


def test_text_boxes_come_once_and_what_was_moved_stands_where_it_is_now() -> None:
    made = docx.Document()
    made.add_paragraph("Article 1. Purpose")
    paragraph = made.add_paragraph("Before the box.")
    words = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = "<w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>"
    run = f"<w:r {words}><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    paragraph._p.append(parse_xml(run))
    for tag in ("moveFrom", "moveTo"):
        moved = made.add_paragraph(f"{tag}: ")
        moved._p.append(parse_xml(f"<w:{tag} {words}><w:r><w:t>Moved.</w:t></w:r></w:{tag}>"))
    found = [one.text for one in read_word(saved(made)).blocks]
    assert found == [
        "Article 1. Purpose",
        "Before the box.",
        "In the box.",
        "moveFrom:",
        "moveTo: Moved.",
    ]
