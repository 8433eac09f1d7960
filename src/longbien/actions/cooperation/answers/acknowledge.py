# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Acknowledge a request: a person has seen it. One officer, one act (the 24/7 point at 03:00, Art. 41(2))."""

from longbien.actions.cooperation.say import Spoken, say
from longbien.actions.node import Node
from longbien.core.cooperation.acts.bodies import Acknowledged
from longbien.store.models.people import Officer


def acknowledge(
    *, node: Node, actor: Officer, request_id: str, reference: str = "", note: str = ""
) -> Spoken:
    """Acknowledge a request; `reference` is our own case number. RefusedError as `say`."""
    body = Acknowledged(reference=reference, handled_by=actor.role_id, note=note)
    return say(node=node, actor=actor, request_id=request_id, body=body)
