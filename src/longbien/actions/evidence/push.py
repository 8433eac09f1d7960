# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Send the segments of announced evidence to a partner: a step of the worker, taken again until nothing is missing there.

The partner says what it lacks; nothing is sent twice and nothing is hashed again. The payload may travel before the
conditions are accepted: without the header it is ciphertext.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from longbien.actions.node import Node
from longbien.bridge.ports import OpenDoor, PeerDoor, Reply
from longbien.core.base.canonical import decode
from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import ObjectId, PartyId
from longbien.core.evidence.ranges import Ranges, parse_ranges
from longbien.core.evidence.segments import SegmentTree
from longbien.store.models.evidence import EvidencePart
from longbien.store.queries.evidence import awaiting_push, complete_part, note_held
from longbien.store.queries.parties import trusted_entry
from longbien.store.writing import write_transaction

SEGMENTS: Final = 256
"""How many segments one step sends at most, so that acts are not kept waiting behind evidence."""

_MAX_ANSWER: Final = 1024 * 1024
_OK: Final = 200
_HELD: Final = 204
_NOT_ANNOUNCED: Final = 404


@dataclass(frozen=True, slots=True, kw_only=True)
class Pushed:
    """What one step did: segments that the partner now holds, parts that it holds whole, and the code that stopped it, if any."""

    segments: int
    completed: int
    code: str = ""

    @property
    def moved(self) -> bool:
        """Whether the step should be taken again at once."""
        return bool(self.segments) and not self.code


def push(*, node: Node, open_door: OpenDoor, partner: PartyId, segments: int = SEGMENTS) -> Pushed:
    """Take one step for one partner. Never raises for a line that fails: the code says why it stopped."""
    sent = completed = 0
    try:
        door = _door(open_door, partner)
        for part in awaiting_push(node.party, partner):
            count, whole = _push_part(node, door, part, segments - sent)
            sent, completed = sent + count, completed + whole
            if sent >= segments:
                break
    except LongBienError as error:
        return Pushed(segments=sent, completed=completed, code=error.code)
    return Pushed(segments=sent, completed=completed)


def _door(open_door: OpenDoor, partner: PartyId) -> PeerDoor:
    entry = trusted_entry(partner)
    if entry is None:
        raise RefusedError("parties.not_introduced", party=partner)
    return open_door(entry.endpoint.url, entry.endpoint.tls_sha256)


def _push_part(node: Node, door: PeerDoor, part: EvidencePart, limit: int) -> tuple[int, bool]:
    """Send what is missing of a part; give how many segments went and whether the partner now holds it whole."""
    object_id = ObjectId(part.object_id)
    gaps = _missing(door.missing(object_id, part.name), part)
    if gaps is None:
        return 0, False
    tree = SegmentTree(bytes(part.leaf_hashes))
    sent = 0
    for index in _first(gaps, limit):
        data = node.objects.get_segment(object_id, part.name, index)
        _check_put(door.put_segment(object_id, part.name, index, tree.path(index), data), index)
        sent += 1
    whole = sent == len(gaps)
    with write_transaction():
        if whole:
            complete_part(part, node.clock())
        else:
            note_held(part, part.leaves - len(gaps) + sent)
    return sent, whole


def _missing(reply: Reply, part: EvidencePart) -> Ranges | None:
    """Read the partner's answer; None if the announcement has not reached it yet."""
    if reply.status == _NOT_ANNOUNCED:
        return None
    if reply.status != _OK:
        raise RefusedError("evidence.not_asked", status=reply.status)
    fields = Fields(decode(reply.body, max_bytes=_MAX_ANSWER, max_depth=4))
    fields.integer("v", minimum=1, maximum=1)
    if fields.integer("leaves") != part.leaves:
        raise MalformedError("evidence.ranges")
    held = fields.integer("held", maximum=part.leaves)
    gaps = parse_ranges(fields.value("ranges"), count=part.leaves)
    fields.done()
    if len(gaps) > part.leaves - held:
        raise MalformedError("evidence.ranges")
    return gaps


def _first(gaps: Ranges, limit: int) -> Iterable[int]:
    for count, index in enumerate(gaps):
        if count >= limit:
            return
        yield index


def _check_put(reply: Reply, index: int) -> None:
    if reply.status != _HELD:
        raise RefusedError("evidence.segment_not_taken", segment=index, status=reply.status)
