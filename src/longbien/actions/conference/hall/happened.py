# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happened last in a meeting, as a board may tell it: without what a vote still hides, without what only the Chair must see."""

from types import MappingProxyType
from typing import Final

from longbien.actions.conference.hall.names import who
from longbien.actions.conference.hall.sitting import event_of
from longbien.actions.conference.hall.view import Happened
from longbien.actions.conference.hall.votes_shown import PAPERS, hides_choices
from longbien.core.base.canonical import Json
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.sitting import Sitting
from longbien.store import models

MOST: Final = 40
"""Events that a board shows; the record has them all."""
_LONG: Final = frozenset({"participants", "electorate"})
"""Members that fill a screen and say nothing on it."""


def happened(meeting: models.Meeting, sitting: Sitting, *, works: bool) -> tuple[Happened, ...]:
    """Give the last events, the latest first. `works`: for the boards of those who run the meeting."""
    rows = meeting.events.order_by("-seq")
    if not works:
        rows = rows.exclude(kind="refused")
    found = []
    for event in map(event_of, rows[:MOST]):
        body = _shown(sitting, event)
        if body is not None:
            found.append(
                Happened(seq=event.seq, at=event.at, kind=event.kind, by=who(sitting, event.by), body=body)
            )
    return tuple(found)


def _shown(sitting: Sitting, event: Event) -> MappingProxyType[str, Json] | None:
    """Give the members that may be shown; None for an event that says too much by itself (a ballot of a secret vote)."""
    body = {name: value for name, value in event.body.items() if name not in _LONG}
    if event.kind == "ballot.cast":
        vote = sitting.votes.get(event.text("vote"))
        if vote is None or vote.method == PAPERS:
            return None
        if hides_choices(vote):
            body.pop("choice", None)
    return MappingProxyType(body)
