# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing an event that the engine accepted behind the last one of its meeting, inside the caller's transaction."""

from collections.abc import Mapping

from longbien.actions.conference.hall.find import find_meeting, forget
from longbien.actions.conference.hall.sitting import keep_when_committed
from longbien.actions.node import Node
from longbien.core.base.canonical import Json
from longbien.core.base.moments import cut_moment
from longbien.core.conference.hall.engine import step
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.sitting import Sitting
from longbien.store import models
from longbien.store.queries.conference import NewEvent, add_event, meeting_state


def refreshed(meeting: models.Meeting) -> models.Meeting:
    """Bring a meeting's row up to what is committed, inside the caller's write transaction."""
    state = meeting_state(meeting)
    if state is None:
        forget(meeting.meeting_id)
        return find_meeting(meeting.meeting_id)
    meeting.last_seq, meeting.is_over = state.last_seq, state.is_over
    return meeting


def next_event(
    node: Node, meeting: models.Meeting, sitting: Sitting, *, kind: str, by: str, body: Mapping[str, Json]
) -> Event:
    """Give an event that follows the last one in number and in time, whatever the clock says."""
    now = cut_moment(node.clock())
    at = now if sitting.at is None else max(now, sitting.at)
    return Event(seq=max(sitting.seq, meeting.last_seq) + 1, at=at, kind=kind, by=by, body=dict(body))


def append_event(
    sitting: Sitting, event: Event, *, meeting: models.Meeting, actor: models.Officer, key: str = ""
) -> Sitting:
    """Let the engine judge an event and write it; give the state after it. `Refused` writes nothing."""
    after = step(sitting, event)
    add_event(
        meeting.pk,
        NewEvent(
            seq=event.seq,
            at=event.at,
            kind=event.kind,
            by=event.by,
            body=event.body,
            officer=actor.pk,
            officer_name=actor.role_id or actor.username,
            client_key=key,
        ),
    )
    meeting.last_seq = event.seq
    keep_when_committed(meeting, event.seq, after)
    return after
