# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien conference document`: file a document under its symbol, its language versions, circulate them, find and fetch them."""

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.awake import acting_awake, wake_node, wake_up
from longbien.cli.inputs import examples
from longbien.cli.outputs import new_file
from longbien.cli.tables import facts, table
from longbien.core.base.errors import UsageError
from longbien.core.conference.documents.symbols import parse_symbol, series
from longbien.core.conference.documents.versions import LANGUAGES, Access, Document

if TYPE_CHECKING:
    from longbien.actions.node import Node
    from longbien.actions.people.sign_in import Officer


@click.group("document")
def document() -> None:
    """File, circulate, find and fetch the documents of a session: one symbol for all languages."""


@document.command("symbol", epilog=examples("longbien conference document symbol CAC/COSP/2015/L.3/Rev.1"))
@click.argument("text")
@json_option
def read_symbol(*, text: str, as_json: bool) -> None:
    """Read a document symbol and say what it means. Needs no node."""
    symbol = parse_symbol(text)
    held = series()[symbol.series]

    def words() -> str:
        return facts(
            (
                ("symbol", str(symbol)),
                ("body and organ", symbol.prefix),
                ("year", str(symbol.year or "")),
                ("series", f"{held.code or '-'}: {held.label} ({held.confidence})"),
                ("number", str(symbol.number)),
                ("marks", ", ".join(f"{one.kind}.{one.number}" for one in symbol.marks)),
                ("takes the place of", str(symbol.unrevised) if symbol.revision else ""),
                ("corrects", str(symbol.corrects or "")),
                ("due in", "all official languages" if held.all_languages else "the language of submission"),
            )
        )

    answer(symbol, words, as_json=as_json)


@document.command("list", epilog=examples("longbien conference document list cosp-1 --item 3"))
@click.argument("session")
@click.option("--word", "words_", default="", help="A word of the title, or a part of the symbol.")
@click.option("--item", default="", help="The number of an agenda item.")
@click.option("--all", "whole", is_flag=True, help="With superseded ones.")
@json_option
def list_documents(*, session: str, words_: str, item: str, whole: bool, as_json: bool) -> None:
    """List the public documents of SESSION."""
    wake_up()
    from longbien.actions.conference.papers.documents import documents_of  # app ready

    found = documents_of(session, actor=None, words=words_, item=item, whole=whole)

    def words() -> str:
        rows = [
            (
                str(one.symbol),
                one.title,
                ", ".join(one.items),
                " ".join(version.language for version in one.versions),
                str(one.superseded_by or ""),
            )
            for one in found
        ]
        return table(("symbol", "title", "items", "languages", "superseded by"), rows)

    answer(found, words, as_json=as_json)


@document.command(
    "file",
    epilog=examples(
        'longbien conference document file cosp-1 CAC/COSP/2027/L.1 --title "Draft resolution" --item 3 --by VN --as conference',
        "longbien conference document file cosp-1 CAC/COSP/2027/L.1 --version fr L1-fr.pdf --version en L1-en.pdf --circulate --as conference",
    ),
)
@click.argument("session")
@click.argument("symbol")
@click.option("--title", default="", help="Its title: files the document, or changes what is said of it.")
@click.option("--item", "items", multiple=True, help="The number of an agenda item.")
@click.option("--by", "submitted_by", multiple=True, help="Who submits it.")
@click.option(
    "--original",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="The language of submission.",
)
@click.option(
    "--access",
    type=click.Choice([one.value for one in Access]),
    default=Access.PUBLIC.value,
    show_default=True,
    help="Who may read it.",
)
@click.option(
    "--version",
    "versions",
    multiple=True,
    type=(click.Choice(LANGUAGES), click.Path(dir_okay=False, path_type=Path)),
    metavar="LANGUAGE FILE",
    help="A language version and its file; as often as needed.",
)
@click.option("--circulate", "is_circulated", is_flag=True, help="Circulate these versions now.")
@acting_awake
def file_one(
    node: "Node",
    actor: "Officer",
    *,
    session: str,
    symbol: str,
    title: str,
    items: tuple[str, ...],
    submitted_by: tuple[str, ...],
    original: str,
    access: str,
    versions: tuple[tuple[str, Path], ...],
    is_circulated: bool,
) -> None:
    """File SYMBOL in SESSION: what it is (--title), and its language versions."""
    from longbien.actions.conference.papers import documents as verbs  # app ready

    if title:
        given = Document(
            symbol=parse_symbol(symbol),
            title=title,
            items=items,
            submitted_by=submitted_by,
            original=original,
            access=Access(access),
        )
        verbs.file_document(node=node, actor=actor, conference_id=session, document=given)
    for language, path in versions:
        with _opened(path) as source:
            verbs.file_version(
                node=node,
                actor=actor,
                conference_id=session,
                symbol=symbol,
                language=language,
                name=path.name,
                source=source,
            )
    if is_circulated:
        languages = tuple(language for language, _path in versions)
        verbs.circulate(node=node, actor=actor, conference_id=session, symbol=symbol, languages=languages)
    found = verbs.find_document(session, symbol, actor=actor)
    answer(
        found,
        f"{found.symbol}: {found.title} ({' '.join(one.language for one in found.versions) or 'no file yet'})",
    )


def _opened(path: Path) -> BinaryIO:
    """Open a file to be filed; UsageError `cli.file_unreadable`."""
    try:
        return path.open("rb")
    except OSError as error:
        raise UsageError("cli.file_unreadable", file=path.name) from error


@document.command(
    "get", epilog=examples("longbien conference document get cosp-1 CAC/COSP/2027/L.1 en --out L1.pdf")
)
@click.argument("session")
@click.argument("symbol")
@click.argument("language", type=click.Choice(LANGUAGES))
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Where to write it."
)
def get_one(*, session: str, symbol: str, language: str, out: Path) -> None:
    """Write one language version of a public document to a file."""
    node = wake_node()
    from longbien.actions.conference.papers.documents import given_version, read_version  # app ready

    given = given_version(session, symbol, language, actor=None)
    with new_file(out) as sink:
        for piece in read_version(node, given):
            sink.write(piece)
    answer(given.version, f"{out}: {given.version.size} bytes, SHA-256 {given.version.sha256}")


@document.command(
    "table", epilog=examples("longbien conference document table cosp-1-m1 CAC/COSP/2027/L.1 --as conference")
)
@click.argument("meeting")
@click.argument("symbol")
@acting_awake
def table_one(node: "Node", actor: "Officer", *, meeting: str, symbol: str) -> None:
    """Table the filed draft SYMBOL in MEETING, with what is known of its circulation."""
    from longbien.actions.conference.papers.table import table_document  # app ready

    said = table_document(node=node, actor=actor, meeting_id=meeting, symbol=symbol)
    answer(said, f"{meeting}: event {said.seq}")


COMMANDS: Final = (document,)
