# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sessions of the Conference of the States Parties (Art. 57), their meetings, and what happened in each: events that are only ever added.

A meeting's state is computed from its rules, its electorate and its events (`longbien.core.conference.hall`); no row holds it.
"""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q, UniqueConstraint

from longbien.store.models.people import Officer


class Conference(models.Model):
    """A session of the Conference, such as `cosp-1`; a real one or an exercise, for ever.

    `profile` and `choices` (variant: option) are the rules with which it begins. They change by the Conference's own decision, an
    event `rules.changed` of a meeting, never here.
    """

    conference_id = models.CharField(max_length=32, unique=True)
    title = models.CharField(max_length=200)
    place = models.CharField(max_length=120, blank=True, default="")
    first_day = models.DateField()
    last_day = models.DateField()
    exercise = models.BooleanField(default=False)
    """An exercise has a roster that somebody made up. A real session has none: who may vote is the treaty desk's answer for the day."""
    roster = models.JSONField(null=True, default=None)
    """Of an exercise: its participants. None for a real session."""
    profile = models.CharField(max_length=64)
    choices = models.JSONField(default=dict)
    opened_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    opened_role_id = models.CharField(max_length=64)
    opened_at = models.DateTimeField()

    class Meta:
        """No real session has a roster that was typed."""

        constraints = [
            models.CheckConstraint(
                condition=Q(exercise=True) | Q(roster__isnull=True), name="conference_real_no_roster"
            )
        ]


class Meeting(models.Model):
    """A meeting of a session. Its rules and participants are fixed with its first event, so that it can be replayed by itself."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="meetings")
    meeting_id = models.CharField(max_length=48, unique=True)
    """The session's id and the number, such as `cosp-1-m3`."""
    number = models.PositiveIntegerField()
    body = models.CharField(max_length=32, default="plenary")
    title = models.CharField(max_length=200)
    day = models.DateField()
    begins = models.TimeField(null=True, blank=True)
    """The local time for which it is planned."""
    place = models.CharField(max_length=120, blank=True, default="")
    stem = models.UUIDField(default=uuid.uuid4, editable=False)
    """Names exactly this row for what processes keep in memory: an id of a row may come again after a restore."""
    last_seq = models.PositiveIntegerField(default=0)
    """The number of the last event: what a screen compares to know whether something happened."""
    is_over = models.BooleanField(default=False)
    """A later meeting of the same body has begun: nothing is added any more."""
    base = models.JSONField(null=True, default=None)
    """From the first event on: the rules (profile, choices) and the electorate with which the replay begins."""
    opened_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    opened_role_id = models.CharField(max_length=64)
    opened_at = models.DateTimeField()

    class Meta:
        """One meeting of each number in a session."""

        constraints = [UniqueConstraint(fields=["conference", "number"], name="meeting_number_once")]


class AppendOnly(models.Model):
    """Rows that are added and never changed or deleted."""

    class Meta:
        """No table of its own."""

        abstract = True

    def save(self, **how: Any) -> None:
        """Insert; RuntimeError for a row that stands already."""
        if not self._state.adding:
            raise RuntimeError("rows of this table are only ever added")
        super().save(**how)

    def delete(self, *_args: Any, **_how: Any) -> tuple[int, dict[str, int]]:
        """Refuse: RuntimeError."""
        raise RuntimeError("rows of this table are only ever added")


class MeetingEvent(AppendOnly):
    """One thing that happened in a meeting. `by` says who spoke in the hall, `officer` whose account wrote it down."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="events", db_index=False)
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    kind = models.CharField(max_length=40)
    by = models.CharField(max_length=64)
    body = models.JSONField(default=dict)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    officer_name = models.CharField(max_length=150)
    """The role id of an officer of the node, or the name of a badge's account: what the record keeps beside `by`."""
    client_key = models.CharField(max_length=64, blank=True, default="")
    """Drawn by the form or program that sent it: the same again is the same event, not a second one."""

    class Meta:
        """One event for each number, and one for each key of an account."""

        constraints = [
            UniqueConstraint(fields=["meeting", "seq"], name="meeting_event_once"),
            UniqueConstraint(
                fields=["meeting", "officer", "client_key"],
                condition=~Q(client_key=""),
                name="meeting_event_key_once",
            ),
        ]


class TypedCount(models.Model):
    """Totals of a vote (or of a ballot of an election) that one officer counted and typed, and that wait for another who counts again."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="counts")
    kind = models.CharField(max_length=40)
    about = models.CharField(max_length=64)
    """The id of the vote or election."""
    body = models.JSONField()
    counted_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    counted_at = models.DateTimeField()
    ended_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    seq = models.PositiveIntegerField(null=True, blank=True)
    """The event that it became; none for one that was taken back or counted differently."""

    class Meta:
        """One count waits for each vote at a time."""

        constraints = [
            UniqueConstraint(
                fields=["meeting", "kind", "about"],
                condition=Q(ended_at=None),
                name="typed_count_once_at_a_time",
            )
        ]


class LotSeed(AppendOnly):
    """The number behind a lot, kept to itself until it is shown; the meeting's events hold what binds to it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="lots")
    about = models.CharField(max_length=80)
    seed = models.BinaryField()
