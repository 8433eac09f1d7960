# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Closing a log that can never go on and beginning the next, under a new origin (docs/protocol/log.md, section 5).

The statement that closes the old log is the first leaf of the new one; a new directory entry names the new origin, and partners are
told by an act that is signed with the keys they know.
"""

import base64
from collections.abc import Collection
from dataclasses import replace
from typing import Final

from longbien.actions.access import require
from longbien.actions.exchange.make import Message, make_acts, record_statement
from longbien.actions.log.append import open_log
from longbien.actions.log.hold import close_log
from longbien.actions.log.prove import checkpoint
from longbien.actions.node import Node
from longbien.actions.parties.trust import pending_row, trust_entry
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError
from longbien.core.base.moments import cut_moment
from longbien.core.log.checkpoint import LogSigner
from longbien.core.log.note import check_name
from longbien.core.parties import successor
from longbien.core.parties.chain import CONFIRMATIONS, read_next, sign_entry
from longbien.core.sealing.act import Approval
from longbien.store import models
from longbien.store.queries.parties import partners, trusted_entry
from longbien.store.writing import write_transaction

VERB: Final = "log.close"


def begin_next_log(*, node: Node, actors: Collection[models.Officer], origin: str) -> models.Entry:
    """Close the node's log and begin the next under `origin`; give the directory entry that names it.

    RefusedError `people.two_needed`, `people.not_permitted`, `log.origin_used`; MalformedError for a name that is none.
    """
    check_name(origin)
    if len({actor.pk for actor in actors}) < CONFIRMATIONS:
        raise RefusedError("people.two_needed")
    for actor in actors:
        require(actor, VERB)
    before = trusted_entry(node.party)
    if before is None or origin == before.log_origin:
        raise RefusedError("log.origin_used", origin=origin)
    now = cut_moment(node.clock())
    approvals = [Approval(role_id=actor.role_id, at=now) for actor in actors]
    with write_transaction():
        last = checkpoint().checkpoint
        close_log(now)
        signer = LogSigner(origin=origin, ed25519=node.keys.log.ed25519, ml_dsa_44=node.keys.log.ml_dsa_44)
        node = replace(node, keys=replace(node.keys, log=signer))
        open_log(now, signer)
        body: dict[str, JsonInput] = {
            "closed": last.origin,
            "size": last.size,
            "root": base64.b64encode(last.root).decode("ascii"),
            "next": origin,
        }
        record_statement(
            node=node,
            kind="statement.log-closed",
            thread=None,
            refers_to=None,
            body=body,
            approved_by=approvals,
            now=now,
        )
        entry = replace(successor.amend(before, issued=now), log_origin=origin)
        signed = read_next(sign_entry(entry, node.keys.act), before)
        told: dict[str, JsonInput] = {"entry": base64.b64encode(signed.envelope).decode("ascii")}
        messages = [
            Message(kind="directory.entry", recipient=party, body=told, approved_by=approvals)
            for party in partners()
        ]
        if messages:
            make_acts(node=node, messages=messages, now=now)
        row = pending_row(node.party, signed, now)
        trust_entry(node=node, row=row, signed=signed, now=now)
    return row
