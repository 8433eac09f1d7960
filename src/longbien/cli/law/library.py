# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien law keep`, `list`, `show`, `search`: the library of laws. Needs the node."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from longbien.cli.answers import answer, say
from longbien.cli.awake import acting_awake
from longbien.cli.inputs import MOMENT, examples, read_file
from longbien.cli.law.library_words import hits_words, law_words, laws_words, note_words, text_words
from longbien.cli.treaty.shapes import format_options
from longbien.core.base.ids import parse_party_id
from longbien.core.law.provisions.lines import MAX_CHARACTERS
from longbien.core.law.reading.recipe import MAX_RECIPE
from longbien.core.law.versions.dating import KINDS, TRANSLATIONS
from longbien.core.law.versions.facts import LawFacts, VersionFacts

if TYPE_CHECKING:
    from longbien.actions.node import Node
    from longbien.actions.people.sign_in import Officer

MAX_FILE: Final = 8 * MAX_CHARACTERS
_ON = click.option(
    "--on", "moment", type=MOMENT, default=None, help="As in force on this day (otherwise today)."
)
_STATE = click.option("--state", default="", help="The State, by its code.")


@click.command(
    "keep",
    epilog=examples(
        "longbien law keep act.jsonl --law HARBOUR --title 'Harbour Act' --language en --kind act"
        " --in-force 2026-01-01 --source 'Official Gazette' --as anna",
        "longbien law keep act-2.jsonl --law HARBOUR --corrects 2026-01-01 --reason 'a line was lost' --source 'Official Gazette' --as anna",
    ),
)
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--law", "code", required=True, help="A short code of the law, unique within the State.")
@click.option("--state", default="", help="The State, by its code (otherwise this node's).")
@click.option("--title", default="", help="The law's title (needed once).")
@click.option("--language", default="", help="Language of the text, such as vi (needed once).")
@click.option("--kind", type=click.Choice(KINDS), default=None, help="What the law is (needed once).")
@click.option("--in-force", "since", type=MOMENT, default=None, help="The day from which this text holds.")
@click.option("--until", type=MOMENT, default=None, help="The first day on which it no longer holds.")
@click.option("--as-of", "as_of", type=MOMENT, default=None, help="Up to when amendments are worked in.")
@click.option("--promulgated", type=MOMENT, default=None, help="The day on which it was promulgated.")
@click.option("--source", required=True, help="Where the text was taken from.")
@click.option("--source-url", default="", help="The address of that page.")
@click.option(
    "--translation",
    type=click.Choice(TRANSLATIONS),
    default="original",
    show_default=True,
    help="What kind of text it is.",
)
@click.option(
    "--recipe",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="What this source needs beside the rules (YAML).",
)
@click.option("--label", default="", help="A name of the version (otherwise its day).")
@click.option("--corrects", default="", help="The label of a version that had a mistake.")
@click.option("--reason", default="", help="What the mistake was.")
@format_options
@acting_awake
def keep(
    node: "Node",
    actor: "Officer",
    /,
    *,
    file: Path,
    code: str,
    state: str,
    kind: str | None,
    recipe: Path | None,
    as_json: bool,
    **said: object,
) -> None:
    """Keep the text in FILE as a version of a law. It is never changed; a correction is another version."""
    from longbien.actions.law.library.keep import keep_version  # app ready
    from longbien.actions.law.library.reading import law_text  # app ready

    texts = {
        name: str(said[name])
        for name in ("source", "source_url", "translation", "label", "corrects", "reason")
    }
    days = {name: value.date() for name, value in said.items() if isinstance(value, datetime)}
    language = str(said["language"])
    law = LawFacts(
        state=parse_party_id(state.upper() or node.party),
        code=code,
        title=str(said["title"]),
        language=language,
        kind=kind or "",
    )
    how = read_file(recipe, MAX_RECIPE) if recipe is not None else b""
    text = law_text(read_file(file, MAX_FILE), name=file.name, law=law, recipe=how)
    made = keep_version(
        node=node,
        actor=actor,
        law=law,
        version=VersionFacts(
            **texts,
            language=language,
            promulgated_on=days.get("promulgated"),
            in_force_from=days.get("since"),
            in_force_until=days.get("until"),
            text_as_of=days.get("as_of"),
        ),
        text=text,
    )
    for line in note_words(text.notes):
        say(line)
    answer(made, lambda: f"Kept {made.ref}: {made.count} provisions, SHA-256 {made.digest}.", as_json=as_json)


@click.command(
    "list",
    epilog=examples("longbien law list --as anna", "longbien law list --state VN --on 2026-01-01 --as anna"),
)
@_STATE
@click.option("--kind", type=click.Choice(KINDS), default=None, help="Only laws of this kind.")
@click.option("--text", default="", help="Words in code or title.")
@_ON
@format_options
@acting_awake
def list_(
    node: "Node",
    actor: "Officer",
    /,
    *,
    state: str,
    kind: str | None,
    text: str,
    moment: datetime | None,
    as_json: bool,
) -> None:
    """List the laws that are kept, and which version of each is in force."""
    from longbien.actions.law.library.laws import laws  # app ready

    day = moment.date() if moment else None
    found = laws(node=node, actor=actor, day=day, state=state.upper(), kind=kind or "", text=text)
    answer(found, lambda: laws_words(found), as_json=as_json)


@click.command(
    "show",
    epilog=examples(
        "longbien law show HARBOUR --as anna",
        "longbien law show HARBOUR --on 2025-06-30 12 --as anna",
        "longbien law show VN/HARBOUR/2026-01-01 12 --as anna",
    ),
)
@click.argument("law")
@click.argument("number", default="")
@_ON
@format_options
@acting_awake
def show(
    node: "Node", actor: "Officer", /, *, law: str, number: str, moment: datetime | None, as_json: bool
) -> None:
    """Show the versions of LAW (CODE, STATE/CODE or STATE/CODE/LABEL), the text on a day, or the provision NUMBER of it."""
    from longbien.actions.law.library.laws import (  # app ready
        find_law,
        provisions_numbered,
        split_ref,
        text_of,
    )

    day = moment.date() if moment else None
    name, label = split_ref(law)
    if not number and not label and day is None:
        shown = find_law(name, node=node, actor=actor)
        answer(shown, lambda: law_words(shown), as_json=as_json)
        return
    text = text_of(law, node=node, actor=actor, day=day)
    chosen = provisions_numbered(text, number) if number else text.provisions
    answer((text.version, chosen), lambda: text_words(text, chosen), as_json=as_json)


@click.command(
    "search",
    epilog=examples(
        "longbien law search electronic evidence --as anna",
        "longbien law search '\"traffic data\"' --state VN --every --as anna",
    ),
)
@click.argument("words", nargs=-1, required=True)
@_STATE
@click.option("--law", default="", help="One law, by CODE or STATE/CODE.")
@click.option("--language", default="", help="Texts in this language, and words read as of it.")
@_ON
@click.option("--every", is_flag=True, help="Search every version: bills and earlier texts, too.")
@click.option("--page", type=click.IntRange(1, 50), default=1, help="Which twenty.")
@format_options
@acting_awake
def search(
    node: "Node",
    actor: "Officer",
    /,
    *,
    words: tuple[str, ...],
    page: int,
    moment: datetime | None,
    as_json: bool,
    **given: object,
) -> None:
    """Search the provisions of all laws that are kept for WORDS, in any language; words in quotation marks stand in a row."""
    from longbien.actions.law.library.search import PAGE, Narrowed  # app ready
    from longbien.actions.law.library.search import search as find  # app ready

    within = Narrowed(
        state=str(given["state"]).upper(),
        law=str(given["law"]),
        language=str(given["language"]),
        day=moment.date() if moment else None,
        every=bool(given["every"]),
    )
    found = find(" ".join(words), node=node, actor=actor, within=within, first=(page - 1) * PAGE)
    answer(found, lambda: hits_words(found), as_json=as_json)


COMMANDS: Final = (keep, list_, show, search)
