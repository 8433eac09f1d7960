# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Saying something in a meeting: the one way in which an event is added.

Who may say it is the table of `seats`; whether it is in order now is the engine's answer; both before anything is written.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.conference.hall.find import find_meeting
from longbien.actions.conference.hall.seats import seat_of, speaker
from longbien.actions.node import Node
from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.moments import cut_moment
from longbien.store import models
from longbien.store.writing import write_transaction

_KEY: Final = re.compile(r"[A-Za-z0-9_-]{8,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The event that stands: its number and moment. `again`: it stood already, under the same client key."""

    seq: int
    at: datetime
    again: bool = False


def say(
    *,
    node: Node,
    actor: models.Officer,
    meeting_id: str,
    kind: str,
    body: Mapping[str, Json],
    by: str = "",
    after: int | None = None,
    key: str = "",
) -> Said:
    """Add one event to a meeting; give its number.

    `by`: whose words the secretariat writes down (`chair` or a participant); everybody else speaks in its own name.
    `after`: the number of the last event that the speaker saw; if something happened since, RefusedError `conference.moved_on`.
    Leave it away for ballots. `key`: drawn by the form; sent again, it gives the event that stands already.
    RefusedError `conference.meeting_unknown`, `conference.kind_unknown`, `conference.not_yours`, `conference.speaker_missing`, and
    whatever the engine refuses, with the rule; UsageError `conference.key`; MalformedError for a body that cannot be read.
    """
    meeting = find_meeting(meeting_id)
    if key and _KEY.fullmatch(key) is None:
        raise UsageError("conference.key")
    name = speaker(seat_of(actor, meeting.conference), kind, by, body)
    with write_transaction():
        held = models.Meeting.objects.select_for_update().get(pk=meeting.pk)
        stands = held.events.filter(officer=actor, client_key=key).first() if key else None
        if stands is not None:
            return Said(seq=stands.seq, at=stands.at, again=True)
        if after is not None and after != held.last_seq:
            raise RefusedError("conference.moved_on", after=after, now=held.last_seq)
        row = models.MeetingEvent.objects.create(
            meeting=held,
            seq=held.last_seq + 1,
            at=cut_moment(node.clock()),
            kind=kind,
            by=name,
            body=dict(body),
            officer=actor,
            officer_name=actor.role_id or actor.username,
            client_key=key,
        )
        held.last_seq = row.seq
        held.save(update_fields=["last_seq"])
    return Said(seq=row.seq, at=row.at)
