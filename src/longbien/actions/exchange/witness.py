# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What two logs tell each other along with acts: checkpoints, and cosignatures for the ones before.

Nothing here causes a message: a checkpoint that came is answered in the same answer, a cosignature for one that came in an
answer waits for the next delivery, or for the hourly exchange when acts have been logged since.
"""

from dataclasses import dataclass
from datetime import datetime

from longbien.actions.log.prove import cosignature_request, cosigned_size, keep_cosignatures
from longbien.actions.log.witness import (
    WitnessAnswer,
    WitnessedParty,
    answer_add_checkpoint,
    witness_checkpoint,
)
from longbien.actions.node import Node
from longbien.core.base.errors import LongBienError
from longbien.core.base.ids import PartyId
from longbien.core.base.moments import cut_moment
from longbien.core.exchange.delivery import Delivery
from longbien.core.log.checkpoint import read_checkpoint
from longbien.core.log.leaf import Leaf
from longbien.core.log.note import print_signature_lines
from longbien.core.log.witness import parse_add_checkpoint
from longbien.core.parties.entry import Entry
from longbien.store.queries.parties import Directory, log_of_origin
from longbien.store.queries.witness import find_witnessed


@dataclass(frozen=True, slots=True, kw_only=True)
class Witnessed:
    """What became of a partner's checkpoint: our cosignature lines, or why there are none; the leaves to append."""

    cosignatures: str = ""
    code: str = ""
    leaves: tuple[Leaf, ...] = ()


def find_log(origin: str) -> WitnessedParty | None:
    """Find the partner whose log has this origin (`longbien.actions.log.witness.FindLog`)."""
    found = log_of_origin(origin)
    return None if found is None else WitnessedParty(party=found[0], keys=found[1])


def answer_request(*, node: Node, body: bytes) -> WitnessAnswer:
    """Answer an add-checkpoint request that came by itself: the whole of the peer door's checkpoint route."""
    now = cut_moment(node.clock())
    return answer_add_checkpoint(
        body, now, find_log=find_log, witness=node.keys.witness, signer=node.keys.log
    )


def take_checkpoint(parsed: Delivery, *, node: Node, directory: Directory, now: datetime) -> Witnessed:
    """Take what a delivery says of the logs, inside the caller's transaction: the sender's checkpoint and cosignatures."""
    entry = directory.entry(parsed.sender)
    if entry is None or parsed.sender == node.party:
        return Witnessed(code="exchange.unknown_sender" if parsed.checkpoint else "")
    keep_partner_cosignatures(parsed.sender, entry, size=parsed.witnessed, lines=parsed.cosignatures)
    if not parsed.checkpoint:
        return Witnessed()
    return witness_partner(parsed.sender, entry, parsed.checkpoint, node=node, now=now)


def witness_partner(party: PartyId, entry: Entry, request: bytes, *, node: Node, now: datetime) -> Witnessed:
    """Decide on a checkpoint of this partner's log, inside the caller's transaction; the caller appends the leaves."""

    def only_this(origin: str) -> WitnessedParty | None:
        return WitnessedParty(party=party, keys=entry.log_keys()) if origin == entry.log_origin else None

    answer = witness_checkpoint(request, now, find_log=only_this, witness=node.keys.witness)
    if answer.status == 200:
        return Witnessed(cosignatures=answer.body.decode("utf-8"), leaves=answer.leaves)
    return Witnessed(code=answer.code, leaves=answer.leaves)


def keep_partner_cosignatures(party: PartyId, entry: Entry, *, size: int, lines: str) -> bool:
    """Keep a partner's cosignatures for our checkpoint of a size; False if they are none, not new, or do not verify."""
    if not lines or cosigned_size(party) >= size:
        return False
    try:
        keep_cosignatures(party, size, lines.encode("utf-8"), entry.witness_keys())
    except LongBienError:
        return False
    return True


def answer_checkpoint(parsed: Delivery, *, node: Node, directory: Directory) -> bytes:
    """Make the add-checkpoint body for our newest checkpoint, for a partner that told what it last witnessed.

    Empty for a stranger: the log is private.
    """
    if directory.entry(parsed.sender) is None or parsed.sender == node.party:
        return b""
    return request_from(parsed.witnessed, node=node)


def request_from(witnessed: int, *, node: Node, again: bool = False) -> bytes:
    """Make an add-checkpoint body from a size that was witnessed; empty when that is more than there is, or nothing is new.

    The leaves since then go with it, sealed to this node's newest seal key. With `again`, a checkpoint that was witnessed before may be asked about once more: the answer to it was lost.
    """
    try:
        keep_for = list(node.keys.seal.values())[-1].public
        request = cosignature_request(witnessed, keep_for)
    except LongBienError:
        return b""
    size = parse_add_checkpoint(request).signed.checkpoint.size
    return request if size > witnessed or (again and size == witnessed) else b""


def request_to(party: PartyId, *, node: Node) -> tuple[bytes, int]:
    """Make the add-checkpoint body that goes to a partner with a delivery, and give the checkpoint's size."""
    request = request_from(cosigned_size(party), node=node)
    return request, parse_add_checkpoint(request).signed.checkpoint.size if request else 0


def witnessed_of(entry: Entry) -> tuple[int, str]:
    """Give the size of a partner's log that we last witnessed, and our cosignature lines for it."""
    state = find_witnessed(entry.log_origin)
    if state is None or not state.note:
        return 0, ""
    own = {(key.name, key.key_id) for key in entry.log_keys().keys}
    note = read_checkpoint(state.note).note
    lines = [line for line in note.signatures if (line.name, line.key_id) not in own]
    return state.size, print_signature_lines(lines)
