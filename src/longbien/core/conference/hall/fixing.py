# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who takes part, fixed anew: the secretariat's answer at the beginning of a meeting, or when delegations have come or credentials were decided.

A vote that was announced keeps the electorate of its announcement; this changes nothing in it.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.kinds import BEFORE
from longbien.core.conference.hall.roster import read_electorate
from longbien.core.conference.hall.sitting import Sitting


def _fixed(sitting: Sitting, event: Event) -> Sitting:
    """Take the new electorate; whoever is in it no more is not present any longer. At the beginning of a meeting, none is open yet."""
    body = {name: value for name, value in event.body.items() if name != "meeting"}
    held = read_electorate(body, where="$.body")
    marked = {name: seat for name, seat in sitting.presence.marked.items() if held.get(name) is not None}
    after = replace(sitting, electorate=held, presence=replace(sitting.presence, marked=marked))
    if not event.text("meeting"):
        return after
    return replace(after, meeting=replace(after.meeting, phase=BEFORE, since=event.at))


HANDLERS: Final[Mapping[str, Callable[[Sitting, Event], Sitting]]] = {"electorate.fixed": _fixed}
