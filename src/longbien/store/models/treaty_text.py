# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Official texts of the Convention that were loaded, one per language at a time; earlier ones are ended, never deleted."""

from django.db import models
from django.db.models import Q, UniqueConstraint


class TreatyText(models.Model):
    """The whole text in one language, with where it was taken from and the day on which."""

    language = models.CharField(max_length=8)
    source = models.CharField(max_length=500)
    as_of = models.DateField()
    digest = models.CharField(max_length=64)
    """SHA-256 of the file as it was loaded."""
    loaded_by = models.CharField(max_length=64)
    """The role id of who loaded it."""
    loaded_at = models.DateTimeField()
    removed_by = models.CharField(max_length=64, blank=True, default="")
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """A language has at most one text that is shown."""

        constraints = [
            UniqueConstraint(fields=["language"], condition=Q(removed_at=None), name="treaty_text_once")
        ]


class TreatyTextArticle(models.Model):
    """One article of a loaded text."""

    text = models.ForeignKey(TreatyText, on_delete=models.PROTECT, related_name="articles")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=400, blank=True, default="")
    body = models.TextField()

    class Meta:
        """An article stands in a text once."""

        constraints = [UniqueConstraint(fields=["text", "number"], name="treaty_text_article_once")]
