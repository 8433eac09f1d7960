# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which desk of this software carries out a provision of the Convention: a table that a reader follows from a duty to the work."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import mistake, reading
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, read_data
from longbien.core.treaty.provisions.citation import ARTICLES, ProvisionId, ancestors, parse_provision_id
from longbien.core.treaty.provisions.convention import convention

SCHEMA: Final = "longbien/desks/1"
DESKS: Final = "convention/desks.yaml"
ROOMS: Final = ("treaty", "parties", "cooperation", "evidence", "law", "conference", "assistance")
"""The rooms of the house that are desks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A desk, and whether its rooms exist: only then a page may link to it."""

    name: str
    built: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskTable:
    """The desks by provision."""

    desks: Mapping[str, Desk]
    by_provision: Mapping[ProvisionId, tuple[Desk, ...]]

    def of(self, provision: ProvisionId) -> tuple[Desk, ...]:
        """Give the desks of a provision: those of the nearest row around it."""
        return next(
            self.by_provision[place]
            for place in (provision, *ancestors(provision))
            if place in self.by_provision
        )


def desks_of(provision: ProvisionId) -> tuple[Desk, ...]:
    """Give the desks that carry out a provision that exists, the first one mainly."""
    return desk_table().of(provision)


@cache
def desk_table() -> DeskTable:
    """Give the table that ships with the software."""
    return parse_desks(read_data(DESKS))


def parse_desks(document: Document) -> DeskTable:
    """Read the table; MalformedError with file and line, also for an article without a desk or a provision that is not there."""
    with reading(document, schema=SCHEMA) as fields:
        desks: dict[str, Desk] = {}
        rows: dict[ProvisionId, tuple[Desk, ...]] = {}

        def desk(item: Fields) -> None:
            name = item.choice("desk", ROOMS)
            if name in desks:
                raise mistake(item, "desk")
            desks[name] = Desk(name=name, built=item.boolean("built"))

        def row(item: Fields) -> None:
            names = item.texts("desks", max_items=4)
            if not names or len(set(names)) != len(names) or not set(names) <= set(desks):
                raise mistake(item, "desks")
            for provision in _provisions(item):
                named = tuple(desks[name] for name in names)
                if provision in rows or not convention().has(provision):
                    raise mistake(item, "provisions")
                rows[provision] = named

        fields.objects("desks", desk, min_items=1)
        fields.objects("rows", row, min_items=1)
        if any(ProvisionId(str(number)) not in rows for number in range(1, ARTICLES + 1)):
            raise mistake(fields, "rows")
    return DeskTable(desks=MappingProxyType(desks), by_provision=MappingProxyType(rows))


def _provisions(item: Fields) -> tuple[ProvisionId, ...]:
    texts = item.texts("provisions", max_items=ARTICLES, max_length=40)
    try:
        return tuple(parse_provision_id(text) for text in texts)
    except MalformedError as error:
        raise mistake(item, "provisions") from error
