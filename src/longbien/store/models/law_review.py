# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Concordances as rows: each piece of each row of the table in versions, none of which is ever changed or deleted."""

from django.db import models
from django.db.models import Index, Q, UniqueConstraint


class LawConcordance(models.Model):
    """One comparison of a State's laws with the Convention."""

    ref = models.CharField(max_length=32, unique=True)
    title = models.CharField(max_length=300)
    state = models.CharField(max_length=18)
    language = models.CharField(max_length=35)
    as_of = models.DateField()
    begun_by = models.CharField(max_length=64)
    begun_at = models.DateTimeField()


class ConcordanceText(models.Model):
    """A version of a law that is compared, with its provisions as they were when it was taken in: an old table keeps its texts."""

    concordance = models.ForeignKey(LawConcordance, on_delete=models.PROTECT, related_name="texts")
    law = models.CharField(max_length=80)
    version = models.CharField(max_length=80)
    used = models.BinaryField()
    """Canonical JSON of `TextUsed`."""
    lines = models.BinaryField()
    """Its provisions as JSON lines (`longbien.core.law.provisions.lines`)."""
    count = models.PositiveIntegerField()
    kept_by = models.CharField(max_length=64)
    kept_at = models.DateTimeField()

    class Meta:
        """A version is compared once in a table."""

        constraints = [
            UniqueConstraint(fields=["concordance", "law", "version"], name="concordance_text_once")
        ]


class ConcordancePiece(models.Model):
    """One version of one piece: a row's head, a link, an assessment, a clause, a comment, a dissent, a suggestion.

    `row`: the duty, or the article of a suggestion; `key`: what makes it this piece within its row. The `current` one counts, unless it
    is `ended`; what it replaced has the number before it.
    """

    concordance = models.ForeignKey(LawConcordance, on_delete=models.PROTECT, related_name="pieces")
    row = models.CharField(max_length=20)
    kind = models.CharField(max_length=16)
    key = models.CharField(max_length=500)
    number = models.PositiveIntegerField()
    body = models.BinaryField()
    """Canonical JSON of the value (`longbien.core.law.concordance.written`); of an ended piece, as it was at the end."""
    current = models.BooleanField(default=True)
    ended = models.BooleanField(default=False)
    by = models.CharField(max_length=64)
    at = models.DateTimeField()
    why = models.TextField(blank=True, default="")

    class Meta:
        """A version has its number once, and one version counts; found by row."""

        constraints = [
            UniqueConstraint(
                fields=["concordance", "row", "kind", "key", "number"], name="concordance_piece_number_once"
            ),
            UniqueConstraint(
                fields=["concordance", "row", "kind", "key"],
                condition=Q(current=True),
                name="concordance_piece_counts_once",
            ),
        ]
        indexes = [
            Index(fields=["concordance", "current", "row"], name="concordance_piece_current"),
            Index(fields=["concordance", "row", "id"], name="concordance_piece_history"),
        ]
