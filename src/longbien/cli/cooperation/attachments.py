# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Attachments at the terminal: `--attach FIELD=PATH` on drafts and answers, and `longbien request attachment` to read one."""

import mimetypes
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.evidence.documents import keep_document, open_document
from longbien.actions.evidence.seal import Opened
from longbien.actions.node import Node, current_node
from longbien.actions.people.sign_in import Officer
from longbien.bridge.files import open_source
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.inputs import examples
from longbien.cli.outputs import new_file
from longbien.cli.progress import amount
from longbien.cli.tables import facts
from longbien.core.base.canonical import Json
from longbien.core.base.errors import UsageError
from longbien.core.base.ids import RequestId
from longbien.core.cooperation.forms.values import write_value

_BYTES: Final = "application/octet-stream"

ATTACH: Final = click.option(
    "--attach",
    "attached",
    multiple=True,
    metavar="FIELD=PATH",
    help="A file for a field that takes an attachment; may be repeated.",
)


def attach(node: Node, actor: Officer, request_id: RequestId, given: Sequence[str]) -> dict[str, Json]:
    """Keep the files that `--attach` names, sealed, and give the fields that name them.

    UsageError `cli.field_form`; RefusedError `evidence.source_missing`, and as `keep_document`.
    """
    return {field: _keep(node, actor, request_id, path) for field, path in map(_parse, given)}


@click.command(
    "attachment", epilog=examples("longbien request attachment C-2026/118 court_decision --to decision.pdf")
)
@click.argument("request")
@click.argument("field")
@click.option(
    "--to", "file", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write."
)
@json_option
@acting
def take_attachment(actor: Officer, *, request: str, field: str, file: Path, as_json: bool) -> None:
    """Write the attachment at FIELD of a request into a new file, once its SHA-256 was found to be the one that was signed."""
    node = current_node()
    request_id = find_request_id(node, actor, request)
    with new_file(file) as sink:
        found = open_document(node=node, actor=actor, request_id=request_id, field=field, sink=sink)
    words = facts(
        (
            (_("Attachment"), f"{found.name}, {file}"),
            (_("Result"), _("is what the request names")),
            (_("Size"), amount(found.size)),
            (_("SHA-256"), found.sha256),
        )
    )
    answer(found, words, as_json=as_json, exercise=node.exercise)


def _parse(item: str) -> tuple[str, Path]:
    field, is_given, path = item.partition("=")
    if not is_given or not field or not path:
        raise UsageError("cli.field_form", field=item[:80])
    return field, Path(path)


def _keep(node: Node, actor: Officer, request_id: RequestId, path: Path) -> Json:
    with open_source(path) as found:
        kept = keep_document(
            node=node,
            actor=actor,
            request_id=request_id,
            opened=Opened(source=found.file, size=found.size, watch=found.state),
            name=path.name,
            media_type=mimetypes.guess_type(path.name)[0] or _BYTES,
        )
    return write_value(kept)


COMMANDS: Final = (take_attachment,)
"""What `longbien request` takes from here."""
