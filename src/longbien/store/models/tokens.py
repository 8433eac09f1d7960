# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tokens by which an officer's own programs act in the officer's name. The secret is not kept, only its digest."""

from django.db import models

from longbien.store.models.people import Officer


class OfficerToken(models.Model):
    """One token; ended, never deleted."""

    token_id = models.CharField(max_length=16, unique=True)
    """Stands at the beginning of the token, so that it is found without its secret."""
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64)
    """SHA-256 of the secret, which has 256 bits of chance: nothing slower is needed."""
    scopes = models.JSONField()
    given_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    """When it was last used, to the hour."""
