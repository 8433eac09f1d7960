# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Safeguards as they were recorded: rows are added, never changed or deleted; of each step the last row counts."""

from django.db import models

from longbien.store.models.cooperation import Request
from longbien.store.models.people import DecisionRecord, Officer


class SafeguardStep(models.Model):
    """A step that a named official took before an act, with the written reason. The log holds the digest of its record."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="safeguards")
    step = models.CharField(max_length=40)
    result = models.CharField(max_length=40)
    reason = models.TextField()
    flags = models.JSONField(default=list)
    # Dual criminality: the provision here and there, in words.
    ours = models.TextField(blank=True, default="")
    theirs = models.TextField(blank=True, default="")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    role_id = models.CharField(max_length=64)
    at = models.DateTimeField()
    record = models.OneToOneField(DecisionRecord, on_delete=models.PROTECT, related_name="+")


class CallBack(models.Model):
    """A call to the number in the directory: what the first officer recorded. The second person's word is a row of its own."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="call_backs")
    authority = models.CharField(max_length=20)
    number = models.CharField(max_length=60)
    reached = models.CharField(max_length=300, blank=True, default="")
    outcome = models.CharField(max_length=12)
    note = models.TextField(blank=True, default="")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    role_id = models.CharField(max_length=64)
    at = models.DateTimeField()
    code_digest = models.CharField(max_length=64, unique=True)
    record = models.OneToOneField(DecisionRecord, on_delete=models.PROTECT, related_name="+")


class CallBackAnswer(models.Model):
    """What the second person says about a call, from elsewhere."""

    call_back = models.OneToOneField(CallBack, on_delete=models.PROTECT, related_name="answer")
    outcome = models.CharField(max_length=12)
    how = models.TextField()
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    role_id = models.CharField(max_length=64)
    at = models.DateTimeField()
    record = models.OneToOneField(DecisionRecord, on_delete=models.PROTECT, related_name="+")


class OversightEntry(models.Model):
    """Something that oversight looks at afterwards: kept for ever, closed by a review."""

    kind = models.CharField(max_length=40)
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="oversight")
    role_id = models.CharField(max_length=64, blank=True, default="")
    at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    facts = models.JSONField(default=dict)
    record = models.OneToOneField(DecisionRecord, on_delete=models.PROTECT, related_name="+")


class EmergencyReview(models.Model):
    """What came of it: an after-action record, by somebody who did not act then."""

    entry = models.ForeignKey(OversightEntry, on_delete=models.PROTECT, related_name="reviews")
    finding = models.CharField(max_length=40)
    disclosed = models.TextField(blank=True, default="")
    outcome = models.TextField()
    judicial = models.TextField(blank=True, default="")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    role_id = models.CharField(max_length=64)
    at = models.DateTimeField()
    record = models.OneToOneField(DecisionRecord, on_delete=models.PROTECT, related_name="+")


class SecrecyMark(models.Model):
    """The confidentiality of one request as it stands: a summary of its records, for lists by day of review."""

    request = models.OneToOneField(Request, on_delete=models.PROTECT, related_name="secrecy")
    code = models.CharField(max_length=40)
    review_on = models.DateField(db_index=True)
    lifted = models.BooleanField(default=False)


class SecrecyRecord(models.Model):
    """One thing recorded about a mark: asked, renewed, lifted, an inquiry, a refusal to tell, a notice. Added, never changed."""

    mark = models.ForeignKey(SecrecyMark, on_delete=models.PROTECT, related_name="records")
    step = models.CharField(max_length=12)
    reason = models.TextField(blank=True, default="")
    review_on = models.DateField(null=True)
    # Empty when the request itself said so: then the act is the record.
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    role_id = models.CharField(max_length=64, blank=True, default="")
    at = models.DateTimeField()
    record = models.OneToOneField(DecisionRecord, on_delete=models.PROTECT, null=True, related_name="+")
