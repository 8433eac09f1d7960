# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ask that preserved data be kept (Art. 42(9)), or an arrested person be held, longer: one act, before the period ends."""

from datetime import datetime

from longbien.actions.access import require
from longbien.actions.cooperation.say import Spoken, say
from longbien.actions.cooperation.thread import find_thread
from longbien.actions.node import Node
from longbien.core.cooperation.acts.bodies import Extension
from longbien.core.cooperation.life.lifecycle import PRESERVATION
from longbien.core.cooperation.life.preservation import require_extension
from longbien.store.models.people import Officer


def extend(
    *, node: Node, actor: Officer, request_id: str, until: datetime, reason: str, measure: str = PRESERVATION
) -> Spoken:
    """Ask for preservation, or for the `measure` arrest, until a later moment.

    RefusedError `cooperation.preservation_lapsed` or `cooperation.arrest_lapsed` once the period has ended, `cooperation.extension_not_later`, and as `say`.
    """
    require(actor, "cooperation.extend")
    body = Extension(until=until, reason=reason, measure=measure)
    require_extension(body, find_thread(node.party, request_id).state, now=node.clock())
    return say(node=node, actor=actor, request_id=request_id, body=body)
