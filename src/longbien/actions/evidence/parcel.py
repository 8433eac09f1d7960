# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The segments that a courier carries: every one of the parts that have been announced and are not yet known to be held whole.

There is nobody to ask what is missing; what the partner holds already is confirmed again and costs nothing there.
"""

from collections.abc import Iterator, Sequence

from longbien.actions.node import Node, Parcel
from longbien.core.base.ids import ObjectId, PartyId
from longbien.core.evidence.segments import SegmentTree
from longbien.core.exchange.courier import Segment
from longbien.store.models.evidence import EvidencePart
from longbien.store.queries.evidence import awaiting_push


def parcel(node: Node, partner: PartyId) -> Parcel:
    """Give the count of the segments for a partner, and the segments, one in memory at a time."""
    parts = list(awaiting_push(node.party, partner))
    return Parcel(count=sum(part.leaves for part in parts), segments=_segments(node, parts))


def _segments(node: Node, parts: Sequence[EvidencePart]) -> Iterator[Segment]:
    for part in parts:
        object_id = ObjectId(part.object_id)
        tree = SegmentTree(bytes(part.leaf_hashes))
        for index in range(part.leaves):
            yield Segment(
                object_id=object_id,
                part=part.name,
                index=index,
                path=tuple(tree.path(index)),
                data=node.objects.get_segment(object_id, part.name, index),
            )
