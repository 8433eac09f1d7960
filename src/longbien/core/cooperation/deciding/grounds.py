# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Grounds for refusal and postponement by legal basis and row, one file per basis in `data/grounds`, one line per ground.

A list is `closed` (these grounds only), `open` (these, and conditions of the requested State's law) or `free` (the basis has no list:
reasons in words). What a basis forbids as a ground stands beside the lists.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import CONFIDENCE, Source, mistake, reading, sources
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, data_files, read_data
from longbien.core.base.vocabulary import vocabulary

FOLDER: Final = "grounds"
SCHEMA: Final = "longbien/grounds/2"
ROWS: Final = (
    "preservation",
    "traffic-data",
    "assistance",
    "extradition",
    "arrest",
    "transfer-of-persons",
    "transfer-of-proceedings",
    "real-time",
    "interception",
    "emergency",
    "law-enforcement",
    "joint-investigation",
    "confiscation",
    "none",
)
"""The rows that a form's `asks` may point to; `none`: nothing is asked of the other State, so nothing is refused."""
CLOSED: Final = "closed"
OPEN: Final = "open"
FREE: Final = "free"
LISTS: Final = (CLOSED, OPEN, FREE)
REFUSE: Final = "refuse"
POSTPONE: Final = "postpone"
MUST: Final = "must"
OFFER: Final = "offer"
DOMESTIC: Final = "domestic-conditions"
"""The ground by which an open list is open."""
_PARAGRAPH: Final = r"(?:budapest:)?[1-9][0-9]?\.[0-9]{1,2}(?:\.[a-z])?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One ground and where it stands. `use`: it refuses or postpones. `consult`: the other State is consulted first (`must`, `offer`).

    `reserved`: the paragraph to which a reservation or notification must have been made. `first`: conditions of use (list CONDITION)
    to be tried before it.
    """

    code: str
    article: str
    confidence: str
    use: str = REFUSE
    consult: str = ""
    reserved: str = ""
    first: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbidden:
    """What the basis says is no ground; `alone`: it is none by itself, but another ground may stand beside it."""

    code: str
    article: str
    confidence: str
    alone: bool
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """The grounds of one row under one basis. `reasons` and `consult` name the paragraphs that ask for them."""

    legal_basis: str
    row: str
    article: str
    list: str
    grounds: tuple[Ground, ...]
    forbidden: tuple[Forbidden, ...]
    reasons: str
    consult: str
    sources: tuple[Source, ...]

    @property
    def exclusive(self) -> bool:
        """Tell whether nothing else may be named (Art. 42(6), 43(2))."""
        return self.list == CLOSED

    @property
    def refuse(self) -> tuple[str, ...]:
        """Give the grounds that refuse and need no reservation."""
        if self.list == FREE:
            return _all_but(self.forbidden)
        return tuple(one.code for one in self.grounds if one.use == REFUSE and not one.reserved)

    @property
    def reserved(self) -> tuple[Ground, ...]:
        """Give the grounds that need a reservation or notification."""
        return tuple(one for one in self.grounds if one.reserved)

    @property
    def postpone(self) -> tuple[str, ...]:
        """Give the grounds that postpone."""
        if self.list == FREE:
            return _all_but(self.forbidden)
        return tuple(one.code for one in self.grounds if one.use == POSTPONE)

    def ground(self, code: str) -> Ground | None:
        """Find a listed ground."""
        return next((one for one in self.grounds if one.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundsTable:
    """The grounds under one legal basis: a row for each of `ROWS`."""

    legal_basis: str
    rows: Mapping[str, Grounds]
    forbidden: tuple[Forbidden, ...]


def grounds(legal_basis: str, row: str) -> Grounds:
    """Give the grounds of a row; for a basis or row of a later version an empty free list."""
    table = tables().get(legal_basis)
    if table is not None and row in table.rows:
        return table.rows[row]
    return Grounds(
        legal_basis=legal_basis,
        row=row,
        article="",
        list=FREE,
        grounds=(),
        forbidden=(),
        reasons="",
        consult="",
        sources=(),
    )


@cache
def tables() -> Mapping[str, GroundsTable]:
    """Give every table by its legal basis."""
    found = (parse_grounds(read_data(path)) for path in data_files(FOLDER))
    return MappingProxyType({table.legal_basis: table for table in found})


def parse_grounds(document: Document) -> GroundsTable:
    """Read one table; MalformedError with file and line, also for a row that is missing."""
    with reading(document, schema=SCHEMA) as fields:
        basis = fields.choice("legal_basis", vocabulary("LEGAL-BASIS").codes)
        if document.source.rsplit("/", 1)[-1] != f"{basis}.yaml":
            raise mistake(fields, "legal_basis")
        forbidden = fields.objects("forbidden", _forbidden)
        rows: dict[str, Grounds] = {}

        def one(item: Fields) -> None:
            row = _row(item, basis, rows, forbidden)
            if row.row in rows:
                raise mistake(item, "row")
            rows[row.row] = row

        fields.objects("rows", one, min_items=1)
        if set(rows) != set(ROWS):
            raise mistake(fields, "rows")
        return GroundsTable(legal_basis=basis, rows=MappingProxyType(rows), forbidden=forbidden)


def _row(
    item: Fields, basis: str, before: Mapping[str, Grounds], forbidden: tuple[Forbidden, ...]
) -> Grounds:
    name = item.choice("row", ROWS)
    like = before[item.choice("like", tuple(before))].grounds if item.has("like") else ()
    row = Grounds(
        legal_basis=basis,
        row=name,
        article=item.text("article", max_length=40),
        list=item.choice("list", LISTS),
        grounds=(*like, *(item.objects("grounds", _ground) if item.has("grounds") else ())),
        forbidden=tuple(one for one in forbidden if name in one.rows),
        reasons=item.text("reasons", max_length=40) if item.has("reasons") else "",
        consult=item.text("consult", max_length=40) if item.has("consult") else "",
        sources=sources(item),
    )
    codes = [one.code for one in row.grounds]
    wrong = (
        len(set(codes)) != len(codes)
        or (row.list == OPEN) is not (DOMESTIC in codes)
        or (row.list == FREE and bool(codes))
        or any(one.code in codes for one in row.forbidden)
        or any(one.consult and not row.consult for one in row.grounds)
    )
    if wrong:
        raise mistake(item, "grounds")
    return row


def _ground(item: Fields) -> Ground:
    return Ground(
        code=_code(item),
        article=item.text("article", max_length=40),
        confidence=_confidence(item),
        use=item.choice("use", (REFUSE, POSTPONE)) if item.has("use") else REFUSE,
        consult=item.choice("consult", (MUST, OFFER)) if item.has("consult") else "",
        reserved=item.text("reserved", pattern=_PARAGRAPH) if item.has("reserved") else "",
        first=_conditions(item) if item.has("first") else (),
    )


def _forbidden(item: Fields) -> Forbidden:
    rows = item.texts("rows", max_items=len(ROWS), max_length=40)
    if not set(rows) <= set(ROWS):
        raise mistake(item, "rows")
    return Forbidden(
        code=_code(item),
        article=item.text("article", max_length=40),
        confidence=_confidence(item),
        alone=item.boolean("alone"),
        rows=rows,
    )


def _code(item: Fields) -> str:
    return item.choice("ground", vocabulary("REFUSAL").codes)


def _confidence(item: Fields) -> str:
    return item.choice("confidence", CONFIDENCE)


def _conditions(item: Fields) -> tuple[str, ...]:
    codes = item.texts("first", max_items=10, max_length=64)
    if any(code not in vocabulary("CONDITION") for code in codes):
        raise mistake(item, "first")
    return codes


def _all_but(forbidden: tuple[Forbidden, ...]) -> tuple[str, ...]:
    gone = {one.code for one in forbidden}
    return tuple(code for code in vocabulary("REFUSAL").codes if code not in gone)
