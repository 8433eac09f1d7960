# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reports on national law, and concordances that States published, as rows. Nothing is ever changed or deleted."""

from django.db import models
from django.db.models import Index, UniqueConstraint


class LawReportText(models.Model):
    """One version of what a State wrote for the report of a concordance; the highest number counts."""

    concordance = models.CharField(max_length=32)
    number = models.PositiveIntegerField()
    texts = models.BinaryField()
    """Canonical JSON (`longbien.core.law.reporting.texts`)."""
    saved_by = models.CharField(max_length=64)
    saved_at = models.DateTimeField()

    class Meta:
        """A version has its number once."""

        constraints = [UniqueConstraint(fields=["concordance", "number"], name="law_report_text_number_once")]


class LawReport(models.Model):
    """A report as it was made: the concordance and the texts of that day, so that it is printed again with its own version of the law."""

    ref = models.CharField(max_length=32, unique=True)
    concordance = models.CharField(max_length=32, db_index=True)
    title = models.CharField(max_length=300)
    public = models.BooleanField()
    value = models.BinaryField()
    """Canonical JSON of the concordance: of a public report, of its public version alone."""
    texts = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    """Of `value`."""
    made_by = models.CharField(max_length=64)
    made_at = models.DateTimeField()


class PublishedConcordance(models.Model):
    """The public version of a State's concordance as an act told it: ours to a partner, or a partner's to us.

    A summary of acts, which alone count; of a State's, the one with the latest time counts, and earlier ones stay.
    """

    act = models.CharField(max_length=64, unique=True)
    """Digest of the act."""
    thread = models.CharField(max_length=32)
    ours = models.BooleanField()
    partner = models.CharField(max_length=18)
    """To whom it went, or from whom it came."""
    state = models.CharField(max_length=18)
    title = models.CharField(max_length=300)
    language = models.CharField(max_length=35)
    as_of = models.DateField()
    rows = models.PositiveIntegerField()
    value = models.BinaryField()
    """Canonical JSON of the public concordance."""
    sha256 = models.CharField(max_length=64)
    said_at = models.DateTimeField()
    """The act's own time."""

    class Meta:
        """Found by State, the latest first."""

        indexes = [Index(fields=["partner", "ours", "-said_at"], name="published_concordance_partner")]
