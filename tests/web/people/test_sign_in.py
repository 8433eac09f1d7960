# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The way in: password, second factor, lock-out, sessions; and what is not there."""

import re
from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import Client

from tests.web.conftest import PASSWORD


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()


@pytest.fixture
def account(db: None) -> None:
    get_user_model().objects.create_user("duty", password=PASSWORD, role_id="zz-duty-1")


def knock(client: Client, password: str) -> int:
    return client.post("/sign-in/", {"login": "duty", "password": password}).status_code


def code_now(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def test_the_password_opens(client: Client, account: None) -> None:
    response = client.post("/sign-in/", {"login": "duty", "password": PASSWORD}, follow=True)
    assert response.redirect_chain == [("/", 302), ("/requests/", 302)]
    assert "zz-duty-1" in response.content.decode()


def test_a_wrong_password_says_so_beside_the_form(client: Client, account: None) -> None:
    response = client.post("/sign-in/", {"login": "duty", "password": "wrong"})
    assert response.status_code == 200
    assert 'role="alert"' in response.content.decode()


def test_the_fifth_wrong_password_locks_the_name(client: Client, account: None) -> None:
    assert [knock(client, "wrong") for _ in range(5)] == [200, 200, 200, 200, 429]
    locked = client.post("/sign-in/", {"login": "duty", "password": PASSWORD})
    assert locked.status_code == 429
    assert "Try again in 15 minutes" in locked.content.decode()


@pytest.mark.parametrize(
    "path", ["/sign-up/", "/signup/", "/accounts/signup/", "/account/email/", "/password/reset/"]
)
def test_nobody_signs_up(client: Client, db: None, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_second_factor_is_set_up_and_asked_for(sign_in: Callable[..., Client]) -> None:
    client = sign_in()
    client.post("/account/confirm/", {"password": PASSWORD})
    page = client.get("/account/factors/app/").content.decode()
    secret = "".join(re.findall(r"<span>(\w+)</span>", page.split("Secret:")[1].split("</code>")[0]))
    done = client.post("/account/factors/app/", {"code": code_now(secret)}, follow=True)
    assert done.redirect_chain[-1][0] == "/account/factors/codes/"
    assert done.content.decode().count("<li><code>") == 10
    stranger = Client()
    half = stranger.post("/sign-in/", {"login": "duty", "password": PASSWORD}, follow=True)
    assert half.redirect_chain == [("/sign-in/second-factor/", 302)]
    assert stranger.get("/account/sessions/").status_code == 302


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/account/password/", "Change the password"),
        ("/account/factors/", "Authenticator app"),
        ("/account/sessions/", "Where I am signed in"),
    ],
)
def test_the_account_pages_open(sign_in: Callable[..., Client], path: str, words: str) -> None:
    client = sign_in()
    client.post("/account/confirm/", {"password": PASSWORD})
    assert words in client.get(path).content.decode()


def test_sign_out(sign_in: Callable[..., Client]) -> None:
    client = sign_in()
    assert client.post("/sign-out/").status_code == 302
    assert client.get("/account/sessions/").status_code == 302
