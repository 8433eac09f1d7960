# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Planning a meeting of a session: plenary, a committee, the Bureau. It opens when the Chair says so (`meeting.opened`)."""

from dataclasses import dataclass
from datetime import date, time
from typing import Final

from django.db.models import Max

from longbien.actions.access import require
from longbien.actions.conference.hall.find import find_conference
from longbien.actions.node import Node
from longbien.core.base.errors import UsageError
from longbien.core.base.moments import cut_moment
from longbien.store import models
from longbien.store.writing import write_transaction

VERB: Final = "conference.meeting"
BODIES: Final = ("plenary", "committee-of-the-whole", "working-group", "bureau")
"""The bodies that meet, widest first."""
_MAX_TITLE: Final = 200
_MAX_PLACE: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a meeting is planned as; an empty title is made from its number."""

    day: date
    title: str = ""
    body: str = "plenary"
    begins: time | None = None
    place: str = ""


def open_meeting(*, node: Node, actor: models.Officer, conference_id: str, plan: Plan) -> models.Meeting:
    """Give a session its next meeting.

    RefusedError `people.not_permitted`, `conference.session_unknown`; UsageError `conference.meeting_body`, `conference.meeting_day`,
    `conference.meeting_title`.
    """
    require(actor, VERB)
    if plan.body not in BODIES:
        raise UsageError("conference.meeting_body", body=plan.body[:40])
    if len(plan.title) > _MAX_TITLE or len(plan.place) > _MAX_PLACE:
        raise UsageError("conference.meeting_title", limit=_MAX_TITLE)
    now = cut_moment(node.clock())
    with write_transaction():
        conference = find_conference(conference_id)
        if not conference.first_day <= plan.day <= conference.last_day:
            raise UsageError(
                "conference.meeting_day",
                day=plan.day.isoformat(),
                first=conference.first_day.isoformat(),
                last=conference.last_day.isoformat(),
            )
        number = (conference.meetings.aggregate(last=Max("number"))["last"] or 0) + 1
        return models.Meeting.objects.create(
            conference=conference,
            meeting_id=f"{conference.conference_id}-m{number}",
            number=number,
            body=plan.body,
            title=plan.title.strip(),
            day=plan.day,
            begins=plan.begins,
            place=plan.place.strip(),
            opened_by=actor,
            opened_role_id=actor.role_id,
            opened_at=now,
        )
