# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening a session of the Conference: a real one, or an exercise with a roster that somebody made up. Never both."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from longbien.actions.access import require
from longbien.actions.conference.hall.exercise import roster_json
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.moments import cut_moment
from longbien.core.conference.hall.electorate import Participant
from longbien.core.conference.rules.load import DEFAULT_PROFILE, rule_set
from longbien.store import models
from longbien.store.writing import write_transaction

VERB: Final = "conference.session"
_ID: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
RESERVED: Final = frozenset({"cases", "rules", "votes-file"})
"""What pages of the desk are called, at the place where a session's name stands in an address (`web/conference/urls*.py`): no session's names."""
_MAX_ID: Final = 32
_MAX_TITLE: Final = 200
_MAX_PLACE: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What opens a session. `roster`: the participants of an exercise; None for a real session, whose participants nobody types."""

    conference_id: str
    title: str
    first_day: date
    last_day: date
    place: str = ""
    profile: str = DEFAULT_PROFILE
    choices: Mapping[str, str] = field(default_factory=dict)
    roster: tuple[Participant, ...] | None = None


def open_conference(*, node: Node, actor: models.Officer, session: Session) -> models.Conference:
    """Open a session; the decision is logged.

    RefusedError `people.not_permitted`, `conference.session_twice`, `conference.rule_unknown`, `conference.roster_empty`; UsageError `conference.session_id`,
    `conference.session_reserved`, `conference.session_title`, `conference.session_days`. A roster makes it an exercise.
    """
    require(actor, VERB)
    _check(session)
    now = cut_moment(node.clock())
    with write_transaction():
        if models.Conference.objects.filter(conference_id=session.conference_id).exists():
            raise RefusedError("conference.session_twice", session=session.conference_id)
        row = models.Conference.objects.create(
            conference_id=session.conference_id,
            title=session.title.strip(),
            place=session.place.strip(),
            first_day=session.first_day,
            last_day=session.last_day,
            exercise=session.roster is not None,
            roster=None if session.roster is None else roster_json(session.roster),
            profile=session.profile,
            choices=dict(session.choices),
            opened_by=actor,
            opened_role_id=actor.role_id,
            opened_at=now,
        )
        facts: dict[str, JsonInput] = {
            "session": row.conference_id,
            "exercise": row.exercise,
            "profile": row.profile,
            "choices": dict(session.choices),
        }
        record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)
        return row


def _check(session: Session) -> None:
    name = session.conference_id
    if len(name) > _MAX_ID or _ID.fullmatch(name) is None:
        raise UsageError("conference.session_id", session=name[:40], limit=_MAX_ID)
    if name in RESERVED:
        raise UsageError("conference.session_reserved", session=name)
    if not session.title.strip() or len(session.title) > _MAX_TITLE or len(session.place) > _MAX_PLACE:
        raise UsageError("conference.session_title", limit=_MAX_TITLE)
    rule_set(session.profile, session.choices)
    if session.roster is not None and not session.roster:
        raise RefusedError("conference.roster_empty")
    if session.last_day < session.first_day:
        raise UsageError(
            "conference.session_days", first=session.first_day.isoformat(), last=session.last_day.isoformat()
        )
