# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Acts and their carriage: what was said, what waits to leave, what was tried, who approved."""

from django.db import models
from django.db.models import Index, Q, UniqueConstraint


class Act(models.Model):
    """One act, made here or received; never changed after it is recorded, only flagged.

    A statement of this node about itself is an act made whose `partner` is this node.
    """

    MADE = "made"
    RECEIVED = "received"

    act_id = models.CharField(max_length=32)
    direction = models.CharField(max_length=8)
    partner = models.CharField(max_length=18)
    kind = models.CharField(max_length=64)
    thread = models.CharField(max_length=32)
    refers_to = models.CharField(max_length=64, blank=True, default="")
    digest = models.CharField(max_length=64, unique=True)
    envelope = models.BinaryField()
    frame_digest = models.CharField(max_length=64, blank=True, default="")
    sign_keys = models.CharField(max_length=80)
    """The ids of the keys that signed, joined by a space."""
    act_time = models.DateTimeField()
    recorded_at = models.DateTimeField()
    """The time in the leaf: what counts when a key is revoked."""
    outcome = models.CharField(max_length=8)
    """`stored` or `refused`, as in the leaf."""
    code = models.CharField(max_length=64, blank=True, default="")
    flagged = models.CharField(max_length=64, blank=True, default="")
    """The code of a later doubt, such as `parties.key_revoked`; empty when there is none."""
    leaf_index = models.BigIntegerField()

    class Meta:
        """An act id is used once by a sender."""

        constraints = [UniqueConstraint(fields=["direction", "partner", "act_id"], name="act_id_once")]
        indexes = [
            Index(fields=["thread", "id"], name="act_thread"),
            Index(fields=["partner", "recorded_at"], name="act_partner_recorded"),
            Index(fields=["thread"], condition=~Q(flagged=""), name="act_flagged"),
        ]


class Lane(models.Model):
    """The way to one partner: one worker at a time holds it, so that acts leave in order."""

    partner = models.CharField(max_length=18, primary_key=True)
    taken_by = models.CharField(max_length=32, blank=True, default="")
    taken_until = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveIntegerField(default=0)
    """Attempts since the last one that got through."""
    next_at = models.DateTimeField(null=True, blank=True)
    """Not before this moment; empty when acts may leave at once."""
    checkpoint_at = models.DateTimeField(null=True, blank=True)
    """When checkpoints were last exchanged with the partner."""
    alone_at = models.DateTimeField(null=True, blank=True)
    """When they were last exchanged by themselves, with no act."""


class Outbox(models.Model):
    """A frame that waits for its receipt. Its bytes are made once and re-sent unchanged."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    REFUSED = "refused"

    act = models.OneToOneField(Act, on_delete=models.PROTECT, related_name="outbox")
    partner = models.CharField(max_length=18)
    frame = models.BinaryField()
    state = models.CharField(max_length=9, default=WAITING)
    code = models.CharField(max_length=64, blank=True, default="")
    """The partner's last code for this act."""
    queued_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    silence = models.OneToOneField(Act, on_delete=models.PROTECT, null=True, related_name="+")
    """This node's statement that no receipt came within the partner's limit."""

    class Meta:
        """The queue of each partner, in order."""

        indexes = [
            Index(fields=["partner", "id"], condition=Q(state="waiting"), name="outbox_waiting"),
            Index(fields=["id"], condition=Q(state="waiting"), name="outbox_oldest"),
        ]


class Attempt(models.Model):
    """One try to hand acts over: the waiting ones of a partner between two outbox rows."""

    partner = models.CharField(max_length=18)
    means = models.CharField(max_length=8)
    """`https` or `courier`."""
    outcome = models.CharField(max_length=64)
    """`exchange.answered`, or the code of what went wrong."""
    at = models.DateTimeField()
    first = models.BigIntegerField()
    last = models.BigIntegerField()

    class Meta:
        """Found by act: partner, then the range that holds its row."""

        indexes = [Index(fields=["partner", "last"], name="attempt_partner")]


class Receipt(models.Model):
    """A partner's receipt for an act made here: leaf and tlog-proof, verified before they were kept."""

    act = models.OneToOneField(Act, on_delete=models.PROTECT, related_name="receipt")
    party = models.CharField(max_length=18)
    leaf = models.BinaryField()
    proof = models.TextField()
    held_at = models.DateTimeField()
    leaf_index = models.BigIntegerField()


class Proposal(models.Model):
    """An act that waits for more eyes: what would be said, by whom it was drafted."""

    OPEN = "open"
    MADE = "made"
    REJECTED = "rejected"

    kind = models.CharField(max_length=64)
    recipient = models.CharField(max_length=18)
    thread = models.CharField(max_length=32, db_index=True)
    refers_to = models.CharField(max_length=64, blank=True, default="")
    body = models.BinaryField()
    """Canonical JSON."""
    outside = models.BooleanField(default=False)
    """It leaves on paper: what is made of it is a statement of this node, sent by nobody."""
    state = models.CharField(max_length=8, default=OPEN)
    reason = models.CharField(max_length=1000, blank=True, default="")
    proposed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    act = models.OneToOneField(Act, on_delete=models.PROTECT, null=True, related_name="proposal")

    class Meta:
        """Those that wait, found among all that ever did."""

        indexes = [Index(fields=["id"], condition=Q(state="open"), name="proposal_open")]


class Approval(models.Model):
    """One officer's yes to a proposal; the first is the proposer's own."""

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="approvals")
    officer = models.ForeignKey("longbien.Officer", on_delete=models.PROTECT, related_name="+")
    role_id = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        """One person approves once."""

        constraints = [UniqueConstraint(fields=["proposal", "officer"], name="approval_once_a_person")]


class QuotaUse(models.Model):
    """What arrived in one hour: acts proven to be a party's (`remote` empty), and frames that only claim it."""

    party = models.CharField(max_length=18)
    remote = models.CharField(max_length=64, blank=True, default="")
    hour = models.DateTimeField()
    acts = models.PositiveIntegerField(default=0)

    class Meta:
        """One counter for each party, place and hour."""

        constraints = [UniqueConstraint(fields=["party", "remote", "hour"], name="quota_use_once")]


class CourierFile(models.Model):
    """A courier file written or read here; none is read twice."""

    WRITTEN = "written"
    READ = "read"

    direction = models.CharField(max_length=7)
    partner = models.CharField(max_length=18)
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    handled_at = models.DateTimeField()
    acts = models.PositiveIntegerField()
    segments = models.PositiveIntegerField()

    class Meta:
        """One row for each file and direction."""

        constraints = [UniqueConstraint(fields=["direction", "digest"], name="courier_file_once")]


class CourierAnswer(models.Model):
    """The answer to acts that a courier file brought; it goes into the next file back."""

    file = models.ForeignKey(CourierFile, on_delete=models.PROTECT, related_name="answers")
    answer = models.BinaryField()
    sent_in = models.ForeignKey(
        CourierFile, on_delete=models.PROTECT, null=True, related_name="answers_carried"
    )
    """The last file that carried it."""
