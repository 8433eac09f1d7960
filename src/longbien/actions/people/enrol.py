# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Officers and their roles: enrol, grant, end, close an account. Rows are ended, never deleted, and each step is logged."""

import re
from collections.abc import Collection
from datetime import datetime
from typing import Final

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from longbien.actions.access import Role, require
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError, UsageError
from longbien.store import models
from longbien.store.writing import write_transaction

VERB: Final = "people.manage"
_USERNAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]{1,63}")
_ROLE_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{2,63}")


def enrol(
    *,
    node: Node,
    actor: models.Officer | None,
    username: str,
    role_id: str,
    roles: Collection[str],
    password: str,
) -> models.Officer:
    """Make an officer's account with its roles. `actor` may be None only for the first account of a node.

    UsageError `people.username`, `people.role_id`, `people.role_unknown`, `people.password_weak`; RefusedError
    `people.not_permitted`, `people.not_first`, `people.taken`.
    """
    _check_words(username, role_id, roles)
    now = node.clock()
    with write_transaction():
        granted_by = _who(actor)
        if models.Officer.objects.filter(username=username).exists() or _role_id_used(role_id):
            raise RefusedError("people.taken", username=username, role_id=role_id)
        officer = models.Officer(username=username, role_id=role_id, is_active=True)
        _set_password(officer, password)
        officer.save()
        _grant(officer, roles, granted_by, now)
        facts = {"step": "enrol", "officer": role_id, "roles": sorted(roles)}
        record_decision(node=node, verb=VERB, role_id=granted_by, facts=facts, now=now)
    return officer


def grant(*, node: Node, actor: models.Officer, officer: models.Officer, roles: Collection[str]) -> None:
    """Give an officer further roles; nobody gives roles to himself (RefusedError `people.own_roles`)."""
    require(actor, VERB)
    _check_roles(roles)
    if actor.pk == officer.pk:
        raise RefusedError("people.own_roles")
    now = node.clock()
    with write_transaction():
        _grant(officer, set(roles) - officer.roles(), actor.role_id, now)
        facts = {"step": "grant", "officer": officer.role_id, "roles": sorted(roles)}
        record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)


def end_roles(*, node: Node, actor: models.Officer, officer: models.Officer, roles: Collection[str]) -> None:
    """End roles of an officer."""
    require(actor, VERB)
    _check_roles(roles)
    now = node.clock()
    with write_transaction():
        open_grants = officer.grants.filter(ended_at=None, role__in=list(roles))
        open_grants.update(ended_at=now, ended_by=actor.role_id)
        facts = {"step": "end", "officer": officer.role_id, "roles": sorted(roles)}
        record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)


def close_account(*, node: Node, actor: models.Officer, officer: models.Officer) -> None:
    """Close an account; what the officer signed off stays."""
    require(actor, VERB)
    now = node.clock()
    with write_transaction():
        officer.is_active = False
        officer.save(update_fields=["is_active"])
        officer.grants.filter(ended_at=None).update(ended_at=now, ended_by=actor.role_id)
        facts = {"step": "close", "officer": officer.role_id}
        record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)


def find_officer(role_id: str) -> models.Officer:
    """Find an officer by role id; UsageError `people.unknown`."""
    found = models.Officer.objects.filter(role_id=role_id).exclude(role_id="").first()
    if found is None:
        raise UsageError("people.unknown", role_id=role_id)
    return found


def _who(actor: models.Officer | None) -> str:
    if actor is not None:
        require(actor, VERB)
        return actor.role_id
    if models.Officer.objects.exists():
        raise RefusedError("people.not_first")
    return "installation"


def _check_words(username: str, role_id: str, roles: Collection[str]) -> None:
    if _USERNAME.fullmatch(username) is None:
        raise UsageError("people.username", username=username[:80])
    if _ROLE_ID.fullmatch(role_id) is None or role_id == "installation":
        raise UsageError("people.role_id", role_id=role_id[:80])
    _check_roles(roles)


def _check_roles(roles: Collection[str]) -> None:
    unknown = sorted(set(roles) - set(Role))
    if unknown or not roles:
        known = ", ".join(Role)
        raise UsageError("people.role_unknown", role=unknown[0] if unknown else "", known=known)


def _role_id_used(role_id: str) -> bool:
    return models.Officer.objects.filter(role_id=role_id).exists()


def _set_password(officer: models.Officer, password: str) -> None:
    try:
        validate_password(password, officer)
    except ValidationError as error:
        raise UsageError("people.password_weak", reason=" ".join(error.messages)) from error
    officer.set_password(password)


def _grant(officer: models.Officer, roles: Collection[str], granted_by: str, now: datetime) -> None:
    for role in sorted(roles):
        officer.grants.create(role=role, granted_by=granted_by, granted_at=now)
