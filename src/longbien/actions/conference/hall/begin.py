# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The beginning of a meeting, and who takes part from then on: fixed with the first event, and anew whenever somebody comes or is bound."""

from longbien.actions.conference.hall.append import append_event, next_event
from longbien.actions.conference.hall.electorate import electorate_of
from longbien.actions.conference.hall.sitting import base_of, current, earlier
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.conference.hall.kinds import CLOSED, SECRETARIAT
from longbien.core.conference.hall.roster import electorate_json
from longbien.core.conference.hall.sitting import Sitting
from longbien.store import models


def begun(node: Node, actor: models.Officer, meeting: models.Meeting) -> Sitting:
    """Give the state to which an event is to be added; before the first one, fix the rules and who takes part.

    Inside the caller's transaction. RefusedError `conference.meeting_over` (a later meeting of the same body has begun),
    `conference.meeting_before` (the one before is not closed).
    """
    if meeting.is_over:
        raise RefusedError("conference.meeting_over", meeting=meeting.meeting_id)
    if meeting.last_seq:
        return current(node, meeting)
    _check_first(meeting)
    previous = earlier(meeting)
    if previous is None:
        meeting.base = base_of(node, meeting.conference)
        meeting.save(update_fields=["base"])
        return current(node, meeting)
    sitting = current(node, previous)
    if sitting.meeting.phase != CLOSED:
        raise RefusedError("conference.meeting_before", meeting=previous.meeting_id)
    return _fixed(node, actor, meeting, sitting, begins=True)


def with_newcomers(node: Node, actor: models.Officer, meeting: models.Meeting, sitting: Sitting) -> Sitting:
    """Fix anew who takes part if that has changed since: a delegation came, credentials were decided, the Convention bound another State."""
    return _fixed(node, actor, meeting, sitting, begins=False)


def _fixed(
    node: Node, actor: models.Officer, meeting: models.Meeting, sitting: Sitting, *, begins: bool
) -> Sitting:
    body = electorate_json(electorate_of(meeting.conference, node.clock(), sitting.rules))
    if begins:
        body["meeting"] = meeting.meeting_id
    elif body == electorate_json(sitting.electorate):
        return sitting
    event = next_event(node, meeting, sitting, kind="electorate.fixed", by=SECRETARIAT, body=body)
    return append_event(sitting, event, meeting=meeting, actor=actor)


def _check_first(meeting: models.Meeting) -> None:
    """Let a meeting begin unless a later one of its body has; from then on nothing is added to the earlier ones."""
    same = models.Meeting.objects.filter(conference=meeting.conference_id, body=meeting.body)
    if same.filter(number__gt=meeting.number, last_seq__gt=0).exists():
        raise RefusedError("conference.meeting_over", meeting=meeting.meeting_id)
    same.filter(number__lt=meeting.number).update(is_over=True)
