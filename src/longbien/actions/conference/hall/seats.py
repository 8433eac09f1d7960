# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who speaks: the secretariat (an officer of the node), the Chair, or a delegation (badges); and what each may say.

What each kind is and whose words it can be is the engine's table (`longbien.core.conference.hall.kinds`). Whether it may be said *now* is
the engine's answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from longbien.actions.access import permits
from longbien.actions.conference.people.badges import badge_of
from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.core.conference.hall.kinds import CHAIR, KINDS, PARTICIPANT, SECRETARIAT
from longbien.store import models

OWN: Final = "own"
"""A participant's own seat."""

NOT_SAID: Final = frozenset({"refused", "electorate.fixed", "ballot.counted", "election.counted"})
"""Kinds that nobody says: the node writes them, or they take two officers (`count`)."""
NOT_FROM_SEATS: Final = frozenset({"presence.marked"})
"""Kinds that a participant could say of itself, but not by a device that may be anywhere: who is in the room is seen in the room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """As whom an account sits in a session: `secretariat`, `chair`, `own` (with its participant), or "" (it only watches)."""

    function: str = ""
    participant: str = ""

    def may(self, kind: str) -> bool:
        """Tell whether this seat may say a kind of event at all. The secretariat writes down what anybody said in the hall."""
        known = KINDS.get(kind)
        if known is None or kind in NOT_SAID:
            return False
        if self.function == OWN:
            return PARTICIPANT in known.by and kind not in NOT_FROM_SEATS
        return self.function == SECRETARIAT or (self.function == CHAIR and CHAIR in known.by)


WATCHES: Final = Seat()


def seat_of(actor: models.Officer, conference: models.Conference) -> Seat:
    """Give an account's seat in a session: by its role at this node, or by its badge."""
    if permits(actor, "conference.say"):
        return Seat(function=SECRETARIAT)
    badge = badge_of(actor, conference.conference_id)
    if badge is None:
        return WATCHES
    if badge.presides:
        return Seat(function=CHAIR)
    return Seat(function=OWN, participant=badge.participant) if badge.may_act else WATCHES


def speaker(seat: Seat, kind: str, by: str, body: Mapping[str, Json]) -> str:
    """Give in whose name an event stands (`chair`, `secretariat` or a participant).

    A seat speaks for itself. The secretariat writes down: in its own name what it may say itself (about the body's `participant`, if there is
    one), otherwise in the Chair's or the participant's; or in the name given in `by`. RefusedError `conference.kind_unknown`,
    `conference.count_needs_two`, `conference.not_for_seat`, `conference.speaker_missing`.
    """
    if kind in ("ballot.counted", "election.counted"):
        raise RefusedError("conference.count_needs_two")
    if kind not in KINDS or kind in NOT_SAID:
        raise RefusedError("conference.kind_unknown", kind=kind[:40])
    own = {CHAIR: CHAIR, OWN: seat.participant}.get(seat.function, "")
    about = body.get("participant", "")
    wrong = bool(own) and (by not in ("", own) or (seat.function == OWN and about not in ("", own)))
    if wrong or not seat.may(kind):
        raise RefusedError("conference.not_for_seat", kind=kind, seat=own or seat.function or "-")
    return own or _written_down(kind, by, _spoken_of(body))


def _spoken_of(body: Mapping[str, Json]) -> str:
    """Give the participant that a body is about: named as such, or the first of the sponsors of a text."""
    named, sponsors = body.get("participant"), body.get("sponsors")
    if not named and isinstance(sponsors, list) and sponsors:
        named = sponsors[0]
    return named if isinstance(named, str) else ""


def _written_down(kind: str, by: str, about: str) -> str:
    allowed = KINDS[kind].by
    if by:
        if (by if by in (CHAIR, SECRETARIAT) else PARTICIPANT) not in allowed:
            raise RefusedError("conference.not_for_seat", kind=kind, seat=by[:40])
        return by
    names_nobody = not {"participant", "participant?"}.intersection(KINDS[kind].members)
    found = next((one for one in (SECRETARIAT, CHAIR) if one in allowed), about)
    if PARTICIPANT in allowed and names_nobody and about:  # a text is tabled in its sponsor's name
        found = about
    if not found:
        raise RefusedError("conference.speaker_missing", kind=kind)
    return found
