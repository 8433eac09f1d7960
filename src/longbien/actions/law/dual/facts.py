# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dual criminality and State against State, from the tables that this node holds. Facts for a named official; nothing is decided here."""

from collections.abc import Collection

from longbien.actions.access import require
from longbien.actions.law.concordance.keeping import READ
from longbien.actions.law.publishing.partners import table_of
from longbien.actions.node import Node
from longbien.core.base.errors import UsageError
from longbien.core.law.dual.states import StateTable, beside
from longbien.core.law.dual.table import DualTable, dual
from longbien.store import models


def dual_facts(
    *, node: Node, actor: models.Officer, article: int, other: str, elements: Collection[str] = ()
) -> DualTable:
    """Set our table and a partner's side by side for an offence of Articles 7 to 17; what neither says is said to be unknown.

    RefusedError `people.not_permitted`, `law_dual.no_offence`, `law_dual.element`.
    """
    require(actor, READ)
    return dual(
        table_of(node=node, actor=actor, state=node.party),
        table_of(node=node, actor=actor, state=other),
        article=article,
        states=(node.party, other),
        elements=elements,
    )


def states_beside(
    *, node: Node, actor: models.Officer, own: str, other: str, articles: Collection[int] = ()
) -> StateTable:
    """Set two States' tables side by side. UsageError `law_report.no_table` for a State that published none here."""
    require(actor, READ)
    found = []
    for state in (own, other):
        table = table_of(node=node, actor=actor, state=state)
        if table is None:
            raise UsageError("law_report.no_table", state=state)
        found.append(table)
    return beside(found[0], found[1], articles=articles)
