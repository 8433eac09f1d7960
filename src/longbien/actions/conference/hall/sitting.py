# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The state of a meeting, computed from its events; what a process has computed before it keeps, and applies only what is new.

Meetings of one body (the plenary, a committee) follow each other in one course: what was tabled in the first is voted on in the third. The
first one's `base` holds the rules and the electorate with which the course begins.

Several processes (pages, live, a terminal) each keep their own; nobody is told anything: the rows say what is new. Nothing is kept from
within a transaction, for it may yet be undone; `say` keeps what it wrote once it is committed.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC
from functools import partial
from typing import Final
from uuid import UUID

from django.db import connection, transaction

from longbien.actions.conference.hall.electorate import electorate_of
from longbien.actions.conference.hall.find import find_meeting
from longbien.actions.node import Node
from longbien.core.base.canonical import Json
from longbien.core.base.fields import Fields
from longbien.core.conference.hall.electorate import Electorate
from longbien.core.conference.hall.engine import applied, begin
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.roster import electorate_json, read_electorate
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.rules.load import rule_set
from longbien.core.conference.rules.values import RuleSet
from longbien.store import models

_KEPT_AT_MOST: Final = 32
_KEPT: Final[OrderedDict[UUID, tuple[int, Sitting]]] = OrderedDict()
_LOCK: Final = threading.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What a replay of a meeting needs, without this node: the rules and the electorate at the beginning of its course, and all events.

    `begins_at`: the number of the meeting's own first event (0: it has none); those before it are of earlier meetings of the same body.
    """

    profile: str
    choices: dict[str, str]
    electorate: Electorate
    events: tuple[Event, ...]
    begins_at: int


def sitting_of(*, node: Node, meeting_id: str) -> Sitting:
    """Give the state of a meeting now. RefusedError `conference.meeting_unknown`."""
    return current(node, find_meeting(meeting_id))


def current(node: Node, meeting: models.Meeting) -> Sitting:
    """Give the state after the event `last_seq` of the row at least; of a meeting that has none, that with which it would begin."""
    known = _kept(meeting)
    seq, sitting = known if known is not None else (0, _before(node, meeting))
    if meeting.last_seq <= seq:
        return sitting
    rows = list(meeting.events.filter(seq__gt=seq).order_by("seq"))
    if not rows:
        return sitting
    sitting = applied(sitting, (event_of(row) for row in rows))
    if not connection.in_atomic_block:
        _keep(meeting.stem, rows[-1].seq, sitting)
    return sitting


def keep_when_committed(meeting: models.Meeting, seq: int, sitting: Sitting) -> None:
    """Keep a state that the open transaction makes, once it is committed."""
    transaction.on_commit(partial(_keep, meeting.stem, seq, sitting))


def earlier(meeting: models.Meeting) -> models.Meeting | None:
    """Give the last meeting of the same body before this one in which something happened."""
    return (
        models.Meeting.objects.select_related("conference")
        .filter(
            conference=meeting.conference_id, body=meeting.body, number__lt=meeting.number, last_seq__gt=0
        )
        .order_by("-number")
        .first()
    )


def base_of(node: Node, conference: models.Conference) -> dict[str, Json]:
    """Give what a course of meetings begins with: the session's rules, and who takes part now."""
    rules = rule_set(conference.profile, conference.choices)
    held = electorate_of(conference, node.clock(), rules)
    return {
        "profile": conference.profile,
        "choices": dict(conference.choices),
        "electorate": electorate_json(held),
    }


def course_of(*, meeting_id: str) -> Course:
    """Give what a replay of a meeting needs: for records. RefusedError `conference.meeting_unknown`, `conference.nothing_happened`."""
    meeting = find_meeting(meeting_id)
    parts = [
        *models.Meeting.objects.filter(
            conference=meeting.conference_id, body=meeting.body, number__lte=meeting.number, last_seq__gt=0
        ).order_by("number")
    ]
    own = meeting.events.order_by("seq").values_list("seq", flat=True).first()
    return Course(
        profile=_text(parts[0].base, "profile"),
        choices=_choices(parts[0].base),
        electorate=_electorate(parts[0].base),
        events=tuple(event_of(row) for part in parts for row in part.events.order_by("seq")),
        begins_at=own or 0,
    )


def event_of(row: models.MeetingEvent) -> Event:
    """Give a row as the engine's event."""
    return Event(seq=row.seq, at=row.at.astimezone(UTC), kind=row.kind, by=row.by, body=row.body)


def _before(node: Node, meeting: models.Meeting) -> Sitting:
    previous = earlier(meeting)
    if previous is not None:
        return current(node, previous)
    if meeting.base is None and meeting.last_seq:
        meeting.refresh_from_db(fields=["base"])
    base = meeting.base if meeting.base is not None else base_of(node, meeting.conference)
    return begin(_rules(base), _electorate(base))


def _rules(base: object) -> RuleSet:
    return rule_set(_text(base, "profile"), _choices(base))


def _text(base: object, name: str) -> str:
    return _fields(base).text(name)


def _choices(base: object) -> dict[str, str]:
    chosen = _fields(base).object("choices")
    return {name: chosen.text(name) for name in chosen.names()}


def _electorate(base: object) -> Electorate:
    return read_electorate(_fields(base).value("electorate"))


def _fields(base: object) -> Fields:
    return Fields(base if isinstance(base, dict) else None)


def _kept(meeting: models.Meeting) -> tuple[int, Sitting] | None:
    with _LOCK:
        found = _KEPT.get(meeting.stem)
        if found is not None:
            _KEPT.move_to_end(meeting.stem)
        return found


def _keep(stem: UUID, seq: int, sitting: Sitting) -> None:
    with _LOCK:
        held = _KEPT.get(stem)
        if held is None or held[0] < seq:
            _KEPT[stem] = (seq, sitting)
        _KEPT.move_to_end(stem)
        while len(_KEPT) > _KEPT_AT_MOST:
            _KEPT.popitem(last=False)
