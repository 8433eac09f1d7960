# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The papers of a session: its agenda, programme of work and documents, and the records of its meetings.

Rows say what stands now; how it came to stand is in the node's decisions (`DecisionRecord`), each a leaf of the log. The bytes of
documents rest in the object store, named by object.
"""

from django.db import models
from django.db.models import Q, UniqueConstraint

from longbien.store.models.conference import Conference, Meeting


class SessionPapers(models.Model):
    """What a session's papers have in common: the prefix of its symbols, the time zone of its place, where its agenda stands."""

    conference = models.OneToOneField(Conference, on_delete=models.PROTECT, related_name="papers")
    prefix = models.CharField(max_length=48, blank=True, default="")
    """Body and organ in front of each symbol (`CAC/COSP`); the operator's own setting, for nobody has fixed this Conference's."""
    zone = models.CharField(max_length=64, default="Europe/Vienna")
    agenda_sent_at = models.DateTimeField(null=True, blank=True)
    agenda_adopted_at = models.DateTimeField(null=True, blank=True)
    agenda_adopted_in = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, related_name="+")


class AgendaItem(models.Model):
    """One item of a session's agenda. Deleted and deferred items stay, with their state."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="agenda")
    number = models.CharField(max_length=12)
    title = models.CharField(max_length=300)
    topic = models.CharField(max_length=40, blank=True, default="")
    kind = models.CharField(max_length=16)
    proposed_by = models.CharField(max_length=64, blank=True, default="")
    memorandum = models.TextField(blank=True, default="")
    state = models.CharField(max_length=10, default="proposed")
    allocated_to = models.CharField(max_length=40, default="plenary")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    """Taken off the draft before it was sent: it never was on an agenda."""

    class Meta:
        """A number is given once in a session."""

        constraints = [
            UniqueConstraint(
                fields=["conference", "number"],
                condition=Q(withdrawn_at=None),
                name="agenda_item_number_once",
            )
        ]


class ProgrammeSlot(models.Model):
    """One entry of the programme of work; called off, never deleted."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="programme")
    slot_id = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=16)
    title = models.CharField(max_length=300)
    room = models.CharField(max_length=80, blank=True, default="")
    begins = models.DateTimeField()
    ends = models.DateTimeField()
    body = models.CharField(max_length=120, blank=True, default="")
    items = models.JSONField(default=list)
    interpretation = models.BooleanField(default=False)
    public = models.BooleanField(default=True)
    changed_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=0)
    """How often it was changed: calendars ask for it."""
    called_off_at = models.DateTimeField(null=True, blank=True)


class ConferenceDocument(models.Model):
    """One document under one symbol, for all its language versions."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="documents")
    symbol = models.CharField(max_length=80)
    title = models.CharField(max_length=300)
    submitted_by = models.JSONField(default=list)
    original = models.CharField(max_length=5, default="en")
    items = models.JSONField(default=list)
    access = models.CharField(max_length=16, default="public")
    filed_at = models.DateTimeField()

    class Meta:
        """A symbol is given once in a session."""

        constraints = [UniqueConstraint(fields=["conference", "symbol"], name="conference_document_once")]


class DocumentVersion(models.Model):
    """The file of one language version. Replaced before it was circulated, never after: then only a revision or corrigendum follows."""

    document = models.ForeignKey(ConferenceDocument, on_delete=models.PROTECT, related_name="versions")
    language = models.CharField(max_length=5)
    object_id = models.CharField(max_length=32, unique=True)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    name = models.CharField(max_length=200)
    filed_by = models.CharField(max_length=64)
    filed_at = models.DateTimeField()
    circulated_at = models.DateTimeField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """One file stands for each language."""

        constraints = [
            UniqueConstraint(
                fields=["document", "language"],
                condition=Q(replaced_at=None),
                name="document_version_once",
            )
        ]


class MeetingRecord(models.Model):
    """The signed record of a closed meeting. A later one takes its place and names it; none is ever deleted."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="records")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, unique=True)
    """SHA-256 of the envelope."""
    envelope = models.BinaryField()
    parts = models.BinaryField()
    """The parts as canonical JSON, compressed (zlib)."""
    decision = models.BinaryField()
    leaf_index = models.PositiveBigIntegerField()
    entry = models.BinaryField()
    """The directory entry that the keys were in when it was signed."""
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=64)

    class Meta:
        """One record of each number."""

        constraints = [UniqueConstraint(fields=["meeting", "number"], name="meeting_record_once")]
