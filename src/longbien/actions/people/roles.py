# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Officers' roles: one person proposes a change, another approves it. Rows are ended, never deleted; each step is a leaf of the log.

Roles open every safeguard of the node, so nobody gives or takes them alone. One person alone may only shut: `suspend` bars an
account at once, and takes no role from it.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from longbien.actions.access import Role, permits_approval, require, require_approval
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError, UsageError
from longbien.store import models
from longbien.store.writing import write_transaction

VERB: Final = "people.manage"
GRANT: Final = "grant"
END: Final = "end"
CLOSE: Final = "close"
REOPEN: Final = "reopen"
STEPS: Final = (GRANT, END, CLOSE, REOPEN)
"""What may be proposed: further roles, fewer roles, the end of an account, an account barred or closed opened again."""


def propose_change(
    *, node: Node, actor: models.Officer, officer: models.Officer, step: str, roles: Collection[str] = ()
) -> models.RoleChange:
    """Propose a change of an officer's roles; it waits for another person.

    UsageError `people.step_unknown`, `people.role_unknown`; RefusedError `people.not_permitted`, `people.own_roles` (nobody begins
    what concerns himself), `people.change_waits` if the same waits already.
    """
    require(actor, VERB)
    if step not in STEPS:
        raise UsageError("people.step_unknown", step=step[:40])
    if step in {GRANT, END}:
        check_roles(roles)
    if actor.pk == officer.pk:
        raise RefusedError("people.own_roles")
    now = node.clock()
    wanted = sorted(roles)
    with write_transaction():
        same = models.RoleChange.objects.filter(officer=officer, step=step, state=models.RoleChange.OPEN)
        if any(one.roles == wanted for one in same):
            raise RefusedError("people.change_waits", role_id=officer.role_id)
        change = models.RoleChange.objects.create(
            step=step, officer=officer, roles=wanted, proposed_by=actor, proposed_at=now
        )
        _record(node, change, "propose", actor, now)
    return change


def approve_change(*, node: Node, actor: models.Officer, change: models.RoleChange) -> None:
    """Approve a change that another person proposed, and make it.

    The officer concerned counts as the second person only where nobody else could be it. RefusedError `people.not_permitted`,
    `people.own_proposal`, `people.own_roles`, `people.change_ended`.
    """
    require_approval(actor, VERB)
    now = node.clock()
    with write_transaction():
        current = _locked(change)
        if actor.pk == current.proposed_by_id:
            raise RefusedError("people.own_proposal")
        if actor.pk == current.officer_id and _others(current):
            raise RefusedError("people.own_roles")
        _MAKE[current.step](current, actor.role_id, now)
        _end(current, models.RoleChange.MADE, actor, now)
        _record(node, current, "approve", actor, now)


def reject_change(*, node: Node, actor: models.Officer, change: models.RoleChange) -> None:
    """Close a proposal without effect: by whoever may approve it, or by its proposer. RefusedError as `approve_change`."""
    if actor.pk != change.proposed_by_id:
        require_approval(actor, VERB)
    now = node.clock()
    with write_transaction():
        current = _locked(change)
        _end(current, models.RoleChange.REJECTED, actor, now)
        _record(node, current, "reject", actor, now)


def suspend(*, node: Node, actor: models.Officer, officer: models.Officer) -> None:
    """Bar an account at once, alone, as when a password was stolen. Its roles stay; opening it again takes two people.

    RefusedError `people.not_permitted`, `people.auditor_stays` (no one person switches an auditor off).
    """
    require(actor, "people.suspend")
    if Role.AUDITOR in officer.roles() and actor.pk != officer.pk:
        raise RefusedError("people.auditor_stays", role_id=officer.role_id)
    now = node.clock()
    with write_transaction():
        officer.is_active = False
        officer.save(update_fields=["is_active"])
        facts = {"step": "suspend", "officer": officer.role_id}
        record_decision(node=node, verb="people.suspend", role_id=actor.role_id, facts=facts, now=now)


def find_change(number: int) -> models.RoleChange:
    """Find a proposed change by its number; UsageError `people.change_unknown`."""
    found = models.RoleChange.objects.filter(pk=number).select_related("officer", "proposed_by").first()
    if found is None:
        raise UsageError("people.change_unknown", number=number)
    return found


def may_approve(actor: models.Officer, change: models.RoleChange) -> bool:
    """Tell whether `actor` may be the second person."""
    if not permits_approval(actor, VERB) or actor.pk == change.proposed_by_id:
        return False
    return actor.pk != change.officer_id or not _others(change)


def check_roles(roles: Collection[str]) -> None:
    """Refuse no roles and words that are none: UsageError `people.role_unknown`."""
    unknown = sorted(set(roles) - set(Role))
    if unknown or not roles:
        known = ", ".join(Role)
        raise UsageError("people.role_unknown", role=unknown[0] if unknown else "", known=known)


def give_roles(officer: models.Officer, roles: Collection[str], granted_by: str, now: datetime) -> None:
    """Write the grants of roles that the officer does not hold, inside the caller's transaction."""
    held = set(officer.grants.filter(ended_at=None).values_list("role", flat=True))
    for role in sorted(set(roles) - held):
        officer.grants.create(role=role, granted_by=granted_by, granted_at=now)


def _others(change: models.RoleChange) -> bool:
    """Tell whether anybody but proposer and officer concerned could approve."""
    rest = models.Officer.objects.exclude(pk__in=[change.proposed_by_id, change.officer_id])
    return any(permits_approval(one, VERB) for one in rest.filter(is_active=True))


def _granted(change: models.RoleChange, by: str, now: datetime) -> None:
    give_roles(change.officer, change.roles, by, now)


def _ended(change: models.RoleChange, by: str, now: datetime) -> None:
    change.officer.grants.filter(ended_at=None, role__in=change.roles).update(ended_at=now, ended_by=by)


def _closed(change: models.RoleChange, by: str, now: datetime) -> None:
    change.officer.is_active = False
    change.officer.save(update_fields=["is_active"])
    change.officer.grants.filter(ended_at=None).update(ended_at=now, ended_by=by)


def _reopened(change: models.RoleChange, by: str, now: datetime) -> None:
    change.officer.is_active = True
    change.officer.save(update_fields=["is_active"])


_MAKE: Final[Mapping[str, Callable[[models.RoleChange, str, datetime], None]]] = MappingProxyType(
    {GRANT: _granted, END: _ended, CLOSE: _closed, REOPEN: _reopened}
)


def _locked(change: models.RoleChange) -> models.RoleChange:
    current = models.RoleChange.objects.select_for_update().get(pk=change.pk)
    if current.state != models.RoleChange.OPEN:
        raise RefusedError("people.change_ended", number=current.pk)
    return current


def _end(change: models.RoleChange, state: str, actor: models.Officer, now: datetime) -> None:
    change.state, change.ended_by, change.ended_at = state, actor, now
    change.save(update_fields=["state", "ended_by", "ended_at"])


def _record(
    node: Node, change: models.RoleChange, decision: str, actor: models.Officer, now: datetime
) -> None:
    facts: dict[str, JsonInput] = {
        "step": change.step,
        "decision": decision,
        "change": change.pk,
        "officer": change.officer.role_id,
        "roles": change.roles,
        "proposed_by": change.proposed_by.role_id,
    }
    record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)
