# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien parties`: the directory: our own entry, partners, keys."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Final

import click

from longbien.actions.node import current_node
from longbien.actions.parties.directory import EntryView, directory, own_entries
from longbien.actions.parties.introduce import Introduction, confirm, introduce
from longbien.actions.parties.renew import revoke, rotate
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting, officer
from longbien.core.base.errors import UsageError
from longbien.core.base.ids import Digest, parse_party_id
from longbien.core.base.moments import parse_moment, print_moment
from longbien.core.parties.chain import read_entry
from longbien.core.parties.entry import MAX_ENTRY, print_fingerprint

_MAX_FILE: Final = 2 * MAX_ENTRY
_MEANS = click.option(
    "--means", required=True, help="How it was read to you: telephone number, meeting, note verbale."
)
_SECOND = click.option("--with", "second", required=True, help="The second directory officer's name.")
_SECOND_FILE = click.option(
    "--with-password-file", type=click.Path(path_type=Path), help="The second's password."
)


@click.group("parties")
def command() -> None:
    """Keep the directory: our own entry, partners, keys."""


@command.command("show")
@acting
def show(actor: Officer) -> None:
    """Show every party with its fingerprint and who confirmed it."""
    for party in directory(actor=actor):
        click.echo(f"{party.party}{' (this node)' if party.own else ''}")
        for label, view in (("trusted", party.trusted), ("waits for confirmation", party.waiting)):
            if view is not None:
                _show_entry(label, view)


@command.command("export")
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
def export(file: Path) -> None:
    """Write our newest entry to FILE (- for standard output): a public document for partners and courts."""
    envelope = own_entries()[-1]
    if str(file) == "-":
        sys.stdout.buffer.write(envelope)
    else:
        file.write_bytes(envelope)
    fingerprint = read_entry(envelope).fingerprint
    click.echo(
        "Read this fingerprint out on a line that you trust, never in the message that brings the file:",
        err=True,
    )
    click.echo(print_fingerprint(fingerprint), err=str(file) == "-")


@command.command("introduce")
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@click.option("--fingerprint", required=True, help="As you obtained it out of band, in any grouping.")
@_MEANS
@acting
def bring_in(actor: Officer, file: Path, fingerprint: str, means: str) -> None:
    """Confirm a partner's entry in FILE. Two different directory officers do this, each with a fingerprint of their own."""
    if file.stat().st_size > _MAX_FILE:
        raise UsageError("base.too_large", limit=_MAX_FILE)
    found = introduce(
        node=current_node(), actor=actor, envelope=file.read_bytes(), fingerprint=fingerprint, means=means
    )
    _show_introduction(found)


@command.command("confirm")
@click.argument("party")
@click.option("--fingerprint", required=True, help="As you obtained it out of band, in any grouping.")
@_MEANS
@acting
def confirm_waiting(actor: Officer, party: str, fingerprint: str, means: str) -> None:
    """Confirm the entry of PARTY that waits here, such as one that revokes keys."""
    found = confirm(
        node=current_node(), actor=actor, party=parse_party_id(party), fingerprint=fingerprint, means=means
    )
    _show_introduction(found)


@command.command("rotate")
@_SECOND
@_SECOND_FILE
@acting
def new_keys(actor: Officer, second: str, with_password_file: Path | None) -> None:
    """Give this node new keys; partners are told. Two directory officers sign in."""
    row = rotate(node=current_node(), actors=(actor, officer(second, with_password_file)))
    _say_new_entry(row.number, row.digest)


@command.command("revoke")
@click.option(
    "--since", required=True, help="Since when the keys may be in other hands: 2026-01-31T23:59:00Z."
)
@_SECOND
@_SECOND_FILE
@acting
def revoke_keys(actor: Officer, since: str, second: str, with_password_file: Path | None) -> None:
    """Revoke this node's keys since a moment and make new ones. Two directory officers sign in."""
    moment: datetime = parse_moment(since)
    row = revoke(node=current_node(), actors=(actor, officer(second, with_password_file)), since=moment)
    _say_new_entry(row.number, row.digest)
    click.echo(
        "Partners trust it only after two of their officers have confirmed this fingerprint out of band."
    )


def _say_new_entry(number: int, fingerprint: str) -> None:
    click.echo(f"Entry {number} of this node: {print_fingerprint(Digest(fingerprint))}")


def _show_entry(label: str, view: EntryView) -> None:
    entry = view.entry
    click.echo(
        f"  {label}: entry {entry.number} of {print_moment(entry.issued)}, “{entry.names['en']}”, {entry.endpoint.url}"
    )
    click.echo(f"  fingerprint {print_fingerprint(view.fingerprint)}")
    if view.confirmed_by:
        click.echo(
            f"  confirmed by {', '.join(view.confirmed_by)} ({len(view.confirmed_by)} of {view.needed})"
        )


def _show_introduction(found: Introduction) -> None:
    click.echo(f"{found.party}, entry {found.number}: {print_fingerprint(found.fingerprint)}")
    click.echo(f"Confirmed by {', '.join(found.confirmed_by)} ({len(found.confirmed_by)} of {found.needed}).")
    click.echo("Trusted." if found.trusted else "Not trusted yet: another directory officer must confirm it.")
