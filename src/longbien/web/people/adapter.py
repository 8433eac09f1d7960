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
