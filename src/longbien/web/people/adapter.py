# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the account pages may and may not do on this node."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):  # type: ignore[misc] # allauth ships no types
    """Nobody signs up, and the node sends no mail: the operator makes accounts on the command line."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse: an officer's account is an appointment, not a registration."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, object]) -> None:
        """Send nothing."""

    def get_reauthentication_methods(self, user: object) -> list[dict[str, str]]:
        """Give the ways in which somebody confirms who it is, codes last.

        Who has just added a passkey and has no password, as the holder of a badge, has not seen the recovery codes yet.
        """
        found: list[dict[str, str]] = super().get_reauthentication_methods(user)
        return sorted(found, key=lambda way: way["id"] == "mfa_reauthenticate")

    def pre_authenticate(self, request: HttpRequest, **credentials: object) -> None:
        """Leave wrong passwords to django-axes, which counts them by name and address together.

        Counted by address alone, one clumsy delegate would lock a whole hall out; by name alone, anybody outside could.
        """
