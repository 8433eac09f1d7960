# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""An event of a meeting: what was said or done, by whom, when. What all else in the hall is computed from.

Its JSON has exactly the members `seq`, `at`, `kind`, `by` and `body` (docs/protocol/conference.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from longbien.core.base.canonical import Json
from longbien.core.base.fields import Fields
from longbien.core.base.moments import print_moment
from longbien.core.conference.hall.kinds import KINDS
from longbien.core.conference.hall.shapes import ID_PATTERN, check_body


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event. `by` is a participant's id, `chair` or `secretariat`; `seq` rises within a meeting; `at` is in UTC."""

    seq: int
    at: datetime
    kind: str
    by: str
    body: Mapping[str, Json] = field(default_factory=dict)

    def text(self, name: str, otherwise: str = "") -> str:
        """Give a member that is text (checked by its kind's shape), or `otherwise` if it is missing."""
        value = self.body.get(name, otherwise)
        return value if isinstance(value, str) else otherwise

    def number(self, name: str, otherwise: int = 0) -> int:
        """Give a member that is a whole number, or `otherwise`."""
        value = self.body.get(name, otherwise)
        return value if isinstance(value, int) else otherwise

    def flag(self, name: str, *, otherwise: bool = False) -> bool:
        """Give a member that is true or false, or `otherwise`."""
        value = self.body.get(name, otherwise)
        return value if isinstance(value, bool) else otherwise

    def texts(self, name: str) -> tuple[str, ...]:
        """Give a member that is a list of texts; none if it is missing."""
        value = self.body.get(name)
        return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()

    def objects(self, name: str) -> tuple[Mapping[str, Json], ...]:
        """Give a member that is a list of objects; none if it is missing."""
        value = self.body.get(name)
        return tuple(item for item in value if isinstance(item, dict)) if isinstance(value, list) else ()

    def table(self, name: str) -> Mapping[str, Json]:
        """Give a member that is an object whose names are data; an empty one if it is missing."""
        value = self.body.get(name)
        return value if isinstance(value, dict) else {}


def read_event(value: Json, *, where: str = "$") -> Event:
    """Read an event; MalformedError for anything else than the members of its kind in their shapes."""
    fields = Fields(value, where=where)
    seq = fields.integer("seq", minimum=1)
    at = fields.moment("at")
    kind = fields.choice("kind", KINDS)
    by = fields.text("by", pattern=ID_PATTERN)
    body = fields.object("body")
    fields.done()
    plain = {name: body.value(name) for name in body.names()}
    check_body(plain, KINDS[kind].members, where=body.where)
    return Event(seq=seq, at=at, kind=kind, by=by, body=plain)


def event_json(event: Event) -> dict[str, Json]:
    """Give an event as JSON, as `read_event` reads it."""
    return {
        "seq": event.seq,
        "at": print_moment(event.at),
        "kind": event.kind,
        "by": event.by,
        "body": cast("dict[str, Json]", dict(event.body)),
    }
