# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accounts of the node's own people, the roles they hold, and the records of decisions about them."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q, UniqueConstraint


class Officer(AbstractUser):
    """A person who works at this node.

    `role_id` (such as `vn-duty-1`) names the officer in acts, never the name. What a role may do is in
    `longbien.actions.access`, not in rows; Django's own permissions and the superuser flag open nothing.
    """

    role_id = models.CharField(max_length=64, blank=True, default="")
    language = models.CharField(max_length=10, blank=True, default="")
    """The language in which e-mails are written to the officer; empty for the node's own."""

    class Meta(AbstractUser.Meta):
        """One role id names one officer for ever."""

        constraints = [
            UniqueConstraint(fields=["role_id"], condition=~Q(role_id=""), name="officer_role_id_once")
        ]

    def roles(self) -> frozenset[str]:
        """Give the roles that the officer holds now; none for an account that was closed."""
        if not self.is_active or not self.role_id:
            return frozenset()
        return frozenset(self.grants.filter(ended_at=None).values_list("role", flat=True))


class RoleGrant(models.Model):
    """A role held by an officer from one moment to another; rows are ended, never deleted."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=32)
    granted_by = models.CharField(max_length=64)
    granted_at = models.DateTimeField()
    ended_by = models.CharField(max_length=64, blank=True, default="")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """An officer holds a role once at a time."""

        constraints = [
            UniqueConstraint(
                fields=["officer", "role"], condition=Q(ended_at=None), name="role_grant_once_at_a_time"
            )
        ]


class RoleChange(models.Model):
    """A change of an officer's roles that waits for a second person: what, for whom, by whom. Kept for ever."""

    OPEN = "open"
    MADE = "made"
    REJECTED = "rejected"

    step = models.CharField(max_length=8)
    """`grant`, `end`, `close` or `reopen`."""
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="role_changes")
    roles = models.JSONField(default=list)
    state = models.CharField(max_length=8, default=OPEN, db_index=True)
    proposed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    ended_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)


class DutyTurn(models.Model):
    """A turn of an officer: who is at the desk, or may be called, from one moment until before another. Called off, never deleted."""

    DUTY = "duty"
    ON_CALL = "on-call"

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="turns")
    kind = models.CharField(max_length=8)
    """`duty`: at the desk; `on-call`: at home, and may be called as the second person."""
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    planned_by = models.CharField(max_length=64)
    planned_at = models.DateTimeField()
    called_off_by = models.CharField(max_length=64, blank=True, default="")
    called_off_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Asked for by kind and moment."""

        indexes = [models.Index(fields=["kind", "ends_at"], name="duty_turn_kind")]


class DecisionRecord(models.Model):
    """An internal decision as canonical JSON with a nonce; its digest is a `decision` leaf of the log."""

    digest = models.CharField(max_length=64, unique=True)
    verb = models.CharField(max_length=64, db_index=True)
    record = models.BinaryField()
    recorded_at = models.DateTimeField()
    leaf_index = models.BigIntegerField()


class Sighting(models.Model):
    """From where an officer took part in something that needs two people. Digests, an address and nothing more; never changed."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    role_id = models.CharField(max_length=64)
    at = models.DateTimeField()
    door = models.CharField(max_length=8)
    session = models.CharField(max_length=64, blank=True, default="")
    address = models.CharField(max_length=64, blank=True, default="")
    agent = models.CharField(max_length=64, blank=True, default="")
    factor = models.CharField(max_length=64, blank=True, default="")
    # What it was about: `proposal` or `call-back`, and its number.
    about = models.CharField(max_length=12)
    number = models.BigIntegerField()

    class Meta:
        """Found by what it was about."""

        indexes = [models.Index(fields=["about", "number"], name="sighting_about")]
