# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Concordances between rows of the node and values of the core: pieces are put, never changed; what counts is put together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from longbien.core.base.canonical import decode, encode
from longbien.core.base.errors import UsageError
from longbien.core.base.fields import Fields
from longbien.core.law.concordance.table import (
    Assessment,
    Clause,
    Comment,
    Concordance,
    Dissent,
    Link,
    Row,
    Suggestion,
    TextUsed,
)
from longbien.core.law.concordance.written import read_value, value_json
from longbien.core.treaty.provisions.citation import ProvisionId, order
from longbien.store import models

READ: Final = "law.read"
ASSESS: Final = "law.assess"
REVIEW: Final = "law.review"
KEEP: Final = "law.keep"
HEAD: Final = "row"
SUGGESTION: Final = "suggestion"
LISTS: Final[Mapping[str, tuple[str, type]]] = MappingProxyType(
    {
        "link": ("links", Link),
        "assessment": ("assessments", Assessment),
        "clause": ("clauses", Clause),
        "comment": ("comments", Comment),
        "dissent": ("dissents", Dissent),
    }
)
"""Kinds of pieces that a row has several of: where they stand in it, and what they are."""
TYPES: Final[Mapping[str, type]] = MappingProxyType(
    {HEAD: Row, SUGGESTION: Suggestion, **{kind: one for kind, (_name, one) in LISTS.items()}}
)
WHY: Final = 4000
"""Characters of a reason that the history keeps."""
_NOT_FOUND: Final = MappingProxyType({"link": "law.link_not_found", "clause": "law.clause_not_found"})
_MOST: Final = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A piece to be kept: of which row, what, by whom, when and why. `ended`: it counts no more."""

    row: str
    kind: str
    key: str
    value: object
    by: str
    at: datetime
    why: str = ""
    ended: bool = False


def find(ref: str) -> models.LawConcordance:
    """Give a concordance by its id; UsageError `law.concordance_not_found`."""
    found = models.LawConcordance.objects.filter(ref=ref).first()
    if found is None:
        raise UsageError("law.concordance_not_found", concordance=ref[:40])
    return found


def whole(row: models.LawConcordance) -> Concordance:
    """Give a concordance with everything that counts."""
    return _made(row, models.ConcordancePiece.objects.filter(concordance=row, current=True, ended=False))


def part(row: models.LawConcordance, duty: str) -> Concordance:
    """Give a concordance with one duty's row, and what was suggested for its article; UsageError `law.row_not_found`."""
    wanted = (duty, duty.partition(".")[0])
    pieces = models.ConcordancePiece.objects.filter(
        concordance=row, current=True, ended=False, row__in=wanted
    )
    found = _made(row, pieces)
    found = replace(found, rows=tuple(one for one in found.rows if one.id == duty))
    if not found.rows:
        raise UsageError("law.row_not_found", row=duty[:20])
    return found


def put(row: models.LawConcordance, piece: Put) -> bool:
    """Keep a piece in the place of what had its key; nothing is kept that is already so. Tells whether something was kept."""
    body = encode(value_json(piece.value))
    same = models.ConcordancePiece.objects.filter(
        concordance=row, row=piece.row, kind=piece.kind, key=piece.key, current=True
    ).first()
    if same is not None and bytes(same.body) == body and same.ended is piece.ended:
        return False
    if same is not None:
        same.current = False
        same.save(update_fields=["current"])
    models.ConcordancePiece.objects.create(
        concordance=row,
        row=piece.row,
        kind=piece.kind,
        key=piece.key,
        number=same.number + 1 if same else 1,
        body=body,
        ended=piece.ended,
        by=piece.by,
        at=piece.at,
        why=piece.why,
    )
    return True


def end(  # the parts of an ending, each named
    table: models.LawConcordance, *, duty: str, kind: str, key: str, by: str, at: datetime, why: str
) -> None:
    """Let a link or clause of a duty's row count no more; the history keeps it. UsageError `law.link_not_found`, `law.clause_not_found`."""
    pieces = getattr(part(table, duty).rows[0], LISTS[kind][0])
    held = next((one for one in pieces if key_of(kind, one) == key), None)
    if held is None:
        raise UsageError(_NOT_FOUND[kind], row=duty[:20])
    put(table, Put(row=duty, kind=kind, key=key, value=held, by=by, at=at, why=why[:WHY], ended=True))


def head(row: Row) -> Row:
    """Give a row without what stands in pieces of its own."""
    return replace(row, links=(), assessments=(), clauses=(), comments=(), dissents=())


def key_of(kind: str, value: Any) -> str:
    """Give what makes a value this piece within its row."""
    if kind == "assessment":
        return f"{value.round}|{value.seat.value}"
    if kind == "dissent":
        return f"{value.round}|{value.author}"
    if kind in ("clause", "comment"):
        return str(value.id)
    return str(value.key) if kind in ("link", SUGGESTION) else ""


def value_of(piece: models.ConcordancePiece) -> Any:
    """Give what a piece holds."""
    fields = Fields(decode(bytes(piece.body), max_bytes=_MOST))
    found: Any = read_value(TYPES[piece.kind], fields)
    fields.done()
    return found


def _made(row: models.LawConcordance, pieces: Iterable[models.ConcordancePiece]) -> Concordance:
    heads: dict[ProvisionId, Row] = {}
    lists: dict[str, dict[str, list[object]]] = {}
    suggestions: list[Suggestion] = []
    for piece in sorted(pieces, key=lambda one: one.pk):
        value = value_of(piece)
        if piece.kind == HEAD:
            heads[ProvisionId(piece.row)] = value
        elif piece.kind == SUGGESTION:
            suggestions.append(value)
        else:
            lists.setdefault(piece.row, {}).setdefault(LISTS[piece.kind][0], []).append(value)
    return Concordance(
        id=row.ref,
        title=row.title,
        state=row.state,
        language=row.language,
        as_of=row.as_of,
        texts=texts_of(row),
        rows=tuple(_filled(heads[name], lists.get(name, {})) for name in sorted(heads, key=order)),
        suggestions=tuple(sorted(suggestions, key=lambda one: (one.article, one.rank, one.key))),
    )


def texts_of(row: models.LawConcordance) -> tuple[TextUsed, ...]:
    """Give the versions of laws that are compared."""
    bodies = row.texts.order_by("law", "version").values_list("used", flat=True)
    return tuple(read_value(TextUsed, Fields(decode(bytes(body), max_bytes=_MOST))) for body in bodies)


def _filled(row: Row, lists: Mapping[str, Sequence[object]]) -> Row:
    made: dict[str, Any] = {name: tuple(values) for name, values in lists.items()}
    if "assessments" in made:
        made["assessments"] = tuple(
            sorted(made["assessments"], key=lambda one: (one.round, _SEATS.index(one.seat.value)))
        )
    if "links" in made:
        made["links"] = tuple(sorted(made["links"], key=lambda one: (one.grade.value, one.key)))
    return replace(row, **made)


_SEATS: Final = ("first", "second", "reviewer")
