# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measures of which something is done once: data are given (Art. 43, 44), an act is carried out (Art. 40, 45-52), a person is surrendered (Art. 37)."""

from functools import partial
from typing import Final

from longbien.core.cooperation.acts.measures import EXECUTED, IN_PART, NOTHING_FOUND, OWN_PROSECUTION
from longbien.core.cooperation.life.events import ANY_REQUEST, REQUESTED, REQUESTING
from longbien.core.cooperation.life.tracks.row import Row

GIVING_STATES: Final = (
    "not-asked",
    "asked",
    "granted",
    "granted-in-part",
    "postponed",
    "refused",
    "executed",
    "executed-in-part",
    "nothing-found",
    "withdrawn",
)
SURRENDER_STATES: Final = (*GIVING_STATES, "own-prosecution")
GRANTED: Final = ("granted", "granted-in-part", "executed", "executed-in-part")
UNDECIDED: Final = ("asked", "granted", "granted-in-part", "postponed", "refused")
_UNDONE: Final = ("granted", "granted-in-part", "executed-in-part")
_OVER: Final = ("not-asked", "refused", "executed", "executed-in-part", "nothing-found")


def giving(track: str, *, over: tuple[str, ...] = _OVER) -> tuple[Row, ...]:
    """Give the rows of such a measure; `over`: the states in which a withdrawal changes nothing."""
    of_track = partial(Row, track=track)
    decision = partial(of_track, states=UNDECIDED, event="answer.decided", by=REQUESTED, measure=track)
    done = partial(of_track, states=_UNDONE, event="answer.executed", by=REQUESTED, measure=track)
    withdrawn = partial(of_track, event="request.withdrawn", by=REQUESTING)
    return (
        of_track(states=("not-asked",), event=ANY_REQUEST, to="asked", by=REQUESTING, asks=track),
        decision(outcomes=("granted",), to="granted"),
        decision(outcomes=("in-part",), to="granted-in-part"),
        decision(outcomes=("postponed",), to="postponed"),
        decision(outcomes=("refused",), to="refused"),
        done(outcomes=(EXECUTED,), to="executed"),
        done(outcomes=(IN_PART,), to="executed-in-part"),
        done(outcomes=(NOTHING_FOUND,), to="nothing-found"),
        withdrawn(states=("asked", "granted", "granted-in-part", "postponed"), to="withdrawn"),
        withdrawn(states=over, to=""),
    )


def surrendering(track: str) -> tuple[Row, ...]:
    """Give the rows of surrender: who refuses for nationality alone submits the case to its own authorities (Art. 37(11))."""
    return (
        *giving(track, over=(*_OVER, "own-prosecution")),
        Row(
            track=track,
            states=("refused",),
            event="answer.executed",
            by=REQUESTED,
            measure=track,
            outcomes=(OWN_PROSECUTION,),
            to="own-prosecution",
        ),
    )
