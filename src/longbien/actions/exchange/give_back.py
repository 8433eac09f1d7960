# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving back to a partner what this node holds of it, after the partner had to restore an older copy of itself.

One file, sealed to the partner: the checkpoints of its log that we cosigned with the leaves that we kept for it, every act
between us, our receipts for its acts. Nothing of anybody else.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO, Final

from longbien.actions.access import require
from longbien.actions.log.decision import record_decision
from longbien.actions.log.prove import receipts
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest, PartyId
from longbien.core.base.moments import cut_moment
from longbien.core.exchange.recovery import GivenAct, GivenCheckpoint, RecoveryHeader, RecoveryWriter
from longbien.core.log.kept import KeptLeaves
from longbien.core.log.proof import Receipt
from longbien.store import models
from longbien.store.queries.log import open_head
from longbien.store.queries.parties import trusted_entry
from longbien.store.queries.witness import given_checkpoints
from longbien.store.writing import write_transaction

VERB: Final = "exchange.give_back"
_TOGETHER: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenBack:
    """What a recovery file holds, and the digest that names it."""

    partner: PartyId
    checkpoints: int
    leaves: int
    acts: int
    digest: Digest


def give_back(*, node: Node, actor: models.Officer, partner: PartyId, file: BinaryIO) -> GivenBack:
    """Write what we hold of a partner into `file`; that it was given is logged. The caller keeps the file only if this returns.

    RefusedError `people.not_permitted`, `parties.not_introduced`, `exchange.nothing_held`.
    """
    require(actor, VERB)
    entry = trusted_entry(partner)
    if entry is None or partner == node.party:
        raise RefusedError("parties.not_introduced", party=partner)
    now = cut_moment(node.clock())
    key = entry.seal_key(now)
    header = RecoveryHeader(
        sender=node.party, recipient=partner, origin=entry.log_origin, made_at=now, seal_key=key.key_id
    )
    writer = RecoveryWriter(file, header, key)
    checkpoints, leaves, acts = 0, 0, 0
    for note, size, first, sealed in given_checkpoints(entry.log_origin):
        kept = None if first is None else KeptLeaves(first=first, sealed=sealed)
        writer.checkpoint(GivenCheckpoint(note=note, kept=kept))
        checkpoints, leaves = checkpoints + 1, leaves + (0 if first is None else size - first)
    for given in _acts(partner):
        writer.act(given)
        acts += 1
    if not checkpoints and not acts:
        raise RefusedError("exchange.nothing_held", party=partner)
    digest = writer.finish()
    with write_transaction():
        record_decision(
            node=node,
            verb=VERB,
            role_id=actor.role_id,
            facts={"party": partner, "file": digest, "acts": acts},
            now=now,
        )
    return GivenBack(partner=partner, checkpoints=checkpoints, leaves=leaves, acts=acts, digest=digest)


def _acts(partner: PartyId) -> Iterator[GivenAct]:
    """Give every act between us and a partner, in the order in which we recorded them."""
    rows = models.Act.objects.filter(partner=partner).order_by("pk").iterator(chunk_size=_TOGETHER)
    while some := list(islice(rows, _TOGETHER)):
        proven = _receipts(some)
        for row in some:
            frame = Digest(row.frame_digest) if row.frame_digest else None
            receipt = proven.get(row.leaf_index) if row.direction == models.Act.RECEIVED else None
            yield GivenAct(envelope=bytes(row.envelope), frame=frame, receipt=receipt)


def _receipts(rows: list[models.Act]) -> dict[int, Receipt]:
    """Make receipts for those acts of the partner whose leaves are in our open log."""
    head = open_head()
    if head is None:
        return {}
    indexes = [
        row.leaf_index
        for row in rows
        if row.direction == models.Act.RECEIVED
        and row.recorded_at >= head.opened_at
        and 0 <= row.leaf_index < head.frontier.size
    ]
    return dict(zip(indexes, receipts(indexes), strict=True)) if indexes else {}
