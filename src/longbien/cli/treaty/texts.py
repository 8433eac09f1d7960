# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty text`: the official text beside the paraphrases, article by article. Needs the node."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from longbien.cli.answers import answer, say
from longbien.cli.awake import acting_awake, wake_up
from longbien.cli.inputs import MOMENT, examples, read_file
from longbien.cli.tables import table
from longbien.cli.treaty.shapes import format_options
from longbien.core.treaty.provisions.citing import LANGUAGES
from longbien.core.treaty.provisions.official import MAX_TEXT

if TYPE_CHECKING:
    from longbien.actions.node import Node
    from longbien.actions.people.sign_in import Officer

_LANGUAGE: Final = click.Choice(LANGUAGES)


@click.group("text")
def text() -> None:
    """Load the official text of the Convention, which is then shown first wherever an article is shown."""


@text.command(
    "load",
    epilog=examples(
        "longbien treaty text load convention-vi.txt --language vi --as-of 2026-11-01 "
        '--source "Official Gazette, publication of the Convention"'
    ),
)
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--language", type=_LANGUAGE, required=True, help="The language of the text.")
@click.option("--source", required=True, help="Where it was taken from: an address or a publication.")
@click.option("--as-of", "as_of", type=MOMENT, required=True, help="The day on which it was taken.")
@acting_awake
def load(node: "Node", actor: "Officer", *, file: Path, language: str, source: str, as_of: datetime) -> None:
    """Load FILE, in which each article begins with its heading on a line of its own (docs/desks/treaty.md)."""
    from longbien.actions.treaty.texts import load_text  # app ready

    data = read_file(file, MAX_TEXT)
    made = load_text(
        node=node,
        actor=actor,
        data=data,
        language=language,
        source=source,
        as_of=as_of.date(),
    )
    say(
        f"Loaded the text in {made.language}: 68 articles, SHA-256 {made.digest}. It is shown first from now on."
    )


@text.command("list")
@format_options
def show(*, as_json: bool) -> None:
    """List the texts that are loaded."""
    wake_up()
    from longbien.actions.treaty.texts import loaded_texts  # app ready

    found = loaded_texts()
    head = ("language", "as of", "source", "loaded", "by")
    rows = [
        (one.language, one.as_of.isoformat(), one.source, one.loaded_at.date().isoformat(), one.loaded_by)
        for one in found
    ]
    answer(found, lambda: table(head, rows) if rows else "No official text is loaded.", as_json=as_json)


@text.command("remove", epilog=examples("longbien treaty text remove vi"))
@click.argument("language", type=_LANGUAGE)
@acting_awake
def remove(node: "Node", actor: "Officer", *, language: str) -> None:
    """Show the text in LANGUAGE no more."""
    from longbien.actions.treaty.texts import remove_text  # app ready

    remove_text(node=node, actor=actor, language=language)
    say(f"The text in {language} is shown no more.")


COMMANDS: Final = (text,)
