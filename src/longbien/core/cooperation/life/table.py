# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The life of a request as one table, the same for both sides. Diagrams are drawn from it (docs/reference/lifecycle.md).

Five tracks run side by side, for they are different questions: `request` (where the paper is), `information` (is a question
open), `preservation` and `disclosure` (two decisions, never one status), `evidence` (one track per item). An event must fit
every track that has a row for it; a row whose `to` is `""` lets the event pass and changes nothing.
"""

from dataclasses import dataclass
from functools import partial
from typing import Final

from longbien.core.cooperation.life.events import ANY_REQUEST, REQUESTED, REQUESTING

EITHER: Final = "either"
TIMER: Final = "period-ended"
"""Not an act: the period of preservation has run out."""

STATES: Final[dict[str, tuple[str, ...]]] = {
    "request": (
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
    ),
    "information": ("none", "wanted", "given"),
    "preservation": (
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
    ),
    "disclosure": (
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
    ),
    "evidence": (
        "not-announced",
        "announced",
        "accepted",
        "declined",
        "released",
        "received",
        "recalled",
        "recalled-late",
    ),
}
"""Every state of every track; the first is where a track begins."""

OPEN: Final = ("sent", "delivered", "acknowledged", "returned", "decided", "executed")
ENDED: Final = ("withdrawn", "closed")
"""Nothing more is owed: no clock runs on."""
RUNNING: Final = ("in-force", "extension-asked", "extended")
KEPT: Final = (*RUNNING, "converted")
GRANTED: Final = ("granted", "granted-in-part", "executed", "executed-in-part")
UNDECIDED: Final = ("asked", "granted", "granted-in-part", "postponed", "refused")
_NOT_KEPT: Final = tuple(state for state in STATES["preservation"] if state not in KEPT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """In one of `states`, the event leads to `to`, if all of this holds.

    `by`: who may do it. `measure`, `outcomes`, `asks`: what the act says. `time`: `in-time` or `late`, against the end of the
    preservation. `last`: `True` if no other linked request is open. `needs`: states that another track must be in.
    """

    track: str
    states: tuple[str, ...]
    event: str
    to: str
    by: str = EITHER
    measure: str = ""
    outcomes: tuple[str, ...] = ()
    asks: str = ""
    time: str = ""
    last: bool | None = None
    needs: tuple[tuple[str, tuple[str, ...]], ...] = ()


_request = partial(Row, track="request")
_information = partial(Row, track="information")
_preservation = partial(Row, track="preservation")
_disclosure = partial(Row, track="disclosure")
_evidence = partial(Row, track="evidence")
_IN_OPEN: Final = (("request", OPEN),)
_MAY_LEAVE: Final = (("disclosure", GRANTED), ("request", OPEN))
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
    _request(states=("decided", "executed"), event="answer.executed", to="executed", by=REQUESTED),
    _request(states=OPEN, event="request.withdrawn", to="withdrawn", by=REQUESTING),
    _request(
        states=(*OPEN, "withdrawn"),
        event="answer.closed",
        to="closed",
        needs=(("preservation", _NOT_KEPT),),
    ),
)
"""Where the request is."""

INFORMATION: Final = (
    _information(
        states=STATES["information"],
        event="answer.information-wanted",
        to="wanted",
        by=REQUESTED,
        needs=_IN_OPEN,
    ),
    _information(states=STATES["information"], event="request.information", to="given", by=REQUESTING),
)
"""Whether a question of the requested State is open (Art. 40(16), 42(7))."""

_PRESERVATION_DECISION = partial(_preservation, event="answer.decided", by=REQUESTED, measure="preservation")
_BEFORE_FORCE: Final = ("asked", "granted", "postponed", "refused")
_PRESERVED = partial(
    _preservation,
    event="answer.executed",
    by=REQUESTED,
    measure="preservation",
    outcomes=("executed", "in-part"),
)
_FOLLOW_UP_ENDS: Final = (
    ("linked answer.decided", ("refused",)),
    ("linked answer.executed", ()),
    ("linked answer.closed", ()),
    ("linked request.withdrawn", ()),
)

PRESERVATION: Final = (
    _preservation(states=("not-asked",), event=ANY_REQUEST, to="asked", by=REQUESTING, asks="preservation"),
    _PRESERVATION_DECISION(states=_BEFORE_FORCE, outcomes=("granted", "in-part"), to="granted"),
    _PRESERVATION_DECISION(states=_BEFORE_FORCE, outcomes=("postponed",), to="postponed"),
    _PRESERVATION_DECISION(states=_BEFORE_FORCE, outcomes=("refused",), to="refused"),
    _PRESERVATION_DECISION(states=("extension-asked",), outcomes=("granted", "in-part"), to=""),
    _PRESERVATION_DECISION(states=("extension-asked",), outcomes=("refused", "postponed"), to="in-force"),
    _PRESERVED(states=("granted",), to="in-force"),
    _PRESERVED(states=RUNNING, to="extended"),
    _PRESERVED(states=("converted",), to=""),
    _PRESERVED(states=("lapsed",), to="in-force"),
    _preservation(
        states=("granted",),
        event="answer.executed",
        to="nothing-held",
        by=REQUESTED,
        measure="preservation",
        outcomes=("nothing-found",),
    ),
    _preservation(
        states=RUNNING, event="request.extension", to="extension-asked", by=REQUESTING, needs=_IN_OPEN
    ),
    _preservation(states=("converted",), event="request.extension", to="", by=REQUESTING, needs=_IN_OPEN),
    _preservation(states=RUNNING, event=TIMER, to="lapsed"),
    _preservation(states=RUNNING, event=f"linked {ANY_REQUEST}", to="converted", by=REQUESTING),
    *(
        row
        for event, outcomes in _FOLLOW_UP_ENDS
        for row in (
            _preservation(
                states=("converted",),
                event=event,
                outcomes=outcomes,
                last=True,
                time="in-time",
                to="in-force",
            ),
            _preservation(
                states=("converted",), event=event, outcomes=outcomes, last=True, time="late", to="released"
            ),
        )
    ),
    _preservation(
        states=("asked", "granted", "postponed", *KEPT),
        event="request.withdrawn",
        to="released",
        by=REQUESTING,
    ),
    _preservation(
        states=("not-asked", "refused", "nothing-held", "lapsed", "released"),
        event="request.withdrawn",
        to="",
        by=REQUESTING,
    ),
)
"""Whether the data are kept (Art. 42). Nothing else but time, a withdrawal or the end of the follow-up request ends it."""

_DISCLOSURE_DECISION = partial(_disclosure, event="answer.decided", by=REQUESTED, measure="disclosure")
_DISCLOSED = partial(
    _disclosure,
    states=("granted", "granted-in-part", "executed-in-part"),
    event="answer.executed",
    by=REQUESTED,
    measure="disclosure",
)

DISCLOSURE: Final = (
    _disclosure(states=("not-asked",), event=ANY_REQUEST, to="asked", by=REQUESTING, asks="disclosure"),
    _DISCLOSURE_DECISION(states=UNDECIDED, outcomes=("granted",), to="granted"),
    _DISCLOSURE_DECISION(states=UNDECIDED, outcomes=("in-part",), to="granted-in-part"),
    _DISCLOSURE_DECISION(states=UNDECIDED, outcomes=("postponed",), to="postponed"),
    _DISCLOSURE_DECISION(states=UNDECIDED, outcomes=("refused",), to="refused"),
    _DISCLOSED(outcomes=("executed",), to="executed"),
    _DISCLOSED(outcomes=("in-part",), to="executed-in-part"),
    _DISCLOSED(outcomes=("nothing-found",), to="nothing-found"),
    _disclosure(
        states=("asked", "granted", "granted-in-part", "postponed"),
        event="request.withdrawn",
        to="withdrawn",
        by=REQUESTING,
    ),
    _disclosure(
        states=("not-asked", "refused", "executed", "executed-in-part", "nothing-found"),
        event="request.withdrawn",
        to="",
        by=REQUESTING,
    ),
)
"""Whether the data are given (Art. 43, 44)."""

EVIDENCE: Final = (
    _evidence(
        states=("not-announced",), event="evidence.announced", to="announced", by=REQUESTED, needs=_MAY_LEAVE
    ),
    _evidence(states=("announced",), event="evidence.accepted", to="accepted", by=REQUESTING, needs=_IN_OPEN),
    _evidence(states=("announced", "accepted"), event="evidence.declined", to="declined", by=REQUESTING),
    _evidence(states=("accepted",), event="evidence.released", to="released", by=REQUESTED, needs=_MAY_LEAVE),
    _evidence(states=("released",), event="evidence.received", to="received", by=REQUESTING),
    _evidence(states=("announced", "accepted"), event="evidence.recalled", to="recalled", by=REQUESTED),
    _evidence(states=("released", "received"), event="evidence.recalled", to="recalled-late", by=REQUESTED),
)
"""One item of evidence: no key leaves before its conditions are accepted and disclosure is granted."""

TABLE: Final = (*REQUEST, *INFORMATION, *PRESERVATION, *DISCLOSURE, *EVIDENCE)
"""Every transition of every track."""

NEUTRAL: Final = (
    "act.recalled",
    "act.recall-answer",
    "statement.silence",
    "statement.log-closed",
    "directory.entry",
)
"""Kinds that are understood and change no request."""
