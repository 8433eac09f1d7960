# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ask that preserved data be kept longer (Art. 42(9)): one act, before the period ends."""

from datetime import datetime

from longbien.actions.cooperation.say import Spoken, say
from longbien.actions.node import Node
from longbien.core.cooperation.bodies import Extension
from longbien.store.models.people import Officer


def extend(*, node: Node, actor: Officer, request_id: str, until: datetime, reason: str) -> Spoken:
    """Ask for preservation until a later moment. RefusedError `cooperation.preservation_lapsed` once the period has ended."""
    return say(node=node, actor=actor, request_id=request_id, body=Extension(until=until, reason=reason))
