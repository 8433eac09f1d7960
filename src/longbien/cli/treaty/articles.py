# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty article`, `duty`, `search` and `index`: the Convention on a terminal. Needs no node; shows a node's official texts.

A paraphrase is always said to be one, and what is not checked against the text is always marked.
"""

import os
from typing import Final

import click

from longbien.cli.answers import answer
from longbien.cli.awake import wake_up
from longbien.cli.inputs import examples
from longbien.cli.treaty import article_words
from longbien.cli.treaty.article_words import Official
from longbien.cli.treaty.index_words import INDEXES, index_words
from longbien.cli.treaty.shapes import format_options
from longbien.core.base.errors import UsageError
from longbien.core.treaty.provisions.citation import ARTICLES, article_of
from longbien.core.treaty.provisions.citing import LANGUAGES, read_citation
from longbien.core.treaty.provisions.convention import convention
from longbien.core.treaty.provisions.digest import article_digest, duty_digest

_LANGUAGE: Final = click.option(
    "--language", type=click.Choice(LANGUAGES), default=None, help="The language to show and to prefer."
)


@click.command(
    "article", epilog=examples("longbien treaty article 40", "longbien treaty article 25 --language vi")
)
@click.argument("number")
@_LANGUAGE
@format_options
def article(*, number: str, language: str | None, as_json: bool) -> None:
    """Show the article NUMBER: what it demands of whom, how sure that is, and its relatives in other treaties."""
    found = convention().article(_number(number))
    digest = article_digest(found)
    texts = _official(found.number, language)
    value = {"article": digest, "official": texts}
    answer(value, lambda: article_words.article(digest, texts, language), as_json=as_json)


def _number(text: str) -> int:
    """Read the number of an article, or of the one that a citation such as `40.15.c` stands in."""
    if text.isascii() and text.isdecimal():
        return int(text[:9])
    citation = read_citation(text)
    if citation is None:
        raise UsageError("treaty.article_unknown", article=text[:20], last=ARTICLES)
    return article_of(citation.provision)


@click.command("duty", epilog=examples("longbien treaty duty 40.15.c", 'longbien treaty duty "Art. 40 (15)"'))
@click.argument("provision")
@format_options
def duty(*, provision: str, as_json: bool) -> None:
    """Show the paragraph or item PROVISION with all that it carries; a group of items is shown whole."""
    citation = read_citation(provision)
    found = convention().under(citation.provision) if citation is not None else ()
    if not found:
        raise UsageError("treaty.duty_unknown", duty=provision[:40])
    digests = tuple(duty_digest(one) for one in found)
    value = digests[0] if len(digests) == 1 else digests
    answer(value, lambda: article_words.duties(digests), as_json=as_json)


@click.command(
    "search", epilog=examples('longbien treaty search "bảo quản"', "longbien treaty search 40(15)")
)
@click.argument("words", nargs=-1, required=True)
@_LANGUAGE
@click.option("--limit", type=click.IntRange(1, 200), default=20, show_default=True)
@format_options
def search(*, words: tuple[str, ...], language: str | None, limit: int, as_json: bool) -> None:
    """Find articles and duties by WORDS in seven languages, or by a citation."""
    query = " ".join(words)
    if _has_node():
        wake_up()
        from longbien.actions.treaty.texts import search as find  # app ready

        hits = find(query, language=language, limit=limit)
    else:
        from longbien.core.treaty.finding.search import find as find_alone  # slow import

        hits = find_alone(query, language=language, limit=limit)
    answer(hits, lambda: article_words.hits(hits), as_json=as_json)


@click.command("index", epilog=examples("longbien treaty index notices", "longbien treaty index deadlines"))
@click.argument("name", type=click.Choice(tuple(INDEXES)))
@format_options
def index(*, name: str, as_json: bool) -> None:
    """List across the whole Convention: notices, reservations, deadlines, grounds and so on."""
    rows = INDEXES[name]()
    value = [
        {
            "id": row.duty.id,
            "cite": row.duty.cite,
            "standing": convention().standing(row.duty),
            "fact": row.fact,
        }
        for row in rows
    ]
    answer(value, lambda: index_words(rows), as_json=as_json)


def _official(number: int, language: str | None) -> tuple[Official, ...]:
    """Give the texts that a node has loaded: one in the language that was asked for, otherwise all."""
    if not _has_node():
        return ()
    wake_up()
    from longbien.actions.treaty.texts import official_article  # app ready

    found = official_article(number, language=language)
    own = [one for one in found if one.language == language]
    return tuple(
        Official(language=one.language, title=one.title, text=one.text, source=one.source, as_of=one.as_of)
        for one in (own or found)
    )


def _has_node() -> bool:
    return bool(os.environ.get("LONGBIEN_HOME"))


COMMANDS: Final = (article, duty, search, index)
