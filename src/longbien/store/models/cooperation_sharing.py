# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Drafts shown to the other side before they are sent: the row that lists hang on. Their state follows from their acts alone."""

from django.db import models


class SharedDraft(models.Model):
    """One consultation on a draft; its id is the thread of its acts. No legal effect, no clock."""

    thread = models.CharField(max_length=32, primary_key=True)
    direction = models.CharField(max_length=8, choices=[("outgoing", "outgoing"), ("incoming", "incoming")])
    partner = models.CharField(max_length=18)
    kind = models.CharField(max_length=40)
    form_version = models.PositiveIntegerField()
    exercise = models.BooleanField()
    created_at = models.DateTimeField()
    # Summary of what the acts give.
    state = models.CharField(max_length=40, default="none")
    version = models.PositiveIntegerField(default=0)
    comments = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        """The newest change first."""

        indexes = [models.Index(fields=["-changed_at"], name="shared_draft_changed")]
