# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where rules of procedure come from: the texts and accounts, and what each mark of confidence means."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from longbien.core.base.fields import Fields
from longbien.core.base.library import read_data
from longbien.core.conference.rules.values import CONFIDENCES

_SCHEMA = "longbien/procedure-sources/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text or account: its short name, and whether a public copy was read (`yes`, `partly`, `no`)."""

    id: str
    title: str
    short: str
    unit: str
    seen: str
    note: str


@cache
def sources() -> Mapping[str, Source]:
    """Give every source by its id; MalformedError if the data are broken."""
    fields = _fields()
    rows = fields.object("sources")
    found = {}
    for name in rows.names():
        row = rows.object(name)
        found[name] = Source(
            id=name,
            title=row.text("title"),
            short=row.text("short"),
            unit=row.text("unit", min_length=0),
            seen=row.choice("seen", ("yes", "partly", "no")),
            note=row.text("note", min_length=0),
        )
        row.done()
    return MappingProxyType(found)


@cache
def confidences() -> Mapping[str, str]:
    """Give what each mark of confidence means, best first; MalformedError if the data are broken."""
    rows = _fields().object("confidence")
    found = {name: rows.text(name) for name in CONFIDENCES}
    rows.done()
    return MappingProxyType(found)


def _fields() -> Fields:
    fields = Fields(read_data("procedure/sources.yaml").value)
    fields.choice("schema", (_SCHEMA,))
    return fields
