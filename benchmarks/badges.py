# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A hall full of badges, made quickly: for benchmarks and exercises. Everybody has the same password, hashed once.

Rows only, without lists and without the log; never for a real session.
"""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from longbien.actions.conference.people.delegations import kind_of
from longbien.actions.conference.people.members import issue
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.conference.delegations.functions import Function
from longbien.core.conference.delegations.listing import Member
from longbien.core.treaty.status.participants import participants
from longbien.store import models
from longbien.store.writing import write_transaction

PASSWORD = "a bridge over the red river"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One badge: whose, and the name under which it signs in."""

    participant: str
    username: str


def make_badges(
    *, node: Node, conference: str, count: int = 193, password: str = PASSWORD
) -> tuple[Seat, ...]:
    """Give `count` participants of an exercise a head of delegation each, who signs in with `password`; in about a second."""
    session = models.Conference.objects.get(conference_id=conference)
    if not session.exercise:
        raise RefusedError("conference.session_unknown", session=conference)
    now = node.clock()
    found = []
    with write_transaction():
        for code in list(participants())[:count]:
            delegation, _ = models.Delegation.objects.get_or_create(
                conference=conference,
                participant=code,
                claim=1,
                defaults={"kind": kind_of(conference, code), "opened_by": "exercise", "opened_at": now},
            )
            person = Member(family_name=f"Head of {code}", function=Function.HEAD)
            (badge,) = issue(delegation, [person], by="exercise", now=now)
            found.append(Seat(participant=str(code), username=badge.officer.username))
        names = [one.username for one in found]
        models.Officer.objects.filter(username__in=names).update(password=make_password(password))
    return tuple(found)
