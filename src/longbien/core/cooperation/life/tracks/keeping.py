# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measures that hold until a day: data are kept (Art. 42), a person is provisionally arrested (Art. 37(10)). One set of rows for both.

Nothing else but time, a withdrawal, a release or the end of the follow-up request ends them.
"""

from functools import partial
from typing import Final

from longbien.core.cooperation.acts.measures import EXECUTED, IN_PART, NOTHING_FOUND, RELEASED
from longbien.core.cooperation.life.events import ANY_REQUEST, REQUESTED, REQUESTING
from longbien.core.cooperation.life.tracks.row import IN_OPEN, TIMER, Row

KEEPING_STATES: Final = (
    "not-asked",
    "asked",
    "granted",
    "postponed",
    "refused",
    "nothing-held",
    "in-force",
    "extension-asked",
    "extended",
    "converted",
    "lapsed",
    "released",
)
RUNNING: Final = ("in-force", "extension-asked", "extended")
KEPT: Final = (*RUNNING, "converted")
NOT_KEPT: Final = tuple(state for state in KEEPING_STATES if state not in KEPT)
_BEFORE_FORCE: Final = ("asked", "granted", "postponed", "refused")
_OVER: Final = ("not-asked", "refused", "nothing-held", "lapsed", "released")
_FOLLOW_UP_ENDS: Final = (
    ("linked answer.decided", ("refused",)),
    ("linked answer.executed", ()),
    ("linked answer.closed", ()),
    ("linked request.withdrawn", ()),
)


def keeping(track: str, *, converts: str) -> tuple[Row, ...]:
    """Give the rows of such a measure. `converts`: the measure that a follow-up request must ask for, `""` for any."""
    of_track = partial(Row, track=track)
    decision = partial(of_track, event="answer.decided", by=REQUESTED, measure=track)
    done = partial(of_track, event="answer.executed", by=REQUESTED, measure=track)
    held = partial(done, outcomes=(EXECUTED, IN_PART))
    extension = partial(of_track, event="request.extension", by=REQUESTING, measure=track, needs=IN_OPEN)
    withdrawn = partial(of_track, event="request.withdrawn", by=REQUESTING)
    return (
        of_track(states=("not-asked",), event=ANY_REQUEST, to="asked", by=REQUESTING, asks=track),
        decision(states=_BEFORE_FORCE, outcomes=("granted", "in-part"), to="granted"),
        decision(states=_BEFORE_FORCE, outcomes=("postponed",), to="postponed"),
        decision(states=_BEFORE_FORCE, outcomes=("refused",), to="refused"),
        decision(states=("extension-asked",), outcomes=("granted", "in-part"), to=""),
        decision(states=("extension-asked",), outcomes=("refused", "postponed"), to="in-force"),
        held(states=("granted",), to="in-force"),
        held(states=RUNNING, to="extended"),
        held(states=("converted",), to=""),
        held(states=("lapsed",), to="in-force"),
        done(states=("granted",), outcomes=(NOTHING_FOUND,), to="nothing-held"),
        extension(states=RUNNING, to="extension-asked"),
        extension(states=("converted",), to=""),
        of_track(states=RUNNING, event=TIMER, to="lapsed"),
        of_track(states=RUNNING, event=f"linked {ANY_REQUEST}", to="converted", by=REQUESTING, asks=converts),
        withdrawn(states=("asked", "granted", "postponed", *KEPT), to="released"),
        withdrawn(states=_OVER, to=""),
    )


def data_set_free(track: str) -> tuple[Row, ...]:
    """Give the rows by which the end of the follow-up request ends what was kept for it: at once, or with the period."""
    return tuple(
        Row(track=track, states=("converted",), event=event, outcomes=outcomes, last=True, time=time, to=to)
        for event, outcomes in _FOLLOW_UP_ENDS
        for time, to in (("in-time", "in-force"), ("late", "released"))
    )


def person_set_free(track: str) -> tuple[Row, ...]:
    """Give the rows by which a person is no longer held: surrendered, not surrendered, or released before the day."""
    return (
        *(
            Row(track=track, states=("converted",), event=event, outcomes=outcomes, last=True, to="released")
            for event, outcomes in _FOLLOW_UP_ENDS
        ),
        Row(
            track=track,
            states=KEPT,
            event="answer.executed",
            by=REQUESTED,
            measure=track,
            outcomes=(RELEASED,),
            to="released",
        ),
    )
