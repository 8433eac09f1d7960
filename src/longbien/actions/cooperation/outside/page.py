# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the page of a request shows of what came or went outside the nodes: how, when, what the file showed, its original."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.cooperation.thread import find_thread
from longbien.actions.node import Node
from longbien.core.cooperation.outside.statement import CARRIED, Carried, Original, read_carried
from longbien.store.models.people import Officer

BY_HAND: Final = ("outside", "by-hand", "to-be-carried")
"""The carriage of what stands for an act that never was between nodes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOutside:
    """One thing said outside: by whom, on which channel, when it came, what its file shows (nothing of it is checked), its original.

    `carried`: when, how and to whom a paper of ours was handed over; None as long as nobody recorded it.
    """

    act: str
    kind: str
    ours: bool
    channel: str
    at: datetime
    seen: Mapping[str, str]
    note: str
    original: Original | None
    carried: Carried | None


def page_outside(*, node: Node, actor: Officer, request_id: str) -> tuple[PageOutside, ...]:
    """Give everything of a thread that came or went outside, in order; nothing for a request between nodes."""
    require(actor, "cooperation.read")
    thread = find_thread(node.party, request_id)
    handed = [read_carried(one.act.body) for one in thread.said if one.act.kind == CARRIED]
    carried = {one.act: one for one in handed}
    return tuple(
        PageOutside(
            act=one.row.digest,
            kind=one.act.kind,
            ours=one.outside.sender == node.party,
            channel=one.outside.channel,
            at=one.outside.at,
            seen=one.outside.seen,
            note=one.outside.note,
            original=one.outside.original,
            carried=next((found for act, found in carried.items() if act == one.row.digest), None),
        )
        for one in thread.said
        if one.outside is not None
    )
