# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""State what was done about a measure that was granted: kept from when until when, or disclosed, or nothing found.

A preservation lasts at least 60 days (Art. 42(8)).
"""

from datetime import datetime, timedelta
from typing import Final

from longbien.actions.cooperation.say import Spoken, say
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.bodies import Executed
from longbien.store.models.people import Officer

PRESERVED_AT_LEAST: Final = timedelta(days=60)
"""Art. 42(8)."""


def execute_answer(
    *,
    node: Node,
    actor: Officer,
    request_id: str,
    measure: str,
    outcome: str,
    since: datetime | None = None,
    until: datetime | None = None,
    held_by: str = "",
    provider_reference: str = "",
    other_provider: str = "",
    note: str = "",
) -> Spoken:
    """Say what was done. RefusedError `cooperation.preservation_too_short` for less than 60 days, and as `say`."""
    body = Executed(
        measure=measure,
        outcome=outcome,
        since=since,
        until=until,
        held_by=held_by,
        provider_reference=provider_reference,
        other_provider=other_provider,
        note=note,
    )
    check_period(since, until)
    return say(node=node, actor=actor, request_id=request_id, body=body)


def check_period(since: datetime | None, until: datetime | None) -> None:
    """Check a period of preservation; RefusedError `cooperation.preservation_too_short`."""
    if since is not None and until is not None and until - since < PRESERVED_AT_LEAST:
        raise RefusedError("cooperation.preservation_too_short", days=PRESERVED_AT_LEAST.days)
