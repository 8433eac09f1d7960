# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looking at what arrived: every frame is put through the checks before any transaction is opened.

Opening and verifying cost the most; they hold no lock. What they need to know of this node is read once for a delivery.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from longbien.actions.exchange.quota import Quota
from longbien.actions.node import Node
from longbien.core.base.errors import LongBienError
from longbien.core.base.ids import ActId, Digest, PartyId
from longbien.core.sealing.arrival import Arrived, Door, Refused, Verdict, examine
from longbien.core.sealing.frame import read_frame
from longbien.store.queries.exchange import received_acts
from longbien.store.queries.parties import Directory

_LOOKED_AT = frozenset({"open", "signatures"})
"""The checks at which a forged frame has cost something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """One frame, what the checks say of it, and whose it claims to be (None where not even the header can be read)."""

    frame: bytes
    verdict: Verdict
    sender: PartyId | None
    act_id: ActId | None


def look_at(
    frames: Sequence[bytes], *, node: Node, directory: Directory, quota: Quota | None, now: datetime
) -> list[Looked]:
    """Put frames through the checks, in order. `quota` is None for a courier file, which an officer brought."""
    names = [_name(frame) for frame in frames]
    seen = received_acts({name for name in names if name is not None})

    def stored(sender: PartyId, act_id: ActId) -> Digest | None:
        row = seen.get((sender, act_id))
        return Digest(row.frame_digest) if row else None

    door = Door(
        party=node.party,
        exercise=node.exercise,
        now=now,
        is_known=lambda party: directory.entry(party) is not None,
        seen=stored,
        within_quota=quota.allows if quota is not None else lambda _party, _length: True,
        private_key=node.keys.seal.get,
        keys=directory,
    )
    looked = []
    for frame, name in zip(frames, names, strict=True):
        verdict = examine(frame, door)
        sender, act_id = name if name is not None else (None, None)
        if quota is not None and sender is not None:
            _count(verdict, sender, quota)
        looked.append(Looked(frame=frame, verdict=verdict, sender=sender, act_id=act_id))
    return looked


def _count(verdict: Verdict, sender: PartyId, quota: Quota) -> None:
    if isinstance(verdict, Arrived) or (isinstance(verdict, Refused) and verdict.digest is not None):
        quota.count_proven(sender)
    elif isinstance(verdict, Refused) and verdict.step in _LOOKED_AT:
        quota.count_unproven(sender)


def _name(data: bytes) -> tuple[PartyId, ActId] | None:
    try:
        frame = read_frame(data)
    except LongBienError:
        return None
    return frame.sender, frame.act_id
