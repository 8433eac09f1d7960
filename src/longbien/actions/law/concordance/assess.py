# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Assessing, reviewing, opening, beginning another round, dissenting. Each leaves a leaf in the log; none overwrites what another person said."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

from longbien.actions.access import require
from longbien.actions.law.concordance.keeping import (
    ASSESS,
    HEAD,
    REVIEW,
    WHY,
    Put,
    find,
    head,
    key_of,
    part,
    put,
)
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput, encode
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.law.concordance.codes import Choice, Coverage, Seat
from longbien.core.law.concordance.grid import grid, has_safeguards
from longbien.core.law.concordance.rounds import REVIEWERS_OWN, Move, row_seen_by, seat_of
from longbien.core.law.concordance.table import Assessment, Dissent, Row
from longbien.core.law.concordance.written import tidy, value_json
from longbien.store import models
from longbien.store.writing import write_transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """A move that is being made: by whom, of which row, now."""

    node: Node
    actor: models.Officer
    move: Move
    table: models.LawConcordance
    row: Row
    seat: Seat
    now: datetime

    def keep_head(self, row: Row, why: str) -> None:
        """Keep the row's head."""
        value = tidy(head(row))
        piece = Put(row=row.id, kind=HEAD, key="", value=value, by=self.actor.role_id, at=self.now, why=why)
        put(self.table, piece)

    def log(self, said: object | None) -> None:
        """Leave a leaf in the log."""
        facts: dict[str, JsonInput] = {
            "step": self.move.value,
            "concordance": self.table.ref,
            "row": self.row.id,
            "round": self.row.round,
        }
        if said is not None:
            facts["sha256"] = hashlib.sha256(encode(value_json(said))).hexdigest()
        record_decision(
            node=self.node,
            verb=_verb(self.move),
            role_id=self.actor.role_id,
            facts=facts,
            now=self.now,
        )

    def after(self) -> Row:
        """Give the row as it is now, as the actor may read it."""
        return row_seen_by(part(self.table, self.row.id).rows[0], self.actor.role_id)


def assess(
    *, node: Node, actor: models.Officer, ref: str, duty: str, found: Assessment, why: str = ""
) -> Row:
    """Keep what the actor found of a duty, in the actor's seat and the row's round (seat, round, author and day are set here).

    RefusedError `people.not_permitted`, those of `seat_of`, `law.reason_missing`, `law.option_reason`; UsageError `law.element_unknown`,
    `law.assessment_empty`; MalformedError `base.field_value` for a text that is too long.
    """
    with write_transaction():
        return _say(_begin(node, actor, ref, duty, move=Move.ASSESS), found, why)


def review(
    *, node: Node, actor: models.Officer, ref: str, duty: str, found: Assessment, why: str = ""
) -> Row:
    """Keep the reviewer's decision of a round; what counts from now on. Refused as `assess`."""
    with write_transaction():
        return _say(_begin(node, actor, ref, duty, move=Move.REVIEW), found, why)


def open_row(*, node: Node, actor: models.Officer, ref: str, duty: str, why: str) -> Row:
    """Open a row to everybody before both assessments are in: the reviewer's, with a reason. RefusedError `law.why_missing`."""
    with write_transaction():
        return _change(_begin(node, actor, ref, duty, move=Move.OPEN), why)


def reopen(*, node: Node, actor: models.Officer, ref: str, duty: str, why: str) -> Row:
    """Begin another round; what was said stays, and the two assess again. RefusedError `law.why_missing`."""
    with write_transaction():
        return _change(_begin(node, actor, ref, duty, move=Move.REOPEN), why)


def dissent(*, node: Node, actor: models.Officer, ref: str, duty: str, text: str) -> Row:
    """Set a dissent beside the reviewer's decision, for ever. RefusedError `law.dissent_empty`, those of `seat_of`."""
    with write_transaction():
        turn = _begin(node, actor, ref, duty, move=Move.DISSENT)
        if not text.strip():
            raise RefusedError("law.dissent_empty")
        said = tidy(Dissent(round=turn.row.round, author=actor.role_id, day=turn.now.date(), text=text))
        key = key_of("dissent", said)
        piece = Put(row=turn.row.id, kind="dissent", key=key, value=said, by=actor.role_id, at=turn.now)
        put(turn.table, piece)
        turn.log(said)
        return turn.after()


def _verb(move: Move) -> str:
    return REVIEW if move in REVIEWERS_OWN else ASSESS


def _begin(node: Node, actor: models.Officer, ref: str, duty: str, *, move: Move) -> _Turn:
    require(actor, _verb(move))
    table = find(ref)
    row = part(table, duty).rows[0]
    seat = seat_of(row, actor.role_id, move)
    return _Turn(node=node, actor=actor, move=move, table=table, row=row, seat=seat, now=node.clock())


def _say(turn: _Turn, found: Assessment, why: str) -> Row:
    who, row = turn.actor.role_id, turn.row
    said = tidy(replace(found, seat=turn.seat, round=row.round, author=who, day=turn.now.date()))
    _check(row, said)
    if not getattr(row, turn.seat.value):
        turn.keep_head(_seated(row, turn.seat, who), "")
    piece = Put(
        row=row.id,
        kind="assessment",
        key=key_of("assessment", said),
        value=said,
        by=who,
        at=turn.now,
        why=why[:WHY],
    )
    if put(turn.table, piece):
        turn.log(said)
    return turn.after()


def _seated(row: Row, seat: Seat, who: str) -> Row:
    if seat is Seat.FIRST:
        return replace(row, first=who)
    return replace(row, second=who) if seat is Seat.SECOND else replace(row, reviewer=who)


def _change(turn: _Turn, why: str) -> Row:
    if not why.strip():
        raise RefusedError("law.why_missing")
    changed = replace(turn.row, reviewer=turn.actor.role_id, opened=turn.move is Move.OPEN)
    if turn.move is Move.REOPEN:
        changed = replace(changed, round=turn.row.round + 1)
    turn.keep_head(changed, why.strip()[:WHY])
    turn.log(None)
    return turn.after()


def _check(row: Row, said: Assessment) -> None:
    if said.law is Coverage.NOT_ASSESSED:
        raise UsageError("law.assessment_empty")
    if said.law is Coverage.NOT_APPLICABLE and not said.reason:
        raise RefusedError("law.reason_missing")
    if any(one.choice is Choice.DECLINED and not one.reason for one in said.options):
        raise RefusedError("law.option_reason")
    known = {one.key for one in grid(row.id)}
    unknown = next((one.element for one in said.elements if one.element not in known), None)
    if unknown is not None:
        raise UsageError("law.element_unknown", element=unknown[:40], row=row.id)
    if said.safeguards and not has_safeguards(row.id):
        raise UsageError("law.safeguards_elsewhere", row=row.id)
