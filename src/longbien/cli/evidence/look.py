# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien evidence status`, `open`, `step`, `sweep`: what is held, where it stands, what is in it, what was done with it."""

from datetime import timedelta
from pathlib import Path
from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.evidence.holdings import Holding, find_object_id, holding, holdings
from longbien.actions.evidence.open_received import OpenedObject, open_received
from longbien.actions.evidence.record_step import record_step
from longbien.actions.evidence.sweep import sweep
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.cooperation.objects import evidence_words
from longbien.cli.inputs import examples
from longbien.cli.outputs import new_file
from longbien.cli.progress import amount, progress
from longbien.cli.tables import facts, table
from longbien.cli.words import NOTHING, coded, moment, short
from longbien.core.evidence.custody import CustodyAction

_BY_PEOPLE: Final = (
    CustodyAction.TRANSFER_OUT,
    CustodyAction.TRANSFER_IN,
    CustodyAction.COPY,
    CustodyAction.ACCESS,
    CustodyAction.FILTER,
    CustodyAction.PRESENT_IN_COURT,
    CustodyAction.RETURN,
    CustodyAction.DESTROY,
)
"""Steps that people take outside this software."""


@click.command("status", epilog=examples("longbien evidence status", "longbien evidence status 0a1b2c3d4e5f"))
@click.argument("evidence", default="")
@click.option("--request", default="", help="Only the evidence of one request.")
@json_option
@acting
def status(actor: Officer, *, evidence: str, request: str, as_json: bool) -> None:
    """List the evidence held here; with EVIDENCE, show one object with its conditions and custody."""
    node = current_node()
    if evidence:
        one = holding(node=node, actor=actor, object_id=find_object_id(evidence))
        answer(one, lambda: evidence_words(one), as_json=as_json, exercise=node.exercise)
        return
    request_id = find_request_id(node, actor, request) if request else ""
    found = holdings(actor=actor, request_id=request_id)
    answer(found, lambda: _list_words(found), as_json=as_json, exercise=node.exercise)


@click.command("open", epilog=examples('longbien evidence open 0a1b2c3d4e5f --to auth.log --purpose "trial"'))
@click.argument("evidence")
@click.option(
    "--to", "file", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write."
)
@click.option("--purpose", default="", help="What it is opened for: it stands in the custody record.")
@click.option("--place", default="", help="Where.")
@json_option
@acting
def open_object(
    actor: Officer, *, evidence: str, file: Path, purpose: str, place: str, as_json: bool
) -> None:
    """Open EVIDENCE into a new file, each MiB checked before it is written. A folder comes as a tar archive.

    What was found is recorded in the custody and told to the State that sent it.
    """
    node = current_node()
    object_id = find_object_id(evidence)
    size = holding(node=node, actor=actor, object_id=object_id).size
    with new_file(file) as sink, progress(_("Opening"), size) as tell:
        found = open_received(
            node=node,
            actor=actor,
            object_id=object_id,
            sink=sink,
            purpose=purpose,
            place=place,
            progress=tell,
        )
    answer(found, lambda: _opened_words(found, file), as_json=as_json, exercise=node.exercise)


@click.command(
    "step", epilog=examples('longbien evidence step 0a1b2c3d4e5f return --place "Vienna" --notes "…"')
)
@click.argument("evidence")
@click.argument("action", type=click.Choice([one.value for one in _BY_PEOPLE]))
@click.option("--place", default="", help="Where.")
@click.option("--purpose", default="", help="What for.")
@click.option("--legal-basis", default="", help="On what basis.")
@click.option("--notes", default="", help="Anything else.")
@json_option
@acting
def step(
    actor: Officer,
    *,
    evidence: str,
    action: str,
    place: str,
    purpose: str,
    legal_basis: str,
    notes: str,
    as_json: bool,
) -> None:
    """Record a step of custody that was taken outside this software, such as a return or a destruction."""
    node = current_node()
    digest = record_step(
        node=node,
        actor=actor,
        object_id=find_object_id(evidence),
        action=CustodyAction(action),
        place=place,
        purpose=purpose,
        legal_basis=legal_basis,
        notes=notes,
    )
    words = _("Recorded and logged: %(digest)s.") % {"digest": digest}
    answer({"record": digest}, words, as_json=as_json, exercise=node.exercise)


@click.command("sweep", epilog=examples("longbien evidence sweep", "longbien evidence sweep --closed --json"))
@click.option(
    "--older", type=click.IntRange(min=1), default=24, help="Hours since something was written to it (24)."
)
@click.option(
    "--closed",
    is_flag=True,
    help="Also others' payloads that were declined or recalled before their key came.",
)
@json_option
@acting
def sweep_payloads(actor: Officer, *, older: int, closed: bool, as_json: bool) -> None:
    """Remove payloads that belong to no object: what a node that was killed while sealing left behind. Logged."""
    node = current_node()
    found = sweep(node=node, actor=actor, older=timedelta(hours=older), closed=closed)
    pairs = (
        (_("Without an object"), "\n".join(found.orphans)),
        (_("Never to be opened"), "\n".join(found.closed)),
        (_("Freed"), amount(found.size)),
    )
    answer(found, lambda: facts(pairs), as_json=as_json, exercise=node.exercise)


def _list_words(found: tuple[Holding, ...]) -> str:
    if not found:
        return _("No evidence is held here.")
    rows = [
        (
            short(one.object_id),
            one.party,
            one.partner or NOTHING,
            short(one.request_id),
            coded("state.evidence", one.stage),
            amount(one.length),
            f"{one.held} / {one.leaves}",
            moment(one.sealed_at),
        )
        for one in found
    ]
    head = (
        _("Object"),
        _("Sealed by"),
        _("With"),
        _("Request"),
        _("State"),
        _("Size"),
        _("Segments"),
        _("Sealed"),
    )
    return table(head, rows)


def _opened_words(found: OpenedObject, file: Path) -> str:
    acquired = found.description.acquired
    return facts(
        (
            (_("Opened"), f"{found.description.name}, {file}"),
            (_("Result"), _("matches what was sealed")),
            (_("Size"), amount(found.size)),
            (_("SHA-256"), found.sha256),
            (_("Case"), found.description.case),
            (_("Exhibit"), found.description.exhibit),
            (_("Acquired"), f"{moment(acquired.at)}, {acquired.by_role}"),
            (_("Files in it"), str(len(found.members)) if found.members else ""),
        )
    )


COMMANDS: Final = (status, open_object, step, sweep_payloads)
"""What `longbien evidence` takes from here."""
