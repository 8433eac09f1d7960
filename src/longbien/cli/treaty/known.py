# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which events a command answers from: those of the node in LONGBIEN_HOME, or the seed that ships with the software.

And who acts, for the few commands of this room that change something: only they need a node.
"""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from longbien.cli.awake import signed_in as signed_in_awake
from longbien.cli.awake import wake_up
from longbien.core.treaty.status.events import Event, seed

if TYPE_CHECKING:
    from longbien.actions.people.sign_in import Officer


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
    wake_up()
    from longbien.actions.treaty.status import current_status  # app ready

    found = current_status()
    return Known(events=found.events, known_on=found.known_on, source=found.source)


def signed_in(username: str | None, password_file: Path | None) -> "Officer":
    """Wake the node and sign the officer in; UsageError of click where nobody is named."""
    if not username:
        raise click.UsageError("Say who acts: --as NAME.")
    wake_up()
    return signed_in_awake(username, password_file)
