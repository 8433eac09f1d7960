# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A concordance as JSON (`longbien/concordance/1`, docs/protocol/concordance.md), whole or as its public version, and back.

`read_concordance(concordance_json(value)) == value` for every value that can be read. Whatever is wrong ends in a MalformedError with
the field's place; nothing is guessed.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any, Final, TypeVar

from longbien.core.base.canonical import Json, decode_loose
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import parse_party_id
from longbien.core.base.moments import parse_day
from longbien.core.base.vocabulary import vocabulary
from longbien.core.law.concordance.codes import Seat
from longbien.core.law.concordance.shapes import LINE, SHAPES, Kind, Member, Shape
from longbien.core.law.concordance.table import Concordance, Row, Suggestion, TextUsed
from longbien.core.treaty.provisions.citation import order
from longbien.core.treaty.provisions.convention import convention

SCHEMA: Final = "longbien/concordance/1"
MAX_BYTES: Final = 32 * 1024 * 1024
MOST_ROWS: Final = 600
MOST_TEXTS: Final = 500
MOST_SUGGESTIONS: Final = 20_000
ID: Final = re.compile(r"[0-9a-f]{32}")
LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_HIDDEN: Final = r"\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff"
_IN_LINE: Final = re.compile(rf"[^{_HIDDEN}\n\t]*")
_IN_LINES: Final = re.compile(rf"[^{_HIDDEN}]*")

_T = TypeVar("_T")


def concordance_json(value: Concordance) -> dict[str, Json]:
    """Write a concordance as JSON; members at their default are left out."""
    return {
        "schema": SCHEMA,
        "id": value.id,
        "title": value.title,
        "state": value.state,
        "language": value.language,
        "as_of": value.as_of.isoformat(),
        "public": value.public,
        "texts": [value_json(one) for one in value.texts],
        "rows": [value_json(one) for one in value.rows],
        "suggestions": [value_json(one) for one in value.suggestions],
    }


def read_concordance(value: Json) -> Concordance:
    """Read a concordance; MalformedError as `Fields` gives it, `law.concordance_twice`, `_row_unknown`, `_order`, `_persons`, `_round`."""
    fields = Fields(value)
    fields.choice("schema", (SCHEMA,))
    found = Concordance(
        id=fields.text("id", pattern=ID),
        title=fields.text("title", pattern=_IN_LINE, max_length=LINE),
        state=fields.parsed("state", parse_party_id),
        language=fields.text("language", pattern=LANGUAGE),
        as_of=fields.parsed("as_of", parse_day),
        public=fields.boolean("public"),
        texts=_list(fields, "texts", TextUsed, MOST_TEXTS),
        rows=_list(fields, "rows", Row, MOST_ROWS),
        suggestions=_list(fields, "suggestions", Suggestion, MOST_SUGGESTIONS),
    )
    fields.done()
    check(found)
    return found


def read_concordance_bytes(data: bytes) -> Concordance:
    """Read a concordance from a file."""
    return read_concordance(decode_loose(data, max_bytes=MAX_BYTES))


def value_json(value: object) -> dict[str, Json]:
    """Write one value of a concordance (a row, a link, …) as JSON."""
    shape = SHAPES[type(value)]
    found: dict[str, Json] = {}
    for member in shape.members:
        held = getattr(value, member.name)
        if member.name not in shape.defaults or held != shape.defaults[member.name]:
            found[member.name] = _member_json(member, held)
    for name in shape.lists:
        if held := getattr(value, name):
            found[name] = [value_json(one) for one in held]
    return found


def read_value(kind: type[_T], fields: Fields) -> _T:
    """Read one value of a concordance (a row, a link, …); the caller says `done`."""
    shape = SHAPES[kind]
    made: dict[str, Any] = {}
    for member in shape.members:
        if fields.has(member.name) or member.name not in shape.defaults:
            made[member.name] = _READERS[member.kind](fields, member, shape)
    for name, (inner, most) in shape.lists.items():
        if fields.has(name):
            made[name] = _list(fields, name, inner, most)
    return kind(**made)


def tidy(value: _T) -> _T:
    """Give a value as it is kept: texts in Unicode form C, with plain line ends and no space around; MalformedError for what is too long or hidden."""
    shape = SHAPES[type(value)]
    changes: dict[str, Any] = {}
    for member in shape.members:
        if member.kind in (Kind.LINE, Kind.TEXT):
            plain = unicodedata.normalize(
                "NFC", getattr(value, member.name).replace("\r\n", "\n").replace("\r", "\n")
            )
            changes[member.name] = plain.strip()
    for name in shape.lists:
        changes[name] = tuple(tidy(one) for one in getattr(value, name))
    made = type(value)(**{one.name: getattr(value, one.name) for one in shape.members} | changes)
    return read_value(type(value), Fields(value_json(made)))


def check(value: Concordance) -> None:
    """Check what only shows when a concordance is seen whole."""
    rows = [row.id for row in value.rows]
    if unknown := next((row for row in rows if row not in convention().by_id), None):
        raise MalformedError("law.concordance_row_unknown", row=unknown)
    if sorted(rows, key=order) != rows:
        raise MalformedError("law.concordance_order")
    _once(rows, "rows")
    _once([f"{one.law}|{one.version}" for one in value.texts], "texts")
    _once([f"{one.article}|{one.key}" for one in value.suggestions], "suggestions")
    for row in value.rows:
        _check_row(row, public=value.public)


def _check_row(row: Row, *, public: bool) -> None:
    _once([one.key for one in row.links], row.id)
    _once([one.id for one in row.clauses], row.id)
    _once([one.id for one in row.comments], row.id)
    _once([f"{one.round}|{one.seat}" for one in row.assessments], row.id)
    for one in row.assessments:
        _once([item.element for item in one.elements], row.id)
        _once([item.safeguard.value for item in one.safeguards], row.id)
        _once([item.key for item in one.options], row.id)
        if not 1 <= one.round <= row.round:
            raise MalformedError("law.concordance_round", row=row.id, round=one.round)
    if public:
        return
    for number in {one.round for one in row.assessments}:
        seats = [found.author for seat in Seat if (found := row.by(seat, round_=number)) is not None]
        if len(set(seats)) != len(seats):
            raise MalformedError("law.concordance_persons", row=row.id)


def _once(keys: Sequence[str], where: str) -> None:
    if len(set(keys)) != len(keys):
        raise MalformedError("law.concordance_twice", where=where)


def _list(fields: Fields, name: str, kind: type[_T], most: int) -> tuple[_T, ...]:
    return fields.objects(name, lambda item: read_value(kind, item), max_items=most)


def _member_json(member: Member, held: object) -> Json:
    if isinstance(held, bool | int) and member.kind in (Kind.FLAG, Kind.NUMBER):
        return held
    if isinstance(held, date):
        return held.isoformat()
    if isinstance(held, tuple):
        return [str(one) for one in held]
    if isinstance(held, frozenset):
        return [*sorted(str(one) for one in held)]
    return str(held)


def _text(fields: Fields, member: Member, shape: Shape, pattern: re.Pattern[str]) -> str:
    least = 0 if member.name in shape.defaults else 1
    found = fields.text(member.name, pattern=pattern, min_length=least, max_length=member.most)
    if member.parse is None:
        return found
    return fields.parsed(member.name, member.parse)


def codes_of(member: Member) -> Collection[str]:
    """Give the codes that a member may have."""
    if isinstance(member.codes, str):
        return tuple(vocabulary(member.codes).codes)
    return tuple(one.value for one in member.codes) if member.codes is not None else ()


def as_code(member: Member, code: str) -> str:
    """Give a code as its enumeration's member, or as it is where a coded list of the data has it."""
    return code if member.codes is None or isinstance(member.codes, str) else member.codes(code)


def _read_code(fields: Fields, member: Member, shape: Shape) -> str:
    optional = shape.defaults.get(member.name) == ""
    allowed = {*codes_of(member), ""} if optional else codes_of(member)
    return as_code(member, found) if (found := fields.choice(member.name, allowed)) else ""


def _read_codes(fields: Fields, member: Member, shape: Shape) -> Collection[str]:
    allowed = codes_of(member)
    found = fields.texts(member.name, max_items=member.most, max_length=80)
    if any(one not in allowed for one in found) or len(set(found)) != len(found):
        raise MalformedError("base.field_value", field=member.name, where=fields.where)
    made = tuple(as_code(member, one) for one in found)
    return frozenset(made) if isinstance(shape.defaults.get(member.name), frozenset) else made


def _read_lines(fields: Fields, member: Member, shape: Shape) -> tuple[str, ...]:
    found = fields.texts(member.name, max_items=member.most, max_length=LINE)
    if any(_IN_LINE.fullmatch(one) is None for one in found):
        raise MalformedError("base.field_value", field=member.name, where=fields.where)
    return found


_READERS: Final[Mapping[Kind, Callable[[Fields, Member, Shape], object]]] = {
    Kind.LINE: lambda fields, member, shape: _text(fields, member, shape, _IN_LINE),
    Kind.TEXT: lambda fields, member, shape: _text(fields, member, shape, _IN_LINES),
    Kind.DAY: lambda fields, member, _shape: fields.parsed(member.name, parse_day),
    Kind.FLAG: lambda fields, member, _shape: fields.boolean(member.name),
    Kind.NUMBER: lambda fields, member, _shape: fields.integer(member.name, minimum=1, maximum=member.most),
    Kind.CODE: _read_code,
    Kind.CODES: _read_codes,
    Kind.LINES: _read_lines,
}
