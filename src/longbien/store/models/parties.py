# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The directory as rows: parties, their signed entries, and who confirmed an entry's fingerprint."""

from django.db import models
from django.db.models import UniqueConstraint


class Party(models.Model):
    """A State or an organisation that this node has met. What it says of itself is in its entries."""

    party_id = models.CharField(max_length=18, primary_key=True)
    own = models.BooleanField(default=False)
    met_at = models.DateTimeField()
    silence_limit = models.PositiveIntegerField(default=259_200)
    """Seconds without a receipt after which this node states what it attempted (docs/protocol/exchange.md)."""
    acts_per_hour = models.PositiveIntegerField(default=36_000)
    """How many acts are taken from the party in an hour."""


class Entry(models.Model):
    """A signed directory entry, kept as it came."""

    PENDING = "pending"
    TRUSTED = "trusted"
    REFUSED = "refused"

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, unique=True)
    """SHA-256 of the payload: the fingerprint."""
    envelope = models.BinaryField()
    state = models.CharField(max_length=8, default=PENDING)
    received_at = models.DateTimeField()
    trusted_at = models.DateTimeField(null=True, blank=True)
    leaf_index = models.BigIntegerField(null=True, blank=True)

    class Meta:
        """At most one trusted entry has a number."""

        constraints = [
            UniqueConstraint(
                fields=["party", "number"],
                condition=models.Q(state="trusted"),
                name="entry_number_trusted_once",
            )
        ]


class Confirmation(models.Model):
    """An officer compared the fingerprint with one obtained out of band."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="confirmations")
    officer = models.ForeignKey("longbien.Officer", on_delete=models.PROTECT, related_name="+")
    role_id = models.CharField(max_length=64)
    means = models.CharField(max_length=200)
    """By which line the fingerprint was read to the officer."""
    at = models.DateTimeField()

    class Meta:
        """One person confirms an entry once."""

        constraints = [UniqueConstraint(fields=["entry", "officer"], name="confirmation_once_a_person")]
