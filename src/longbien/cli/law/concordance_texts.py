# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien law concordance`: add, propose. Further texts and duties for a concordance that was begun, and the machine's suggestions for them."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from longbien.cli.answers import answer
from longbien.cli.awake import acting_awake
from longbien.cli.inputs import examples, read_file
from longbien.cli.treaty.shapes import format_options
from longbien.core.base.errors import UsageError
from longbien.core.law.concordance.table import TextUsed

if TYPE_CHECKING:
    from longbien.actions.node import Node
    from longbien.actions.people.sign_in import Officer

MAX_FILE: Final = 64 * 1024 * 1024


@click.command(
    "add",
    epilog=examples(
        "longbien law concordance add 0f… --library VN/HARBOUR/2026-01-01 --as anna",
        "longbien law concordance add 0f… --text act.jsonl --law ACT --title 'Computers Act' --version 2018 --language en --as anna",
        "longbien law concordance add 0f… --row 40.2 --row 53.1 --as anna",
    ),
)
@click.argument("ref")
@click.option(
    "--library", multiple=True, help="A version of the library, as VN/CODE/LABEL; as often as wanted."
)
@click.option(
    "--text",
    "text_file",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    default=None,
    help="A file of provisions, as JSON lines.",
)
@click.option("--law", default="", help="Short code of the law in that file.")
@click.option("--version", default="", help="Its version, such as the day of its text.")
@click.option("--title", default="", help="Its title.")
@click.option("--language", default="", help="Its language, such as vi.")
@click.option("--row", "rows", multiple=True, help="A duty beside those of the law desk, such as 40.2.")
@format_options
@acting_awake
def add(
    node: "Node",
    actor: "Officer",
    /,
    *,
    ref: str,
    library: tuple[str, ...],
    text_file: Path | None,
    rows: tuple[str, ...],
    as_json: bool,
    **said: str,
) -> None:
    """Take further texts and duties into the concordance REF."""
    from longbien.actions.law.concordance import begin as beginnings  # app ready
    from longbien.actions.law.concordance import proposing  # app ready

    if not (library or text_file or rows):
        raise UsageError("law.add_nothing")
    count = new = 0
    if text_file is not None:
        text = TextUsed(
            law=said["law"], version=said["version"], title=said["title"], language=said["language"]
        )
        if not (text.law and text.title and text.language):
            raise UsageError("law.text_incomplete")
        data = read_file(text_file, MAX_FILE)
        count += beginnings.add_text(node=node, actor=actor, ref=ref, text=text, data=data)
    for version in library:
        count += proposing.add_from_library(node=node, actor=actor, ref=ref, version=version)
    if rows:
        new = beginnings.add_rows(node=node, actor=actor, ref=ref, rows=rows)
    answer(
        {"provisions": count, "rows": new},
        f"Taken in: {count} provisions, {new} rows.",
        as_json=as_json,
    )


@click.command("propose", epilog=examples("longbien law concordance propose 0f… --as anna"))
@click.argument("ref")
@format_options
@acting_awake
def propose(node: "Node", actor: "Officer", /, *, ref: str, as_json: bool) -> None:
    """Let the machine propose provisions for every article of the concordance REF. It finds nothing and declares no gap."""
    from longbien.actions.law.concordance import proposing  # app ready

    count = proposing.propose(node=node, actor=actor, ref=ref)
    answer({"suggestions": count}, f"New suggestions: {count}.", as_json=as_json)


COMMANDS: Final = (add, propose)
