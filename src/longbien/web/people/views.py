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

from longbien.web.base.guard import public, signed_in

sign_in = public(account.login)
sign_out = public(account.logout)
inactive = public(account.account_inactive)
second_factor = public(factor.authenticate)
confirm_password = signed_in(account.reauthenticate)
confirm_factor = signed_in(factor.reauthenticate)
change_password = signed_in(account.password_change)
set_password = signed_in(account.password_set)
factors = signed_in(factor.index)
activate_totp = signed_in(totp.activate_totp)
deactivate_totp = signed_in(totp.deactivate_totp)
recovery_codes = signed_in(codes.view_recovery_codes)
make_recovery_codes = signed_in(codes.generate_recovery_codes)
take_recovery_codes = signed_in(codes.download_recovery_codes)
passkey_sign_in = public(passkeys.login_webauthn)
passkey_list = signed_in(passkeys.list_webauthn)
add_passkey = signed_in(passkeys.add_webauthn)
edit_passkey = signed_in(passkeys.edit_webauthn)
remove_passkey = signed_in(passkeys.remove_webauthn)
confirm_passkey = signed_in(passkeys.reauthenticate_webauthn)
open_sessions = signed_in(sessions.list_usersessions)


def locked_out(
    request: HttpRequest, response: HttpResponse | None, credentials: dict[str, str] | None
) -> HttpResponse:
    """Answer a locked name (django-axes calls this): for how long, and whom to ask."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    return render(request, "longbien/people/locked_out.html", {"minutes": minutes}, status=429)
