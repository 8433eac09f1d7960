# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Requests between States: the row that lists hang on.

What a request's state *is* follows from its acts alone (`longbien.core.cooperation.life.lifecycle`); the columns below
that repeat it are a summary for lists, rewritten whenever an act of the thread is made or received.
"""

from datetime import UTC, datetime
from typing import Any, Final

from django.db import models

from longbien.core.cooperation.life.table import OPEN, RUNNING
from longbien.store.models.people import Officer

STAGES: Final = ("open", "drafts", "ended")
"""Where a request stands in the register: something is owed, it has not left, it is over."""
NO_CLOCK: Final = datetime(9000, 1, 1, tzinfo=UTC)
"""Stands last where no clock runs."""
_OPEN: Final = frozenset({*OPEN, "none"})
_DRAFTS: Final = frozenset({"draft", "approved"})


_ORDER: Final = ("burns_at", "-urgent", "-changed_at")
"""By what burns, then the urgent, then the newest."""


class Request(models.Model):
    """One request, ours or a partner's; its id is the thread of all its acts."""

    request_id = models.CharField(max_length=32, primary_key=True)
    direction = models.CharField(max_length=8, choices=[("outgoing", "outgoing"), ("incoming", "incoming")])
    partner = models.CharField(max_length=18)
    kind = models.CharField(max_length=40)
    form_version = models.PositiveIntegerField()
    legal_basis = models.CharField(max_length=40)
    reference = models.CharField(max_length=120, blank=True, default="")
    # The consultation on its draft, if it was shown to the other side first.
    consultation = models.CharField(max_length=32, blank=True, default="", db_index=True)
    urgency = models.CharField(max_length=40, blank=True, default="")
    exercise = models.BooleanField()
    # It came, or leaves, outside the nodes: by e-mail or on paper.
    outside = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT)
    # The draft, until it is signed; afterwards the request act holds the fields and this is empty.
    draft = models.JSONField(default=dict)
    # Counts how often the draft was kept: two windows that have the same number cannot overwrite each other unseen.
    draft_version = models.PositiveIntegerField(default=0)
    # Summary of the state that the acts give.
    state = models.CharField(max_length=40, default="draft")
    preservation = models.CharField(max_length=40, blank=True, default="")
    disclosure = models.CharField(max_length=40, blank=True, default="")
    # Every measure that the request asks for, with its state: {"surrender": "granted"}.
    measures = models.JSONField(default=dict)
    evidence = models.CharField(max_length=40, blank=True, default="")
    preserved_until = models.DateTimeField(null=True)
    # Until when a person is held on a provisional arrest.
    held_until = models.DateTimeField(null=True)
    # Ends of clocks that run, as computed when the row was last brought up to date (`core/cooperation/clocks`).
    next_due = models.DateTimeField(null=True)
    next_rule = models.CharField(max_length=60, blank=True, default="")
    legal_due = models.DateTimeField(null=True)
    data_due = models.DateTimeField(null=True)
    # When the next alarm of a clock rings that was not raised yet.
    next_alarm = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()
    # What lists are ordered by, kept beside the summary so that an index holds the order (`arrange`).
    stage = models.CharField(max_length=8, default="drafts", choices=[(one, one) for one in STAGES])
    burns_at = models.DateTimeField(default=NO_CLOCK)
    kept_until = models.DateTimeField(null=True)
    urgent = models.BooleanField(default=False)

    class Meta:
        """What lists sort and filter by: each order is an index, so that no list reads more rows than it shows.

        What else lists are narrowed by stands at an index's end: a count, and the search for the rows of a page, read it alone.
        """

        indexes = [
            models.Index(
                fields=["next_alarm"], name="request_alarm", condition=models.Q(next_alarm__isnull=False)
            ),
            models.Index(
                fields=["stage", *_ORDER, "direction", "partner", "kind", "state"], name="request_stage"
            ),
            models.Index(fields=[*_ORDER], name="request_burning"),
            models.Index(
                fields=["partner", *_ORDER, "stage", "direction", "kind", "state"], name="request_partner"
            ),
            models.Index(
                fields=["kind", *_ORDER, "stage", "direction", "partner", "state"], name="request_kind"
            ),
            models.Index(
                fields=["state", *_ORDER, "direction", "partner", "kind", "legal_basis"], name="request_state"
            ),
            models.Index(
                fields=["legal_basis", *_ORDER, "stage", "direction", "partner", "state"],
                name="request_basis",
            ),
            models.Index(
                fields=["urgency", "burns_at", "-changed_at"],
                name="request_urgency",
                condition=~models.Q(urgency=""),
            ),
            models.Index(
                fields=["kept_until"], name="request_kept", condition=models.Q(kept_until__isnull=False)
            ),
            models.Index(
                fields=["data_due"], name="request_data_due", condition=models.Q(data_due__isnull=False)
            ),
            models.Index(fields=["reference"], name="request_reference"),
        ]

    def save(self, **how: Any) -> None:
        """Save, with the columns that lists are ordered by brought in line."""
        changed = self.arrange()
        if how.get("update_fields") is not None:
            how["update_fields"] = {*how["update_fields"], *changed}
        super().save(**how)

    def arrange(self) -> tuple[str, ...]:
        """Set the columns that lists are ordered by from the summary; name them."""
        self.stage = "open" if self.state in _OPEN else "drafts" if self.state in _DRAFTS else "ended"
        self.burns_at = self.next_due or NO_CLOCK
        ends = (
            self.preserved_until if self.preservation in RUNNING else None,
            self.held_until if self.measures.get("arrest") in RUNNING else None,
        )
        self.kept_until = min((end for end in ends if end is not None), default=None)
        self.urgent = bool(self.urgency)
        return ("stage", "burns_at", "kept_until", "urgent")


class Follows(models.Model):
    """That a request names an earlier one, which it keeps alive (Art. 42(8)). The earlier one may arrive later, or never."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="named")
    earlier = models.CharField(max_length=32, db_index=True)


class Override(models.Model):
    """A finding of the checks that an officer overrode, with the written reason; it travels in the request and marks it."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="overrides")
    code = models.CharField(max_length=80)
    field = models.CharField(max_length=80, blank=True, default="")
    reason = models.TextField()
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT)
    at = models.DateTimeField()


class ClockTarget(models.Model):
    """A time that the State set for itself instead of the one that ships with a rule; ended, never changed or deleted."""

    rule = models.CharField(max_length=60)
    partner = models.CharField(max_length=18, blank=True, default="")
    """Empty: every partner that has none of its own."""
    urgent = models.BooleanField()
    amount = models.PositiveIntegerField()
    unit = models.CharField(max_length=2)
    reason = models.CharField(max_length=1000)
    set_by = models.CharField(max_length=64)
    set_at = models.DateTimeField()
    ended_by = models.CharField(max_length=64, blank=True, default="")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """One target for each rule, partner and urgency at a time."""

        constraints = [
            models.UniqueConstraint(
                fields=["rule", "partner", "urgent"],
                condition=models.Q(ended_at=None),
                name="clock_target_once_at_a_time",
            )
        ]


class ClockRecord(models.Model):
    """The end of a clock as it was computed, and from what: kept, so that no later rule, target or list of holidays moves it unseen."""

    request = models.ForeignKey(
        Request, on_delete=models.PROTECT, related_name="clock_records", db_index=False
    )
    rule = models.CharField(max_length=60)
    version = models.PositiveIntegerField()
    item = models.CharField(max_length=64, blank=True, default="")
    started_by = models.CharField(max_length=64, blank=True, default="")
    started_at = models.DateTimeField()
    due_at = models.DateTimeField()
    """Before pauses."""
    calendar = models.CharField(max_length=60, blank=True, default="")
    zone = models.CharField(max_length=60, blank=True, default="")
    target = models.PositiveIntegerField(default=0)
    """The number of the `ClockTarget`, 0 for the rule's own time."""
    computed_at = models.DateTimeField()

    class Meta:
        """Each computed end once."""

        constraints = [
            models.UniqueConstraint(
                fields=["request", "rule", "item", "started_by", "started_at", "due_at"],
                name="clock_record_once",
            )
        ]
