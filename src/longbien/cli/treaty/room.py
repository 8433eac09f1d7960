# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty`: the Convention, who is bound on a day, and what a State must do to join. Wakes the node only where rows are needed.

Each command's module is imported only when it is called (table `PARTS`), so that a question to the Convention stays quick.
"""

import importlib
from types import MappingProxyType
from typing import Final

import click

PARTS: Final = MappingProxyType(
    {
        "article": ("articles",),
        "duty": ("articles",),
        "search": ("articles",),
        "index": ("articles",),
        "text": ("texts",),
        "status": ("status", "status_page", "status_event", "status_history"),
        "forecast": ("forecast",),
        "basis": ("basis", "basis_rows", "basis_agree"),
        "join": ("join",),
        "record": ("record",),
    }
)
"""The commands in the order in which help lists them: the module that has each in its `COMMANDS`, then those that add to it."""


class TreatyRoom(click.Group):
    """The group of the treaty room's commands, imported one by one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the commands in the order of the table."""
        return list(PARTS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command and what is added to it, and let it speak the node's language."""
        from longbien.cli.main import translate  # slow import

        if cmd_name not in PARTS:
            return None
        found, *added = (_commands(part) for part in PARTS[cmd_name])
        command = found[cmd_name]
        for more in added:
            if isinstance(command, click.Group):
                command.commands.update(more)
        return translate(command)


def _commands(part: str) -> dict[str, click.Command]:
    """Give the commands of a module by name."""
    module = importlib.import_module(f"longbien.cli.treaty.{part}")
    return {str(command.name): command for command in module.COMMANDS}


@click.group("treaty", cls=TreatyRoom)
def command() -> None:
    """Ask the Convention and the status tables: what it demands, who is bound on a day, and on whose word."""
