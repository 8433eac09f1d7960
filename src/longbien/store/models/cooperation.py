# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Requests between States: the row that lists hang on.

What a request's state *is* follows from its acts alone (`longbien.core.cooperation.life.lifecycle`); the columns below
that repeat it are a summary for lists, rewritten whenever an act of the thread is made or received.
"""

from django.db import models

from longbien.store.models.people import Officer


class Request(models.Model):
    """One request, ours or a partner's; its id is the thread of all its acts."""

    request_id = models.CharField(max_length=32, primary_key=True)
    direction = models.CharField(max_length=8, choices=[("outgoing", "outgoing"), ("incoming", "incoming")])
    partner = models.CharField(max_length=18)
    kind = models.CharField(max_length=40)
    form_version = models.PositiveIntegerField()
    legal_basis = models.CharField(max_length=40)
    reference = models.CharField(max_length=120, blank=True, default="")
    # The preservation that this request keeps alive until it is decided (Art. 42(8)).
    follows = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="follow_ups")
    urgency = models.CharField(max_length=40, blank=True, default="")
    exercise = models.BooleanField()
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT)
    # The draft, until it is signed; afterwards the request act holds the fields and this is empty.
    draft = models.JSONField(default=dict)
    # Summary of the state that the acts give.
    state = models.CharField(max_length=40, default="draft")
    preservation = models.CharField(max_length=40, blank=True, default="")
    disclosure = models.CharField(max_length=40, blank=True, default="")
    evidence = models.CharField(max_length=40, blank=True, default="")
    preserved_until = models.DateTimeField(null=True)
    # Ends of clocks that run, as computed when the row was last brought up to date (`core/cooperation/clocks`).
    next_due = models.DateTimeField(null=True)
    next_rule = models.CharField(max_length=60, blank=True, default="")
    legal_due = models.DateTimeField(null=True)
    data_due = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()

    class Meta:
        """What the inbox sorts and filters by."""

        indexes = [
            models.Index(fields=["direction", "state", "next_due"], name="request_inbox"),
            models.Index(fields=["partner", "changed_at"], name="request_partner"),
        ]


class Override(models.Model):
    """A finding of the checks that an officer overrode, with the written reason; it travels in the request and marks it."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="overrides")
    code = models.CharField(max_length=80)
    field = models.CharField(max_length=80, blank=True, default="")
    reason = models.TextField()
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT)
    at = models.DateTimeField()
