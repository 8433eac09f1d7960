# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien conference`: rules of procedure that can be read, compared and executed. Wakes the node only where rows are needed.

Each command's module is imported only when it is called (table `PARTS`); a module lists its commands in `COMMANDS`. A command that
needs the node wakes it itself (`cli.main.wake`).
"""

import importlib
from types import MappingProxyType
from typing import Final

import click

PARTS: Final = MappingProxyType(
    {
        "rules": "rules",
        "cases": "cases",
        "session": "session",
        "meeting": "meeting",
        "say": "say",
        "count": "say",
        "sheet": "sheet",
        "agenda": "papers",
        "programme": "papers",
        "document": "documents",
        "record": "record",
        "delegation": "delegation",
        "credentials": "credentials",
        "observer": "observer",
        "import-votes": "import_votes",
        "replay": "replay",
        "what-if": "replay",
    }
)
"""The commands in the order in which help lists them: the module of `cli/conference` that has each in its `COMMANDS`."""


class ConferenceRoom(click.Group):
    """The group of the conference room's commands, imported one by one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the commands in the order of the table."""
        return list(PARTS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command, and let it speak the node's language."""
        from longbien.cli.main import translate  # slow import

        if cmd_name not in PARTS:
            return None
        module = importlib.import_module(f"longbien.cli.conference.{PARTS[cmd_name]}")
        return translate({str(one.name): one for one in module.COMMANDS}[cmd_name])


@click.group("conference", cls=ConferenceRoom)
def command() -> None:
    """Run a Conference of the States Parties by its rules of procedure: read them, compare them, apply them to votes."""
