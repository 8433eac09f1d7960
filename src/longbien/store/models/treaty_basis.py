# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Legal bases between States as rows: what officers entered, what the node noticed, what two States agreed (Art. 40(7))."""

from django.db import models
from django.db.models import Index, Q, UniqueConstraint


class BasisEntry(models.Model):
    """One dated row about a treaty between two States. Never changed: it counts once a second officer confirmed it, until another replaces it."""

    one = models.CharField(max_length=18)
    other = models.CharField(max_length=18)
    """The pair, in the order of the alphabet."""
    basis = models.CharField(max_length=40)
    status = models.CharField(max_length=16)
    since = models.DateField()
    until = models.DateField(null=True)
    name = models.TextField(blank=True, default="")
    note = models.TextField(blank=True, default="")
    source = models.TextField()
    confidence = models.CharField(max_length=16)
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    entered_by = models.ForeignKey("longbien.Officer", on_delete=models.PROTECT, related_name="+")
    entered_role_id = models.CharField(max_length=64)
    entered_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        "longbien.Officer", on_delete=models.PROTECT, null=True, related_name="+"
    )
    confirmed_role_id = models.CharField(max_length=64, blank=True, default="")
    confirmed_at = models.DateTimeField(null=True)
    rejected_by = models.ForeignKey("longbien.Officer", on_delete=models.PROTECT, null=True, related_name="+")
    rejected_role_id = models.CharField(max_length=64, blank=True, default="")
    rejected_at = models.DateTimeField(null=True)
    rejected_why = models.TextField(blank=True, default="")

    class Meta:
        """A row is replaced once; the current rows of a pair are found at once."""

        constraints = [
            UniqueConstraint(
                fields=["replaces"],
                condition=Q(confirmed_at__isnull=False, replaces__isnull=False),
                name="basis_entry_replaced_once",
            )
        ]
        indexes = [Index(fields=["one", "other", "confirmed_at"], name="basis_entry_pair")]


class BasisNotice(models.Model):
    """What the node noticed by itself: a basis between it and a partner came into force or ended, effective on a day. Once each."""

    partner = models.CharField(max_length=18)
    basis = models.CharField(max_length=40)
    status = models.CharField(max_length=16)
    day = models.DateField()
    """The day from which it holds."""
    note = models.TextField(blank=True, default="")
    noticed_at = models.DateTimeField()
    leaf_index = models.BigIntegerField()

    class Meta:
        """Once for each partner, basis, status and day."""

        constraints = [
            UniqueConstraint(fields=["partner", "basis", "status", "day"], name="basis_notice_once")
        ]


class BasisAgreement(models.Model):
    """An agreement of two States to use Article 40(8)-(31) instead of another treaty's rules: offered by one, accepted by the other, ended by either.

    A summary of acts, which alone count: `thread` is the offer's act id.
    """

    thread = models.CharField(max_length=32, primary_key=True)
    partner = models.CharField(max_length=18, db_index=True)
    ours = models.BooleanField()
    """Whether this node offered it."""
    request = models.CharField(max_length=32, blank=True, default="")
    """The request it is for; empty: all requests between the two."""
    since = models.DateField()
    until = models.DateField(null=True)
    text = models.TextField(blank=True, default="")
    offered_at = models.DateTimeField()
    offer_digest = models.CharField(max_length=64)
    accepted_at = models.DateTimeField(null=True)
    accepted_digest = models.CharField(max_length=64, blank=True, default="")
    ended_from = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=18, blank=True, default="")
    ended_digest = models.CharField(max_length=64, blank=True, default="")
    ended_why = models.TextField(blank=True, default="")
