# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The legal basis of a request as its page, its decisions and its papers need it: then, now, and whose rules of procedure apply."""

from datetime import date

from longbien.actions.cooperation.thread import Thread
from longbien.actions.node import Node
from longbien.actions.treaty.bases.rules import RequestBasis, basis_of_request
from longbien.core.base.ids import PartyId


def made_day(thread: Thread, today: date) -> date:
    """Give the day on which a request was made: when this node recorded its first act; today for a draft."""
    return thread.said[0].row.recorded_at.date() if thread.said else today


def request_basis(node: Node, thread: Thread, *, basis: str = "") -> RequestBasis:
    """Give the legal basis of a request of this node or a partner. `basis` is the code that a draft names."""
    today = node.clock().date()
    request = thread.request
    return basis_of_request(
        basis=basis or request.legal_basis,
        pair=(node.party, PartyId(request.partner)),
        own=node.party,
        request_id=request.request_id,
        made_on=made_day(thread, today),
        day=today,
        exercise=request.exercise,
    )
