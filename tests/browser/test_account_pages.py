# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The account pages in a real browser."""

from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model

from tests.browser.conftest import Visitor

PASSWORD = "correct horse battery"
PAGES = ["/sign-in/", "/keyboard/", "/account/sessions/", "/account/factors/", "/account/confirm/", "/"]


@pytest.fixture
def officer(transactional_db: None) -> None:
    get_user_model().objects.create_user("duty", password=PASSWORD, role_id="zz-duty-1")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_account_pages(
    visit: Callable[..., Visitor], officer: None, language: str, direction: str, dark: bool
) -> None:
    visitor = visit(language, dark=dark)
    visitor.open("/sign-in/")
    assert visitor.violations() == []
    visitor.sign_in("duty", PASSWORD)
    for path in PAGES:
        visitor.open(path)
        assert visitor.page.get_attribute("html", "dir") == direction
        assert (path, visitor.violations()) == (path, [])
    assert visitor.complaints == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_sideways_scroll_on_a_small_telephone(
    visit: Callable[..., Visitor], officer: None, language: str
) -> None:
    visitor = visit(language, width=360)
    visitor.sign_in("duty", PASSWORD)
    for path in PAGES:
        visitor.open(path)
        assert (path, visitor.overflow()) == (path, 0)


def test_sign_in_works_without_script(visit: Callable[..., Visitor], officer: None) -> None:
    visitor = visit(script=False)
    visitor.sign_in("duty", PASSWORD)
    assert visitor.page.locator(".lb-head summary").last.inner_text() == "duty"
