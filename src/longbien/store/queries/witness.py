# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this node remembers as a witness of its partners' logs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.core.log.checkpoint import Checkpoint
from longbien.core.log.kept import KeptLeaves
from longbien.store.models.log import Misbehaviour, WitnessedCheckpoint, WitnessedLog

_TOLD: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessedState:
    """The last state of a log that was cosigned here: size 0 before the first."""

    log_id: int
    party: str
    size: int
    root: bytes
    note: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMisbehaviour:
    """A refused checkpoint that is kept."""

    party: str
    origin: str
    suspicion: str
    size: int
    note: bytes
    digest: str
    found_at: datetime
    settled_at: datetime | None


def lock_witnessed(party: str, origin: str, root: bytes) -> WitnessedState:
    """Give what was cosigned of a log, locked until the transaction ends; a row of size 0 (`root`) is made for a new one."""
    WitnessedLog.objects.get_or_create(origin=origin, defaults={"party": party, "root": root, "note": b""})
    return _state(WitnessedLog.objects.select_for_update().get(origin=origin))


def find_witnessed(origin: str) -> WitnessedState | None:
    """Give what was cosigned of a log, or None."""
    row = WitnessedLog.objects.filter(origin=origin).first()
    return None if row is None else _state(row)


def witnessed_of(party: str) -> list[tuple[str, WitnessedState]]:
    """Give the origins and states of a partner's logs, the newest first."""
    rows = WitnessedLog.objects.filter(party=party).order_by("-cosigned_at", "-id")
    return [(row.origin, _state(row)) for row in rows]


def roots_of_size(log_id: int, size: int) -> Mapping[int, bytes]:
    """Give the root that was cosigned of a size, if one was."""
    rows = WitnessedCheckpoint.objects.filter(log_id=log_id, size=size).values_list("size", "root")
    return {at: bytes(root) for at, root in rows}


def keep_witnessed(state: WitnessedState, checkpoint: Checkpoint, *, note: bytes, at: datetime) -> None:
    """Make a cosigned checkpoint the log's last state; `note` carries this node's cosignatures."""
    WitnessedLog.objects.filter(pk=state.log_id).update(
        size=checkpoint.size, root=checkpoint.root, note=note, cosigned_at=at
    )


def keep_checkpoint(
    state: WitnessedState, checkpoint: Checkpoint, *, note: bytes, digest: str, lines: str, at: datetime
) -> bool:
    """Keep a cosigned checkpoint (and the cosignature `lines`) among all those of its log; tell whether it is new."""
    _, is_new = WitnessedCheckpoint.objects.get_or_create(
        log_id=state.log_id,
        size=checkpoint.size,
        defaults={
            "root": checkpoint.root,
            "note": note,
            "digest": digest,
            "cosignatures": lines,
            "held_at": at,
        },
    )
    return is_new


def keep_leaves(state: WitnessedState, checkpoint: Checkpoint, kept: KeptLeaves) -> None:
    """Keep the sealed leaves that came with a cosigned checkpoint, for the day on which its log asks for them; the first to come stay."""
    if kept.first < checkpoint.size:
        rows = WitnessedCheckpoint.objects.filter(log_id=state.log_id, size=checkpoint.size, leaves_from=None)
        rows.update(leaves_from=kept.first, leaves=kept.sealed)


def given_checkpoints(origin: str) -> Iterator[tuple[bytes, int, int | None, bytes]]:
    """Give what is kept of a partner's log, by growing size: each checkpoint with leaves, and the last one.

    Note, size, first index of the leaves (None: none are kept), sealed leaves.
    """
    rows = WitnessedCheckpoint.objects.filter(log__origin=origin).order_by("size")
    last = rows.values_list("size", flat=True).last()
    wanted = rows.exclude(leaves_from=None) | rows.filter(size=last or 0)
    for note, size, first, sealed in wanted.values_list("note", "size", "leaves_from", "leaves").iterator():
        yield bytes(note), size, first, bytes(sealed)


def cosigned_here(checkpoint: Checkpoint) -> str:
    """Give this node's cosignature lines for a partner's checkpoint, "" if it cosigned none such."""
    row = WitnessedCheckpoint.objects.filter(log__origin=checkpoint.origin, size=checkpoint.size).first()
    return row.cosignatures if row is not None and bytes(row.root) == checkpoint.root else ""


def keep_misbehaviour(
    state: WitnessedState, checkpoint: Checkpoint, *, suspicion: str, note: bytes, digest: str, at: datetime
) -> bool:
    """Keep a refused checkpoint once; tell whether it is new, or worse (a fork) than it was known to be."""
    row, is_new = Misbehaviour.objects.get_or_create(
        origin=checkpoint.origin,
        size=checkpoint.size,
        root=checkpoint.root,
        defaults={
            "party": state.party,
            "suspicion": suspicion,
            "note": note,
            "digest": digest,
            "found_at": at,
        },
    )
    if is_new or suspicion in {row.suspicion, "unproven"}:
        return is_new
    Misbehaviour.objects.filter(pk=row.pk).update(suspicion=suspicion, settled_at=None)
    return True


def settle_misbehaviour(checkpoint: Checkpoint, at: datetime) -> None:
    """Note that a state that was unproven has been proven consistent after all."""
    Misbehaviour.objects.filter(
        origin=checkpoint.origin,
        size=checkpoint.size,
        root=checkpoint.root,
        suspicion="unproven",
        settled_at=None,
    ).update(settled_at=at)


def prove_forks(checkpoint: Checkpoint) -> list[str]:
    """Turn doubts into forks: refused states of the size of a cosigned checkpoint, with another root; give their digests."""
    rows = Misbehaviour.objects.filter(
        origin=checkpoint.origin, size=checkpoint.size, suspicion="unproven"
    ).exclude(root=checkpoint.root)
    digests = sorted(rows.values_list("digest", flat=True))
    rows.update(suspicion="fork", settled_at=None)
    return digests


def misbehaviours(party: str = "", *, open_only: bool = False) -> list[KeptMisbehaviour]:
    """Give what is kept against a party, or against all, the newest first and at most a thousand."""
    rows = Misbehaviour.objects.order_by("-found_at", "-id")
    if party:
        rows = rows.filter(party=party)
    if open_only:
        rows = rows.filter(settled_at=None)
    return [
        KeptMisbehaviour(
            party=row.party,
            origin=row.origin,
            suspicion=row.suspicion,
            size=row.size,
            note=bytes(row.note),
            digest=row.digest,
            found_at=row.found_at,
            settled_at=row.settled_at,
        )
        for row in rows[:_TOLD]
    ]


def _state(row: WitnessedLog) -> WitnessedState:
    return WitnessedState(
        log_id=row.pk, party=row.party, size=row.size, root=bytes(row.root), note=bytes(row.note)
    )
