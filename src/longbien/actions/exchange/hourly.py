# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checkpoints that no act carries: at most one exchange an hour with each partner, and only when acts have been logged since."""

import re
from datetime import datetime, timedelta
from typing import Final

from longbien.actions.access import Actor, require
from longbien.actions.exchange.deliver import LEASE
from longbien.actions.exchange.lanes import new_token
from longbien.actions.exchange.witness import keep_partner_cosignatures, request_from
from longbien.actions.log.prove import cosigned_size
from longbien.actions.node import Node
from longbien.bridge.ports import OpenDoor, PeerDoor, Reply
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.base.moments import cut_moment, print_moment
from longbien.core.exchange.retries import wait_after
from longbien.core.log.witness import parse_add_checkpoint
from longbien.core.parties.entry import Entry
from longbien.store import models
from longbien.store.queries.exchange import (
    acts_untold,
    checkpoint_due,
    failures_of,
    give_lane_back,
    take_lane,
    went_alone_at,
)
from longbien.store.queries.parties import partners, trusted_entry
from longbien.store.writing import write_transaction

INTERVAL: Final = timedelta(hours=1)
_NOT_COSIGNED: Final = "exchange.not_cosigned"
_SIZE: Final = re.compile(rb"(0|[1-9][0-9]{0,18})\n?")


def partners_due(now: datetime) -> list[PartyId]:
    """Give the partners with whom checkpoints should be exchanged now."""
    return [partner for partner in partners() if checkpoint_due(partner, now, INTERVAL)]


def exchange_checkpoint(*, node: Node, partner: PartyId, door: PeerDoor) -> str:
    """Ask a partner to cosign our newest checkpoint; give the code of what went wrong, or nothing.

    A partner that has another size on record than we is asked again from that size, once.
    """
    entry = trusted_entry(partner)
    token = new_token()
    with write_transaction():
        taken = entry is not None and take_lane(partner, token=token, now=node.clock(), lease=LEASE)
    if entry is None or not taken:
        return "exchange.lane_taken"
    code = "exchange.interrupted"
    try:
        code = _exchange(node, partner, entry, door)
    except LongBienError as error:
        code = error.code
    finally:
        _note(node, partner, token, code)
    return code


def exchange_now(*, node: Node, actor: Actor, partner: PartyId, open_door: OpenDoor) -> bool:
    """Bring the hourly exchange with a partner forward, so that it witnesses the leaves after our last act.

    False, and nothing is exchanged, if no act was logged since the logs last told each other.

    RefusedError `people.not_permitted`, `parties.not_introduced`, `exchange.checkpoint_hour` within an hour of the last one by itself, and
    the code of what went wrong.
    """
    require(actor, "exchange.courier")
    entry, before, now = trusted_entry(partner), went_alone_at(partner), node.clock()
    if entry is None:
        raise RefusedError("parties.not_introduced", party=partner)
    if not acts_untold(partner):
        return False
    if before is not None and now < before + INTERVAL:
        raise RefusedError("exchange.checkpoint_hour", party=partner, at=print_moment(before + INTERVAL))
    door = open_door(entry.endpoint.url, entry.endpoint.tls_sha256)
    code = exchange_checkpoint(node=node, partner=partner, door=door)
    if code:
        raise RefusedError(code, party=partner)
    return True


def _exchange(node: Node, partner: PartyId, entry: Entry, door: PeerDoor) -> str:
    known = cosigned_size(partner)
    request = request_from(known, node=node)
    reply = door.add_checkpoint(request) if request else None
    if reply is not None and reply.status == 409:
        request = request_from(_stated_size(reply), node=node, again=True)
        reply = door.add_checkpoint(request) if request else None
    if reply is None:
        return ""
    if reply.status != 200:
        return _NOT_COSIGNED
    size = parse_add_checkpoint(request).signed.checkpoint.size
    with write_transaction():
        lines = reply.body.decode("utf-8", "replace")
        kept = keep_partner_cosignatures(partner, entry, size=size, lines=lines)
    return "" if kept else _NOT_COSIGNED


def _stated_size(reply: Reply) -> int:
    found = _SIZE.fullmatch(reply.body)
    if found is None:
        raise RefusedError("log.request_malformed")
    return int(found[1])


def _note(node: Node, partner: PartyId, token: str, code: str) -> None:
    now = cut_moment(node.clock())
    failures = failures_of(partner) + 1 if code else 0
    with write_transaction():
        if not code:
            models.Lane.objects.filter(partner=partner).update(checkpoint_at=now, alone_at=now)
        next_at = now + wait_after(failures) if failures else None
        give_lane_back(partner, token=token, failures=failures, next_at=next_at)
