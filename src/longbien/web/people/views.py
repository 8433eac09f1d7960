# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The account pages: allauth's views under this house's access marks."""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.usersessions import views as sessions
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longbien.web.base.guard import guarded, public

sign_in = public(account.login)
sign_out = public(account.logout)
inactive = public(account.account_inactive)
second_factor = public(factor.authenticate)
confirm_password = guarded()(account.reauthenticate)
confirm_factor = guarded()(factor.reauthenticate)
change_password = guarded()(account.password_change)
factors = guarded()(factor.index)
activate_totp = guarded()(totp.activate_totp)
deactivate_totp = guarded()(totp.deactivate_totp)
recovery_codes = guarded()(codes.view_recovery_codes)
make_recovery_codes = guarded()(codes.generate_recovery_codes)
take_recovery_codes = guarded()(codes.download_recovery_codes)
passkey_sign_in = public(passkeys.login_webauthn)
passkey_list = guarded()(passkeys.list_webauthn)
add_passkey = guarded()(passkeys.add_webauthn)
edit_passkey = guarded()(passkeys.edit_webauthn)
remove_passkey = guarded()(passkeys.remove_webauthn)
confirm_passkey = guarded()(passkeys.reauthenticate_webauthn)
open_sessions = guarded()(sessions.list_usersessions)


def locked_out(
    request: HttpRequest, response: HttpResponse | None, credentials: dict[str, str] | None
) -> HttpResponse:
    """Answer a locked name (django-axes calls this): for how long, and whom to ask."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    return render(request, "longbien/people/locked_out.html", {"minutes": minutes}, status=429)
