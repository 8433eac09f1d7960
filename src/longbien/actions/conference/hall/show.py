# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Showing a meeting: the boards that many read (`hall_view`), and what belongs to one reader (`own_view`)."""

from types import MappingProxyType

from longbien.actions.access import permits
from longbien.actions.conference.hall.find import find_meeting
from longbien.actions.conference.hall.seats import CHAIR, OWN, SECRETARIAT, SPEAKERS, Seat, seat_of
from longbien.actions.conference.hall.view import BOARDS, HallView, OwnView, QuorumView, Who
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.store import models


def hall_view(*, node: Node, meeting_id: str, board: str = "public") -> HallView:
    """Give what a board shows of a meeting; the same for everybody who may see that board (`may_see`), in every language.

    RefusedError `conference.meeting_unknown`, `conference.board_unknown`.
    """
    if board not in BOARDS:
        raise RefusedError("conference.board_unknown", board=board[:20])
    meeting = find_meeting(meeting_id)
    conference = meeting.conference
    return HallView(
        board=board,
        conference_id=conference.conference_id,
        conference_title=conference.title,
        meeting_id=meeting.meeting_id,
        meeting_title=meeting.title,
        number=meeting.number,
        body=meeting.body,
        exercise=conference.exercise,
        nobody_votes=not conference.exercise,
        seq=meeting.last_seq,
        at=node.clock(),
        phase="planned",
        item="",
        item_title="",
        speaker=None,
        queue=(),
        list_open=True,
        quorum=QuorumView(present=0, to_open=0, to_decide=0, states_parties=0),
        motions=(),
        texts=(),
        vote=None,
        votes=(),
        steps=(),
        refused=(),
        happened=(),
        participants=(),
        rules=conference.profile,
        choices=MappingProxyType(dict(conference.choices)),
    )


def own_view(*, node: Node, actor: models.Officer, meeting_id: str) -> OwnView:
    """Give what one reader may do in a meeting, and its own ballot. RefusedError `conference.meeting_unknown`."""
    del node
    meeting = find_meeting(meeting_id)
    seat = seat_of(actor, meeting.conference)
    return OwnView(
        function=seat.function,
        participant=Who(id=seat.participant, names=MappingProxyType({})) if seat.participant else None,
        kinds=frozenset(kind for kind in SPEAKERS if seat.may(kind)),
        boards=boards_of(actor, seat),
        steps=(),
    )


def may_see(*, actor: models.Officer | None, meeting: models.Meeting, board: str) -> bool:
    """Tell whether a reader (None: nobody signed in) may see a board of a meeting: for pages and streams.

    Meetings of the Conference are public; those of the Bureau and of other bodies are not (rule 40 of the UNTOC model).
    """
    if actor is None:
        return board in _OPEN and meeting.body == _PUBLIC_BODY
    return board in boards_of(actor, seat_of(actor, meeting.conference))


_OPEN = frozenset({"public", "projector"})
_PUBLIC_BODY = "plenary"


def boards_of(actor: models.Officer, seat: Seat) -> frozenset[str]:
    """Give the boards that a seat may see; an auditor of the node sees all."""
    if seat.function in (SECRETARIAT, CHAIR) or permits(actor, "conference.read"):
        return frozenset(BOARDS)
    return _OPEN | {"delegate"} if seat.function == OWN else _OPEN
