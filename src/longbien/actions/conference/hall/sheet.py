# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Print the sheet for a vote by pen: before each vote, so that no vote depends on a screen or on the line."""

from longbien.actions.conference.hall.find import find_meeting
from longbien.actions.conference.hall.seats import seat_of
from longbien.actions.conference.hall.show import hall_view
from longbien.actions.conference.hall.view import HallView
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.conference.counting.roll import LANGUAGES, alphabetical
from longbien.core.conference.hall.kinds import CHAIR, SECRETARIAT
from longbien.core.conference.sheet.ballots import BallotSheet, Line
from longbien.store import models


def ballot_sheet(
    *, node: Node, actor: models.Officer, meeting_id: str, language: str, order: str = ""
) -> bytes:
    """Give the sheet of the vote that was announced, or a blank one, as PDF in a language.

    `order`: the language in whose alphabet the names stand; without it, the one that the rules name for the roll.
    RefusedError `conference.meeting_unknown`, `conference.not_for_seat`; UsageError `bridge.papers_missing`.
    """
    meeting = find_meeting(meeting_id)
    if seat_of(actor, meeting.conference).function not in (SECRETARIAT, CHAIR):
        raise RefusedError("conference.not_for_seat", kind="sheet", seat="-")
    printer = node.printer()
    hall = hall_view(node=node, meeting_id=meeting_id, board="grid")
    vote = hall.vote
    return printer.ballots(
        BallotSheet(
            session=hall.conference_title,
            meeting=hall.meeting_title,
            exercise=hall.exercise,
            on=vote.on if vote is not None else "",
            method=vote.method if vote is not None else "",
            question=vote.question if vote is not None else "",
            threshold=vote.threshold if vote is not None else "",
            to_decide=hall.quorum.to_decide,
            lines=_lines(hall, order if order in LANGUAGES else str(hall.choices.get("roll_language", "en"))),
            printed_at=node.clock(),
            drawn=drawn_name(hall),
        ),
        language,
    )


def drawn_name(hall: HallView) -> str:
    """Give the code with which the roll of the running vote begins; empty if none was drawn."""
    return hall.vote.roll[0].id if hall.vote is not None and hall.vote.roll else ""


def call_order(hall: HallView, language: str) -> tuple[str, ...]:
    """Order those who may vote as they are called: by the roll that was drawn, else in a language's alphabet, organisations at the end."""
    voters = {one.id: one for one in hall.participants if one.vote}
    called = tuple(one.id for one in hall.vote.roll if one.id in voters) if hall.vote is not None else ()
    states = [code for code, one in voters.items() if one.role != "reio_party" and code not in called]
    last = [code for code, one in voters.items() if one.role == "reio_party" and code not in called]
    return (*called, *alphabetical(states, language), *alphabetical(last, language))


def _lines(hall: HallView, language: str) -> tuple[Line, ...]:
    people = {one.id: one for one in hall.participants}
    return tuple(
        Line(id=code, names=people[code].names, weight=people[code].weight)
        for code in call_order(hall, language)
    )
