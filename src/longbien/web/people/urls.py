# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the account pages. The names are those by which allauth finds its own pages."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.people import views
from longbien.web.people.badges import badge_sign_in
from longbien.web.people.officers import approve_page, officers_page, propose_page, reject_page
from longbien.web.people.roster import call_off_page, plan_page, roster_page
from longbien.web.people.tokens import revoke_page, tokens_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("sign-in/", views.sign_in, name="account_login"),
    path("sign-in/badge/", badge_sign_in, name="badge_sign_in"),
    path("sign-in/second-factor/", views.second_factor, name="mfa_authenticate"),
    path("sign-out/", views.sign_out, name="account_logout"),
    path("account/inactive/", views.inactive, name="account_inactive"),
    path("account/confirm/", views.confirm_password, name="account_reauthenticate"),
    path("account/confirm-factor/", views.confirm_factor, name="mfa_reauthenticate"),
    path("account/password/", views.change_password, name="account_change_password"),
    path("account/password/set/", views.set_password, name="account_set_password"),
    path("account/factors/", views.factors, name="mfa_index"),
    path("account/factors/app/", views.activate_totp, name="mfa_activate_totp"),
    path("account/factors/app/remove/", views.deactivate_totp, name="mfa_deactivate_totp"),
    path("account/factors/codes/", views.recovery_codes, name="mfa_view_recovery_codes"),
    path("account/factors/codes/new/", views.make_recovery_codes, name="mfa_generate_recovery_codes"),
    path("account/factors/codes/file/", views.take_recovery_codes, name="mfa_download_recovery_codes"),
    path("sign-in/passkey/", views.passkey_sign_in, name="mfa_login_webauthn"),
    path("account/confirm-passkey/", views.confirm_passkey, name="mfa_reauthenticate_webauthn"),
    path("account/factors/passkeys/", views.passkey_list, name="mfa_list_webauthn"),
    path("account/factors/passkeys/add/", views.add_passkey, name="mfa_add_webauthn"),
    path("account/factors/passkeys/<int:pk>/", views.edit_passkey, name="mfa_edit_webauthn"),
    path("account/factors/passkeys/<int:pk>/remove/", views.remove_passkey, name="mfa_remove_webauthn"),
    path("people/", officers_page, name="people"),
    path("people/changes/", propose_page, name="propose_change"),
    path("people/changes/<int:number>/approve/", approve_page, name="approve_change"),
    path("people/changes/<int:number>/reject/", reject_page, name="reject_change"),
    path("people/roster/", roster_page, name="roster"),
    path("people/roster/plan/", plan_page, name="plan_turn"),
    path("people/roster/<int:number>/call-off/", call_off_page, name="call_off_turn"),
    path("account/tokens/", tokens_page, name="tokens"),
    path("account/tokens/<slug:token_id>/revoke/", revoke_page, name="revoke_token"),
    path("account/sessions/", views.open_sessions, name="usersessions_list"),
]
