# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands beside the assessments of a row: comments and contributions from outside the government, and proposed clauses."""

from dataclasses import replace
from typing import Final

from longbien.actions.access import require
from longbien.actions.law.concordance.keeping import ASSESS, Put, end, find, part, put
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.law.concordance.codes import Origin
from longbien.core.law.concordance.table import Clause, Comment
from longbien.core.law.concordance.written import tidy
from longbien.store import models
from longbien.store.writing import write_transaction

_ID: Final = 8


def comment(*, node: Node, actor: models.Officer, ref: str, duty: str, said: Comment) -> Comment:
    """Set a comment beside a row (id, author and day are set here).

    RefusedError `law.comment_empty`, `law.contribution_body`: who outside the government it came from is said.
    """
    require(actor, ASSESS)
    now = node.clock()
    made = tidy(
        replace(
            said, id=node.randomness(_ID).hex(), author=actor.role_id, day=now.date(), text=said.text or " "
        )
    )
    if not made.text.strip():
        raise RefusedError("law.comment_empty")
    if made.origin is Origin.NON_GOVERNMENT and not made.body:
        raise RefusedError("law.contribution_body")
    with write_transaction():
        table = find(ref)
        part(table, duty)
        put(table, Put(row=duty, kind="comment", key=made.id, value=made, by=actor.role_id, at=now))
    return made


def propose_clause(*, node: Node, actor: models.Officer, ref: str, duty: str, clause: Clause) -> Clause:
    """Propose text of the law for a duty; with the id of one that is there, a new wording of it. RefusedError `law.clause_empty`."""
    require(actor, ASSESS)
    now = node.clock()
    if not clause.text.strip():
        raise RefusedError("law.clause_empty")
    named = replace(clause, id=clause.id or node.randomness(_ID).hex(), author=actor.role_id, day=now.date())
    with write_transaction():
        table = find(ref)
        row = part(table, duty).rows[0]
        if clause.id and clause.id not in {one.id for one in row.clauses}:
            raise UsageError("law.clause_not_found", row=duty[:20])
        made = tidy(replace(named, language=named.language or table.language))
        put(table, Put(row=duty, kind="clause", key=made.id, value=made, by=actor.role_id, at=now))
    return made


def withdraw_clause(
    *, node: Node, actor: models.Officer, ref: str, duty: str, clause: str, why: str = ""
) -> None:
    """Take a proposed clause away; the history keeps it. UsageError `law.clause_not_found`."""
    require(actor, ASSESS)
    with write_transaction():
        end(find(ref), duty=duty, kind="clause", key=clause, by=actor.role_id, at=node.clock(), why=why)
