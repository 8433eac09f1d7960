# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The call-back in a real browser: the first officer's screen, and the second person's telephone with a passkey."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from longbien.actions.cooperation.answers.acknowledge import acknowledge
from longbien.actions.people.roster import plan_turn
from tests.actions.steps import safeguarded, send
from tests.browser.conftest import PASSWORD, Visitor
from tests.browser.passkeys import authenticator
from tests.pair import Pair, Side
from tests.requests import complete

TELEPHONE = 390


def asked(pair: Pair) -> str:
    """Bring an emergency request to AT, with the approver on call."""
    request_id = send(pair, "emergency", complete("emergency"))
    with pair.at as at:
        acknowledge(node=at.node, actor=at.officers["duty"], request_id=request_id)
        plan_turn(
            node=at.node,
            actor=at.officers["operator"],
            officer=at.officers["approver"],
            kind="on-call",
            begins_at=pair.clock.now,
            ends_at=pair.clock.now + timedelta(hours=12),
        )
    safeguarded(pair.at, request_id)
    return request_id


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_second_person_confirms_on_a_telephone_with_a_passkey(
    pair: Pair, desk: Callable[..., Visitor], language: str
) -> None:
    request_id = asked(pair)
    duty = desk(pair.at, "duty", language)
    duty.open(f"/requests/{request_id}/")
    assert duty.violations() == []
    duty.open(f"/requests/{request_id}/call-back/")
    assert duty.violations() == []
    duty.page.check("[name=number] >> nth=0")
    duty.page.check("[name=outcome][value=confirmed]")
    duty.page.fill("[name=reached]", "duty officer of the 24/7 point")
    duty.page.click("main form.lb-form button[type=submit]")
    code = duty.page.inner_text(".lb-code").replace(" ", "")
    assert len(code) == 8
    assert duty.violations() == []
    duty.picture("call-back-code")

    telephone = with_passkey(desk, pair.at, language)
    telephone.open("/account/factors/passkeys/")
    assert telephone.violations() == []
    confirm_on(telephone, code)

    duty.open(f"/requests/{request_id}/call-back/")
    assert "at-approver-1" in duty.page.inner_text("main")
    for path in ("/oversight/", f"/requests/{request_id}/call-back/", f"/requests/{request_id}/"):
        duty.open(path)
        assert (path, duty.violations()) == (path, [])
    assert duty.complaints == []
    assert telephone.complaints == []


def with_passkey(desk: Callable[..., Visitor], side: Side, language: str) -> Visitor:
    """Open a telephone whose owner, the approver, has just added a passkey."""
    telephone = desk(side, "", language, width=TELEPHONE)
    telephone.base = telephone.base.replace("127.0.0.1", "localhost")
    authenticator(telephone.page)
    telephone.sign_in("approver", PASSWORD)
    telephone.open("/account/factors/passkeys/add/")
    if telephone.page.locator("main [name=password]").count():
        telephone.page.fill("main [name=password]", PASSWORD)
        telephone.page.click("main form button[type=submit]")
    telephone.page.wait_for_selector("#add_passkey")
    assert telephone.violations() == []
    telephone.page.click("#add_passkey")
    telephone.page.wait_for_url("**/factors/codes/**")
    return telephone


def confirm_on(telephone: Visitor, code: str) -> None:
    """Type the code, use the passkey, confirm."""
    telephone.open("/call-back/")
    assert (telephone.violations(), telephone.overflow()) == ([], 0)
    telephone.page.fill("[name=code]", code.lower())
    telephone.page.click("main form button[type=submit]")
    telephone.page.wait_for_url(f"**/call-back/{code}/")
    assert telephone.page.locator("[name=outcome]").count() == 0
    telephone.page.click("main .lb-actions a")
    telephone.page.click("#use_passkey")
    telephone.page.wait_for_selector("[name=how]")
    assert (telephone.violations(), telephone.overflow()) == ([], 0)
    telephone.picture("call-back-second")
    telephone.page.check("[name=outcome][value=confirmed]")
    telephone.page.fill("[name=how]", "Listened to the call.")
    telephone.page.click("main form button[type=submit]")
    assert telephone.page.locator("main [role=status]").count() == 1
    assert telephone.violations() == []


def test_a_passkey_signs_in_by_itself(pair: Pair, desk: Callable[..., Visitor]) -> None:
    telephone = with_passkey(desk, pair.at, "en")
    telephone.page.context.clear_cookies()
    telephone.open("/sign-in/?next=/call-back/")
    telephone.page.click("#passkey_login")
    telephone.page.wait_for_selector("[name=code]")
    assert "approver" in telephone.page.inner_text("header")
