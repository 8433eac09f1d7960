# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The log's rows: entries, tiles and checkpoints of this node's own log, and what it holds of its partners' logs."""

from django.db import models
from django.db.models import Index, Q, UniqueConstraint


class Log(models.Model):
    """One log of this node, with the state that the next append starts from. One is open at a time; closed ones are kept.

    `root` and `frontier` (hashes, one after the other) repeat what the entries say; the audit compares.
    """

    origin = models.CharField(max_length=255, unique=True)
    size = models.BigIntegerField(default=0)
    root = models.BinaryField()
    frontier = models.BinaryField()
    is_open = models.BooleanField(default=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    held_since = models.DateTimeField(null=True, blank=True)
    """After a restore: nothing is appended until every witness was asked for its last size."""

    class Meta:
        """One log is open at a time."""

        constraints = [UniqueConstraint(fields=["is_open"], condition=Q(is_open=True), name="log_open_once")]


class LogEntry(models.Model):
    """One leaf, never changed and never deleted."""

    log = models.ForeignKey(Log, on_delete=models.PROTECT, related_name="entries", db_index=False)
    index = models.BigIntegerField()
    data = models.BinaryField()

    class Meta:
        """One leaf for each index."""

        constraints = [UniqueConstraint(fields=["log", "index"], name="log_entry_once")]


class LogTile(models.Model):
    """One tile: up to 256 hashes. A full one never changes; the last one of each level grows."""

    log = models.ForeignKey(Log, on_delete=models.PROTECT, related_name="tiles", db_index=False)
    level = models.PositiveSmallIntegerField()
    number = models.BigIntegerField()
    hashes = models.BinaryField()

    class Meta:
        """One row for each tile."""

        constraints = [UniqueConstraint(fields=["log", "level", "number"], name="log_tile_once")]


class LogCheckpoint(models.Model):
    """A checkpoint that this node signed: one for each batch."""

    log = models.ForeignKey(Log, on_delete=models.PROTECT, related_name="checkpoints", db_index=False)
    size = models.BigIntegerField()
    note = models.BinaryField()
    """The signed note, as it was signed, without cosignatures."""
    signed_at = models.DateTimeField()

    class Meta:
        """One checkpoint for each size."""

        constraints = [UniqueConstraint(fields=["log", "size"], name="log_checkpoint_once")]


class Cosignature(models.Model):
    """A witness's cosignature lines for a checkpoint of this node, verified before they were kept."""

    checkpoint = models.ForeignKey(LogCheckpoint, on_delete=models.PROTECT, related_name="cosignatures")
    party = models.CharField(max_length=18)
    lines = models.TextField()
    cosigned_at = models.DateTimeField()

    class Meta:
        """One row for each witness; a later answer takes the earlier one's place."""

        constraints = [UniqueConstraint(fields=["checkpoint", "party"], name="cosignature_once")]


class WitnessedLog(models.Model):
    """The last state of a partner's log that this node cosigned: what the next one is compared with."""

    party = models.CharField(max_length=18)
    origin = models.CharField(max_length=255, unique=True)
    size = models.BigIntegerField(default=0)
    root = models.BinaryField()
    note = models.BinaryField()
    """The partner's checkpoint with this node's cosignatures."""
    cosigned_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Asked for by partner."""

        indexes = [Index(fields=["party"], name="witnessed_log_party")]


class WitnessedCheckpoint(models.Model):
    """Each checkpoint of a partner that this node cosigned: another root of the same size proves a fork."""

    log = models.ForeignKey(
        WitnessedLog, on_delete=models.PROTECT, related_name="checkpoints", db_index=False
    )
    size = models.BigIntegerField()
    root = models.BinaryField()
    note = models.BinaryField()
    digest = models.CharField(max_length=64)
    """SHA-256 of the note: what the `checkpoint-held` leaf names."""
    cosignatures = models.TextField(blank=True, default="")
    """This node's cosignature lines, to be added to the partner's receipts under this checkpoint."""
    leaves_from = models.BigIntegerField(null=True)
    leaves = models.BinaryField(default=b"")
    """The partner's leaves from that index up to `size`, sealed to the partner itself: kept for the day when it restores its log."""
    held_at = models.DateTimeField()

    class Meta:
        """One row for each size."""

        constraints = [UniqueConstraint(fields=["log", "size"], name="witnessed_checkpoint_once")]


class Misbehaviour(models.Model):
    """A partner's signed checkpoint that was refused as inconsistent, kept for ever."""

    party = models.CharField(max_length=18)
    origin = models.CharField(max_length=255)
    suspicion = models.CharField(max_length=8)
    """`fork`: with the checkpoint held of the same size it is proof. `unproven`: only the request's proof failed."""
    size = models.BigIntegerField()
    root = models.BinaryField()
    note = models.BinaryField()
    digest = models.CharField(max_length=64)
    found_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    """When the same checkpoint was proven consistent after all (never for a fork)."""

    class Meta:
        """One row for each refused state, however often it is sent."""

        constraints = [UniqueConstraint(fields=["origin", "size", "root"], name="misbehaviour_once")]
        indexes = [Index(fields=["party", "found_at"], name="misbehaviour_party")]
