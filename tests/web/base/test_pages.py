# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The frame of the pages: exercise mark, language, session, refusals."""

from collections.abc import Callable

import pytest
from django.test import Client, RequestFactory

from longbien.core.base.errors import LongBienError, MalformedError, RefusedError, UsageError
from longbien.web.base.errors import failed
from longbien.web.base.refusals import RefusalMiddleware, status_of


def test_start_shows_strangers_the_convention_and_the_way_in(client: Client, db: None) -> None:
    page = client.get("/").content.decode()
    assert 'href="/sign-in/">Sign in</a>' in page
    assert "instruments" in page


@pytest.mark.parametrize("path", ["/sign-in/", "/keyboard/", "/no-such-page/"])
def test_each_page_of_an_exercise_node_says_so(client: Client, db: None, path: str) -> None:
    page = client.get(path).content.decode()
    assert "<strong>EXERCISE</strong>" in page
    assert "EXERCISE · Long Biên ZZ</title>" in page


def test_the_language_is_remembered_and_leads_back(client: Client, db: None) -> None:
    response = client.post("/language/", {"language": "ar", "next": "/keyboard/"})
    assert (response.status_code, response["location"]) == (302, "/keyboard/")
    assert client.cookies["longbien_zz_language"].value == "ar"
    assert 'dir="rtl"' in client.get("/keyboard/").content.decode()


@pytest.mark.parametrize(
    "place", ["https://elsewhere.invalid/", "//elsewhere.invalid/", "javascript:alert(1)", ""]
)
def test_no_form_leads_to_another_site(client: Client, db: None, place: str) -> None:
    assert client.post("/language/", {"language": "xx", "next": place})["location"] == "/"
    assert "longbien_zz_language" not in client.cookies


def test_the_session_can_be_made_longer(sign_in: Callable[..., Client]) -> None:
    client = sign_in()
    response = client.post("/stay-signed-in/", {"next": "/keyboard/"}, follow=True)
    assert "You stay signed in" in response.content.decode()


def test_an_unknown_page_is_a_page(client: Client, db: None) -> None:
    response = client.get("/no-such-page/")
    assert response.status_code == 404
    assert "There is no such page" in response.content.decode()


def test_a_form_without_its_token_is_refused_with_a_sentence(db: None) -> None:
    response = Client(enforce_csrf_checks=True).post("/language/", {"language": "ar"})
    assert response.status_code == 403
    assert "http.form_expired" in response.content.decode()


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (RefusedError("people.not_permitted"), 403),
        (RefusedError("cooperation.request_unknown"), 404),
        (MalformedError("base.not_json"), 400),
        (UsageError("config.missing"), 400),
        (RefusedError("exchange.quota"), 409),
        (LongBienError("log.fork"), 409),
    ],
)
def test_each_refusal_has_its_status(error: LongBienError, status: int) -> None:
    assert status_of(error) == status


def test_a_refusal_is_a_page_with_sentence_and_code(db: None, rf: RequestFactory) -> None:
    request = rf.post("/somewhere/")
    middleware = RefusalMiddleware(failed)
    response = middleware.process_exception(request, MalformedError("base.not_utf8", position=7))
    assert response is not None
    assert response.status_code == 400
    page = response.content.decode()
    assert "The data are not text in UTF-8 (from byte 7)." in page
    assert "base.not_utf8" in page
    assert middleware.process_exception(request, ValueError()) is None


def test_a_failure_needs_nothing(rf: RequestFactory) -> None:
    response = failed(rf.get("/"))
    assert response.status_code == 500
    assert b"Nothing was changed" in response.content
