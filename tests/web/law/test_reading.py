# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a law on its page: what is shown, what is refused, what can be taken away. All laws are invented."""

from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from longbien.core.law.provisions.lines import read_lines
from longbien.core.law.reading.forms.akn_read import read_akn
from tests.pair import Pair, Side
from tests.web.conftest import Desk

PATH = "/law/laws/read/"
LAW = """LAW ON EXAMPLES
CHAPTER I
GENERAL PROVISIONS
Article 1. Purpose
This law has a <b>purpose</b>.
Article 3. Taking
Whoever takes is punished.
ANNEX I
A list of things that has no numbers at all.
"""


def send(client: Client, text: str = LAW, **more: str) -> tuple[int, str]:
    file = {"file": SimpleUploadedFile("law.txt", text.encode())} if text else {}
    response = client.post(PATH, {"language": "en", "code": "X", **file, **more})
    return response.status_code, response.content.decode()


def test_the_page_is_for_officers(db: None, sign_in: Callable[..., Client]) -> None:
    assert Client().get(PATH).status_code == 302
    assert "<form" in sign_in().get(PATH).content.decode()


def test_outline_warnings_and_text_stand_beside_each_other(sign_in: Callable[..., Client]) -> None:
    status, page = send(sign_in())
    assert status == 200
    for said in (
        "2 provisions, read as text.",
        "CHAPTER I GENERAL PROVISIONS",
        "Numbers are missing: 3 comes after 1.",
        '<a href="#p2"><bdi>X:3</bdi></a>',
        "Left over, annexes:",
        "&lt;b&gt;purpose&lt;/b&gt;",
    ):
        assert said in page
    assert "<b>purpose" not in page


def test_a_pasted_text_is_read_too(sign_in: Callable[..., Client]) -> None:
    status, page = send(sign_in(), "", pasted=LAW)
    assert (status, "2 provisions" in page) == (200, True)


def test_without_file_and_text_the_page_asks_for_one(sign_in: Callable[..., Client]) -> None:
    status, page = send(sign_in(), "")
    assert (status, "Choose a file or paste a text." in page) == (400, True)


def test_a_scan_or_another_form_is_refused_with_what_to_do(sign_in: Callable[..., Client]) -> None:
    status, page = send(sign_in(), "{\\rtf1 text}")
    assert (status, "This is a RTF file. Save it as DOCX" in page) == (400, True)


def test_what_was_read_can_be_taken_away(pair: Pair, desk: Callable[[Side, str], Desk]) -> None:
    lines = '{"id": "X:1", "heading": "H", "text": "T", "law": "X", "num": "1"}\r\n'
    officer = desk(pair.vn, "duty")
    given = {"lines": lines, "language": "en"}
    data = [
        b"".join(officer.post(f"{PATH}file/", {**given, "do": do}).streaming_content)
        for do in ("lines", "akn")
    ]
    assert read_lines(data[0]).provisions == read_akn(data[1]).provisions
    for wrong in ({"lines": "", "do": "lines"}, {"lines": "no json", "do": "akn"}):
        assert officer.post(f"{PATH}file/", wrong).status_code == 400
    assert officer.get(f"{PATH}file/").status_code == 405
