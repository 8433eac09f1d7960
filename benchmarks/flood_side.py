# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What `benchmarks.flood` runs inside a node's folder, as a process of its own: `python -m benchmarks.flood_side WORD …`."""

import json
import sys
from collections.abc import Callable
from typing import Final

from benchmarks.register_side import officer, send, session
from longbien.actions.cooperation.pages.inbox import inbox
from longbien.actions.node import current_node
from longbien.store import models

URGENT: Final = {"urgency": "volatile-data", "urgency_reason": "The provider deletes its log tonight."}
TENTH: Final = 10
"""Every tenth request is urgent."""


def make(count: str) -> None:
    """Draft, approve, sign and queue so many requests to AT."""
    officers = [officer("duty", "duty-officer"), officer("approver", "approver")]
    for number in range(int(count)):
        more = URGENT if number % TENTH == 0 else {}
        send(officers, "AT", "preservation", {"reference": f"RUSH-{number}", **more})


def sign_in() -> None:
    """Print the session of an officer."""
    print(session(officer("duty", "duty-officer")))


def check() -> None:
    """Print what the node holds: requests stored, how many of the urgent stand on top, rows of anybody but VN."""
    node, duty = current_node(), models.Officer.objects.get(username="duty")
    stored = models.Request.objects.filter(partner="VN").count()
    urgent = models.Request.objects.filter(partner="VN", urgent=True).count()
    first: list[str] = []
    page = 1
    while len(first) < urgent:
        rows = inbox(node=node, actor=duty, page=page).rows
        first += [row.urgency for row in rows]
        page += 1
    print(
        json.dumps(
            {
                "stored": stored,
                "urgent": urgent,
                "urgent_first": sum(1 for one in first[:urgent] if one),
                "foreign_rows": models.Act.objects.exclude(partner="VN").count()
                + models.Request.objects.exclude(partner="VN").count(),
                "acts": models.Act.objects.filter(direction=models.Act.RECEIVED).count(),
            }
        )
    )


WORDS: dict[str, Callable[..., None]] = {"make": make, "session": sign_in, "check": check}

if __name__ == "__main__":
    WORDS[sys.argv[1]](*sys.argv[2:])
