# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making officers' accounts. An account opens nothing: its roles come from two people (`actions/people/roles`).

Only while a node is set up, before two people could decide together, does one make accounts with their roles; the log says so.
"""

import re
from collections.abc import Collection
from typing import Final

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from longbien.actions.access import RULES, require
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.actions.people.roles import GRANT, VERB, check_roles, give_roles, propose_change
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError, UsageError
from longbien.store import models
from longbien.store.writing import write_transaction

INSTALLATION: Final = "installation"
"""Who enrols the first officer of a node: whoever installed it."""
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
    """Make an officer's account and propose its roles; they are given at once while the node is set up.

    `actor` may be None only for the first account of a node. UsageError `people.username`, `people.role_id`,
    `people.role_unknown`, `people.password_weak`; RefusedError `people.not_permitted`, `people.not_first`, `people.taken`.
    """
    _check_words(username, role_id, roles)
    now = node.clock()
    with write_transaction():
        made_by = _who(actor)
        if models.Officer.objects.filter(username=username).exists() or _role_id_used(role_id):
            raise RefusedError("people.taken", username=username, role_id=role_id)
        in_set_up = is_set_up()
        officer = models.Officer(username=username, role_id=role_id, is_active=True)
        _set_password(officer, password)
        officer.save()
        facts: dict[str, JsonInput] = {
            "step": "enrol",
            "officer": role_id,
            "roles": sorted(roles),
            "set_up": in_set_up,
        }
        record_decision(node=node, verb=VERB, role_id=made_by, facts=facts, now=now)
        if actor is None or in_set_up:
            give_roles(officer, roles, made_by, now)
        else:
            propose_change(node=node, actor=actor, officer=officer, step=GRANT, roles=roles)
    return officer


def is_set_up() -> bool:
    """Tell whether the node is still being set up: there were never two people who could decide about roles together.

    Roles that have ended count too: no leaving officer opens this door again.
    """
    rule = RULES[VERB]
    grants = models.RoleGrant.objects.all()
    beginners = set(grants.filter(role__in=rule.begin).values_list("officer", flat=True))
    others = set(grants.filter(role__in=rule.approve).values_list("officer", flat=True))
    return not any(beginners - {other} for other in others)


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
    return INSTALLATION


def _check_words(username: str, role_id: str, roles: Collection[str]) -> None:
    if _USERNAME.fullmatch(username) is None:
        raise UsageError("people.username", username=username[:80])
    if _ROLE_ID.fullmatch(role_id) is None or role_id == INSTALLATION:
        raise UsageError("people.role_id", role_id=role_id[:80])
    check_roles(roles)


def _role_id_used(role_id: str) -> bool:
    return models.Officer.objects.filter(role_id=role_id).exists()


def _set_password(officer: models.Officer, password: str) -> None:
    try:
        validate_password(password, officer)
    except ValidationError as error:
        raise UsageError("people.password_weak", reason=" ".join(error.messages)) from error
    officer.set_password(password)
