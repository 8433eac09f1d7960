# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ask the requesting State a question (Art. 40(16)), or warn it before acting (Art. 42(7)): it decides whether to go on."""

from collections.abc import Sequence
from datetime import datetime

from longbien.actions.cooperation.say import Spoken, say
from longbien.actions.node import Node
from longbien.core.cooperation.acts.bodies import InformationWanted
from longbien.store.models.people import Officer


def ask(
    *,
    node: Node,
    actor: Officer,
    request_id: str,
    questions: str,
    concern: str = "",
    fields: Sequence[str] = (),
    answer_by: datetime | None = None,
) -> Spoken:
    """Ask; `concern` is a code of the list CONCERN, such as a warning that dual criminality may fail later. RefusedError as `say`."""
    body = InformationWanted(questions=questions, concern=concern, fields=tuple(fields), answer_by=answer_by)
    return say(node=node, actor=actor, request_id=request_id, body=body)
