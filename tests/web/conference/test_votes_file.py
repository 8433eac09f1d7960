# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file of recorded votes on its page: who may, what is shown, what is refused, and that nothing leaks as markup."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from longbien.web.conference import votes_file

PATH = "/conference/votes-file/"
TABLE = """meeting,date,item,state,vote,outcome
GA,2019-12-27,L.1,VN,yes,adopted
GA,2019-12-27,L.1,France,no,adopted
GA,2019-12-27,L.1,DEU,yes,adopted
GA,2019-12-27,L.2,VN,yes,rejected
GA,2019-12-27,L.2,<b>Atlantis</b>,no,rejected
GA,2019-12-27,L.2,YU,abstain,rejected
"""


def upload(client: Client, text: str | bytes, **more: str) -> tuple[int, str]:
    """Send a file; give the status and the page."""
    data = text if isinstance(text, bytes) else text.encode()
    body = {"rule": "simple", "profile": "cosp-default", **more}
    response = client.post(PATH, {**body, "file": SimpleUploadedFile("votes.csv", data)})
    return response.status_code, response.content.decode()


def test_the_page_is_for_those_who_are_signed_in(db: None, sign_in: Callable[..., Client]) -> None:
    assert Client().get(PATH).status_code == 302
    assert "<form" in sign_in().get(PATH).content.decode()


def test_each_item_is_computed_again_and_lines_that_do_not_count_are_told(
    sign_in: Callable[..., Client],
) -> None:
    status, page = upload(sign_in(), TABLE)
    assert status == 200
    for said in (
        "Lines: 6; put to the vote: 2.",
        "2-1-0",
        "is not among today&#x27;s participants",
        "the recorded outcome is another one",
    ):
        assert said in page
    assert "&lt;b&gt;Atlantis&lt;/b&gt;" in page
    assert "<b>Atlantis" not in page


def test_only_differences_are_shown_if_asked_for(sign_in: Callable[..., Client]) -> None:
    _, page = upload(sign_in(), TABLE, differences="on")
    assert "<bdi>L.2</bdi>" in page
    assert "<bdi>L.1</bdi>" not in page


def test_what_is_no_table_of_votes_is_refused_with_its_sentence(sign_in: Callable[..., Client]) -> None:
    client = sign_in()
    for text, said in (
        ("state,vote\n", "No column was recognised for: item"),
        ('item,state,vote\n1,VN,"yes\n', "quotation marks"),
        (b"\xff\xfe\x00", "not written in"),
        ("\n", "no line of headings"),
    ):
        status, page = upload(client, text)
        assert (status, said in page) == (400, True), said


def test_a_file_that_is_too_large_for_a_page_is_refused(
    sign_in: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(votes_file, "MOST_BYTES", 10)
    status, page = upload(sign_in(), TABLE)
    assert status == 400
    assert "too large for a page" in page


def test_a_rule_that_there_is_not_is_refused(sign_in: Callable[..., Client]) -> None:
    client = sign_in()
    for name, value in (("rule", "consensus"), ("profile", "moon"), ("members", "0")):
        assert upload(client, TABLE, **{name: value})[0] == 400
