# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A device that holds passkeys, given to a browser of a test, and the pages on which a passkey is added and used."""

from playwright.sync_api import Page

from tests.browser.conftest import Visitor


def authenticator(page: Page) -> None:
    """Give the browser a device that holds passkeys and always says yes."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def add_passkey(visitor: Visitor) -> None:
    """Add a passkey by the menu of the own name, as somebody without a password; ends at the recovery codes, before which it is used at once."""
    page = visitor.page
    page.locator(".lb-head details.lb-menu > summary").last.click()
    page.click(".lb-head a[href$='/account/factors/']")
    page.click("main a[href$='/account/factors/passkeys/']")
    page.click("main a[href$='/account/factors/passkeys/add/']")
    page.wait_for_selector("#add_passkey")
    page.click("#add_passkey")
    page.wait_for_url("**/account/confirm-passkey/**")
    page.click("#use_passkey")
    page.wait_for_url("**/factors/codes/**")


def sign_in_with_passkey(visitor: Visitor) -> None:
    """Sign in on the sign-in page by the passkey alone."""
    visitor.open("/sign-in/")
    visitor.page.click("#passkey_login")
    visitor.page.wait_for_url(lambda address: "/sign-in/" not in address)
