# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this node grants a partner: how long it may stay silent before that is stated, and how many acts it may send in an hour."""

from datetime import timedelta
from typing import Final

from longbien.actions.access import Actor, require
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.ids import PartyId
from longbien.store import models
from longbien.store.writing import write_transaction

VERB: Final = "parties.limits"
LEAST_SILENCE: Final = 60
MOST_SILENCE: Final = 366 * 24 * 3600
MOST_ACTS: Final = 10_000_000


def set_limits(
    *,
    node: Node,
    actor: Actor,
    party: PartyId,
    silence: timedelta | None = None,
    acts_per_hour: int | None = None,
) -> models.Party:
    """Change a partner's limits (None: as it was); logged.

    RefusedError `people.not_permitted`, `parties.not_introduced`; UsageError `parties.limit`.
    """
    require(actor, VERB)
    seconds = None if silence is None else int(silence.total_seconds())
    _check(seconds, LEAST_SILENCE, MOST_SILENCE)
    _check(acts_per_hour, 1, MOST_ACTS)
    with write_transaction():
        row = models.Party.objects.select_for_update().filter(party_id=party, own=False).first()
        if row is None:
            raise RefusedError("parties.not_introduced", party=party)
        row.silence_limit = row.silence_limit if seconds is None else seconds
        row.acts_per_hour = row.acts_per_hour if acts_per_hour is None else acts_per_hour
        row.save(update_fields=["silence_limit", "acts_per_hour"])
        facts: dict[str, JsonInput] = {
            "party": party,
            "silence_seconds": row.silence_limit,
            "acts_per_hour": row.acts_per_hour,
        }
        record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=node.clock())
    return row


def _check(value: int | None, least: int, most: int) -> None:
    if value is not None and not least <= value <= most:
        raise UsageError("parties.limit", least=least, most=most)
