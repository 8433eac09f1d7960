# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ask where a request is, and tell how far it is (Art. 40(26)). Neither decides anything."""

from datetime import datetime

from longbien.actions.cooperation.say import Spoken, say
from longbien.actions.node import Node
from longbien.core.cooperation.acts.asides import Progress, StatusWanted
from longbien.store.models.people import Officer


def ask_status(*, node: Node, actor: Officer, request_id: str, text: str = "") -> Spoken:
    """Ask how far a request of ours is. RefusedError as `say`."""
    return say(node=node, actor=actor, request_id=request_id, body=StatusWanted(text=text))


def report_progress(
    *, node: Node, actor: Officer, request_id: str, text: str, expected: datetime | None = None
) -> Spoken:
    """Tell how far a request is, asked or not, and by when the next step is expected. RefusedError as `say`."""
    return say(node=node, actor=actor, request_id=request_id, body=Progress(text=text, expected=expected))
