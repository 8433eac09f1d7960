# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A State's joining as rows: each version of its answers, each record of a task. Nothing is overwritten."""

from django.db import models
from django.db.models import UniqueConstraint


class JoiningAnswers(models.Model):
    """One version of a State's answers, whole; the highest number counts."""

    party = models.CharField(max_length=18)
    number = models.PositiveIntegerField()
    answers = models.BinaryField()
    """Canonical JSON: texts by path (`longbien.core.treaty.joining.answers`)."""
    digest = models.CharField(max_length=64)
    saved_by = models.CharField(max_length=64)
    saved_at = models.DateTimeField()

    class Meta:
        """A version has its number once."""

        constraints = [UniqueConstraint(fields=["party", "number"], name="joining_answers_number_once")]


class JoiningRecord(models.Model):
    """What an officer recorded of one task on a day; the newest counts."""

    party = models.CharField(max_length=18)
    task = models.CharField(max_length=64)
    state = models.CharField(max_length=16)
    owner = models.CharField(max_length=200, blank=True, default="")
    due = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=1000, blank=True, default="")
    evidence = models.CharField(max_length=1000, blank=True, default="")
    on = models.DateField()
    recorded_by = models.CharField(max_length=64)
    recorded_at = models.DateTimeField()

    class Meta:
        """Found by State, in the order in which they were made."""

        indexes = [models.Index(fields=["party", "id"], name="joining_record_party")]
