# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Withdraw a request: the assistance is no longer needed, and the partner is told at once (Art. 40(26))."""

from longbien.actions.cooperation.say import Spoken, say
from longbien.actions.node import Node
from longbien.core.cooperation.acts.bodies import Withdrawn
from longbien.store.models.people import Officer


def withdraw(*, node: Node, actor: Officer, request_id: str, reason: str) -> Spoken:
    """Withdraw a request of ours; preserved data may be lost by it. RefusedError as `say`."""
    return say(node=node, actor=actor, request_id=request_id, body=Withdrawn(reason=reason))
