# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Persons and property: values made of named parts, as tables from which they are read, drawn on a page and explained.

A block is read part by part; shapes alone are judged, so that every version of the software decides alike. What is unlikely
(a birth in the future, a currency that nobody knows) is for the checks.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.forms.contents import given_parts
from longbien.core.cooperation.forms.plain import clean_date, clean_text
from longbien.core.cooperation.forms.values import Person, Property

PartValue: TypeAlias = str | bool | tuple[str, ...]
_STATES: Final = re.compile(r"[A-Z]{2}")
_MONTH: Final = re.compile(r"(?:18|19|20|21)[0-9]{2}(?:-(?:0[1-9]|1[0-2]))?")
_AMOUNT: Final = re.compile(r"(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,18})?")
_CURRENCY: Final = re.compile(r"[A-Z][A-Z0-9]{2,9}")
_SPACES: Final = re.compile(r"[\s,;]+")
_MAX_STATES: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockPart:
    """One part of a block, with its English label. `shape`: line, lines, code (of `list`), tick, day, states, amount or currency."""

    name: str
    label: str
    shape: str
    list: str = ""
    max_length: int = 300


PERSON: Final = (
    BlockPart(name="role", label="Role", shape="code", list="PERSON-ROLE"),
    BlockPart(name="name", label="Full name", shape="line"),
    BlockPart(name="aliases", label="Other names", shape="line", max_length=500),
    BlockPart(name="sex", label="Sex", shape="code", list="SEX"),
    BlockPart(name="birth_date", label="Date or year of birth", shape="day"),
    BlockPart(name="birth_place", label="Place of birth", shape="line"),
    BlockPart(name="nationalities", label="Nationalities", shape="states"),
    BlockPart(name="documents", label="Passport or other document", shape="line", max_length=500),
    BlockPart(name="whereabouts", label="Whereabouts", shape="lines", max_length=1000),
    BlockPart(name="description", label="Description", shape="lines", max_length=2000),
    BlockPart(name="masked", label="Mask the name in lists and papers", shape="tick"),
)
"""The parts of a person, in the order in which they are asked."""

PROPERTY: Final = (
    BlockPart(name="nature", label="What it is to the case", shape="code", list="PROPERTY-NATURE"),
    BlockPart(name="kind", label="Kind", shape="code", list="PROPERTY-KIND"),
    BlockPart(name="description", label="Description", shape="lines", max_length=2000),
    BlockPart(name="location", label="Location", shape="line", max_length=500),
    BlockPart(name="reference", label="Account, wallet or register number", shape="line"),
    BlockPart(name="holder", label="Holder", shape="line"),
    BlockPart(name="amount", label="Estimated value", shape="amount"),
    BlockPart(name="currency", label="Currency, such as EUR or BTC", shape="currency"),
)
"""The parts of a piece of property."""

BLOCKS: Final[Mapping[str, tuple[BlockPart, ...]]] = {"persons": PERSON, "property": PROPERTY}
"""The types of field that hold blocks, with the parts of one."""


def clean_person(raw: Json) -> Person:
    """Read a person: a role, and a name, another name or a description."""
    found = _clean_parts(raw, PERSON)
    if "role" not in found or not {"name", "aliases", "description"} & found.keys():
        raise MalformedError("cooperation.field_person")
    return Person(
        role=_text(found, "role"),
        name=_text(found, "name"),
        aliases=_text(found, "aliases"),
        sex=_text(found, "sex"),
        birth_date=_text(found, "birth_date"),
        birth_place=_text(found, "birth_place"),
        nationalities=_texts(found, "nationalities"),
        documents=_text(found, "documents"),
        whereabouts=_text(found, "whereabouts"),
        description=_text(found, "description"),
        masked=found.get("masked") is True,
    )


def clean_property(raw: Json) -> Property:
    """Read a piece of property: what it is to the case, a description; an amount never without its currency."""
    found = _clean_parts(raw, PROPERTY)
    if not {"nature", "description"} <= found.keys() or ("amount" in found) is not ("currency" in found):
        raise MalformedError("cooperation.field_property")
    return Property(**{part.name: _text(found, part.name) for part in PROPERTY})


def _clean_parts(raw: Json, parts: tuple[BlockPart, ...]) -> dict[str, PartValue]:
    """Read the parts that are filled; an error names the part."""
    given = given_parts(raw, tuple(part.name for part in parts))
    found: dict[str, PartValue] = {}
    for part in parts:
        if part.name in given and given[part.name] is not False:
            value = _SHAPES[part.shape](part, given[part.name])
            if value:
                found[part.name] = value
    return found


def _text(found: Mapping[str, PartValue], name: str) -> str:
    value = found.get(name, "")
    return value if isinstance(value, str) else ""


def _texts(found: Mapping[str, PartValue], name: str) -> tuple[str, ...]:
    value = found.get(name, ())
    return value if isinstance(value, tuple) else ()


def _code(part: BlockPart, raw: Json) -> str:
    text = clean_text(raw, max_length=200)
    if text and text not in vocabulary(part.list):
        raise MalformedError("cooperation.field_code", value=text[:64])
    return text


def _tick(part: BlockPart, raw: Json) -> bool:
    if raw is True or (isinstance(raw, str) and raw.strip().lower() in ("on", "true", "yes", "1")):
        return True
    raise MalformedError("cooperation.field_type", expected="tick")


def _day(part: BlockPart, raw: Json) -> str:
    text = clean_text(raw, max_length=40)
    if not text or _MONTH.fullmatch(text):
        return text
    return clean_date(text).isoformat()


def _states(part: BlockPart, raw: Json) -> tuple[str, ...]:
    """Read codes of States, once each, in the order given: a list, or a text with commas or spaces between them."""
    items = raw if isinstance(raw, list) else [one for one in _SPACES.split(_line(part, raw)) if one]
    found: dict[str, None] = {}
    for item in items:
        code = clean_text(item, max_length=40).upper()
        if _STATES.fullmatch(code) is None:
            raise MalformedError("cooperation.field_state", value=code)
        found[code] = None
    if len(found) > _MAX_STATES:
        raise MalformedError("cooperation.field_too_many", limit=_MAX_STATES)
    return tuple(found)


def _amount(part: BlockPart, raw: Json) -> str:
    text = str(raw) if isinstance(raw, int) and not isinstance(raw, bool) else clean_text(raw, max_length=60)
    if text and _AMOUNT.fullmatch(text) is None:
        raise MalformedError("cooperation.field_amount", value=text[:40])
    return text


def _currency(part: BlockPart, raw: Json) -> str:
    text = clean_text(raw, max_length=20).upper()
    if text and _CURRENCY.fullmatch(text) is None:
        raise MalformedError("cooperation.field_currency", value=text)
    return text


def _line(part: BlockPart, raw: Json) -> str:
    return clean_text(raw, max_length=part.max_length)


def _lines(part: BlockPart, raw: Json) -> str:
    return clean_text(raw, max_length=part.max_length, lines=True)


_SHAPES: Final[Mapping[str, Callable[[BlockPart, Json], PartValue]]] = {
    "line": _line,
    "lines": _lines,
    "code": _code,
    "tick": _tick,
    "day": _day,
    "states": _states,
    "amount": _amount,
    "currency": _currency,
}
