# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A filed draft goes to the hall: tabled as a proposal, with what is known of its circulation, so that nobody types that."""

from collections.abc import Mapping
from typing import Final

from longbien.actions.access import require
from longbien.actions.conference.hall.find import find_meeting
from longbien.actions.conference.hall.say import Said, say
from longbien.actions.conference.hall.sitting import sitting_of
from longbien.actions.conference.papers.documents import circulated, find_document
from longbien.actions.conference.papers.session import VERB
from longbien.actions.node import Node
from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.conference.documents.symbols import Symbol
from longbien.store import models

TABLED: Final = "proposal.tabled"
SERIES: Final = frozenset({"L", "CRP", "WP", ""})
"""The series under which proposals are tabled."""


def proposal_id(symbol: Symbol) -> str:
    """Give the name that a draft has in the hall: what stands behind body and year, such as `L.3/Rev.1`."""
    head = symbol.prefix if symbol.year is None else f"{symbol.prefix}/{symbol.year}"
    return str(symbol).removeprefix(f"{head}/")


def as_filed(meeting_id: str, kind: str, body: Mapping[str, Json]) -> dict[str, Json]:
    """Give what is said by hand, a draft tabled under a filed symbol with what is known of its circulation, whatever was typed.

    Every other body stays as it is. RefusedError `conference.meeting_unknown`.
    """
    symbol = body.get("symbol")
    if kind != TABLED or not isinstance(symbol, str):
        return dict(body)
    meeting = find_meeting(meeting_id)
    try:
        told = circulated(meeting.conference.conference_id, symbol, day=meeting.day)
    except MalformedError:  # words that are no symbol: nothing is filed under them
        return dict(body)
    return dict(body) if told is None else {**body, "circulated": told.circulation.in_time}


def table_document(*, node: Node, actor: models.Officer, meeting_id: str, symbol: str) -> Said:
    """Table a filed draft in a meeting in the name of its first submitter; one that is tabled already is told to be circulated.

    Whether it was circulated in time is compared with the meeting's day. RefusedError `conference_papers.document_not_found`,
    `conference_papers.no_sponsor`, `conference_papers.no_proposal`, `conference_papers.hall_knows`, and what the hall refuses.
    """
    require(actor, VERB)
    meeting = find_meeting(meeting_id)
    session = meeting.conference.conference_id
    document = find_document(session, symbol, actor=actor)
    if document.symbol.series not in SERIES:
        raise RefusedError("conference_papers.no_proposal", symbol=str(document.symbol))
    if not document.submitted_by:
        raise RefusedError("conference_papers.no_sponsor", symbol=str(document.symbol))
    name = proposal_id(document.symbol)
    told = circulated(session, symbol, day=meeting.day)
    known = sitting_of(node=node, meeting_id=meeting_id).proposals.get(name)
    if known is not None:
        if told is None or not told.circulation.complete or known.circulated is not None:
            raise RefusedError("conference_papers.hall_knows", symbol=str(document.symbol))
        body: dict[str, Json] = {"id": name}
        return say(
            node=node,
            actor=actor,
            meeting_id=meeting_id,
            kind="proposal.circulated",
            body=body,
            by="secretariat",
        )
    body = {
        "id": name,
        "symbol": str(document.symbol),
        "title": document.title,
        "sponsors": list(document.submitted_by),
        "circulated": told is not None and told.circulation.in_time,
    }
    return say(
        node=node,
        actor=actor,
        meeting_id=meeting_id,
        kind=TABLED,
        body=body,
        by=document.submitted_by[0],
    )
