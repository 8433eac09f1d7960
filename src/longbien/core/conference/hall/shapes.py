# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the members of an event's body may be: shapes with a name (for the published format) and a reader."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields

ID_PATTERN: Final = r"[A-Za-z0-9][A-Za-z0-9._/()\-]{0,79}"
"""An id of anything in the hall: a State's code, a document's symbol, a number."""
MATTER_PATTERN: Final = rf"[a-z_]+:{ID_PATTERN}"
"""What is put to the Conference: its sort and its id, as in `proposal:L.1`."""
_CHOICES_AT_MOST: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A shape: its name in the documentation and its reader, which raises MalformedError."""

    name: str
    read: Callable[[Fields, str], object]


def _words(fields: Fields, name: str) -> object:
    return fields.text(name, max_length=4000)


def _ids(fields: Fields, name: str) -> object:
    return fields.list_of(name, _id_item, max_items=300)


def _id_item(value: Json, where: str) -> str:
    return Fields({"id": value}, where=where).text("id", pattern=ID_PATTERN)


def _electors(fields: Fields, name: str) -> object:
    return fields.objects(name, _elector, max_items=300)


def _elector(fields: Fields) -> None:
    fields.text("id", pattern=ID_PATTERN)
    fields.integer("weight", minimum=0, maximum=1000)
    if fields.has("members"):
        _ids(fields, "members")


def _parts(fields: Fields, name: str) -> object:
    return fields.objects(name, _part, min_items=1, max_items=200)


def _part(fields: Fields) -> None:
    fields.text("id", pattern=ID_PATTERN)
    fields.boolean("operative")


def _choices(fields: Fields, name: str) -> object:
    inner = fields.object(name)
    if len(inner.names()) > _CHOICES_AT_MOST:
        raise MalformedError("base.field_value", field=name, where=fields.where)
    for variant in inner.names():
        inner.text(variant, max_length=80)
    return None


def _tallies(fields: Fields, name: str) -> object:
    inner = fields.object(name)
    if len(inner.names()) > 300:
        raise MalformedError("base.field_value", field=name, where=fields.where)
    for candidate in inner.names():
        inner.integer(candidate, maximum=100_000)
    return None


ID: Final = Shape(name="id", read=lambda fields, name: fields.text(name, pattern=ID_PATTERN))
MATTER: Final = Shape(name="matter", read=lambda fields, name: fields.text(name, pattern=MATTER_PATTERN))
WORDS: Final = Shape(name="words", read=_words)
COUNT: Final = Shape(name="count", read=lambda fields, name: fields.integer(name, maximum=100_000))
SECONDS: Final = Shape(name="seconds", read=lambda fields, name: fields.integer(name, maximum=86_400))
HOURS: Final = Shape(name="hours", read=lambda fields, name: fields.integer(name, minimum=1, maximum=8760))
FLAG: Final = Shape(name="true or false", read=lambda fields, name: fields.boolean(name))
IDS: Final = Shape(name="ids", read=_ids)
ELECTORS: Final = Shape(name="electors", read=_electors)
PARTS: Final = Shape(name="parts", read=_parts)
CHOICES: Final = Shape(name="choices", read=_choices)
TALLIES: Final = Shape(name="tallies", read=_tallies)


def one_of(*options: str) -> Shape:
    """Give the shape of a text that is one of `options`."""
    return Shape(name=" or ".join(options), read=lambda fields, name: fields.choice(name, options))


def check_body(body: Mapping[str, Json], members: Mapping[str, Shape], *, where: str = "$.body") -> None:
    """Check a body: every member of its kind (a name ending in `?` may be missing) and no other; MalformedError else."""
    fields = Fields(dict(body), where=where)
    for name, shape in members.items():
        plain = name.removesuffix("?")
        if plain == name or fields.has(plain):
            shape.read(fields, plain)
    fields.done()
