# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which events a command answers from: those of the node in LONGBIEN_HOME, or the seed that ships with the software."""

import os
from dataclasses import dataclass
from datetime import date

from longbien.core.treaty.events import Event, seed


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Events, the day up to which they were checked, and on whose word (empty: the seed)."""

    events: tuple[Event, ...]
    known_on: date
    source: str


def known() -> Known:
    """Give what the node knows, or the seed where there is no node."""
    if not os.environ.get("LONGBIEN_HOME"):
        return Known(events=seed().events, known_on=seed().known_on, source="")
    wake_node()
    from longbien.actions.treaty.status import current_status  # app ready

    found = current_status()
    return Known(events=found.events, known_on=found.known_on, source=found.source)


def wake_node() -> None:
    """Set Django up for the node; for the commands of this room that need rows."""
    from longbien.cli.main import wake  # slow import

    wake()
