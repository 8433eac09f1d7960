# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Totals that are typed (a show of hands, papers, a ballot of an election): one officer counts, another counts again, then they stand.

The second types what they counted, not "yes": two equal counts become the event, two different ones become nothing.
"""

from collections.abc import Mapping
from typing import Final

from longbien.actions.access import require, require_approval
from longbien.actions.conference.hall.append import append_event, next_event, refreshed
from longbien.actions.conference.hall.begin import begun
from longbien.actions.conference.hall.find import find_meeting
from longbien.actions.conference.hall.say import Said
from longbien.actions.conference.hall.sitting import current
from longbien.actions.conference.hall.view import Waiting
from longbien.actions.node import Node
from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.core.base.moments import cut_moment
from longbien.core.conference.hall.engine import step
from longbien.core.conference.hall.kinds import SECRETARIAT
from longbien.store import models
from longbien.store.writing import write_transaction

VERB: Final = "conference.count"
ABOUT: Final[Mapping[str, str]] = {"ballot.counted": "vote", "election.counted": "id"}
"""The kinds of event that take two, and the member that says what was counted."""


def waiting_counts(meeting: models.Meeting) -> tuple[Waiting, ...]:
    """Give the counts that wait, the oldest first: for the grid and the Chair's screen."""
    rows = meeting.counts.filter(ended_at=None).select_related("counted_by").order_by("pk")
    return tuple(
        Waiting(kind=row.kind, about=row.about, counted_by=_name(row.counted_by), counted_at=row.counted_at)
        for row in rows
    )


def count_totals(
    *, node: Node, actor: models.Officer, meeting_id: str, kind: str, body: Mapping[str, Json]
) -> Waiting:
    """Type totals; they wait for another officer. A contradictory total is refused at once, with the rule.

    `body` is that of the event without `counted_by` and `confirmed_by`. RefusedError `people.not_permitted`, `conference.kind_unknown`,
    `conference.count_waits`; `Refused` from the engine.
    """
    require(actor, VERB)
    meeting = find_meeting(meeting_id)
    about = _about(kind, body)
    now = cut_moment(node.clock())
    with write_transaction():
        if meeting.counts.filter(kind=kind, about=about, ended_at=None).exists():
            raise RefusedError("conference.count_waits", about=about)
        sitting = current(node, meeting)
        tried = {**body, "counted_by": _name(actor), "confirmed_by": "-"}
        step(sitting, next_event(node, meeting, sitting, kind=kind, by=SECRETARIAT, body=tried))
        meeting.counts.create(kind=kind, about=about, body=dict(body), counted_by=actor, counted_at=now)
    return Waiting(kind=kind, about=about, counted_by=_name(actor), counted_at=now)


def confirm_totals(
    *, node: Node, actor: models.Officer, meeting_id: str, kind: str, body: Mapping[str, Json]
) -> Said:
    """Type what you counted again: if it is the same as the first count, it becomes the event.

    RefusedError `people.not_permitted`, `conference.count_unknown`, `conference.count_yourself`, `conference.count_differs` (then neither
    counts any more); `Refused` from the engine.
    """
    require_approval(actor, VERB)
    meeting = find_meeting(meeting_id)
    about = _about(kind, body)
    now = cut_moment(node.clock())
    with write_transaction():
        held = refreshed(meeting)
        row = _waiting(held, kind, about)
        if row.counted_by_id == actor.pk:
            raise RefusedError("conference.count_yourself")
        row.ended_by, row.ended_at = actor, now
        wrong = _difference(row.body, body)
        if not wrong:
            sitting = begun(node, actor, held)
            said = {**body, "counted_by": _name(row.counted_by), "confirmed_by": _name(actor)}
            event = next_event(node, held, sitting, kind=kind, by=SECRETARIAT, body=said)
            append_event(sitting, event, meeting=held, actor=actor)
            row.seq = event.seq
        row.save(update_fields=["ended_by", "ended_at", "seq"])
    if wrong:
        raise RefusedError("conference.count_differs", field=wrong)
    return Said(seq=event.seq, at=event.at)


def take_count_back(*, node: Node, actor: models.Officer, meeting_id: str, kind: str, about: str) -> None:
    """Take back a count that waits, because it has to be typed anew. RefusedError `people.not_permitted`, `conference.count_unknown`."""
    require(actor, VERB)
    meeting = find_meeting(meeting_id)
    now = cut_moment(node.clock())
    with write_transaction():
        row = _waiting(meeting, kind, about)
        row.ended_by, row.ended_at = actor, now
        row.save(update_fields=["ended_by", "ended_at"])


def _about(kind: str, body: Mapping[str, Json]) -> str:
    if kind not in ABOUT:
        raise RefusedError("conference.kind_unknown", kind=kind[:40])
    about = body.get(ABOUT[kind])
    return about[:64] if isinstance(about, str) else ""


def _waiting(meeting: models.Meeting, kind: str, about: str) -> models.TypedCount:
    row = meeting.counts.select_related("counted_by").filter(kind=kind, about=about, ended_at=None).first()
    if row is None:
        raise RefusedError("conference.count_unknown", about=about or "-")
    return row


def _difference(first: Mapping[str, Json], second: Mapping[str, Json]) -> str:
    """Name the members in which two counts differ."""
    return ", ".join(sorted(name for name in {*first, *second} if first.get(name) != second.get(name)))


def _name(actor: models.Officer) -> str:
    return actor.role_id or actor.username
