# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What our own entry says of us changes: authorities and languages, read from the State's notices. Two directory officers do it together."""

from collections.abc import Collection
from typing import Final

from longbien.actions.access import require
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.actions.parties.renew import tell_partners
from longbien.actions.parties.trust import pending_row, trust_entry
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError
from longbien.core.base.moments import cut_moment
from longbien.core.parties.chain import CONFIRMATIONS, read_next, sign_entry
from longbien.core.parties.notified import with_notices
from longbien.core.sealing.act import Approval
from longbien.core.treaty.joining.notices import read_notices
from longbien.store import models
from longbien.store.queries.parties import trusted_entry
from longbien.store.writing import write_transaction

VERB: Final = "parties.amend"


def amend_from_notices(*, node: Node, actors: Collection[models.Officer], data: bytes) -> models.Entry:
    """Put the State's notices (JSON of `longbien treaty join`) into our entry and tell partners; the keys stay.

    MalformedError `joining.notices_malformed`; RefusedError `people.two_needed`, `people.not_permitted` and those of `with_notices`.
    """
    if len({actor.pk for actor in actors}) < CONFIRMATIONS:
        raise RefusedError("people.two_needed")
    for actor in actors:
        require(actor, VERB)
    notices = read_notices(data)
    now = cut_moment(node.clock())
    with write_transaction():
        before = trusted_entry(node.party)
        if before is None:
            raise RefusedError("parties.not_introduced", party=node.party)
        entry = with_notices(before, notices, issued=now)
        signed = read_next(sign_entry(entry, node.keys.act), before)
        tell_partners(node, signed, [Approval(role_id=actor.role_id, at=now) for actor in actors], now)
        row = pending_row(node.party, signed, now)
        trust_entry(node=node, row=row, signed=signed, now=now)
        role_ids = " ".join(sorted(actor.role_id for actor in actors))
        facts: dict[str, JsonInput] = {"entry": signed.fingerprint, "number": entry.number}
        record_decision(node=node, verb=VERB, role_id=role_ids, facts=facts, now=now)
    return row
