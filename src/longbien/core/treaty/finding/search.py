# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finds articles and duties by what a person types: an id, a citation, or words in any of seven languages.

    find("40(15)(c)")
    find("bảo quản dữ liệu", language="vi")

What is searched: the paraphrases, what they carry (deadlines, notices, grounds), the titles and the words of the field in seven languages,
and official texts that were loaded. Hits say where the words stand, as positions.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from longbien.core.treaty.finding.ranking import (
    Field,
    Layer,
    Query,
    Score,
    Target,
    article_of,
    index,
    is_whole,
    provision_of,
    read_query,
    score,
    single,
    whole,
)
from longbien.core.treaty.provisions.articles import Article
from longbien.core.treaty.provisions.citation import ProvisionId, ancestors
from longbien.core.treaty.provisions.citing import read_citation
from longbien.core.treaty.provisions.convention import Convention, convention
from longbien.core.treaty.provisions.duties import Duty
from longbien.core.treaty.provisions.glossary import glossary, working_titles

LIMIT: Final = 20
"""Hits that are given unless asked otherwise."""
LONGEST: Final = 2000
"""Characters of a query that are looked at."""
TITLE: Final = "title"
TEXT: Final = "text"
WORDS: Final = "words"
OFFICIAL: Final = "official"
_WEIGHTS: Final = {TITLE: 3.0, TEXT: 2.0, WORDS: 1.5, OFFICIAL: 2.0}
_OF_ARTICLE: Final = 0.3
"""What a duty that was found gains from its article's title and words."""
_WHOLE: Final = 1.2
"""How much more a whole article counts than one of its duties."""
_MOST_BESIDE: Final = 5
"""Words that may stand beside a citation; with more of them, the citation is part of a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Where words of the query stand in a text: `spans` are first and last-but-one positions, in characters."""

    name: str
    language: str
    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A whole article or one duty that was found, and where. `cited`: the query cited it. `score` is in thousandths, to compare hits of one query only."""

    provision: ProvisionId
    whole: bool
    cited: bool
    score: int
    matches: tuple[Match, ...]


def find(
    query: str, *, language: str | None = None, official: Sequence[Layer] = (), limit: int = LIMIT
) -> tuple[Hit, ...]:
    """Find what a query means, best first. `language` is the reader's, whose words count a little more; `official`: loaded texts.

    A citation gives the provision first, then what stands below and around it; words beside it search inside the article first.
    """
    typed = query[:LONGEST]
    words = read_query(typed)
    citation = read_citation(typed)
    cited = _known(citation.provision) if citation is not None else None
    if citation is not None and cited is not None:
        beside = read_query(citation.rest)
        cited, words = (cited, beside) if beside.words <= _MOST_BESIDE else (None, words)
    layers = (paraphrases(), *official)
    scores: dict[Target, Score] = {}
    for layer in layers:
        score(layer, words, scores, language)
    ranked = _ranked(scores, words)
    found = [] if cited is None else _around(cited, ranked)
    place = {target for target, _ in found}
    rest = [(target, points) for target, points in ranked.items() if target not in place]
    rest.sort(key=lambda item: -item[1])
    return tuple(
        Hit(
            provision=provision_of(target),
            whole=is_whole(target),
            cited=target in place,
            score=round(1000 * points),
            matches=tuple(_matches(target, words, layers, language)),
        )
        for target, points in [*found, *rest][:limit]
    )


@cache
def paraphrases() -> Layer:
    """Give the index of what ships with the software, made once."""
    return index(_fields(convention()))


def article_layer(texts: Sequence[tuple[int, str, str, str]]) -> Layer:
    """Index an official text: rows of article, language, title and text."""
    return index(
        Field(
            target=whole(article),
            name=OFFICIAL,
            language=language,
            text=f"{title}\n{text}" if title else text,
            weight=_WEIGHTS[OFFICIAL],
        )
        for article, language, title, text in texts
    )


def _fields(source: Convention) -> Iterator[Field]:
    words = _words_by_provision()
    for article in source.articles:
        target = whole(article.number)
        for language, title in titles_of(article):
            yield Field(target=target, name=TITLE, language=language, text=title, weight=_WEIGHTS[TITLE])
        yield from _terms(target, words.get(provision_of(target), []))
        for duty in article.duties:
            one = single(duty.id)
            yield Field(target=one, name=TEXT, language="en", text=duty.text, weight=_WEIGHTS[TEXT])
            if duty.term is not None:
                yield Field(target=one, name=TITLE, language="en", text=duty.term, weight=_WEIGHTS[TITLE])
            carried = "; ".join(_carried(duty))
            if carried:
                yield Field(target=one, name=WORDS, language="en", text=carried, weight=_WEIGHTS[WORDS])
            if "." in duty.id:
                yield from _terms(one, words.get(duty.id, []))


def titles_of(article: Article) -> Iterator[tuple[str, str]]:
    """Give the title of an article in each language: English first, then the working titles."""
    yield "en", article.title
    for language, titles in working_titles().by_language.items():
        yield language, titles[article.number - 1]


def _terms(target: Target, terms: Sequence[tuple[str, str]]) -> Iterator[Field]:
    for language, word in terms:
        yield Field(target=target, name=WORDS, language=language, text=word, weight=_WEIGHTS[WORDS])


def _words_by_provision() -> dict[ProvisionId, list[tuple[str, str]]]:
    found: dict[ProvisionId, list[tuple[str, str]]] = {}
    for concept in glossary().values():
        for provision in concept.provisions:
            found.setdefault(provision, []).extend(
                (language, word) for language, terms in concept.words.items() for word in terms
            )
    return found


def _carried(duty: Duty) -> Iterator[str]:
    """Give the words of what a duty carries."""
    if duty.elements is not None:
        yield from (*duty.elements.conduct, duty.elements.object_of_conduct)
        yield from (item.requirement for item in duty.elements.optional)
    if duty.notice is not None:
        yield duty.notice.what
    if duty.reservation is not None:
        yield f"{duty.reservation.kind}: {duty.reservation.limit or duty.reservation.scope}"
    if duty.deadline is not None and duty.deadline.amount is not None:
        yield f"{duty.deadline.amount} {duty.deadline.unit}"
    yield from (ground.ground for ground in duty.grounds)
    yield from (component.what for component in duty.components)
    for values in duty.facts.values():
        yield from (value.replace("_", " ") for value in values)


def _known(provision: ProvisionId) -> ProvisionId | None:
    """Give the provision, or the nearest one around it that exists."""
    for candidate in (provision, *ancestors(provision)):
        if convention().has(candidate):
            return candidate
    return None


def _ranked(scores: dict[Target, Score], query: Query) -> dict[Target, float]:
    """Weigh the sums by how many of the query's words were found; a duty gains something from its article."""
    ranked = {}
    for target, one in scores.items():
        article = None if is_whole(target) else scores.get(article_of(target))
        total, found = one.total, float(len(one.found))
        if article is not None:
            total += _OF_ARTICLE * article.total
            found += _OF_ARTICLE * len(article.found - one.found)
        ranked[target] = total * (_WHOLE if is_whole(target) else 1.0) * found / query.words
    return ranked


def _around(cited: ProvisionId, ranked: dict[Target, float]) -> list[tuple[Target, float]]:
    """Give the cited provision, what stands below it by rank, and its article."""
    own = single(cited) if "." in cited else article_of(single(cited))
    below = [single(duty.id) for duty in convention().under(cited)]
    below.sort(key=lambda target: -ranked.get(target, 0.0))
    first = [own] if is_whole(own) or own in below else []
    order = dict.fromkeys([*first, *below, article_of(own)])
    return [(target, ranked.get(target, 0.0)) for target in order]


def _matches(target: Target, query: Query, layers: Sequence[Layer], language: str | None) -> Iterator[Match]:
    """Show where the words stand: in each text of the target that has some, the reader's language first."""
    fields = [item for layer in layers for item in layer.fields.get(target, ())]
    fields.sort(key=lambda item: (item.field.language != language, -item.field.weight))
    for item in fields:
        spans = item.spans(query)
        if spans:
            field = item.field
            yield Match(name=field.name, language=field.language, text=field.text, spans=spans)
