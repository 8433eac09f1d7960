# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence objects held here, ours or a partner's: manifests, parts, held segments (as ranges), custody.

Payload bytes are not rows: they rest in the object store (`longbien.bridge.objects`), named by object and part.
"""

from django.db import models

from longbien.store.models.cooperation import Request


class EvidenceObject(models.Model):
    """One sealed object. Name and plaintext hash are inside its encrypted inner manifest, never in a column."""

    object_id = models.CharField(max_length=32, primary_key=True)
    party = models.CharField(max_length=18)  # who sealed it
    partner = models.CharField(max_length=18, blank=True, default="")  # the other side, once announced
    request = models.ForeignKey(Request, null=True, on_delete=models.PROTECT, related_name="objects_held")
    manifest = models.BinaryField()  # the signed envelope
    manifest_digest = models.CharField(max_length=64, unique=True)
    exercise = models.BooleanField()
    attachment = models.BooleanField(
        default=False
    )  # a paper that goes with a request; its header is in the act
    sealed_at = models.DateTimeField()
    # The leaf `evidence-sealed` of ours, `evidence-held` of theirs.
    leaf_index = models.PositiveBigIntegerField(null=True)
    # Ours: the header for our own key, from which headers for recipients are made. Theirs: the released one.
    header = models.BinaryField(default=b"")
    conditions = models.JSONField(default=list)
    # Digests of the acts that moved it along; "" while that has not happened.
    announced_by = models.CharField(max_length=64, blank=True, default="")
    accepted_by = models.CharField(max_length=64, blank=True, default="")
    declined_by = models.CharField(max_length=64, blank=True, default="")
    released_by = models.CharField(max_length=64, blank=True, default="")
    recalled_by = models.CharField(max_length=64, blank=True, default="")
    received_by = models.CharField(max_length=64, blank=True, default="")
    disposed_by = models.CharField(max_length=64, blank=True, default="")
    # The payload is to be removed from this node: it was destroyed, or an offer of it was declined.
    discard = models.BooleanField(default=False)


class EvidencePart(models.Model):
    """One payload of an object: its geometry and, for ours, its leaf hashes (32 bytes a MiB)."""

    object = models.ForeignKey(EvidenceObject, on_delete=models.PROTECT, related_name="parts")
    name = models.CharField(max_length=20)
    length = models.PositiveBigIntegerField()
    leaves = models.PositiveIntegerField()
    root = models.CharField(max_length=64)
    leaf_hashes = models.BinaryField(default=b"")
    # Theirs: how many segments are held here; ours: how many the partner held when it was last asked.
    held_count = models.PositiveIntegerField(default=0)
    # Theirs: complete once every segment is held; ours: complete at the partner.
    complete_at = models.DateTimeField(null=True)

    class Meta:
        """A part is named once."""

        constraints = [models.UniqueConstraint(fields=["object", "name"], name="part_once")]


class HeldRange(models.Model):
    """Neighbouring segments that are all held: each was checked against the signed root, written and synced.

    Ranges of one part never touch each other, so a transfer in order keeps one row however large the evidence is.
    """

    part = models.ForeignKey(EvidencePart, on_delete=models.PROTECT, related_name="held")
    first = models.PositiveIntegerField()
    last = models.PositiveIntegerField()

    class Meta:
        """Found by either end, so that a segment joins its neighbours."""

        constraints = [
            models.UniqueConstraint(fields=["part", "first"], name="held_range_first_once"),
            models.UniqueConstraint(fields=["part", "last"], name="held_range_last_once"),
        ]


class CustodyRecord(models.Model):
    """One signed step of custody (ISO/IEC 27037), linked to the one before; its digest is a leaf of the log."""

    object = models.ForeignKey(EvidenceObject, on_delete=models.PROTECT, related_name="custody")
    number = models.PositiveIntegerField()
    action = models.CharField(max_length=20)
    party = models.CharField(max_length=18)
    at = models.DateTimeField()
    digest = models.CharField(max_length=64, unique=True)
    envelope = models.BinaryField()
    leaf_index = models.PositiveBigIntegerField(null=True)

    class Meta:
        """Numbers are given once per object and side."""

        constraints = [
            models.UniqueConstraint(fields=["object", "party", "number"], name="custody_number_once"),
        ]


class SealerProof(models.Model):
    """A proof from the sealer's log that came with the release: of a custody record, or that the object was sealed."""

    object = models.ForeignKey(EvidenceObject, on_delete=models.PROTECT, related_name="proofs")
    document = models.CharField(max_length=64)
    """The digest that the leaf names."""
    leaf = models.BinaryField()
    proof = models.TextField()

    class Meta:
        """One proof for each document."""

        constraints = [models.UniqueConstraint(fields=["object", "document"], name="sealer_proof_once")]
