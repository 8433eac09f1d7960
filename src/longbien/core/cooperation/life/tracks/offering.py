# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Information offered unasked (Art. 40(4)-(5)): taken on its conditions, or declined, and then nothing of it stays behind."""

from functools import partial
from typing import Final

from longbien.core.cooperation.life.events import ANY_REQUEST, REQUESTED, REQUESTING
from longbien.core.cooperation.life.tracks.row import Row

OFFER_STATES: Final = ("not-asked", "offered", "accepted", "declined", "withdrawn")
NO_OFFER: Final = ("not-asked",)
_WAITS: Final = ("offered", "accepted", "declined")
_offer = partial(Row, track="offer")
_answer = partial(_offer, states=_WAITS, event="answer.decided", by=REQUESTED, measure="offer")

OFFERING: Final = (
    _offer(states=NO_OFFER, event=ANY_REQUEST, to="offered", by=REQUESTING, asks="offer"),
    _answer(outcomes=("granted", "in-part"), to="accepted"),
    _answer(outcomes=("refused",), to="declined"),
    _offer(states=("offered", "accepted"), event="request.withdrawn", to="withdrawn", by=REQUESTING),
    _offer(states=("not-asked", "declined"), event="request.withdrawn", to="", by=REQUESTING),
)
"""What becomes of an offer."""
