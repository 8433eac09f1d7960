# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The account pages in a real browser."""

from collections.abc import Callable, Iterator

import pytest

from longbien.actions.node import provide_node
from longbien.site.wiring import Provider
from tests.authority import authority
from tests.browser.conftest import Visitor
from tests.nodes import make_node, make_officer

PASSWORD = "correct horse battery"
PAGES = ["/sign-in/", "/keyboard/", "/account/sessions/", "/account/factors/", "/account/confirm/", "/"]


@pytest.fixture
def officer(transactional_db: None) -> Iterator[None]:
    """Give a node and one duty officer."""
    node = make_node(authority("ZZ"))
    provide_node(lambda: node)
    duty = make_officer("duty", "duty-officer")
    duty.set_password(PASSWORD)
    duty.save()
    yield
    provide_node(Provider())


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_account_pages(
    visit: Callable[..., Visitor], officer: None, language: str, direction: str, dark: bool
) -> None:
    visitor = visit(language, dark=dark)
    visitor.open("/sign-in/")
    assert visitor.violations() == []
    visitor.sign_in("duty", PASSWORD)
    visitor.check_faultless(PAGES, direction)
    assert visitor.complaints == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_sideways_scroll_on_a_small_telephone(
    visit: Callable[..., Visitor], officer: None, language: str
) -> None:
    visitor = visit(language, width=360)
    visitor.sign_in("duty", PASSWORD)
    visitor.check_narrow(PAGES)


def test_sign_in_works_without_script(visit: Callable[..., Visitor], officer: None) -> None:
    visitor = visit(script=False)
    visitor.sign_in("duty", PASSWORD)
    assert visitor.page.locator(".lb-head summary").last.inner_text() == "duty"
