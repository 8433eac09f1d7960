# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The next lawful steps: what the Chair may do now, and what a participant may. Nothing is offered that the engine would refuse.

Candidates come from `chairing` and `taking_part`; each is tried on the sitting as it stands, which costs it nothing.
"""

from datetime import UTC, datetime
from typing import Final

from longbien.core.conference.hall.candidates import Step, filled
from longbien.core.conference.hall.chairing import chairing
from longbien.core.conference.hall.engine import step
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.refusing import Refused
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.taking_part import taking_part

__all__ = ["Step", "accepted", "may", "next_steps"]

_ANY: Final = datetime(1970, 1, 1, tzinfo=UTC)
_OPEN_LISTS: Final = frozenset({"order", "parts", "target", "number", "first", "seed", "drawn"})
"""Members that depend on what is filled in: a step that lacks one is offered if nothing else speaks against it."""
_ABOUT_FILLING: Final = frozenset(
    {
        "conference_hall.order_incomplete",
        "conference_hall.no_parts",
        "conference_hall.part_unknown",
        "conference_hall.matter_unknown",
        "conference_hall.body",
        "conference_votes.lot_drawn",
        "conference_votes.lot_reveal",
        "conference_votes.roll_drawn",
    }
)


def next_steps(sitting: Sitting, *, at: datetime | None = None) -> tuple[Step, ...]:
    """Give what the Chair and the secretariat may do next, the most pressing first. `at`: the present moment, if it matters (silence)."""
    return tuple(one for one in chairing(sitting) if accepted(sitting, one, at=at))


def may(sitting: Sitting, participant: str, *, at: datetime | None = None) -> tuple[Step, ...]:
    """Give what a participant may do next, what cannot wait first; nothing for one that takes no part."""
    if sitting.electorate.get(participant) is None:
        return ()
    return tuple(one for one in taking_part(sitting, participant) if accepted(sitting, one, at=at))


def accepted(sitting: Sitting, tried: Step, *, at: datetime | None = None) -> bool:
    """Tell whether the engine would accept a step now, with something filled in for what it lacks."""
    moment = max(at, sitting.at) if at is not None and sitting.at is not None else at or sitting.at or _ANY
    event = Event(seq=sitting.seq + 1, at=moment, kind=tried.kind, by=tried.by, body=filled(tried))
    try:
        step(sitting, event)
    except Refused as refused:
        return bool(_OPEN_LISTS.intersection(tried.lacks)) and refused.refusal.code in _ABOUT_FILLING
    return True
