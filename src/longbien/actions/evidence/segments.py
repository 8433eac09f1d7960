# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Segments of announced evidence as they arrive, on the line or by courier, in any order (docs/protocol/evidence.md, section 5).

Each one is checked against the root that the partner signed, written and synced, and only then counted as held. Bytes that
fit no announced object are refused; a segment that is held already is confirmed again. Memory: one segment.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from longbien.actions.evidence.custody import Step, add_custody
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import ObjectId
from longbien.core.evidence.custody import CustodyAction, Finding
from longbien.core.evidence.segments import Part, verify_segment
from longbien.core.exchange.courier import Segment
from longbien.core.log.leaf import LeafClass, make_leaf
from longbien.store.models.evidence import EvidencePart
from longbien.store.queries.evidence import (
    all_complete,
    complete_part,
    find_part,
    hold_segment,
    is_held,
    lock_part,
    missing_ranges,
    to_be_discarded,
)
from longbien.store.writing import write_transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Which segments of a part are missing here: counts, and the first and last index of each gap (10,000 at most)."""

    leaves: int
    held: int
    ranges: tuple[tuple[int, int], ...]


def missing(*, node: Node, object_id: ObjectId, part: str) -> Missing:
    """Tell what is missing of a part that a partner announced; RefusedError `evidence.not_announced`."""
    row = _expected(node, object_id, part)
    return Missing(leaves=row.leaves, held=row.held_count, ranges=tuple(missing_ranges(row)))


def take_segment(
    *, node: Node, object_id: ObjectId, part: str, index: int, path: Sequence[bytes], data: bytes
) -> bool:
    """Take one segment with its audit path; True if it is new, False if it was held before.

    RefusedError `evidence.not_announced`, `evidence.segment_unknown`, `evidence.segment_length`, `evidence.segment_damaged`.
    """
    row = _expected(node, object_id, part)
    verify_segment(part_of(row), index, path, data)
    if is_held(row, index):
        return False
    node.objects.put_segment(object_id, part, index, data)
    with write_transaction():
        locked = lock_part(row.pk)
        is_awaited = _is_awaited(node, find_part(object_id, part))
        is_new = is_awaited and hold_segment(locked, index)
        if is_new and locked.held_count == locked.leaves:
            _complete(node, locked)
        if not is_awaited:  # it was declined or recalled while these bytes were written: they go, too
            to_be_discarded(object_id)
    if not is_awaited:
        raise RefusedError("evidence.not_announced", object=object_id, part=part)
    return is_new


def take_from_courier(node: Node, segment: Segment) -> bool:
    """Take a segment that a courier brought: as `take_segment`."""
    return take_segment(
        node=node,
        object_id=segment.object_id,
        part=segment.part,
        index=segment.index,
        path=segment.path,
        data=segment.data,
    )


def part_of(row: EvidencePart) -> Part:
    """Give a part's geometry as the core knows it."""
    return Part(name=row.name, length=row.length, leaves=row.leaves, root=bytes.fromhex(row.root))


def _expected(node: Node, object_id: ObjectId, part: str) -> EvidencePart:
    row = find_part(object_id, part)
    if row is None or not _is_awaited(node, row):
        raise RefusedError("evidence.not_announced", object=object_id, part=part)
    return row


def _is_awaited(node: Node, row: EvidencePart | None) -> bool:
    """Tell whether segments of a part are taken: it is a partner's, neither declined nor recalled."""
    if row is None or row.object.party == node.party:
        return False
    return not (row.object.declined_by or row.object.recalled_by)


def _complete(node: Node, part: EvidencePart) -> None:
    """Record that the last segment of a part is here, and, with the last part, that the object is held."""
    now = node.clock()
    complete_part(part, now)
    evidence = part.object
    if not all_complete(evidence):
        return
    held = make_leaf(LeafClass.EVIDENCE_HELD, now, manifest=evidence.manifest_digest)
    step = Step(
        action=CustodyAction.TRANSFER_IN,
        verified=Finding.MATCH,
        notes="every segment checked against the root",
    )
    add_custody(node, evidence, [step], now=now, leaves=[held])
