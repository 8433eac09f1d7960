# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker has to do now, and where: partners for whom acts or evidence wait, and their doors."""

from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.parties.entry import Endpoint
from longbien.store.queries.evidence import push_partners
from longbien.store.queries.exchange import due_partners
from longbien.store.queries.parties import trusted_entry
from longbien.store.writing import pulse


def store_pulse() -> str:
    """Give a word that changes whenever another connection has written to the database: cheap enough to ask all the time."""
    return pulse()


def partners_waiting(*, node: Node) -> list[PartyId]:
    """Give the partners to whom acts may be delivered now."""
    return due_partners(node.clock())


def partners_to_push(*, node: Node) -> list[PartyId]:
    """Give the partners to whom segments of evidence have still to travel."""
    return [PartyId(partner) for partner in push_partners(node.party)]


def endpoint_of(partner: PartyId) -> Endpoint:
    """Give the address and the pinned key of a partner's door; RefusedError `parties.not_introduced`."""
    entry = trusted_entry(partner)
    if entry is None:
        raise RefusedError("parties.not_introduced", party=partner)
    return entry.endpoint
