# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien courier`: the same acts and evidence as on the line, as a file on a disc or a stick."""

from collections.abc import Mapping
from pathlib import Path

import click
from django.utils.translation import gettext as _

from longbien.actions.exchange.courier import CourierRead, read_courier, write_courier
from longbien.actions.exchange.give_back import give_back
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.inputs import examples
from longbien.cli.outputs import new_file
from longbien.cli.progress import amount
from longbien.cli.tables import facts, table
from longbien.cli.words import sentence_of
from longbien.core.base.errors import UsageError
from longbien.core.base.ids import parse_party_id


@click.group("courier")
def command() -> None:
    """Carry acts and evidence as files when there is no line. Nothing is taken in twice, whatever comes back first."""


@command.command("write", epilog=examples("longbien courier write to-austria.lbc --to AT"))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--to", "partner", required=True, help="The party that it is for, such as AT.")
@click.option("--without-evidence", is_flag=True, help="Only acts and answers, no evidence payloads.")
@json_option
@acting
def write(actor: Officer, *, file: Path, partner: str, without_evidence: bool, as_json: bool) -> None:
    """Write what waits for a party into a new FILE. It waits on here until the receipts are back."""
    node = current_node()
    with new_file(file) as sink:
        found = write_courier(
            node=node,
            actor=actor,
            partner=parse_party_id(partner.upper()),
            file=sink,
            with_evidence=not without_evidence,
        )
    value = {"acts": found.acts, "segments": found.segments, "digest": found.digest, "file": file}
    pairs = (
        (_("Courier file"), f"{file} ({amount(file.stat().st_size)})"),
        (_("For"), found.partner),
        (_("Acts"), str(found.acts)),
        (_("Evidence segments"), str(found.segments)),
        (_("SHA-256"), found.digest),
        (_("There"), f"longbien courier read {file.name}"),
    )
    answer(value, lambda: facts(pairs), as_json=as_json, exercise=node.exercise)


@command.command("read", epilog=examples("longbien courier read from-vietnam.lbc"))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@json_option
@acting
def read(actor: Officer, *, file: Path, as_json: bool) -> None:
    """Check a courier FILE whole, then take in what it brings; reading it again changes nothing."""
    node = current_node()
    try:
        source = file.open("rb")
    except OSError as error:
        raise UsageError("cli.file_unreadable", file=file.name) from error
    with source:
        found = read_courier(node=node, actor=actor, file=source)
    answer(found, lambda: _read_words(found), as_json=as_json, exercise=node.exercise)


@command.command("give-back", epilog=examples("longbien courier give-back for-vietnam.lbr --to VN"))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--to", "partner", required=True, help="The party that lost what we hold, such as VN.")
@json_option
@acting
def write_back(actor: Officer, *, file: Path, partner: str, as_json: bool) -> None:
    """Write what we hold of a party that restored an old copy of its node into a new FILE, sealed to that party.

    The leaves of its log that we kept, every act between us, our receipts. There: longbien restore recover FILE
    """
    node = current_node()
    with new_file(file) as sink:
        found = give_back(node=node, actor=actor, partner=parse_party_id(partner.upper()), file=sink)
    pairs = (
        (_("Recovery file"), f"{file} ({amount(file.stat().st_size)})"),
        (_("For"), found.partner),
        (_("Checkpoints"), str(found.checkpoints)),
        (_("Leaves"), str(found.leaves)),
        (_("Acts"), str(found.acts)),
        (_("SHA-256"), found.digest),
        (_("There"), f"longbien restore recover {file.name}"),
    )
    answer(found, lambda: facts(pairs), as_json=as_json, exercise=node.exercise)


def _read_words(found: CourierRead) -> str:
    rows = [*_counted(_("acts"), found.acts), *_counted(_("evidence segments"), found.segments)]
    if found.answered:
        rows.append((_("our acts answered"), str(found.answered), ""))
    lines = [_("From %(party)s:") % {"party": found.sender}]
    if found.read_before:
        lines = [
            _("This file from %(party)s was read before; nothing is taken in twice.")
            % {"party": found.sender}
        ]
    if rows:
        lines.append(table((_("What"), _("How many"), _("What became of them")), rows))
    if found.acts:
        lines.append(
            _("Carry the receipts back: longbien courier write FILE --to %(party)s") % {"party": found.sender}
        )
    return "\n".join(lines)


def _counted(what: str, counts: Mapping[str, int]) -> list[tuple[str, str, str]]:
    return [(what, str(count), sentence_of(code)) for code, count in sorted(counts.items())]
