# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request new`, `edit`, `check`, `submit`, `discard`: a request on its way out."""

from pathlib import Path
from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.cooperation.draft import Draft, discard, draft
from longbien.actions.cooperation.submit import submit
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.cooperation.spoken import spoken_words
from longbien.cli.inputs import examples, parse_fields, read_fields
from longbien.cli.tables import table
from longbien.cli.words import sentence_of, short
from longbien.core.base.ids import parse_party_id

_FIELD = click.option(
    "--field", "fields", multiple=True, metavar="NAME=VALUE", help="A field; may be repeated."
)
_FILE = click.option(
    "--file",
    "file",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="A YAML file with fields, as `longbien request form KIND` writes it; - for standard input.",
)


@click.command(
    "new",
    epilog=examples(
        "longbien request new preservation --to AT --file request.yaml",
        "longbien request new preservation --to AT --field reference=C-2026/118 --field offences=7",
    ),
)
@click.argument("kind")
@click.option("--to", "partner", required=True, help="The party asked, such as AT.")
@_FIELD
@_FILE
@json_option
@acting
def new(
    actor: Officer, *, kind: str, partner: str, fields: tuple[str, ...], file: Path | None, as_json: bool
) -> None:
    """Begin a request of a KIND (see `longbien request kinds`). It is a draft: nothing leaves before `submit`."""
    raw = (read_fields(file) if file else {}) | parse_fields(fields)
    node = current_node()
    made = draft(node=node, actor=actor, form_id=kind, partner=parse_party_id(partner.upper()), raw=raw)
    answer(made, lambda: _draft_words(made), as_json=as_json, exercise=node.exercise)


@click.command("submit", epilog=examples("longbien request submit 1f2e3d4c5b6a"))
@click.argument("request")
@json_option
@acting
def send(actor: Officer, *, request: str, as_json: bool) -> None:
    """Propose a draft for sending: a second officer approves it, then it is signed, sealed and sent."""
    node = current_node()
    found = submit(node=node, actor=actor, request_id=find_request_id(node, actor, request))
    answer(found, lambda: spoken_words(found), as_json=as_json, exercise=node.exercise)


@click.command("discard", epilog=examples("longbien request discard 1f2e3d4c5b6a"))
@click.argument("request")
@acting
def give_up(actor: Officer, *, request: str) -> None:
    """Give a draft up."""
    node = current_node()
    request_id = find_request_id(node, actor, request)
    discard(node=node, actor=actor, request_id=request_id)
    answer(request_id, _("The draft %(request)s is discarded.") % {"request": short(request_id)})


def _draft_words(made: Draft) -> str:
    lines = [_("Draft %(request)s to %(party)s.") % {"request": made.request_id, "party": made.partner}]
    if made.errors:
        rows = [
            (
                one.field if one.item is None else f"{one.field}[{one.item}]",
                sentence_of(one.code, **one.params),
            )
            for one in made.errors
        ]
        lines += [_("These fields could not be read:"), table((_("Field"), _("Why")), rows)]
    return "\n".join(lines)


COMMANDS: Final = (new, send, give_up)
"""What `longbien request` takes from here."""
