# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The terminal's door: `longbien`. Starts without Django, so that `longbien verify` runs in a court's bare Python.

Each room's commands stand in a module of its own, imported only when one of them is called (table `ROOMS`).
"""

import importlib
import importlib.util
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from longbien.core.base.errors import LongBienError, UsageError
from longbien.texts import phrase, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where a command or a group of commands stands, what the list says of it, and whether it needs the node."""

    module: str
    help: str
    wakes: bool = True


ROOMS: Final[dict[str, Room]] = {
    "init": Room(
        module="init", help="Make a new node: settings, database, keys, directory entry.", wakes=False
    ),
    "upgrade": Room(module="upgrade", help="Bring a node's tables up to this version."),
    "serve": Room(module="serve", help="Run the node: pages, peer door and worker."),
    "people": Room(module="people.room", help="Officers and their roles."),
    "parties": Room(module="parties", help="The directory: own entry, partners, keys."),
    "request": Room(module="cooperation.room", help="Requests between States."),
    "evidence": Room(module="evidence.room", help="Seal, hand over, receive and export evidence."),
    "courier": Room(module="courier", help="Carry acts and evidence as files."),
    "act": Room(module="acts", help="Show acts, follow their carriage, recall one."),
    "log": Room(module="log", help="The node's log: audit, export."),
    "treaty": Room(module="treaty.room", help="Which treaty is a legal basis on a day.", wakes=False),
    "conference": Room(
        module="conference.room", help="Rules of procedure: read, compare, apply.", wakes=False
    ),
    "law": Room(module="law.room", help="National law: read, map to the Convention, assess.", wakes=False),
    "backup": Room(module="backup", help="Copy the node to a file."),
    "restore": Room(module="restore", help="Bring a node back from a copy.", wakes=False),
    "worker": Room(module="worker", help="Deliver, transfer, watch clocks: the node's loop."),
    "verify": Room(module="verify", help="Check a court bundle.", wakes=False),
}
"""Every top-level command: `longbien.cli.<module>` has it under the name `command`."""

_WORDS: Final = "longbien.words"
_HELP_OPTIONS: Final = frozenset({"-h", "--help"})


class House(click.Group):
    """The top-level group: lists the rooms from the table and imports the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the commands in the order of the table."""
        return list(ROOMS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the room; wake Django first if its verbs need rows."""
        room = ROOMS.get(cmd_name)
        if cmd_name in self.commands:
            return self.commands[cmd_name]
        if room is None:
            return None
        words = ctx.meta.get(_WORDS, ())
        asked = not _HELP_OPTIONS.isdisjoint(words)
        missing = wake(for_help=asked or not words) if room.wakes else None
        found = importlib.import_module(_module(room)).command
        if not isinstance(found, click.Command):
            raise TypeError(cmd_name)
        if missing is not None and not asked and not isinstance(found, click.Group):
            raise missing
        return translate(found)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Keep the words that follow: help is given where there is no node, too."""
        ctx.meta[_WORDS] = tuple(args[1:])
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list from the table, so that help imports nothing."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, ROOMS[name].help) for name in self.list_commands(ctx)])


def wake(*, for_help: bool = False) -> UsageError | None:
    """Set Django up for the node in LONGBIEN_HOME; only for commands that need rows. `for_help` does without a node, and gives what is missing.

    UsageError `cli.node_not_installed`, `config.…`.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "longbien.site.settings")
    if importlib.util.find_spec("django") is None:
        raise UsageError("cli.node_not_installed")
    import django  # slow import

    try:
        django.setup()
    except UsageError as error:
        if not for_help:
            raise
        os.environ["DJANGO_SETTINGS_MODULE"] = "longbien.site.no_node"
        django.setup()
        return error
    return None


def translate(command: click.Command) -> click.Command:
    """Let a command and all below it speak the language of the node in its help; give the command."""
    if "django" in sys.modules and "DJANGO_SETTINGS_MODULE" in os.environ:
        from longbien.cli.words import language  # optional

        _speak(command, language())
    return command


def _speak(command: click.Command, language: str) -> None:
    command.help = phrase(language, command.help or "")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            parameter.help = phrase(language, parameter.help or "")
    if isinstance(command, click.Group):
        for one in command.commands.values():
            _speak(one, language)


def _module(room: Room) -> str:
    return f"longbien.cli.{room.module}"


@click.group(cls=House, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="longbien", prog_name="longbien")  # read only when asked for: it is slow
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    help="The node's folder (otherwise the environment variable LONGBIEN_HOME).",
)
def commands(home: Path | None) -> None:
    """Long Biên: cooperation under the UN Convention against Cybercrime."""
    if home is not None:
        os.environ["LONGBIEN_HOME"] = str(home.resolve())


def main() -> None:
    """Run the command line; each family of errors has its own exit status."""
    try:
        commands()
    except LongBienError as error:
        click.echo(f"{sentence(error.code, **error.params)} [{error.code}]", err=True)
        sys.exit(error.exit_status)


if __name__ == "__main__":
    main()
