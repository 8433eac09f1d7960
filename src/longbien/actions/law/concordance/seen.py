# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a reader of a concordance sees: the list, the table, one row with all about it. Sight follows the rounds, for pages, files and history alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from longbien.actions.access import Role, require
from longbien.actions.law.concordance.keeping import (
    HEAD,
    READ,
    SUGGESTION,
    find,
    part,
    value_of,
    whole,
)
from longbien.actions.node import Node
from longbien.core.base.canonical import Json
from longbien.core.law.concordance.public import public_form
from longbien.core.law.concordance.rounds import (
    Move,
    State,
    may,
    row_seen_by,
    seen_by,
    state_of,
    waits_for,
)
from longbien.core.law.concordance.table import Assessment, Concordance, Row, Suggestion
from longbien.core.law.concordance.written import value_json
from longbien.core.treaty.provisions.citation import ProvisionId, order
from longbien.store import models


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A concordance in the list. `texts`: versions of laws that it compares."""

    ref: str
    title: str
    state: str
    language: str
    as_of: date
    begun_at: datetime
    rows: int
    texts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RowState:
    """A row of the table for a reader: where it stands, what is wanted of the reader, and who is meant."""

    row: Row
    state: State
    waits: Move | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A whole table for a reader, as far as the reader may see it."""

    value: Concordance
    rows: tuple[RowState, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of a row: who, when, what before and after (None: nothing), and why. Values as JSON, as the reader may see them."""

    kind: str
    key: str
    by: str
    at: datetime
    before: Json
    after: Json
    why: str
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One row with all about it. `hidden`: assessments that this reader may not see yet; `before`, `after`: neighbours in the table."""

    value: Concordance
    row: Row
    state: State
    moves: frozenset[Move]
    hidden: int
    suggestions: tuple[Suggestion, ...]
    before: str
    after: str
    mine: Assessment | None


def concordances(*, node: Node, actor: models.Officer) -> tuple[Listed, ...]:
    """List the node's concordances, the newest first. RefusedError `people.not_permitted`."""
    require(actor, READ)
    return tuple(_listed(row) for row in models.LawConcordance.objects.order_by("-begun_at", "-id"))


def _listed(row: models.LawConcordance) -> Listed:
    return Listed(
        ref=row.ref,
        title=row.title,
        state=row.state,
        language=row.language,
        as_of=row.as_of,
        begun_at=row.begun_at,
        rows=row.pieces.filter(kind=HEAD, current=True, ended=False).count(),
        texts=row.texts.count(),
    )


def table(*, node: Node, actor: models.Officer, ref: str) -> Table:
    """Give a concordance as the actor may read it. RefusedError `people.not_permitted`, UsageError `law.concordance_not_found`."""
    require(actor, READ)
    value = whole(find(ref))
    who, everything = actor.role_id, is_auditor(actor)
    rows = tuple(
        RowState(
            row=row if everything else row_seen_by(row, who), state=state_of(row), waits=waits_for(row, who)
        )
        for row in value.rows
    )
    return Table(value=seen_by(value, who, everything=everything), rows=rows)


def public_table(*, node: Node, actor: models.Officer, ref: str) -> Concordance:
    """Give the public version: what was reviewed, without what is withheld."""
    require(actor, READ)
    return public_form(whole(find(ref)))


def row_view(*, node: Node, actor: models.Officer, ref: str, duty: str) -> RowView:
    """Give one row. UsageError `law.concordance_not_found`, `law.row_not_found`."""
    require(actor, READ)
    found = find(ref)
    value = part(found, duty)
    row = value.rows[0]
    shown = row if is_auditor(actor) else row_seen_by(row, actor.role_id)
    names = neighbours(found)
    place = names.index(row.id)
    return RowView(
        value=value,
        row=shown,
        state=state_of(row),
        moves=frozenset(move for move in Move if may(row, actor.role_id, move)),
        hidden=len(row.assessments) - len(shown.assessments),
        suggestions=value.suggested(row.article),
        before=names[place - 1] if place else "",
        after=names[place + 1] if place + 1 < len(names) else "",
        mine=next(
            (one for one in shown.assessments if one.round == row.round and one.author == actor.role_id), None
        ),
    )


def neighbours(row: models.LawConcordance) -> Sequence[str]:
    """Give the duties of a table in their order."""
    found = row.pieces.filter(kind=HEAD, current=True, ended=False).values_list("row", flat=True)
    return sorted((ProvisionId(one) for one in found), key=order)


def history(*, node: Node, actor: models.Officer, ref: str, duty: str) -> tuple[Change, ...]:
    """Give every change of a row, the newest first. What the reader may not see yet is named, without its contents."""
    require(actor, READ)
    found = find(ref)
    row = part(found, duty).rows[0]
    shown = row if is_auditor(actor) else row_seen_by(row, actor.role_id)
    seen = {f"{one.round}|{one.seat.value}" for one in shown.assessments}
    held: dict[tuple[str, str], Json] = {}
    changes: list[Change] = []
    pieces = found.pieces.filter(row__in=(duty, str(row.article))).order_by("id")
    for piece in pieces:
        if piece.kind == SUGGESTION and piece.by == "":
            continue
        value: Json = value_json(value_of(piece))
        hidden = piece.kind == "assessment" and piece.key not in seen
        after = None if piece.ended else value
        changes.append(
            Change(
                kind=piece.kind,
                key=piece.key,
                by=piece.by,
                at=piece.at,
                before=None if hidden else held.get((piece.kind, piece.key)),
                after=None if hidden else after,
                why="" if hidden else piece.why,
                hidden=hidden,
            )
        )
        held[piece.kind, piece.key] = after
    return tuple(reversed(changes))


def is_auditor(actor: models.Officer) -> bool:
    """Tell whether the reader reads everything: an auditor who does not assess."""
    held = actor.roles()
    return Role.AUDITOR in held and Role.LAW_OFFICER not in held
