# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking a proposed clause into a row of a concordance: by a person, marked with where it came from. There it is adapted like any other."""

from longbien.actions.law.concordance.remarks import propose_clause
from longbien.actions.law.reporting.words import Words
from longbien.actions.node import Node
from longbien.core.law.clauses.proposals import LANGUAGE, proposal
from longbien.core.law.concordance.table import Clause
from longbien.store import models


def take_proposal(*, node: Node, actor: models.Officer, concordance: str, duty: str, code: str) -> Clause:
    """Take the proposal `code` into the row of a duty.

    RefusedError `people.not_permitted`, `law_report.clause_unknown`; UsageError `law.concordance_not_found`, `law.row_not_found`.
    """
    found = proposal(code)
    words = Words(LANGUAGE)
    clause = Clause(
        id="",
        text=found.clause,
        language=LANGUAGE,
        model=words.say("clause_machine", code=found.code, title=found.title),
        effect_on_rights=words.comma.join(words.code("right", one) for one in found.rights),
    )
    return propose_clause(node=node, actor=actor, ref=concordance, duty=duty, clause=clause)
