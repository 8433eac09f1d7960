# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Safeguards as they were recorded: rows are added, never changed or deleted; of each step the last row counts."""

from django.db import models

from longbien.store.models.cooperation import Request
from longbien.store.models.people import DecisionRecord, Officer


class SafeguardStep(models.Model):
    """A step that a named official took before an act, with the written reason. The log holds the digest of its record."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="safeguards")
    step = models.CharField(max_length=40)
    result = models.CharField(max_length=40)
    reason = models.TextField()
    flags = models.JSONField(default=list)
    # Dual criminality: the provision here and there, in words.
    ours = models.TextField(blank=True, default="")
    theirs = models.TextField(blank=True, default="")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    role_id = models.CharField(max_length=64)
    at = models.DateTimeField()
    record = models.OneToOneField(DecisionRecord, on_delete=models.PROTECT, related_name="+")
