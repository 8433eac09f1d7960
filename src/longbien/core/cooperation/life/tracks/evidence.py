# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One item of evidence: no key leaves before its conditions are accepted and the measure by which it leaves is granted.

Who is asked gives; only with an offer (Art. 40(4)) does the first act's sender give.
"""

from functools import partial
from typing import Final

from longbien.core.cooperation.life.events import REQUESTED, REQUESTING
from longbien.core.cooperation.life.tracks.giving import GRANTED
from longbien.core.cooperation.life.tracks.offering import NO_OFFER, OFFER_STATES
from longbien.core.cooperation.life.tracks.row import IN_OPEN, Needs, Row

EVIDENCE_STATES: Final = (
    "not-announced",
    "announced",
    "accepted",
    "declined",
    "released",
    "received",
    "recalled",
    "recalled-late",
    "returned",
    "destroyed",
)
_ASKED: Final[Needs] = (("offer", NO_OFFER),)
_OFFERED: Final[Needs] = (("offer", OFFER_STATES[1:]),)


def _of(giver: str, taker: str, *, when: Needs, leaves: tuple[Needs, ...]) -> tuple[Row, ...]:
    """Give the rows of items that `giver` gives and `taker` takes, `when` it runs that way; `leaves`: what must be granted, one of them."""
    given = partial(Row, track="evidence", by=giver)
    taken = partial(Row, track="evidence", by=taker)
    return (
        *(
            given(
                states=("not-announced",),
                event="evidence.announced",
                to="announced",
                needs=(*granted, *when, *IN_OPEN),
            )
            for granted in leaves
        ),
        taken(states=("announced",), event="evidence.accepted", to="accepted", needs=(*when, *IN_OPEN)),
        taken(states=("announced", "accepted"), event="evidence.declined", to="declined", needs=when),
        *(
            given(
                states=("accepted",),
                event="evidence.released",
                to="released",
                needs=(*granted, *when, *IN_OPEN),
            )
            for granted in leaves
        ),
        taken(states=("released",), event="evidence.received", to="received", needs=when),
        given(states=("announced", "accepted"), event="evidence.recalled", to="recalled", needs=when),
        given(states=("released", "received"), event="evidence.recalled", to="recalled-late", needs=when),
        given(states=("returned", "destroyed"), event="evidence.recalled", to="", needs=when),
        *(
            taken(
                states=("received", "recalled-late"),
                event="evidence.disposed",
                outcomes=(disposal,),
                to=disposal,
                needs=when,
            )
            for disposal in ("returned", "destroyed")
        ),
    )


EVIDENCE: Final = (
    *_of(
        REQUESTED,
        REQUESTING,
        when=_ASKED,
        leaves=((("disclosure", GRANTED),), (("assistance", GRANTED),)),
    ),
    *_of(REQUESTING, REQUESTED, when=_OFFERED, leaves=((("offer", ("offered", "accepted")),),)),
)
"""Where an item is, in both directions."""
