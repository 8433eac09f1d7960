# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Silence as a signed statement: what this node attempted and did not get.

It claims no more than that. It does not prove that the partner was silent: a line may have been down, a courier lost.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from longbien.actions.exchange.make import record_statement
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.ids import Digest, PartyId, RequestId
from longbien.core.base.moments import cut_moment, print_moment
from longbien.core.log.checkpoint import read_checkpoint
from longbien.store import models
from longbien.store.queries.exchange import attempts_of, is_still_silent, silent_rows
from longbien.store.queries.parties import trusted_entry
from longbien.store.queries.witness import find_witnessed
from longbien.store.writing import write_transaction

SILENCE: Final = "statement.silence"
AT_ONCE: Final = 64
"""How many statements one turn makes at most."""
MAX_ATTEMPTS: Final = 500
"""How many attempts a statement lists: the first ones and, beyond the half of these, the last."""


def state_silences(*, node: Node) -> list[models.Act]:
    """State every act that has waited for a receipt beyond its partner's limit, once each; give the statements."""
    now = cut_moment(node.clock())
    made: list[models.Act] = []
    for party in models.Party.objects.filter(own=False):
        before = now - timedelta(seconds=party.silence_limit)
        rows = silent_rows(PartyId(party.party_id), before, AT_ONCE - len(made))
        said = (state_silence(node, row, limit=party.silence_limit, now=now) for row in rows)
        made += [statement for statement in said if statement is not None]
    return made


def state_silence(node: Node, row: models.Outbox, *, limit: int, now: datetime) -> models.Act | None:
    """State the silence about one act; None if another worker has done so, or a receipt has come, since the row was read."""
    act = row.act
    with write_transaction():
        if not is_still_silent(row.pk):
            return None
        statement = record_statement(
            node=node,
            kind=SILENCE,
            thread=RequestId(act.thread),
            refers_to=Digest(act.digest),
            body={
                "act": act.digest,
                "partner": row.partner,
                "queued_at": print_moment(row.queued_at),
                "attempts": _attempts(attempts_of(row)),
                "limit_seconds": limit,
                "latest_checkpoint_seen": _seen(PartyId(row.partner)),
            },
            now=now,
        )
        models.Outbox.objects.filter(pk=row.pk).update(silence=statement)
    return statement


def _attempts(found: Sequence[models.Attempt]) -> list[JsonInput]:
    """Give attempts as JSON; of very many, the first and the last ones."""
    if len(found) > MAX_ATTEMPTS:
        half = MAX_ATTEMPTS // 2
        found = [*found[:half], *found[-half:]]
    return [{"at": print_moment(one.at), "means": one.means, "outcome": one.outcome} for one in found]


def _seen(partner: PartyId) -> JsonInput:
    """Give the partner's newest checkpoint that this node has seen: its size and the SHA-256 of the note; null for none."""
    entry = trusted_entry(partner)
    state = find_witnessed(entry.log_origin) if entry else None
    if state is None or not state.note:
        return None
    signed = read_checkpoint(state.note)
    return {"size": signed.checkpoint.size, "note": hashlib.sha256(state.note).hexdigest()}
