# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who comes to a session of the Conference: delegations, their badges, credentials, applications of observers. Rows are ended, never deleted.

`conference` is a session's id, such as `cosp-1`. What credentials and applications come to is computed from their
steps (`longbien.core.conference`), never kept.
"""

from django.db import models
from django.db.models import Index, Q, UniqueConstraint

from longbien.store.models.people import Officer

HEAD = "head"


class Delegation(models.Model):
    """Those who come for one participant. A rival claim to the same seat is another delegation with the next `claim`."""

    STATE = "state"
    ORGANISATION = "organisation"
    OBSERVER = "observer"
    STAFF = "staff"

    conference = models.CharField(max_length=32)
    participant = models.CharField(max_length=64)
    """A State's code, an organisation's such as EU, an observer's id, or `staff` for those who serve the Conference."""
    claim = models.PositiveSmallIntegerField(default=1)
    """1: whoever holds the seat until the Conference decides otherwise."""
    kind = models.CharField(max_length=16)
    name = models.CharField(max_length=300, blank=True, default="")
    """An observer's or claimant's name; States are named by the treaty desk."""
    opened_by = models.CharField(max_length=64)
    opened_at = models.DateTimeField()
    ended_by = models.CharField(max_length=64, blank=True, default="")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """One claim of a participant has one delegation."""

        constraints = [
            UniqueConstraint(fields=["conference", "participant", "claim"], name="delegation_claim_once")
        ]


class NoteVerbale(models.Model):
    """A note by which a delegation names or changes its members: the rows that were read, as canonical JSON."""

    delegation = models.ForeignKey(Delegation, on_delete=models.PROTECT, related_name="notes")
    reference = models.CharField(max_length=120, blank=True, default="")
    dated = models.DateField(null=True, blank=True)
    rows = models.BinaryField()
    digest = models.CharField(max_length=64)
    """SHA-256 of what was uploaded or typed."""
    taken_by = models.CharField(max_length=64)
    taken_at = models.DateTimeField()


class Badge(models.Model):
    """A person's badge for one session. Its account holds no role of the node, so every other desk refuses it."""

    conference = models.CharField(max_length=32)
    number = models.PositiveIntegerField()
    delegation = models.ForeignKey(Delegation, on_delete=models.PROTECT, related_name="badges")
    note = models.ForeignKey(NoteVerbale, on_delete=models.PROTECT, null=True, related_name="badges")
    officer = models.OneToOneField(Officer, on_delete=models.PROTECT, related_name="badge")
    family_name = models.CharField(max_length=120)
    given_name = models.CharField(max_length=120, blank=True, default="")
    post = models.CharField(max_length=200, blank=True, default="")
    """Title or post, as on the note verbale."""
    email = models.CharField(max_length=254, blank=True, default="")
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    issued_by = models.CharField(max_length=64)
    issued_at = models.DateTimeField()
    ended_by = models.CharField(max_length=64, blank=True, default="")
    ended_at = models.DateTimeField(null=True, blank=True)
    end_reason = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        """A number is given once, also when its badge has ended."""

        constraints = [UniqueConstraint(fields=["conference", "number"], name="badge_number_once")]
        indexes = [Index(fields=["delegation", "ended_at"], name="badge_delegation")]


class BadgeFunction(models.Model):
    """A function held under a badge from one moment to another: head, alternate, adviser, chair, teller."""

    badge = models.ForeignKey(Badge, on_delete=models.PROTECT, related_name="functions")
    delegation = models.ForeignKey(Delegation, on_delete=models.PROTECT, related_name="functions")
    function = models.CharField(max_length=24)
    given_by = models.CharField(max_length=64)
    given_at = models.DateTimeField()
    ended_by = models.CharField(max_length=64, blank=True, default="")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """A function is held once at a time; a delegation has one head at a time."""

        constraints = [
            UniqueConstraint(
                fields=["badge", "function"], condition=Q(ended_at=None), name="badge_function_once"
            ),
            UniqueConstraint(
                fields=["delegation"],
                condition=Q(ended_at=None, function=HEAD),
                name="delegation_one_head",
            ),
        ]


class BadgeCode(models.Model):
    """A code by which a badge signs in without a password; only its digest is kept."""

    badge = models.ForeignKey(Badge, on_delete=models.PROTECT, related_name="codes")
    digest = models.CharField(max_length=64)
    once = models.BooleanField(default=True)
    """True: the first use is the last. False: good until it expires."""
    issued_by = models.CharField(max_length=64)
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """A badge has one code that counts."""

        constraints = [
            UniqueConstraint(fields=["badge"], condition=Q(ended_at=None), name="badge_code_one_open")
        ]


class CredentialStep(models.Model):
    """One step of a delegation's credentials: a paper received, a finding, a decision. Append only."""

    delegation = models.ForeignKey(Delegation, on_delete=models.PROTECT, related_name="credential_steps")
    kind = models.CharField(max_length=24)
    at = models.DateTimeField()
    """When it happened, which may be before it was recorded."""
    body = models.JSONField(default=dict)
    recorded_by = models.CharField(max_length=64)
    recorded_at = models.DateTimeField()


class CredentialScan(models.Model):
    """The file of a paper of credentials: a scan or picture, in the object store."""

    step = models.OneToOneField(CredentialStep, on_delete=models.PROTECT, related_name="scan")
    object_id = models.CharField(max_length=32, unique=True)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    name = models.CharField(max_length=200)


class CredentialsReport(models.Model):
    """A report of the Bureau (or committee) on credentials, and what the Conference decided on it."""

    conference = models.CharField(max_length=32)
    number = models.PositiveSmallIntegerField()
    examined_by = models.CharField(max_length=32)
    report = models.BinaryField()
    """Canonical JSON: what is recommended for each delegation."""
    made_by = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    outcome = models.CharField(max_length=16, blank=True, default="")
    """What the Conference did with it: adopted, rejected, deferred; empty while it waits."""
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        """Reports are numbered within a session."""

        constraints = [
            UniqueConstraint(fields=["conference", "number"], name="credentials_report_number_once")
        ]


class ObserverApplication(models.Model):
    """An application to take part as an observer. Where it stands is computed from its steps."""

    conference = models.CharField(max_length=32)
    observer = models.CharField(max_length=64)
    """The participant id that it has when admitted."""
    track = models.CharField(max_length=24)
    name = models.CharField(max_length=300)
    seat = models.CharField(max_length=2, blank=True, default="")
    """The State in which it is based."""
    ad_hoc = models.BooleanField(default=False)
    """Whether it was accredited to the Ad Hoc Committee."""
    information = models.TextField(blank=True, default="")
    """What is circulated about it."""
    taken_by = models.CharField(max_length=64)
    taken_at = models.DateTimeField()

    class Meta:
        """One application of a body at a session."""

        constraints = [UniqueConstraint(fields=["conference", "observer"], name="observer_application_once")]


class ApplicationStep(models.Model):
    """One step of an application: listed, circulated, objected by a State, withdrawn, referred, decided. Append only."""

    application = models.ForeignKey(ObserverApplication, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=24)
    at = models.DateTimeField()
    by = models.CharField(max_length=64, blank=True, default="")
    """The State that objects or consents; empty where nobody in particular acts."""
    body = models.JSONField(default=dict)
    recorded_by = models.CharField(max_length=64)
    recorded_at = models.DateTimeField()
