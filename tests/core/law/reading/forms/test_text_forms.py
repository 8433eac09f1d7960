# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Plain text, Markdown, HTML and their encodings. All laws are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError, MalformedError, RefusedError, UsageError
from longbien.core.law.reading.blocks import CONTENTS, HEADING, NOTE, TEXT
from longbien.core.law.reading.cutting import cut
from longbien.core.law.reading.forms.encodings import decoded
from longbien.core.law.reading.forms.kinds import FORMS, How, form_of, read_blocks
from longbien.core.law.reading.forms.page import read_page
from longbien.core.law.reading.forms.plain import read_markdown, read_plain

SENTENCES = {
    "ru": "Статья 1. Доступ\nЛицо, которое не имеет права на доступ и в системе с данными, наказывается за это.",
    "ar": "المادة 1\nيعاقب كل من دخل في نظام من غير حق أو على بيانات إلى أن يخرج هذا.",
    "zh": "第一条　任何人不得进入他人的系统，违者处以罚款，有下列情形之一的，依法处罚。",
    "ja": "第一条　この法律は、他人の電子計算機に入ることを禁止し、これに違反した者を罰する。",
    "pl": "Art. 1. Kto w systemie bez prawa się znajduje, podlega karze oraz grzywnie, jeśli nie jest na to zgoda.",
    "el": "Άρθρο 1\nΌποιος και με την είσοδο σε σύστημα της αρχής δεν έχει το δικαίωμα να την κάνει τιμωρείται.",
    "tr": "MADDE 1 – Bir sisteme ve veriye bu hakkı olmadan giren veya kalan için ceza ile bir yıl hapis.",
    "fr": "Article 1\nQui entre dans un système sans en avoir été autorisé à la date prévue est puni par la loi.",
}
LEGACY = (
    ("ru", "cp1251"),
    ("ru", "koi8-r"),
    ("ru", "cp866"),
    ("ar", "cp1256"),
    ("zh", "gb18030"),
    ("ja", "cp932"),
    ("ja", "euc-jp"),
    ("pl", "cp1250"),
    ("pl", "iso8859-2"),
    ("el", "cp1253"),
    ("tr", "cp1254"),
    ("fr", "cp1252"),
)


@pytest.mark.parametrize(("language", "encoding"), LEGACY)
def test_a_legacy_encoding_is_found_out_and_named(language: str, encoding: str) -> None:
    text = SENTENCES[language] * 3
    found, notes = decoded(text.encode(encoding), language=language)
    assert found == text
    assert [one.code for one in notes] == ["law_reading.encoding"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_needs_no_guess(encoding: str) -> None:
    text = "Article 1\nThe text of the article stands here."
    assert decoded(text.encode(encoding), language="en")[0] == text


def test_a_wrong_or_unknown_encoding_is_refused() -> None:
    with pytest.raises(MalformedError) as wrong:
        decoded(b"\xff\xfe\xfa"[1:], declared="utf-8")
    with pytest.raises(UsageError) as unknown:
        decoded(b"abc", declared="no-such-thing")
    with pytest.raises(UsageError) as no_text:
        decoded(b"abc", declared="hex")
    assert [one.value.code for one in (wrong, unknown, no_text)] == [
        "law_reading.encoding_wrong",
        "law_reading.encoding_name",
        "law_reading.encoding_name",
    ]


def test_lines_of_a_narrow_page_are_joined() -> None:
    long = "This is a sentence of the law which goes on over the end of the line and\nfurther over the next line as well, until it comes to\nits end here.\n"
    text = "".join(f"Article {number}. Heading\n{long}" for number in range(1, 9))
    found = read_plain(text.encode())
    assert [one.code for one in found.notes] == ["law_reading.unwrapped"]
    assert found.blocks[1].text.startswith(
        "This is a sentence of the law which goes on over the end of the line and further"
    )
    assert len(cut(found, language="en").provisions) == 8


def test_markdown_has_headings_notes_and_contents() -> None:
    text = "# Law\n- [Article 1](#a1)\n\n## Chapter I\n### Article 1. Purpose\nText with **strong** words.[^1]\n\n[^1]: A note.\n---\n"
    found = read_markdown(text.encode())
    assert [(one.text, one.style, one.level) for one in found.blocks] == [
        ("Law", HEADING, 1),
        ("- [Article 1](#a1)", CONTENTS, 0),
        ("Chapter I", HEADING, 2),
        ("Article 1. Purpose", HEADING, 3),
        ("Text with strong words.[^1]", TEXT, 0),
        ("[^1]: A note.", NOTE, 0),
    ]


PAGE = """<!doctype html><html><head><title>no</title><meta charset="windows-1251"><script>bad()</script></head><body>
<nav><a href="#1">Статья 1</a></nav><h1>ЗАКОН</h1><h2>Глава 1. Общие положения</h2>
<p>Статья <b>1</b>. Цель<p>Текст&nbsp;первый.<br>Вторая строка.
<div>Статья 2<sup>1</sup>. Вставка</div><table><tr><td>а<td>б</table>
<div class="footnotes">Примечание.</div><style>p{}</style></body>"""


def test_tag_soup_becomes_blocks() -> None:
    found = read_page(PAGE.encode("cp1251"))
    assert [(one.text, one.style) for one in found.blocks] == [
        ("Статья 1", CONTENTS),
        ("ЗАКОН", HEADING),
        ("Глава 1. Общие положения", HEADING),
        ("Статья 1. Цель", TEXT),
        ("Текст первый.", TEXT),
        ("Вторая строка.", TEXT),
        ("Статья 2¹. Вставка", TEXT),
        ("а | б", TEXT),
        ("Примечание.", NOTE),
    ]
    assert [one.number for one in cut(found, language="ru").provisions] == ["1", "2^1"]


def test_the_form_is_told_by_bytes_first() -> None:
    assert [
        form_of(b"%PDF-1.7", "a.txt"),
        form_of(b"PK\x03\x04", "a"),
        form_of(b"<html>", "a.txt"),
        form_of(b"<?xml version='1.0'?><akomaNtoso xmlns='x'>", ""),
        form_of(b'{"id": "1"}', ""),
        form_of(b"# Law", "law.md"),
        form_of("Điều 1".encode("utf-16"), "law"),
    ] == ["pdf", "docx", "html", "akn", "jsonl", "markdown", "text"]


@pytest.mark.parametrize(
    "data",
    [
        b"\xd0\xcf\x11\xe0old",
        b"{\\rtf1",
        b"\x89PNG\r\n",
        b"PK\x03\x04" + b"x" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text",
    ],
)
def test_other_forms_are_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(RefusedError) as error:
        form_of(data)
    assert error.value.code == "law_reading.form_other"


@pytest.mark.parametrize("data", [b"", b" \n", b"\x00\x00"])
def test_an_empty_file_has_no_text(data: bytes) -> None:
    with pytest.raises(RefusedError) as error:
        read_blocks(data, How(language="en"))
    assert error.value.code == "law_reading.no_text"


def test_json_lines_are_taken_as_they_are() -> None:
    found = cut(
        read_blocks(
            b'{"id": "A:1", "heading": "H", "text": "T", "num": "1", "more": 1}\n', How(language="en")
        ),
        language="en",
    )
    assert [(one.id, one.heading, one.text) for one in found.provisions] == [("A:1", "H", "T")]
    assert [one.code for one in found.notes] == ["law_reading.unread_member"]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(sorted(FORMS)))
def test_any_bytes_are_read_or_refused(data: bytes, form: str) -> None:
    try:
        cut(read_blocks(data, How(language="en"), form=form), language="en")
    except LongBienError as error:
        assert error.code.startswith(("law_reading.", "law.", "base."))  # noqa: PT017


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="<>/apdivtable&;#x0=\"' sup1Article\n", max_size=200))
def test_any_soup_is_read_or_refused(soup: str) -> None:
    try:
        read_page(soup.encode())
    except LongBienError as error:
        assert error.code == "law_reading.html_broken"  # noqa: PT017
