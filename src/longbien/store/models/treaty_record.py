# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The record as rows: entries that this node added, and corrections that withdraw one. Neither is ever changed or deleted."""

from django.db import models


class RecordEntry(models.Model):
    """One entry with its source, as an officer entered or accepted it."""

    entry_id = models.CharField(max_length=64, unique=True)
    first = models.DateField(db_index=True)
    """The first day on which it can have happened."""
    kind = models.CharField(max_length=32)
    body = models.BinaryField()
    """The entry as canonical JSON."""
    report_sha256 = models.CharField(max_length=64, blank=True, default="")
    """The press report from which it was accepted, if there was one."""
    entered_by = models.ForeignKey("longbien.Officer", on_delete=models.PROTECT, related_name="+")
    entered_role_id = models.CharField(max_length=64)
    entered_at = models.DateTimeField()


class RecordWithdrawal(models.Model):
    """A dated correction: an entry, of the node's own or of the shipped ones, that no longer counts, and why."""

    entry_id = models.CharField(max_length=64, unique=True)
    day = models.DateField()
    reason = models.CharField(max_length=500)
    source = models.CharField(max_length=120)
    replaced_by = models.CharField(max_length=64, blank=True, default="")
    withdrawn_by = models.ForeignKey("longbien.Officer", on_delete=models.PROTECT, related_name="+")
    withdrawn_role_id = models.CharField(max_length=64)
    withdrawn_at = models.DateTimeField()
