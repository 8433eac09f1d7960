# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving a request to a named officer and a deputy; who is asked when nobody was named (the duty roster)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.access import permits, require
from longbien.actions.cooperation.thread import find_thread
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.actions.people.roster import DUTY, on_turn
from longbien.core.base.errors import RefusedError
from longbien.store.models.cooperation_alarms import Assignment
from longbien.store.models.people import Officer
from longbien.store.queries.alarms import assignment_of
from longbien.store.writing import write_transaction

VERB: Final = "cooperation.assign"
ALARM: Final = "cooperation.alarm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keepers:
    """Who looks after a request. `named`: somebody gave it to them; otherwise it is their turn. None where there is nobody."""

    officer: Officer | None
    deputy: Officer | None
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepersView:
    """Who looks after a request, by role id."""

    officer: str
    deputy: str
    named: bool
    given_by: str
    given_at: datetime | None


def assign(
    *, node: Node, actor: Officer, request_id: str, officer: Officer, deputy: Officer | None = None
) -> Assignment:
    """Give a request to an officer and a deputy, who both may act on it.

    RefusedError `people.not_permitted`, `cooperation.request_unknown`, `cooperation.assign_same` (one person twice),
    `cooperation.assign_cannot` (who may not acknowledge an alarm cannot be asked to).
    """
    require(actor, VERB)
    now = node.clock()
    if deputy is not None and deputy.pk == officer.pk:
        raise RefusedError("cooperation.assign_same", role_id=officer.role_id)
    for one in (officer, deputy):
        if one is not None and not permits(one, ALARM):
            raise RefusedError("cooperation.assign_cannot", role_id=one.role_id)
    with write_transaction():
        request = find_thread(node.party, request_id).request
        Assignment.objects.filter(request=request, ended_at=None).update(ended_at=now)
        given = Assignment.objects.create(
            request=request, officer=officer, deputy=deputy, given_by=actor.role_id, given_at=now
        )
        facts = {
            "request": request.request_id,
            "officer": officer.role_id,
            "deputy": deputy.role_id if deputy else "",
        }
        record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)
    return given


def keepers(request_id: str, now: datetime) -> Keepers:
    """Give whom an alarm of a request goes to: the officer and deputy it was given to, else those whose turn it is.

    Who may no longer act is passed over, and the deputy takes the officer's place.
    """
    return _keepers(assignment_of(request_id), now)


def _keepers(given: Assignment | None, now: datetime) -> Keepers:
    named = [one for one in (given.officer, given.deputy) if _able(one)] if given else []
    found = named or [one for one in on_turn(DUTY, now) if _able(one)]
    return Keepers(
        officer=found[0] if found else None,
        deputy=found[1] if len(found) > 1 else None,
        named=bool(named),
    )


def keepers_view(request_id: str, now: datetime) -> KeepersView:
    """Give who looks after a request, for pages."""
    given = assignment_of(request_id)
    found = _keepers(given, now)
    return KeepersView(
        officer=found.officer.role_id if found.officer else "",
        deputy=found.deputy.role_id if found.deputy else "",
        named=found.named,
        given_by=given.given_by if given and found.named else "",
        given_at=given.given_at if given and found.named else None,
    )


def _able(officer: Officer | None) -> bool:
    return officer is not None and permits(officer, ALARM)
