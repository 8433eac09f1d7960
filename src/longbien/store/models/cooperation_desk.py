# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stays at the desk: notes about a request, the hand-over between two shifts, and who looked at names that are masked."""

from django.db import models

from longbien.store.models.cooperation import Request
from longbien.store.models.people import Officer


class Note(models.Model):
    """A note that never leaves the node; never edited, struck out where everybody sees it."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="notes")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()
    struck_by = models.CharField(max_length=64, blank=True, default="")
    struck_at = models.DateTimeField(null=True, blank=True)
    struck_why = models.CharField(max_length=1000, blank=True, default="")


class HandOver(models.Model):
    """A shift handed over: what was open then, a word about it, and both officers' names. Kept for ever."""

    given_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    text = models.TextField(blank=True, default="")
    matters = models.JSONField()
    """The lines of the screen of what burns at that moment."""
    taken_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True, default="")


class Look(models.Model):
    """An officer's look at the masked names of a request, with the reason that was written; it lasts for one shift."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="looks", db_index=False)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=1000)
    at = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        """Asked for by request and officer."""

        indexes = [models.Index(fields=["request", "officer", "until"], name="look_request")]
