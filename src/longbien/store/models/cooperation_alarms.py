# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who looks after a request, the alarms of its clocks, and the e-mails that say that something burns, and nothing else."""

from django.db import models
from django.db.models import Index, Q, UniqueConstraint

from longbien.store.models.cooperation import Request
from longbien.store.models.people import Officer


class Assignment(models.Model):
    """A request given to an officer and a deputy, from one moment to another; ended, never changed or deleted."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="assignments")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="assignments")
    deputy = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    given_by = models.CharField(max_length=64)
    given_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """A request is given to one officer at a time."""

        constraints = [
            UniqueConstraint(fields=["request"], condition=Q(ended_at=None), name="assignment_once_at_a_time")
        ]


class Alarm(models.Model):
    """One alarm of one clock at one step, raised once; it stands until a named person acknowledges it or its clock stops."""

    OFFICER = "officer"
    DEPUTY = "deputy"
    EVERYBODY = "everybody"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="alarms", db_index=False)
    rule = models.CharField(max_length=60)
    item = models.CharField(max_length=64, blank=True, default="")
    step = models.CharField(max_length=20)
    loses = models.CharField(max_length=8)
    due_at = models.DateTimeField()
    rings_at = models.DateTimeField()
    """When it should have been raised."""
    raised_at = models.DateTimeField()
    late = models.BooleanField()
    """Raised more than an hour after it should have been: the node was down, or the clock was told of late."""
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    deputy = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    level = models.CharField(max_length=9, default=OFFICER)
    """To whom it has climbed: the officer, the deputy too, or every approver too."""
    climbs_at = models.DateTimeField(null=True)
    """When it climbs next if nobody acknowledges it."""
    acknowledged_by = models.CharField(max_length=64, blank=True, default="")
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    """When the clock stopped by an act before anybody acknowledged the alarm."""
    open = models.BooleanField(default=True)

    class Meta:
        """Each step of each end of a clock rings once."""

        constraints = [
            UniqueConstraint(fields=["request", "rule", "item", "step", "due_at"], name="alarm_once")
        ]
        indexes = [
            Index(fields=["due_at"], condition=Q(open=True), name="alarm_open"),
            Index(fields=["climbs_at"], condition=Q(open=True), name="alarm_climbs"),
        ]


class AlarmMail(models.Model):
    """An e-mail to one officer about one alarm, without any content of the case; kept with what became of it."""

    WAITING = "waiting"
    SENT = "sent"
    NO_ADDRESS = "no-address"
    GIVEN_UP = "given-up"

    alarm = models.ForeignKey(Alarm, on_delete=models.PROTECT, related_name="mails")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, default=WAITING)
    attempts = models.PositiveIntegerField(default=0)
    code = models.CharField(max_length=64, blank=True, default="")
    """What went wrong at the last attempt."""
    made_at = models.DateTimeField()
    next_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """One e-mail for each officer and alarm."""

        constraints = [UniqueConstraint(fields=["alarm", "officer"], name="alarm_mail_once")]
        indexes = [Index(fields=["next_at"], condition=Q(state="waiting"), name="alarm_mail_waiting")]
