# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who keeps what: the secretariat everything of a session, a delegation's head or secretary the own list and nothing else."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from longbien.actions.access import permits, require
from longbien.actions.conference.people.badges import badge_of
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError
from longbien.store import models

VERB: Final = "conference.people"
READ: Final = "conference.people.read"


def signature(actor: models.Officer) -> str:
    """Give what names who acts in rows and in the log: the role id of an officer, the account's name of a badge."""
    return actor.role_id or actor.username


def require_secretariat(actor: models.Officer) -> None:
    """Let only the secretariat pass; RefusedError `people.not_permitted`."""
    require(actor, VERB)


def keeps(actor: models.Officer, delegation: models.Delegation) -> bool:
    """Tell whether somebody may change a delegation's list."""
    if permits(actor, VERB):
        return True
    badge = badge_of(actor, delegation.conference)
    return badge is not None and badge.delegation == delegation.pk and badge.may_keep


def reads(actor: models.Officer, delegation: models.Delegation) -> bool:
    """Tell whether somebody may read a delegation's list with its addresses and papers: its own members too."""
    if permits(actor, READ):
        return True
    badge = badge_of(actor, delegation.conference)
    return badge is not None and badge.delegation == delegation.pk


def require_keeper(actor: models.Officer, delegation: models.Delegation) -> None:
    """Let the secretariat and the delegation's own head and secretary pass; RefusedError `people.not_your_delegation`."""
    if not keeps(actor, delegation):
        raise RefusedError("people.not_your_delegation", participant=delegation.participant)


def require_reader(actor: models.Officer, delegation: models.Delegation) -> None:
    """Let those pass who may read a delegation; RefusedError `people.not_your_delegation`."""
    if not reads(actor, delegation):
        raise RefusedError("people.not_your_delegation", participant=delegation.participant)


def require_open(delegation: models.Delegation) -> None:
    """Check that a delegation has not ended; RefusedError `conference.delegation_ended`."""
    if delegation.ended_at is not None:
        raise RefusedError("conference.delegation_ended", participant=delegation.participant)


def note_decision(
    *, node: Node, actor: models.Officer, facts: Mapping[str, JsonInput], now: datetime, verb: str = VERB
) -> None:
    """Put what was done into the log, without any person's name."""
    record_decision(node=node, verb=verb, role_id=signature(actor), facts=facts, now=now)
