# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request paper` and `schema`: requests, answers and receipts on paper and as data, and the schemas of these data."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.cooperation.paper.make import act_paper
from longbien.actions.cooperation.paper.record import Wanted
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.inputs import examples, read_fields
from longbien.cli.outputs import new_file
from longbien.core.base.canonical import encode
from longbien.core.base.errors import UsageError
from longbien.core.cooperation.paper.schemas import schema, schema_kinds
from longbien.texts import LANGUAGES

_FILE: Final = click.Path(dir_okay=False, path_type=Path)


@click.command(
    "paper",
    epilog=examples(
        "longbien request paper C-2026/118 --language vi --language ar --to request.pdf",
        "longbien request paper C-2026/118 --act 9223523122ed --receipt --to receipt.pdf",
        "longbien request paper C-2026/118 --mask --data copy.json --to copy.pdf",
    ),
)
@click.argument("request")
@click.option("--to", "file", type=_FILE, required=True, help="The PDF to write.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    help="A language of the paper, once or twice (otherwise those of both States): "
    + ", ".join(LANGUAGES)
    + ".",
)
@click.option("--act", default="", help="An act of the thread, by its digest (otherwise the request itself).")
@click.option(
    "--receipt", is_flag=True, help="The receipt of the act: what the logs of both sides say of it."
)
@click.option("--mask", is_flag=True, help="Hide what may name victims and other people; the copy says so.")
@click.option(
    "--translation",
    type=_FILE,
    default=None,
    help="Translations of free texts, by field (YAML), to be printed where room for them would be.",
)
@click.option(
    "--data", type=_FILE, default=None, help="A file for the same data as JSON; it is inside the PDF too."
)
@json_option
@acting
def paper(
    actor: Officer,
    *,
    request: str,
    file: Path,
    languages: tuple[str, ...],
    act: str,
    receipt: bool,
    mask: bool,
    translation: Path | None,
    data: Path | None,
    as_json: bool,
) -> None:
    """Put a REQUEST, another act of its thread or a receipt on paper (PDF), in one or two languages.

    Labels and codes stand in both languages, texts in the one in which they were written, with room for a translation.
    """
    node = current_node()
    made = act_paper(
        node=node,
        actor=actor,
        request_id=find_request_id(node, actor, request),
        wanted=Wanted(act=act, receipt=receipt, masked=mask),
        languages=languages,
        translations=_translations(translation),
    )
    for path, content in ((file, made.pdf), (data, made.json)):
        if path is not None:
            with new_file(path) as sink:
                sink.write(content)
    words = _("%(file)s is written, in %(languages)s.") % {
        "file": file,
        "languages": ", ".join(LANGUAGES[one] for one in made.languages),
    }
    value = {"file": file, "size": len(made.pdf), "languages": list(made.languages)}
    answer(value, words, as_json=as_json, exercise=node.exercise)


@click.command(
    "schema",
    epilog=examples("longbien request schema preservation", "longbien request schema answer.decided"),
)
@click.argument("kind", required=False, default="")
def show_schema(kind: str) -> None:
    """Write the JSON Schema of the papers of a KIND: a kind of request or of act; without one, list the kinds.

    Each node also publishes it to everybody, at /schemas/KIND.json.
    """
    if not kind:
        for one in schema_kinds():
            click.echo(one)
        return
    click.echo(encode(schema(kind)).decode("utf-8"))


def _translations(path: Path | None) -> Mapping[str, str]:
    if path is None:
        return {}
    found = {}
    for name, text in read_fields(path).items():
        if not isinstance(text, str):
            raise UsageError("cli.field_form", field=name[:80])
        found[name] = text
    return found


COMMANDS: Final = (paper, show_schema)
"""What `longbien request` takes from here."""
