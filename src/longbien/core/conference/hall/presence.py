# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is in the room: marked one by one, counted by the Chair, or asked for by a Party that doubts the quorum (rule 41 of UNTOC)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.quorum import counts_as_present
from longbien.core.conference.hall.refusing import Refused
from longbien.core.conference.hall.saying import participant_of
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.meeting import Presence


def _marked(sitting: Sitting, event: Event) -> Sitting:
    """Mark a participant present or gone. A count of heads made before holds on, less those who were marked as gone since."""
    one = participant_of(sitting, event)
    seat = event.text("seat", "room")
    marked, counted = dict(sitting.presence.marked), sitting.presence.counted
    if not event.flag("present"):
        left = marked.pop(one.id, None) is not None
        counted = counted - 1 if left and counted else counted
    elif not counts_as_present(sitting, seat):
        raise Refused(
            "conference_hall.remote_seat", sitting.rules.value("meetings.remote_presence"), participant=one.id
        )
    else:
        marked[one.id] = seat
    kept = replace(sitting.presence, marked=marked, counted=counted)
    return replace(sitting, presence=kept)


def _counted(sitting: Sitting, event: Event) -> Sitting:
    """Count heads: answers a Party's request, and holds until the next count."""
    number, most = event.number("number"), sitting.electorate.states_parties
    if number > most:
        raise Refused(
            "conference_hall.count_too_high",
            sitting.rules.value("quorum.verification"),
            number=number,
            parties=most,
        )
    counted = Presence(marked=sitting.presence.marked, counted=number, counted_at=event.at)
    return replace(sitting, presence=counted)


def _challenged(sitting: Sitting, event: Event) -> Sitting:
    """Ask for a count: until it is made, nothing is decided."""
    one = participant_of(sitting, event)
    return replace(sitting, presence=replace(sitting.presence, challenged=one.id))


HANDLERS: Final[Mapping[str, Callable[[Sitting, Event], Sitting]]] = {
    "presence.marked": _marked,
    "presence.counted": _counted,
    "presence.challenged": _challenged,
}
