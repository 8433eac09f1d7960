# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""From provisions and a language to a number for each article and provision: words, then place, then models by rank."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from longbien.core.law.matching.features import SHORT, VIEWS, View, keys_in, pieces
from longbien.core.law.matching.index import Index, Postings
from longbien.core.law.matching.letters import cut
from longbien.core.law.matching.placing import among_neighbours, apart, level, mean_of
from longbien.core.law.matching.questions import Questions, vocabulary
from longbien.core.law.provisions.provision import Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The few numbers of the method that are chosen, not derived; `benchmarks/law_map.py` shows how each was chosen."""

    heading: int = 2
    near: float = 0.15
    reach: int = 2
    apart: float = 0.25
    chapter: float = 0.15
    cites: float = 0.05
    relative: float = 0.05


WEIGHTS: Final = Weights()


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A provision's folded words: of its heading and of all of it."""

    heading: tuple[str, ...]
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRows:
    """Rows made comparable, for the order; and how strong each article's best provision is, for the gap signal."""

    rows: Sequence[Sequence[float]]
    strengths: Sequence[float]


def folded(provisions: Sequence[Provision], language: str) -> tuple[Folded, ...]:
    """Fold every provision once, for all that follows."""
    return tuple(
        Folded(heading=tuple(cut(one.heading, language)), text=tuple(cut(one.text, language)))
        for one in provisions
    )


def word_rows(
    texts: Sequence[Folded], asked: Questions, articles: Sequence[int], weights: Weights = WEIGHTS
) -> WordRows:
    """Give a row for each article with how well each provision's words answer it."""
    by_view = {}
    for view in VIEWS:
        index = _index(texts, asked, view, articles, weights)
        by_view[view] = [index.scores(asked.by_view[view].get(number, {})) for number in articles]
    strengths = [
        max(row, default=0.0) / (_length(asked.by_view[SHORT].get(number, {})) or 1.0)
        for number, row in zip(articles, by_view[SHORT], strict=True)
    ]
    return WordRows(rows=mean_of([level(rows) for rows in by_view.values()]), strengths=strengths)


def _length(question: Mapping[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in question.values()))


def placed(
    rows: Sequence[Sequence[float]], provisions: Sequence[Provision], weights: Weights = WEIGHTS
) -> list[list[float]]:
    """Let place count: neighbours in the same law, and what suits every article."""
    near = among_neighbours(rows, laws_of(provisions), share=weights.near, reach=weights.reach)
    return apart(near, share=weights.apart)


def laws_of(provisions: Sequence[Provision]) -> list[str]:
    """Give the law of each provision: as it says, or what stands before the colon of its id."""
    return [one.law or one.id.rpartition(":")[0] for one in provisions]


def _index(
    texts: Sequence[Folded], asked: Questions, view: View, articles: Sequence[int], weights: Weights
) -> Index:
    """Index the keys that are asked for; a word is cut once for the whole law."""
    wanted = vocabulary(asked, view, articles)
    known: dict[str, tuple[int, tuple[str, ...]]] = {}
    postings = Postings()
    for one in texts:
        words = Counter(pieces(one.text, view, asked.language))
        for piece in pieces(one.heading, view, asked.language):
            words[piece] += weights.heading
        found: dict[str, int] = {}
        length = 0
        for word, times in words.items():
            if (held := known.get(word)) is None:
                every = keys_in(word, view, asked.language)
                held = known[word] = (len(every), tuple(key for key in every if key in wanted))
            length += held[0] * times
            for key in held[1]:
                found[key] = found.get(key, 0) + times
        postings.add(found, length)
    return postings.index()
