# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Showing a meeting: the boards that many read (`hall_view`), and what belongs to one reader (`own_view`)."""

from types import MappingProxyType
from typing import Final

from longbien.actions.access import permits
from longbien.actions.conference.hall.count import waiting_counts
from longbien.actions.conference.hall.find import find_meeting
from longbien.actions.conference.hall.floor_shown import (
    motion_views,
    quorum_view,
    refused_views,
    speaker_view,
    text_views,
    waiting_view,
)
from longbien.actions.conference.hall.happened import happened
from longbien.actions.conference.hall.names import who, who_is
from longbien.actions.conference.hall.next_steps import own_steps, step_views
from longbien.actions.conference.hall.seats import OWN, Seat, seat_of
from longbien.actions.conference.hall.sitting import current
from longbien.actions.conference.hall.view import BOARDS, HallView, OwnView
from longbien.actions.conference.hall.votes_shown import election_view, vote_view
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.conference.hall.electorate import PARTIES
from longbien.core.conference.hall.kinds import CHAIR, KINDS, SECRETARIAT
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.votes import BALLOTING
from longbien.store import models

OPEN_TO_ALL: Final = frozenset({"public", "projector"})
PUBLIC_BODY: Final = "plenary"
_WORKING: Final = frozenset({"chair", "grid"})
"""The boards of those who run the meeting: refused attempts and counts that wait are on these alone."""


def hall_view(*, node: Node, meeting_id: str, board: str = "public") -> HallView:
    """Give what a board shows of a meeting; the same for everybody who may see that board (`may_see`), in every language.

    RefusedError `conference.meeting_unknown`, `conference.board_unknown`.
    """
    if board not in BOARDS:
        raise RefusedError("conference.board_unknown", board=board[:20])
    meeting = find_meeting(meeting_id)
    return _view(node, meeting, current(node, meeting), board)


def _view(node: Node, meeting: models.Meeting, sitting: Sitting, board: str) -> HallView:
    conference = meeting.conference
    item = sitting.items.get(sitting.item)
    running = sitting.votes.get(sitting.voting)
    works = board in _WORKING
    return HallView(
        board=board,
        conference_id=conference.conference_id,
        conference_title=conference.title,
        meeting_id=meeting.meeting_id,
        meeting_title=meeting.title,
        number=meeting.number,
        body=meeting.body,
        exercise=conference.exercise or node.exercise,
        made_up=conference.exercise,
        nobody_votes=not any(one.role in PARTIES for one in sitting.electorate),
        seq=meeting.last_seq,
        at=node.clock(),
        phase=sitting.meeting.phase,
        item=sitting.item,
        item_title=item.title if item is not None else "",
        speaker=speaker_view(sitting, sitting.floor.speaking) if sitting.floor.speaking is not None else None,
        queue=tuple(waiting_view(sitting, one) for one in sitting.floor.requests),
        list_open=not sitting.floor.closed,
        quorum=quorum_view(sitting),
        motions=motion_views(sitting),
        texts=text_views(sitting),
        vote=vote_view(sitting, running) if running is not None else None,
        votes=tuple(vote_view(sitting, one) for one in sitting.votes.values()),
        elections=tuple(election_view(sitting, one) for one in sitting.elections.values()),
        steps=step_views(sitting, node.clock()) if works else (),
        refused=refused_views(sitting) if works else (),
        happened=happened(meeting, sitting, works=works),
        participants=tuple(who_is(sitting, one, works=works) for one in sitting.electorate),
        rules=sitting.rules.id,
        choices=MappingProxyType(dict(sitting.rules.choices)),
        counts=waiting_counts(meeting) if works else (),
    )


def own_view(*, node: Node, actor: models.Officer, meeting_id: str) -> OwnView:
    """Give what one reader may do in a meeting, and its own ballot. RefusedError `conference.meeting_unknown`."""
    meeting = find_meeting(meeting_id)
    seat = seat_of(actor, meeting.conference)
    sitting = current(node, meeting)
    vote = sitting.votes.get(sitting.voting)
    own = vote.ballots.get(seat.participant) if vote is not None and seat.participant else None
    return OwnView(
        function=seat.function,
        participant=who(sitting, seat.participant) if seat.participant else None,
        kinds=frozenset(kind for kind in KINDS if seat.may(kind)),
        boards=boards_of(actor, seat, meeting),
        steps=own_steps(sitting, seat, node.clock()),
        may_vote=vote is not None and vote.phase == BALLOTING and seat.participant in vote.electorate,
        ballot=own.choice.value if own is not None else "",
    )


def may_see(*, actor: models.Officer | None, meeting: models.Meeting, board: str) -> bool:
    """Tell whether a reader (None: nobody signed in) may see a board of a meeting: for pages and streams.

    Meetings of the Conference are public; those of the Bureau and of other bodies are not (rule 40 of the UNTOC model).
    """
    if actor is None:
        return board in OPEN_TO_ALL and meeting.body == PUBLIC_BODY
    return board in boards_of(actor, seat_of(actor, meeting.conference), meeting)


def board_for(*, node: Node, actor: models.Officer | None, meeting_id: str, board: str) -> HallView:
    """Give a board to a reader who may see it; RefusedError `conference.board_closed` to another."""
    if board in BOARDS and not may_see(actor=actor, meeting=find_meeting(meeting_id), board=board):
        raise RefusedError("conference.board_closed", board=board[:20])
    return hall_view(node=node, meeting_id=meeting_id, board=board)


def boards_of(actor: models.Officer, seat: Seat, meeting: models.Meeting) -> frozenset[str]:
    """Give the boards of a meeting that a seat may see; an auditor of the node sees all."""
    if seat.function in (SECRETARIAT, CHAIR) or permits(actor, "conference.read"):
        return frozenset(BOARDS)
    if seat.function == OWN:
        return OPEN_TO_ALL | {"delegate"}
    return OPEN_TO_ALL if meeting.body == PUBLIC_BODY else frozenset()
