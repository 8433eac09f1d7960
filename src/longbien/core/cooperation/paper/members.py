# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an act's body holds, as a table that papers and published schemas share: one file or more in `data/acts`.

Readers and writers of bodies are code (`core/cooperation/acts`); this table says the same for people and for other programs:
the label of each member and the shape of its JSON. A test holds the two to each other.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import mistake, reading
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, data_files, read_data
from longbien.core.base.vocabulary import vocabulary

FOLDER: Final = "acts"
SCHEMA: Final = "longbien/acts/1"
TYPES: Final = (
    "text",
    "long-text",
    "code",
    "codes",
    "choice",
    "moment",
    "date",
    "tick",
    "number",
    "digest",
    "id",
    "bytes",
    "many-bytes",
    "receipts",
    "field-name",
    "field-names",
    "form",
    "form-fields",
    "conditions",
    "identifiers",
    "documents",
)
CODED: Final = ("code", "codes")
_KIND: Final = r"[a-z]+\.[a-z0-9]+(?:-[a-z0-9]+)*"
_NAME: Final = r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member of a body: its English label, the type of its JSON, the coded list or the plain values that it takes."""

    id: str
    label: str
    type: str
    list: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActTable:
    """An act kind that is no request: its English name and its members, in the order in which they are shown."""

    kind: str
    label: str
    members: tuple[Member, ...]


@cache
def act_tables() -> Mapping[str, ActTable]:
    """Give every act kind of the table by its name."""
    found: dict[str, ActTable] = {}
    for path in data_files(FOLDER):
        for one in parse_acts(read_data(path)):
            found[one.kind] = one
    return MappingProxyType(found)


def parse_acts(document: Document) -> tuple[ActTable, ...]:
    """Read one file of the table; MalformedError with file and line for a mistake."""
    with reading(document, schema=SCHEMA) as fields:
        return fields.objects("acts", _act, min_items=1, max_items=200)


def _act(item: Fields) -> ActTable:
    return ActTable(
        kind=item.text("kind", pattern=_KIND, max_length=64),
        label=item.text("label", max_length=120),
        members=item.objects("members", _member, min_items=1, max_items=60),
    )


def _member(item: Fields) -> Member:
    kind = item.choice("type", TYPES)
    if (kind in CODED) is not item.has("list"):
        raise mistake(item, "list")
    return Member(
        id=item.text("id", pattern=_NAME, max_length=40),
        label=item.text("label", max_length=160),
        type=kind,
        list=_list(item) if kind in CODED else "",
        values=item.texts("values", max_items=20, max_length=40) if kind == "choice" else (),
    )


def _list(item: Fields) -> str:
    try:
        return vocabulary(item.text("list")).list_id
    except MalformedError as error:
        raise mistake(item, "list") from error
