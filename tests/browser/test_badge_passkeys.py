# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A badge of the Conference with a passkey: added after the first sign-in by code, then enough by itself; the code then asks for it."""

from collections.abc import Callable, Iterator

import pytest

from longbien.actions.conference.people.change import end_badge
from longbien.actions.conference.people.codes import Handed, issue_codes
from longbien.actions.conference.people.members import members
from longbien.actions.node import provide_node
from longbien.site.wiring import Provider
from longbien.store import models
from tests.attendance import Attendance, attend
from tests.authority import authority
from tests.browser.conftest import Visitor
from tests.browser.passkeys import add_passkey, authenticator, sign_in_with_passkey
from tests.nodes import make_node

TELEPHONE = 360


@pytest.fixture
def here(transactional_db: None) -> Iterator[Attendance]:
    """Give a session to which a delegation has come."""
    found = attend(make_node(authority("ZZ")))
    found.register(found.open("VN"))
    provide_node(lambda: found.node)
    yield found
    provide_node(Provider())


@pytest.fixture
def handed(here: Attendance) -> Handed:
    """Give its head a code for the session."""
    head = members(models.Delegation.objects.get(participant="VN"))[0]
    (found,) = issue_codes(node=here.node, actor=here.secretariat, badges=[head], once=False)
    return found


def by_code(telephone: Visitor, handed: Handed) -> None:
    """Sign in on the sign-in page by badge and code."""
    telephone.open("/sign-in/")
    telephone.page.click("a[href$='/sign-in/badge/']")
    telephone.page.fill("[name=badge]", handed.username)
    telephone.page.fill("[name=code]", handed.code)
    telephone.page.click("main button[type=submit]")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_badge_adds_a_passkey_and_signs_in_with_it(
    visit: Callable[..., Visitor], handed: Handed, language: str
) -> None:
    telephone = visit(language, width=TELEPHONE)
    # A passkey belongs to a name, never to a number.
    telephone.base = telephone.base.replace("127.0.0.1", "localhost")
    authenticator(telephone.page)
    by_code(telephone, handed)
    telephone.page.wait_for_url("**/conference/")
    add_passkey(telephone)
    assert (telephone.violations(), telephone.overflow()) == ([], 0)
    telephone.picture("badge-passkey-codes")
    telephone.page.context.clear_cookies()

    sign_in_with_passkey(telephone)
    telephone.open("/conference/cosp-1/delegations/own/")
    assert telephone.page.url.endswith("/delegations/VN/1/")
    assert (telephone.violations(), telephone.overflow()) == ([], 0)
    telephone.page.context.clear_cookies()

    by_code(telephone, handed)
    telephone.page.wait_for_selector("#use_passkey")
    assert (telephone.violations(), telephone.overflow()) == ([], 0)
    telephone.picture("badge-second-factor")
    telephone.page.click("#use_passkey")
    telephone.page.wait_for_url("**/conference/")
    assert telephone.complaints == []


def test_an_ended_badge_s_passkey_opens_nothing(
    visit: Callable[..., Visitor], here: Attendance, handed: Handed
) -> None:
    telephone = visit(width=TELEPHONE)
    telephone.base = telephone.base.replace("127.0.0.1", "localhost")
    authenticator(telephone.page)
    by_code(telephone, handed)
    telephone.page.wait_for_url("**/conference/")
    add_passkey(telephone)
    telephone.page.context.clear_cookies()
    end_badge(
        node=here.node, actor=here.secretariat, badge=models.Badge.objects.get(number=handed.badge), reason=""
    )
    telephone.open("/sign-in/")
    telephone.page.click("#passkey_login")
    telephone.page.wait_for_load_state("networkidle")
    telephone.open("/conference/cosp-1/delegations/own/")
    assert "/sign-in/" in telephone.page.url
