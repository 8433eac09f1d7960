# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien law`: read national law, map the Convention to it, assess it, report. Wakes the node only where rows are needed.

Each command's module is imported only when it is called (table `PARTS`); a module lists its commands in `COMMANDS`. A command that
needs the node wakes it itself (`cli/awake.py`).
"""

import importlib
from types import MappingProxyType
from typing import Final

import click

PARTS: Final[MappingProxyType[str, str]] = MappingProxyType(
    {
        "read": "read",
        "write": "read",
        "keep": "library",
        "list": "library",
        "show": "library",
        "search": "library",
        "compare": "compare",
        "map": "map",
        "concordance": "concordance",
        "report": "report",
        "clauses": "report",
        "dual": "states",
        "states": "states",
        "publish": "states",
        "partners": "states",
    }
)
"""The commands in the order in which help lists them: the module of `cli/law` that has each in its `COMMANDS`."""


class LawRoom(click.Group):
    """The group of the law room's commands, imported one by one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the commands in the order of the table."""
        return list(PARTS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command, and let it speak the node's language."""
        from longbien.cli.main import translate  # slow import

        if cmd_name not in PARTS:
            return None
        module = importlib.import_module(f"longbien.cli.law.{PARTS[cmd_name]}")
        return translate({str(one.name): one for one in module.COMMANDS}[cmd_name])


@click.group("law", cls=LawRoom)
def command() -> None:
    """Find which national provision gives effect to which duty of the Convention: read laws, map, assess, report, compare."""
