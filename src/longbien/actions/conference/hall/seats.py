# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who speaks: the secretariat (an officer of the node), the Chair, or a delegation (badges); and what each may say.

The table below is all there is of permission in the hall. Whether a thing may be said *now* is the engine's answer, not this table's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from longbien.actions.access import permits
from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.store import models

SECRETARIAT: Final = "secretariat"
CHAIR: Final = "chair"
OWN: Final = "own"
"""A participant, in its own name."""

_CHAIR: Final = frozenset({CHAIR, SECRETARIAT})
"""The Chair, or the secretary who sits beside the Chair and works the screen."""
_DESK: Final = frozenset({SECRETARIAT})
_OWN: Final = frozenset({OWN, SECRETARIAT})
"""A participant from its own seat, or the secretariat, which writes down what was said from the floor."""

SPEAKERS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "meeting.opened": _CHAIR,
        "meeting.suspended": _CHAIR,
        "meeting.resumed": _CHAIR,
        "meeting.closed": _CHAIR,
        "rules.changed": _DESK,
        "presence.marked": _DESK,
        "presence.counted": _CHAIR,
        "item.opened": _CHAIR,
        "item.closed": _CHAIR,
        "floor.requested": _OWN,
        "floor.withdrawn": _OWN,
        "floor.given": _CHAIR,
        "floor.started": _CHAIR,
        "floor.paused": _CHAIR,
        "floor.stopped": _CHAIR,
        "list.closed": _CHAIR,
        "list.reopened": _CHAIR,
        "limit.set": _CHAIR,
        "reply.requested": _OWN,
        "order.raised": _OWN,
        "order.ruled": _CHAIR,
        "order.appealed": _OWN,
        "motion.moved": _OWN,
        "motion.spoke": _CHAIR,
        "motion.put": _CHAIR,
        "motion.withdrawn": _OWN,
        "proposal.tabled": _OWN,
        "proposal.sponsored": _OWN,
        "proposal.withdrawn": _OWN,
        "proposal.revived": _OWN,
        "amendment.tabled": _OWN,
        "amendment.ordered": _CHAIR,
        "division.requested": _OWN,
        "division.objected": _OWN,
        "question.ruled": _CHAIR,
        "effort.exhausted": _CHAIR,
        "consensus.asked": _CHAIR,
        "consensus.objected": _OWN,
        "consensus.declared": _CHAIR,
        "silence.started": _CHAIR,
        "silence.broken": _OWN,
        "silence.ended": _CHAIR,
        "vote.requested": _OWN,
        "vote.announced": _CHAIR,
        "vote.opened": _CHAIR,
        "vote.voided": _CHAIR,
        "vote.closed": _CHAIR,
        "ballot.cast": _OWN,
        "ballot.counted": _DESK,
        "result.declared": _CHAIR,
        "vote.corrected": _OWN,
        "vote.explained": _OWN,
        "election.announced": _CHAIR,
        "election.balloted": _DESK,
        "election.counted": _DESK,
        "election.closed": _CHAIR,
        "election.drawn": _CHAIR,
    }
)
"""Each kind of event and who may say it. `refused` is not here: the node itself writes it."""

FUNCTIONS: Final[Mapping[str, str]] = MappingProxyType(
    {"chair": CHAIR, "head": OWN, "delegate": OWN, "alternate": OWN, "observer": OWN}
)
"""The functions of badges that speak, and as what. Interpreters, tellers and the public say nothing here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """As whom an account sits in a session: `secretariat`, `chair`, `own` (with its participant), or "" (it only watches)."""

    function: str = ""
    participant: str = ""

    def may(self, kind: str) -> bool:
        """Tell whether this seat may say a kind of event at all."""
        return bool(self.function) and self.function in SPEAKERS.get(kind, frozenset())


def seat_of(actor: models.Officer, conference: models.Conference) -> Seat:
    """Give an account's seat in a session."""
    if permits(actor, "conference.say"):
        return Seat(function=SECRETARIAT)
    return Seat()


def speaker(seat: Seat, kind: str, by: str, body: Mapping[str, Json]) -> str:
    """Give in whose name an event is said: the seat's own, or for the secretariat the one whose words it writes down.

    The secretariat names a participant in `by` or in the body's `participant`. RefusedError `conference.kind_unknown`, `conference.not_yours`
    (this seat does not say such things, or not in that name), `conference.speaker_missing` (the secretariat says whose words they are).
    """
    if kind not in SPEAKERS:
        raise RefusedError("conference.kind_unknown", kind=kind[:40])
    about = body.get("participant", "") if SPEAKERS[kind] == _OWN else ""
    named = by or (about if isinstance(about, str) else "")
    own = {CHAIR: CHAIR, OWN: seat.participant}.get(seat.function, "")
    if not seat.may(kind) or (own and named not in ("", own)):
        raise RefusedError("conference.not_yours", kind=kind, by=named[:40] or own or "-")
    return own or _written_down(SPEAKERS[kind], kind, named)


def _written_down(allowed: frozenset[str], kind: str, named: str) -> str:
    if OWN in allowed:
        if named in ("", CHAIR, SECRETARIAT):
            raise RefusedError("conference.speaker_missing", kind=kind)
        return named
    ordinary = CHAIR if CHAIR in allowed else SECRETARIAT
    if named not in ("", ordinary, SECRETARIAT):
        raise RefusedError("conference.not_yours", kind=kind, by=named[:40])
    return named or ordinary
