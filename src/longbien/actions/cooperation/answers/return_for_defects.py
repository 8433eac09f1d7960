# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Return a request that cannot be worked on as it is: coded reasons and the fields to mend. It is not a refusal."""

from collections.abc import Sequence

from longbien.actions.cooperation.say import Spoken, say
from longbien.actions.node import Node
from longbien.core.cooperation.acts.bodies import Returned
from longbien.store.models.people import Officer


def return_for_defects(
    *,
    node: Node,
    actor: Officer,
    request_id: str,
    reasons: Sequence[str],
    fields: Sequence[str] = (),
    text: str = "",
    preserved_meanwhile: bool = False,
) -> Spoken:
    """Return a request with codes of the list RETURN; say whether the data are kept meanwhile. RefusedError as `say`."""
    body = Returned(
        reasons=tuple(reasons), fields=tuple(fields), text=text, preserved_meanwhile=preserved_meanwhile
    )
    return say(node=node, actor=actor, request_id=request_id, body=body)
