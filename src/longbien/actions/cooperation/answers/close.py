# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Close a request: nothing more will follow from this side. Data that are still kept must lapse or be released first."""

from longbien.actions.cooperation.say import Spoken, say
from longbien.actions.node import Node
from longbien.core.cooperation.acts.bodies import Closed
from longbien.store.models.people import Officer


def close(*, node: Node, actor: Officer, request_id: str, outcome: str, note: str = "") -> Spoken:
    """Close a request with a code of the list OUTCOME. RefusedError as `say`."""
    return say(node=node, actor=actor, request_id=request_id, body=Closed(outcome=outcome, note=note))
