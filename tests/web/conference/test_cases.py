# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file of cases on a page: outcomes beside each other, what is missing, mistakes with their line and column; officers only."""

from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.cli.conference.test_rules import MADE


def sent(client: Client, **given: object) -> str:
    response = client.post("/conference/cases/", given)
    assert response.status_code == 200
    return str(response.content.decode())


def test_cases_are_computed_from_text_and_from_a_file(sign_in: Callable[..., Client]) -> None:
    client = sign_in()
    file = SimpleUploadedFile("made.yaml", MADE.encode())
    for page in (sent(client, text=MADE), sent(client, file=file)):
        assert "3 cases: 1 agree, 1 differ, 1 undetermined." in page
        assert "undetermined: needs the votes in favour, the majority that is needed" in page
        assert "thresholds.simple" in page


def test_rules_may_be_chosen(sign_in: Callable[..., Client]) -> None:
    client = sign_in()
    assert '<code dir="ltr">ilo</code>' in sent(client, text=MADE, rules="ilo")
    assert "no profile called nowhere" in sent(client, text=MADE, rules="nowhere")


def test_a_mistake_is_shown_with_its_place(sign_in: Callable[..., Client]) -> None:
    client = sign_in()
    assert "cases.yaml, line 3, column 35" in sent(client, text=MADE.replace("for: 2", "for: two"))
    assert 'role="alert"' in sent(client, text="")
    assert 'role="alert"' in sent(client, file=SimpleUploadedFile("x.yaml", b"\xff\xfe"))
    assert 'role="alert"' in sent(client, text="x" * 600_000)


def test_the_page_is_for_officers(db: None) -> None:
    assert Client().get("/conference/cases/").status_code == 302
