# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What each value of a concordance is made of, once for every form it takes: JSON, rows of the node, cells of a workbook.

A shape lists a value's members with their kind and bound, and the lists of values inside it. What is at its default is not written.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from longbien.core.law.concordance import codes as coded
from longbien.core.law.concordance.table import (
    Assessment,
    Clause,
    Comment,
    Dissent,
    ElementFinding,
    Evidence,
    Link,
    Need,
    OptionChoice,
    Row,
    SafeguardFinding,
    Suggestion,
    TextUsed,
)
from longbien.core.treaty.provisions.citation import parse_provision_id

LINE: Final = 300
"""Characters of a text in one line."""
TEXT: Final = 10_000
"""Characters of a text in several lines."""
QUOTE: Final = 16_000
"""Characters of a quotation: what a cell of a workbook holds in any script. A longer one is cut, and says so."""


class Kind(StrEnum):
    """How a member is written."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    FLAG = "flag"
    NUMBER = "number"
    CODE = "code"
    CODES = "codes"
    LINES = "lines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member. `codes`: an enumeration, or the id of a coded list of the data. `most`: characters, or the greatest number."""

    name: str
    kind: Kind
    codes: type[StrEnum] | str | None = None
    most: int = LINE
    parse: Callable[[str], str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The members of a value, the lists inside it with the most that each holds, and the defaults of both."""

    members: tuple[Member, ...]
    lists: Mapping[str, tuple[type, int]]
    defaults: Mapping[str, object]


def _line(name: str, most: int = LINE) -> Member:
    return Member(name=name, kind=Kind.LINE, most=most)


def _text(name: str, most: int = TEXT) -> Member:
    return Member(name=name, kind=Kind.TEXT, most=most)


def _day(name: str) -> Member:
    return Member(name=name, kind=Kind.DAY)


def _flag(name: str) -> Member:
    return Member(name=name, kind=Kind.FLAG)


def _number(name: str, most: int) -> Member:
    return Member(name=name, kind=Kind.NUMBER, most=most)


def _code(name: str, codes: type[StrEnum] | str) -> Member:
    return Member(name=name, kind=Kind.CODE, codes=codes)


def _duty(name: str) -> Member:
    return Member(name=name, kind=Kind.LINE, most=20, parse=parse_provision_id)


_FINDING: Final = (_code("found", coded.Found), _text("words", 2000), _line("provision"))
_TABLE: Final[Mapping[type, tuple[tuple[Member, ...], Mapping[str, tuple[type, int]]]]] = {
    TextUsed: (
        (
            *(_line("law", 80), _line("version", 80), _line("title"), _line("language", 35)),
            *(
                _code("translation", coded.Translation),
                _line("digest", 64),
                _day("as_of"),
                _day("in_force_from"),
            ),
        ),
        {},
    ),
    Link: (
        (
            *(
                _line("provision"),
                _line("law", 80),
                _line("version", 80),
                _line("number", 80),
                _line("heading", 1000),
            ),
            *(
                _text("text", QUOTE),
                _flag("cut"),
                _line("language", 35),
                _code("translation", coded.Translation),
            ),
            *(_day("in_force_since"), _code("grade", coded.Grade), _code("proposed_by", coded.Proposer)),
            *(_line("by", 64), _day("day")),
        ),
        {},
    ),
    Suggestion: (
        (
            *(_number("article", 68), _line("provision"), _line("law", 80), _line("version", 80)),
            *(_code("grade", coded.Grade), _number("rank", 100_000)),
            Member(name="reasons", kind=Kind.LINES, most=40),
            *(
                _line("method", 80),
                Member(name="duties", kind=Kind.LINES, most=60),
                _code("decision", coded.Decision),
                _line("by", 64),
                _day("day"),
                _text("why", 2000),
            ),
        ),
        {},
    ),
    ElementFinding: ((_line("element", 80), *_FINDING), {}),
    SafeguardFinding: ((_code("safeguard", coded.Safeguard), *_FINDING), {}),
    OptionChoice: (
        (_duty("provision"), _line("element"), _code("choice", coded.Choice), _text("reason", 4000)),
        {},
    ),
    Evidence: (
        (_code("kind", coded.Source), _text("text", 4000), _line("author"), _day("day"), _flag("public")),
        {},
    ),
    Need: ((_code("code", "ASSISTANCE-NEED"), _text("text", 4000), _line("received", 1000)), {}),
    Dissent: ((_number("round", 1000), _line("author", 64), _day("day"), _text("text")), {}),
    Clause: (
        (
            *(
                _line("id", 64),
                _text("text", QUOTE),
                _line("language", 35),
                _line("law", 80),
                _line("provision"),
            ),
            *(_text("model", 2000), _text("effect_on_rights"), _line("author", 64), _day("day")),
        ),
        {},
    ),
    Comment: (
        (
            *(
                _line("id", 64),
                _text("text"),
                _line("author", 64),
                _day("day"),
                _code("origin", coded.Origin),
            ),
            *(_line("body"), _flag("public")),
        ),
        {},
    ),
    Assessment: (
        (
            *(_code("seat", coded.Seat), _number("round", 1000), _line("author", 64), _day("day")),
            *(_code("law", coded.Coverage), _code("practice", coded.Practice)),
            *(
                _text("reason", 4000),
                _text("gap"),
                _text("risk"),
                _text("note"),
                _code("confidence", coded.Confidence),
            ),
            Member(name="obstacles", kind=Kind.CODES, codes="OBSTACLE", most=20),
        ),
        {
            "elements": (ElementFinding, 60),
            "options": (OptionChoice, 40),
            "safeguards": (SafeguardFinding, 6),
            "evidence": (Evidence, 60),
            "needs": (Need, 20),
        },
    ),
    Row: (
        (
            *(_duty("id"), _number("round", 1000), _flag("opened"), _line("ministry"), _day("due")),
            *(
                _code("bill_stage", "BILL-STAGE"),
                _line("first", 64),
                _line("second", 64),
                _line("reviewer", 64),
            ),
            Member(name="withheld", kind=Kind.CODES, codes=coded.Part, most=20),
        ),
        {
            "links": (Link, 200),
            "assessments": (Assessment, 90),
            "clauses": (Clause, 60),
            "comments": (Comment, 1000),
            "dissents": (Dissent, 60),
        },
    ),
}


def _defaults(value: type) -> Mapping[str, object]:
    found: dict[str, object] = {}
    for one in fields(value):
        if one.default is not MISSING:
            found[one.name] = one.default
    return MappingProxyType(found)


SHAPES: Final[Mapping[type, Shape]] = MappingProxyType(
    {
        value: Shape(members=members, lists=MappingProxyType(dict(lists)), defaults=_defaults(value))
        for value, (members, lists) in _TABLE.items()
    }
)
"""The shape of every value."""
