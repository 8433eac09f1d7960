# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looking at the names of victims, children and other masked persons: by need, with a written reason, for one shift, in the log.

Nobody sees them without it, on whatever door; who looked, when and why stands beside the request.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from longbien.actions.access import permits, require
from longbien.actions.cooperation.thread import find_thread
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.cooperation.forms.masking import hidden_persons
from longbien.core.cooperation.forms.values import Values
from longbien.store.models.cooperation_desk import Look
from longbien.store.models.people import Officer
from longbien.store.queries.desk import look_until, looks_of
from longbien.store.writing import write_transaction

VERB: Final = "cooperation.look"
LASTS: Final = timedelta(hours=12)
"""One shift."""
SHORTEST: Final = 10
"""Characters of a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookView:
    """Somebody looked at the masked names."""

    role_id: str
    reason: str
    at: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What an officer sees of masked persons. `until`: he has looked, and sees them till then; `masked`: how many are masked to him."""

    until: datetime | None
    may_look: bool
    looks: tuple[LookView, ...]
    masked: int = 0


def look(*, node: Node, actor: Officer, request_id: str, reason: str) -> LookView:
    """Ask to see the masked names of a request. UsageError `cooperation.look_reason`; RefusedError `people.not_permitted`, `cooperation.request_unknown`."""
    require(actor, VERB)
    reason = reason.strip()[:1000]
    if len(reason) < SHORTEST:
        raise UsageError("cooperation.look_reason", length=SHORTEST)
    now = node.clock()
    with write_transaction():
        request = find_thread(node.party, request_id).request
        row = Look.objects.create(request=request, officer=actor, reason=reason, at=now, until=now + LASTS)
        facts: dict[str, JsonInput] = {"request": request.request_id, "look": row.pk}
        record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)
    return _view(row)


def sight(actor: Officer, request_id: str, now: datetime) -> Sight:
    """Tell what an officer sees of the masked persons of a request."""
    return Sight(
        until=look_until(request_id, actor, now),
        may_look=permits(actor, VERB),
        looks=tuple(_view(row) for row in looks_of(request_id)),
    )


def require_sight(actor: Officer, request_id: str, values: Values, now: datetime) -> None:
    """Refuse a whole copy to an officer to whom persons in it are masked: RefusedError `cooperation.look_needed`."""
    if hidden_persons(values.values()) and look_until(request_id, actor, now) is None:
        raise RefusedError("cooperation.look_needed")


def _view(row: Look) -> LookView:
    return LookView(role_id=row.officer.role_id, reason=row.reason, at=row.at, until=row.until)
