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

    def pre_authenticate(self, request: HttpRequest, **credentials: object) -> None:
        """Leave wrong passwords to django-axes, which counts them by name and address together.

        Counted by address alone, one clumsy delegate would lock a whole hall out; by name alone, anybody outside could.
        """
