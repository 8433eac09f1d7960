# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A partner's new directory entry arrives as an act: trusted by the chain of signatures, or kept until two people confirm it."""

from longbien.actions.node import Node
from longbien.actions.parties.trust import pending_row, trust_entry
from longbien.core.base.errors import RefusedError
from longbien.core.base.fields import Fields
from longbien.core.parties.chain import read_next
from longbien.core.parties.entry import MAX_ENTRY
from longbien.core.sealing.act import Act
from longbien.store import models
from longbien.store.queries.parties import trusted_entry


def take_entry(node: Node, row: models.Act, act: Act) -> None:
    """Take a `directory.entry` act in, inside its savepoint.

    RefusedError `parties.other_party` for an entry about somebody else, and those of the chain: the act is then refused
    with a receipt. An entry that we already trust changes nothing.
    """
    fields = Fields(act.body, where="$.body")
    envelope = fields.base64("entry", max_length=2 * MAX_ENTRY)
    fields.done()
    before = trusted_entry(act.sender)
    if before is None:
        raise RefusedError("parties.not_introduced", party=act.sender)
    if models.Entry.objects.filter(envelope=envelope, state=models.Entry.TRUSTED).exists():
        return
    signed = read_next(envelope, before)
    if signed.entry.party != act.sender:
        raise RefusedError("parties.other_party", party=signed.entry.party)
    held = pending_row(act.sender, signed, row.recorded_at)
    if not signed.needs_people:
        trust_entry(node=node, row=held, signed=signed, now=row.recorded_at)
