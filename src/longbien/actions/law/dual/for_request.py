# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What both States' tables say of the offences of a request: facts beside the step in which a named official decides on dual criminality."""

from longbien.actions.access import permits
from longbien.actions.cooperation.current import current_values
from longbien.actions.cooperation.thread import find_thread
from longbien.actions.law.concordance.keeping import READ
from longbien.actions.law.dual.facts import dual_facts
from longbien.actions.law.dual.shown import DualShown, dual_shown
from longbien.actions.node import Node
from longbien.core.law.dual.table import OFFENCES
from longbien.store import models

_FIELD = "offences"


def dual_for_request(
    *, node: Node, actor: models.Officer, request_id: str, language: str
) -> tuple[DualShown, ...]:
    """Set both tables side by side for each offence of Articles 7 to 17 that the request names; nothing for other offences.

    RefusedError `cooperation.request_unknown`. Whoever may not read the law desk sees nothing.
    """
    if not permits(actor, READ):
        return ()
    thread = find_thread(node.party, request_id)
    named = current_values(thread).values.get(_FIELD)
    codes = named if isinstance(named, tuple | list) else ()
    known = {str(number): number for number in OFFENCES}
    articles = sorted({known[str(code)] for code in codes if str(code) in known})
    return tuple(
        dual_shown(dual_facts(node=node, actor=actor, article=number, other=thread.request.partner), language)
        for number in articles
    )
