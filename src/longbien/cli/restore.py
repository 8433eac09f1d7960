# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien restore`: bring a node back from a copy, ask the witnesses, and only then go on."""

import itertools
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
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
from longbien.cli.inputs import sign_in_options
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


@command.command("recover")
@click.argument("files", nargs=-1, required=True, type=_FILE)
@sign_in_options(required=True, words="You, an operator.")
def recover_from(*, files: tuple[Path, ...], username: str, password_file: Path | None) -> None:
    """Take what partners hold of this node out of their recovery FILES: leaves of the log, acts, receipts.

    A partner writes one with: longbien courier give-back FILE --to US
    Every leaf is proven by a checkpoint that this node signed before the loss. Nothing is changed if leaves stay missing.
    """
    wake()
    from longbien.actions.exchange.recover import recover  # app ready
    from longbien.actions.node import current_node  # app ready
    from longbien.cli.acting import officer  # app ready

    actor = officer(username, password_file)
    with ExitStack() as stack:
        sources = [stack.enter_context(file.open("rb")) for file in files]
        found = recover(node=current_node(), actor=actor, files=sources, open_door=open_door)
    _say_sizes(found.sizes, found.silent)
    click.echo(f"{found.leaves} leaves came back; the log has {found.size} and goes on.")
    click.echo(f"{found.acts} acts and {found.receipts} receipts came back.")
    if found.unfollowed:
        click.echo(f"{found.unfollowed} of the acts need something that was lost: read their requests.")
    for code, count in found.refused.items():
        click.echo(f"{count} acts were refused ({code}).")
    if found.lost:
        click.echo(f"{found.lost} leaves speak of rows that nobody else had; the log records which.")


@command.command("begin-new-log")
@click.option("--origin", required=True, help="The name of the new log, for ever.")
@sign_in_options(required=True, words="You, a directory officer.")
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
    _say_sizes(asked.sizes, asked.silent)
    click.echo("The log goes on.")


def _say_sizes(sizes: Mapping[str, int], silent: Mapping[str, str]) -> None:
    for party, size in sizes.items():
        click.echo(f"{party} has witnessed {size} leaves.")
    for party, code in silent.items():
        click.echo(f"{party} did not answer ({code}).")
    if silent:
        click.echo("Try again later.")
        raise RefusedError("log.still_held")


def _files(members: Iterator[Member]) -> Iterator[Member]:
    """Give the node's own files, which stand first in the archive."""
    return itertools.takewhile(lambda one: one.name.startswith(FILES), members)
