# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What leaves on paper: a statement of this node about itself, followed by its desk as the act that it stands for."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from longbien.actions.exchange.make import record_statement
from longbien.actions.node import Node
from longbien.core.base.canonical import Json
from longbien.core.base.ids import Digest, PartyId, RequestId
from longbien.core.cooperation.outside.statement import OUTSIDE, Outside, unwrap, write_outside
from longbien.core.sealing.act import Approval, read_signed_act
from longbien.store import models


def make_outside(
    *,
    node: Node,
    kind: str,
    recipient: PartyId,
    thread: RequestId | None,
    refers_to: Digest | None,
    body: Mapping[str, Json],
    approved_by: Sequence[Approval],
    now: datetime,
) -> models.Act:
    """Sign and log what is said on paper; the desk follows it as it follows an act. Nothing is queued: people carry the paper."""
    said = Outside(
        kind=kind,
        sender=node.party,
        recipient=recipient,
        channel="",
        at=now,
        seen={},
        note="",
        original=None,
        body=body,
    )
    row = record_statement(
        node=node,
        kind=OUTSIDE,
        thread=thread,
        refers_to=refers_to,
        body=write_outside(said),
        approved_by=approved_by,
        now=now,
    )
    after = node.desks.after(kind)
    if after is not None:
        _, signed = read_signed_act(bytes(row.envelope))
        shown, _outside = unwrap(signed)
        after(node, row, shown)
    return row
