# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What runs beside a request: consulting before a refusal, status, consent to other use, disputes, a draft that is shown first.

None of it moves the request or a measure.
"""

from functools import partial
from typing import Final

from longbien.core.cooperation.life.events import ANY_REQUEST, REQUESTED, REQUESTING
from longbien.core.cooperation.life.tracks.offering import NO_OFFER, OFFER_STATES
from longbien.core.cooperation.life.tracks.row import ENDED, IN_OPEN, OPEN, TIMER, Needs, Row

CONSULTING_STATES: Final = ("none", "open", "heard", "ended")
PROGRESS_STATES: Final = ("none", "wanted", "told")
CONSENT_STATES: Final = ("none", "asked", "granted", "refused", "expired")
DISPUTE_STATES: Final = (
    "none",
    "raised-by-requesting",
    "raised-by-requested",
    "answered-by-requested",
    "answered-by-requesting",
    "settled",
)
DRAFT_STATES: Final = ("none", "shared", "converted", "closed")
_SENT: Final[Needs] = (("request", (*OPEN, *ENDED)),)
_UNSENT: Final[Needs] = (("request", ("none",)),)
_consulting = partial(Row, track="consulting")
_progress = partial(Row, track="progress")
_dispute = partial(Row, track="dispute")
_shared = partial(Row, track="sharing")

CONSULTING: Final = (
    _consulting(states=CONSULTING_STATES, event="answer.consulting", to="open", by=REQUESTED, needs=IN_OPEN),
    _consulting(states=("open",), event="request.views", to="heard", by=REQUESTING),
    _consulting(states=("heard", "ended"), event="request.views", to="", by=REQUESTING),
    _consulting(states=("open",), event="answer.decided", to="ended", by=REQUESTED),
    _consulting(states=("none", "heard", "ended"), event="answer.decided", to="", by=REQUESTED),
)
"""Whether the other State is being consulted before a refusal or postponement (Art. 40(28), 37(17))."""

PROGRESS: Final = (
    _progress(
        states=PROGRESS_STATES, event="request.status-wanted", to="wanted", by=REQUESTING, needs=IN_OPEN
    ),
    _progress(states=PROGRESS_STATES, event="answer.progress", to="told", by=REQUESTED, needs=IN_OPEN),
)
"""Whether a query on the status waits for an answer (Art. 40(26))."""


def _consent(giver: str, taker: str, when: Needs) -> tuple[Row, ...]:
    """Give the rows of consent that `taker` asks of `giver`, `when` evidence runs that way."""
    of_track = partial(Row, track="consent", needs=(*when, *_SENT))
    answer = partial(
        of_track,
        states=("asked", "granted", "refused", "expired"),
        event="answer.use-consent",
        by=giver,
    )
    return (
        of_track(
            states=("none",),
            event="request.use-consent",
            to="asked",
            by=taker,
            about=("released", "received"),
        ),
        answer(outcomes=("granted",), to="granted"),
        answer(outcomes=("refused",), to="refused"),
    )


CONSENT: Final = (
    *_consent(REQUESTED, REQUESTING, (("offer", NO_OFFER),)),
    *_consent(REQUESTING, REQUESTED, (("offer", OFFER_STATES[1:]),)),
    Row(track="consent", states=("granted",), event=TIMER, to="expired"),
)
"""One question of consent to another use or onward transfer (Art. 40(19), 36(3)), also after the request is closed."""


def _raised_by(side: str, other: str) -> tuple[Row, ...]:
    raised, answered = f"raised-by-{side}", f"answered-by-{other}"
    return (
        _dispute(states=("none",), event="dispute.raised", to=raised, by=side, needs=_SENT),
        _dispute(states=(raised,), event="dispute.answered", to=answered, by=other),
        _dispute(states=(answered,), event="dispute.answered", to="", by=other),
        _dispute(states=(raised, answered), event="dispute.settled", to="settled", by=side),
    )


DISPUTE: Final = (*_raised_by(REQUESTING, REQUESTED), *_raised_by(REQUESTED, REQUESTING))
"""One dispute: either side raises it, the other answers, whoever raised it says that it is settled (Art. 63)."""

SHARED_DRAFT: Final = (
    _shared(states=("none",), event="consultation.draft", to="shared", by=REQUESTING, needs=_UNSENT),
    _shared(states=("shared",), event="consultation.draft", to="", by=REQUESTING),
    _shared(states=("shared",), event="consultation.comment", to=""),
    _shared(states=("shared",), event="consultation.closed", to="closed"),
    _shared(states=("shared",), event=f"linked {ANY_REQUEST}", to="converted", by=REQUESTING),
)
"""A draft shown to the other side, in a thread of its own: no legal effect, no clock; the request made of it ends it."""
