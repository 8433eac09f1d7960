# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreeing to use Article 40(8)-(31) instead of another treaty's rules (Art. 40(7)): offered by one State, accepted by the other, ended by either.

Three acts make an agreement; `docs/protocol/agreements.md` says how they look. Its period is a pure function of the three, in whatever order they came.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.moments import parse_day

OFFERED: Final = "agreement.offered"
ACCEPTED: Final = "agreement.accepted"
ENDED: Final = "agreement.ended"
KINDS: Final = (OFFERED, ACCEPTED, ENDED)
ABOUT: Final = "40.7"
"""The paragraph that an agreement carries out; the only one in this version."""
MAX_TEXT: Final = 4000
_REQUEST: Final = r"[0-9a-f]{32}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """`agreement.offered`: for one request, or (`request` empty) for all between the two; from a day until before another (None: open)."""

    request: str
    since: date
    until: date | None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """`agreement.accepted`: in the offer's thread, referring to the offer."""

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """`agreement.ended`: by either State, from a day on; an offer that was not accepted is taken back so."""

    since: date
    reason: str


Said: TypeAlias = Offer | Acceptance | End


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What the acts of one agreement say: accepted on a day (None: not), ended from a day on (None: not)."""

    since: date
    until: date | None
    accepted: date | None
    ended: date | None

    def holds(self, day: date) -> bool:
        """Tell whether the agreement holds on a day: accepted by then, begun, and not over."""
        if self.accepted is None or day < max(self.since, self.accepted):
            return False
        return all(end is None or day < end for end in (self.until, self.ended))


def read_agreement(kind: str, body: Json) -> Said:
    """Read the body of an act `agreement.*`; MalformedError for a wrong shape or another kind."""
    fields = Fields(body)
    found = _read(kind, fields)
    fields.done()
    return found


def write_agreement(said: Said) -> tuple[str, Mapping[str, Json]]:
    """Give the kind and the body of the act that says it."""
    match said:
        case Offer():
            return OFFERED, {
                "about": ABOUT,
                "request": said.request,
                "from": said.since.isoformat(),
                "until": said.until.isoformat() if said.until else "",
                "text": said.text,
            }
        case Acceptance():
            return ACCEPTED, {"text": said.text}
        case End():
            return ENDED, {"from": said.since.isoformat(), "reason": said.reason}


def _read(kind: str, fields: Fields) -> Said:
    if kind == OFFERED:
        fields.choice("about", (ABOUT,))
        request = fields.text("request", max_length=32, min_length=0)
        if request:
            fields.text("request", pattern=_REQUEST)
        offer = Offer(
            request=request,
            since=fields.parsed("from", parse_day),
            until=fields.parsed("until", lambda text: parse_day(text) if text else None),
            text=_text(fields, "text"),
        )
        if offer.until is not None and offer.until <= offer.since:
            raise MalformedError("base.field_value", field="until", where=fields.where)
        return offer
    if kind == ACCEPTED:
        return Acceptance(text=_text(fields, "text"))
    if kind == ENDED:
        return End(since=fields.parsed("from", parse_day), reason=fields.text("reason", max_length=MAX_TEXT))
    raise MalformedError("base.field_value", field="kind", where=fields.where)


def _text(fields: Fields, name: str) -> str:
    return fields.text(name, max_length=MAX_TEXT, min_length=0)
