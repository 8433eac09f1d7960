# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien restore`: bring a node back from a copy, ask the witnesses, and only then go on."""

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

from longbien.bridge.archive import FILES, reading
from longbien.bridge.http import open_door
from longbien.bridge.keyfile import read_passphrase, write_secret
from longbien.bridge.objects import FolderStore
from longbien.bridge.ports import Member
from longbien.cli.init import SETTINGS, empty_home
from longbien.cli.main import wake
from longbien.core.base.errors import MalformedError, RefusedError

_FILE: Final = click.Path(exists=True, dir_okay=False, path_type=Path)
_KEPT: Final = frozenset({SETTINGS, "keyring.age", "peer.crt", "peer.key"})
_MAX_FILE: Final = 1024 * 1024


@click.group("restore")
def command() -> None:
    """Bring a node back from a copy. Nothing is signed before every witness has said what it has seen."""


@command.command("from")
@click.argument("file", type=_FILE)
@click.option(
    "--passphrase-file", type=_FILE, required=True, help="The passphrase of the node that was copied."
)
def bring_back(file: Path, passphrase_file: Path) -> None:
    """Fill the empty folder of --home or LONGBIEN_HOME from FILE, then ask the witnesses."""
    passphrase = read_passphrase(passphrase_file)
    with file.open("rb") as source, reading(source, passphrase) as members:
        files = [(one.name.removeprefix(FILES), one.source.read(_MAX_FILE)) for one in _files(members)]
    if SETTINGS not in dict(files):
        raise MalformedError("log.backup_malformed", name=SETTINGS)
    home = empty_home()
    for name, data in files:
        if name not in _KEPT:
            raise MalformedError("log.backup_malformed", name=name[:80])
        write_secret(home / name, data)
    write_secret(home / "passphrase", passphrase.encode() + b"\n")
    wake()
    from django.core.management import call_command  # app ready

    from longbien.actions.log.restore import restore  # app ready

    call_command("migrate", verbosity=0, interactive=False)
    with file.open("rb") as source, reading(source, passphrase) as members:
        rest = (one for one in members if not one.name.startswith(FILES))
        about = restore(members=rest, objects=FolderStore(home / "objects"), now=datetime.now(UTC))
    click.echo(
        f"{about.party}: restored to {about.made_at:%Y-%m-%d %H:%M} UTC, log of {about.log_size} leaves."
    )
    _ask()


@command.command("ask")
def ask() -> None:
    """Ask the witnesses again; the log goes on when all have answered and none has seen more than is here."""
    wake()
    _ask()


@command.command("begin-new-log")
@click.option("--origin", required=True, help="The name of the new log, for ever.")
@click.option("--as", "username", envvar="LONGBIEN_AS", required=True, help="You, a directory officer.")
@click.option("--password-file", envvar="LONGBIEN_PASSWORD_FILE", type=_FILE)
@click.option("--with", "second", required=True, help="The second directory officer's name.")
@click.option("--with-password-file", type=_FILE, help="The second's password.")
def begin_new_log(
    *, origin: str, username: str, password_file: Path | None, second: str, with_password_file: Path | None
) -> None:
    """Close a log that witnesses have seen longer than it is here, and begin the next one."""
    wake()
    from longbien.actions.node import current_node  # app ready
    from longbien.actions.parties.next_log import begin_next_log  # app ready
    from longbien.cli.acting import officer  # app ready

    actors = (officer(username, password_file), officer(second, with_password_file))
    row = begin_next_log(node=current_node(), actors=actors, origin=origin)
    click.echo(f"Entry {row.number} of this node names the new log {origin}; partners are told.")


def _ask() -> None:
    from longbien.actions.log.restore import ask_witnesses  # app ready

    asked = ask_witnesses(open_door=open_door)
    for party, size in asked.sizes.items():
        click.echo(f"{party} has witnessed {size} leaves.")
    for party, code in asked.silent.items():
        click.echo(f"{party} did not answer ({code}).")
    if asked.silent:
        click.echo("Try again later: longbien restore ask")
        raise RefusedError("log.still_held")
    click.echo("The log goes on.")


def _files(members: Iterator[Member]) -> Iterator[Member]:
    """Give the node's own files, which stand first in the archive."""
    return itertools.takewhile(lambda one: one.name.startswith(FILES), members)
