# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The status as rows: pages of the depositary that were proposed and applied, and events that an officer entered."""

from django.db import models
from django.db.models import Index, Q, UniqueConstraint


class StatusPage(models.Model):
    """A page of the depositary as it came. It counts once a second officer has applied it; earlier ones are kept."""

    digest = models.CharField(max_length=64)
    """SHA-256 of the page's bytes."""
    mapping_digest = models.CharField(max_length=64)
    """SHA-256 of the mapping by which it was read."""
    source = models.CharField(max_length=120)
    """Where the officer took it from."""
    day = models.DateField()
    """The day up to which the page is right."""
    page = models.BinaryField()
    proposed_by = models.ForeignKey("longbien.Officer", on_delete=models.PROTECT, related_name="+")
    proposed_role_id = models.CharField(max_length=64)
    proposed_at = models.DateTimeField()
    applied_by = models.ForeignKey("longbien.Officer", on_delete=models.PROTECT, null=True, related_name="+")
    applied_role_id = models.CharField(max_length=64, blank=True, default="")
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """The same page waits once; it may come again after another."""

        constraints = [
            UniqueConstraint(
                fields=["digest", "mapping_digest", "day"],
                condition=Q(applied_at=None),
                name="status_page_waits_once",
            )
        ]
        indexes = [Index(fields=["applied_at"], name="status_page_applied")]


class StatusEvent(models.Model):
    """One event of a page, or one that an officer entered (`page` empty). Never changed; struck out with a reason."""

    page = models.ForeignKey(StatusPage, on_delete=models.PROTECT, null=True, related_name="events")
    event_id = models.CharField(max_length=80)
    party = models.CharField(max_length=18, db_index=True)
    kind = models.CharField(max_length=24)
    day = models.DateField()
    body = models.BinaryField()
    """The event as canonical JSON."""
    replaces = models.CharField(max_length=80, blank=True, default="")
    """The id of the event that this one, entered by hand, takes the place of."""
    entered_by = models.ForeignKey("longbien.Officer", on_delete=models.PROTECT, related_name="+")
    entered_role_id = models.CharField(max_length=64)
    entered_at = models.DateTimeField()
    struck_by = models.ForeignKey("longbien.Officer", on_delete=models.PROTECT, null=True, related_name="+")
    struck_at = models.DateTimeField(null=True, blank=True)
    struck_why = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        """An id is used once in a page, and once among those entered by hand."""

        constraints = [
            UniqueConstraint(fields=["page", "event_id"], name="status_event_once_a_page"),
            UniqueConstraint(fields=["event_id"], condition=Q(page=None), name="status_event_entered_once"),
        ]
