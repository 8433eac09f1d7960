# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien parties`: the directory: our own entry, partners, keys."""

import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.node import current_node
from longbien.actions.parties.amend import amend_from_notices, amend_profile
from longbien.actions.parties.directory import EntryView, directory, own_entries
from longbien.actions.parties.introduce import Introduction, confirm, introduce
from longbien.actions.parties.limits import set_limits
from longbien.actions.parties.renew import revoke, rotate
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting, officer
from longbien.cli.answers import answer, json_option
from longbien.cli.describe import profile_words, read_profile_file
from longbien.cli.inputs import read_file
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.ids import Digest, parse_party_id
from longbien.core.base.moments import parse_moment, print_moment
from longbien.core.parties.chain import read_entry
from longbien.core.parties.entry import MAX_ENTRY, print_fingerprint
from longbien.core.treaty.joining.notices import MAX_BYTES

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
        click.echo(f"{party.party} {_('(this node)')}" if party.own else party.party)
        for label, view in ((_("trusted"), party.trusted), (_("waits for confirmation"), party.waiting)):
            if view is not None:
                _show_entry(label, view, own=party.own)


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
        _("Read this fingerprint out on a line that you trust, never in the message that brings the file:"),
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


@command.command("amend")
@click.option(
    "--from",
    "file",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    required=True,
    help="The notices (JSON) of `longbien treaty join write`.",
)
@_SECOND
@_SECOND_FILE
@acting
def amend(actor: Officer, file: Path, second: str, with_password_file: Path | None) -> None:
    """Put the State's notices into our entry: authorities and languages; partners are told. Two directory officers sign in."""
    data = read_file(file, MAX_BYTES)
    row = amend_from_notices(
        node=current_node(), actors=(actor, officer(second, with_password_file)), data=data
    )
    _say_new_entry(row.number, row.digest)


@command.command("profile")
@click.argument("party", required=False, default="")
@click.option(
    "--from",
    "file",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="A YAML file with our own: sha512, required_fields, requirements.",
)
@click.option("--with", "second", default="", help="The second directory officer's name, to change ours.")
@_SECOND_FILE
@json_option
@acting
def profile(
    actor: Officer,
    *,
    party: str,
    file: Path | None,
    second: str,
    with_password_file: Path | None,
    as_json: bool,
) -> None:
    """Show what PARTY (or this node) asks of requests, or change our own with --from; then two directory officers sign in."""
    node = current_node()
    if file is not None:
        if not second or party:
            raise UsageError("people.two_needed")
        asked = read_profile_file(read_file(file, MAX_ENTRY), file.name)
        row = amend_profile(node=node, actors=(actor, officer(second, with_password_file)), profile=asked)
        _say_new_entry(row.number, row.digest)
        return
    wanted = parse_party_id(party.upper()) if party else node.party
    entries = (one.trusted.entry for one in directory(actor=actor) if one.party == wanted and one.trusted)
    entry = next(entries, None)
    if entry is None:
        raise RefusedError("parties.not_introduced", party=wanted)
    answer(entry.profile, lambda: profile_words(entry.profile), as_json=as_json, exercise=node.exercise)


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
        _("Partners trust it only after two of their officers have confirmed this fingerprint out of band.")
    )


@command.command("limits")
@click.argument("party")
@click.option("--silence-hours", type=float, help="Hours without a receipt after which this node states it.")
@click.option("--acts-per-hour", type=int, help="How many acts are taken from the party in an hour.")
@acting
def limits(actor: Officer, party: str, silence_hours: float | None, acts_per_hour: int | None) -> None:
    """Set how long PARTY may stay silent, and how many acts it may send in an hour; without options, show them."""
    known = parse_party_id(party.upper())
    if silence_hours is not None or acts_per_hour is not None:
        set_limits(
            node=current_node(),
            actor=actor,
            party=known,
            silence=None if silence_hours is None else timedelta(hours=min(silence_hours, 1e6)),
            acts_per_hour=acts_per_hour,
        )
    for view in directory(actor=actor):
        if view.party == known:
            values = {
                "party": known,
                "hours": f"{view.silence_limit.total_seconds() / 3600:g}",
                "acts": view.acts_per_hour,
            }
            click.echo(_("%(party)s: silence is stated after %(hours)s h; %(acts)s acts an hour.") % values)


def _say_new_entry(number: int, fingerprint: str) -> None:
    values = {"number": number, "digits": print_fingerprint(Digest(fingerprint))}
    click.echo(_("Entry %(number)s of this node: %(digits)s") % values)


def _show_entry(label: str, view: EntryView, *, own: bool) -> None:
    entry = view.entry
    values = {
        "label": label,
        "number": entry.number,
        "issued": print_moment(entry.issued),
        "name": entry.names["en"],
        "url": entry.endpoint.url,
    }
    click.echo("  " + _("%(label)s: entry %(number)s of %(issued)s, “%(name)s”, %(url)s") % values)
    click.echo("  " + _("fingerprint %(digits)s") % {"digits": print_fingerprint(view.fingerprint)})
    if view.confirmed_by or not own:
        click.echo("  " + _confirmed_words(view))


def _confirmed_words(view: EntryView) -> str:
    """Say why an entry is trusted, or what it still wants."""
    if not view.confirmed_by and view.trusted_at is not None:
        return _("trusted by the chain: signed with the keys of the entry before")
    if not view.confirmed_by:
        return _("confirmed by nobody yet (%(needed)s officers are needed)") % {"needed": view.needed}
    return _("confirmed by %(officers)s (%(given)s of %(needed)s)") % {
        "officers": ", ".join(view.confirmed_by),
        "given": len(view.confirmed_by),
        "needed": view.needed,
    }


def _show_introduction(found: Introduction) -> None:
    digits = print_fingerprint(found.fingerprint)
    entry = {"party": found.party, "number": found.number, "digits": digits}
    given = {
        "officers": ", ".join(found.confirmed_by),
        "given": len(found.confirmed_by),
        "needed": found.needed,
    }
    click.echo(_("%(party)s, entry %(number)s: %(digits)s") % entry)
    click.echo(_("Confirmed by %(officers)s (%(given)s of %(needed)s).") % given)
    click.echo(
        _("Trusted.") if found.trusted else _("Not trusted yet: another directory officer must confirm it.")
    )
