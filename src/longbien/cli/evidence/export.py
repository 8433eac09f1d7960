# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien evidence export` and `trust`: the court bundle, and the keys that a court must get by another way."""

from pathlib import Path
from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.cooperation.paper.make import paper_languages
from longbien.actions.evidence.export_bundle import Exported, export_bundle, export_trust
from longbien.actions.evidence.holdings import find_object_id
from longbien.actions.evidence.use import Intended
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.bridge.bags import folder_sink
from longbien.bridge.papers import render_certificate
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.evidence.use import USES
from longbien.cli.inputs import examples
from longbien.cli.outputs import new_file
from longbien.cli.progress import amount
from longbien.cli.tables import facts, table
from longbien.cli.words import language, short
from longbien.core.base.ids import parse_party_id
from longbien.core.cooperation.life.uses import STATED
from longbien.core.sealing.age_recipients import parse_hybrid_recipient


@click.command(
    "export",
    epilog=examples(
        "longbien evidence export 1f2e3d4c5b6a --bundle court/",
        "longbien evidence export 1f2e3d4c5b6a --bundle court/ --sealed --evidence 0a1b2c3d4e5f",
        "longbien evidence export 1f2e3d4c5b6a --bundle court/ --recipient age1pq1…",
    ),
)
@click.argument("request")
@click.option(
    "--bundle",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder to make; nothing may stand there yet.",
)
@click.option(
    "--plain/--sealed", default=True, help="Evidence opened (where the key is held) or as it travelled."
)
@click.option(
    "--recipient",
    metavar="AGE1PQ…",
    help="Seal the evidence to this age key (of a court, say) instead: age 1.3 or later opens it.",
)
@click.option("--evidence", "objects", multiple=True, help="Only this object; may be repeated.")
@click.option("--purpose", default="", help="What it is for: it stands in the custody record.")
@click.option(
    "--use",
    type=click.Choice(USES),
    default=STATED,
    show_default=True,
    help="As stated, or with the giver's consent.",
)
@click.option("--for", "receiver", default="", help="With onward-transfer: who shall have it.")
@click.option(
    "--language",
    "court",
    default="",
    help="The court's language, for the certificate (otherwise this node's).",
)
@json_option
@acting
def export(
    actor: Officer,
    *,
    request: str,
    bundle: Path,
    plain: bool,
    recipient: str | None,
    objects: tuple[str, ...],
    purpose: str,
    use: str,
    receiver: str,
    court: str,
    as_json: bool,
) -> None:
    """Write everything about a REQUEST and its evidence as a bundle that a court checks with nobody's help.

    The bundle holds a verifier, verify.py; the court should use its own copy of it, and get the fingerprints of both States from
    the States themselves.
    """
    node = current_node()
    request_id = find_request_id(node, actor, request)
    chosen = [find_object_id(one) for one in objects]
    (spoken,) = paper_languages((court,)) if court else (language(),)
    with folder_sink(bundle) as sink:
        found = export_bundle(
            node=node,
            actor=actor,
            request_id=request_id,
            sink=sink,
            plain=plain,
            objects=chosen or None,
            purpose=purpose,
            intended=Intended(use=use, recipient=receiver),
            recipient=None if recipient is None else parse_hybrid_recipient(recipient),
            render=lambda certificate: render_certificate(certificate, language=spoken),
        )
    answer(found, lambda: _words(found, bundle), as_json=as_json, exercise=node.exercise)


@click.command("trust", epilog=examples("longbien evidence trust VN AT --to trust.json"))
@click.argument("parties", nargs=-1, required=True)
@click.option(
    "--to", "file", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write."
)
@acting
def trust(actor: Officer, *, parties: tuple[str, ...], file: Path) -> None:
    """Write the trusted entries of PARTIES to a file for a court: hand it over by another way than the bundle."""
    data = export_trust(
        node=current_node(), actor=actor, parties=[parse_party_id(one.upper()) for one in parties]
    )
    with new_file(file) as sink:
        sink.write(data)
    answer(None, _("%(file)s holds the keys of %(parties)s.") % {"file": file, "parties": ", ".join(parties)})


def _words(found: Exported, bundle: Path) -> str:
    rows = [
        (
            short(one.object),
            _("sealed") if one.sealed else _("plain"),
            amount(one.size),
            _("matches") if one.matches else _("DOES NOT MATCH"),
        )
        for one in found.exhibits
    ]
    pairs = (
        (_("Bundle"), str(bundle)),
        (_("Files"), str(found.files)),
        (_("SHA-256 of verify.py"), found.verifier),
        (_("Check it"), f"python3 {bundle}/data/verify.py {bundle} --fingerprint PARTY=…"),
    )
    head = (_("Evidence"), _("Form"), _("Size"), _("With its manifest"))
    return f"{facts(pairs)}\n\n{table(head, rows)}" if rows else facts(pairs)


COMMANDS: Final = (export, trust)
"""What `longbien evidence` takes from here."""
