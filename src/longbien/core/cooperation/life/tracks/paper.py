# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the request itself is, and whether a question is open."""

from functools import partial
from typing import Final

from longbien.core.cooperation.life.events import ANY_REQUEST, REQUESTED, REQUESTING
from longbien.core.cooperation.life.tracks.keeping import NOT_KEPT
from longbien.core.cooperation.life.tracks.row import IN_OPEN, OPEN, Row

REQUEST_STATES: Final = (
    "none",
    "draft",
    "approved",
    "discarded",
    "sent",
    "delivered",
    "acknowledged",
    "returned",
    "decided",
    "executed",
    "withdrawn",
    "closed",
)
INFORMATION_STATES: Final = ("none", "wanted", "given")
_request = partial(Row, track="request")
_information = partial(Row, track="information")
_UNHEARD: Final = ("sent", "delivered", "acknowledged")

REQUEST: Final = (
    _request(states=("none", "draft", "approved"), event="draft", to="draft", by=REQUESTING),
    _request(states=("draft",), event="approve", to="approved", by=REQUESTING),
    _request(states=("draft", "approved"), event="discard", to="discarded", by=REQUESTING),
    _request(states=("none", "approved"), event=ANY_REQUEST, to="sent", by=REQUESTING),
    _request(states=("sent",), event="receipt", to="delivered"),
    _request(states=(*OPEN[1:], "withdrawn", "closed"), event="receipt", to=""),
    _request(states=("sent", "delivered"), event="answer.acknowledged", to="acknowledged", by=REQUESTED),
    _request(states=OPEN[2:], event="answer.acknowledged", to="", by=REQUESTED),
    _request(states=_UNHEARD, event="answer.returned", to="returned", by=REQUESTED),
    _request(states=("returned",), event="request.information", to="acknowledged", by=REQUESTING),
    _request(
        states=tuple(state for state in OPEN if state != "returned"),
        event="request.information",
        to="",
        by=REQUESTING,
    ),
    _request(states=(*_UNHEARD, "decided"), event="answer.decided", to="decided", by=REQUESTED),
    _request(states=("executed",), event="answer.decided", to="", by=REQUESTED),
    *(
        _request(states=("returned",), event=event, to="", by=REQUESTED, measure="preservation")
        for event in ("answer.decided", "answer.executed")
    ),
    _request(states=("decided", "executed"), event="answer.executed", to="executed", by=REQUESTED),
    _request(states=OPEN, event="request.withdrawn", to="withdrawn", by=REQUESTING),
    _request(
        states=(*OPEN, "withdrawn"),
        event="answer.closed",
        to="closed",
        needs=(("preservation", NOT_KEPT), ("arrest", NOT_KEPT)),
    ),
)
"""Where the request is."""

INFORMATION: Final = (
    _information(
        states=INFORMATION_STATES,
        event="answer.information-wanted",
        to="wanted",
        by=REQUESTED,
        needs=IN_OPEN,
    ),
    _information(states=INFORMATION_STATES, event="request.information", to="given", by=REQUESTING),
)
"""Whether a question of the requested State is open (Art. 40(16), 42(7))."""
