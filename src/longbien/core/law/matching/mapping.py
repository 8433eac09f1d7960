# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Maps the Convention's articles to provisions of a national law: proposes, grades and gives reasons; never declares a gap.

    found = map_provisions(provisions, language="vi")
    found[7].candidates[0].id


Words first (BM25 over two views of the text with questions in the law's own language), models beside them as standard scores, then place
(neighbours, what suits every article, the chapter, what is cited), then what is known of other treaties. The same input gives the same output.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from longbien.core.law.matching.duties import Cutter
from longbien.core.law.matching.grading import Standing, coverage, gap_signals, standings
from longbien.core.law.matching.models import SHARE, SHARE_ALONE, model_rows, with_models
from longbien.core.law.matching.questions import ask, asked_in
from longbien.core.law.matching.reasons import Explainer
from longbien.core.law.matching.relatives import Relative, of_article, with_relatives
from longbien.core.law.matching.result import ArticleMap, Candidate, Mapped, Proposer, Reason
from longbien.core.law.matching.scoring import (
    WEIGHTS,
    Folded,
    Weights,
    folded,
    laws_of,
    placed,
    word_rows,
)
from longbien.core.law.matching.structure import (
    Chapter,
    Cited,
    among_structure,
    chapters,
    cited,
    through_citations,
)
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.words.duties import fine_words
from longbien.core.law.words.language import LawWords, law_words, primary

CANDIDATES: Final = 20
"""Candidates given for each article, if the law has as many provisions."""


def map_provisions(
    provisions: Sequence[Provision],
    *,
    language: str,
    proposers: Sequence[Proposer] = (),
    articles: Sequence[int] | None = None,
    words: LawWords | None = None,
    weights: Weights = WEIGHTS,
    known: Sequence[Relative] = (),
) -> Mapped:
    """Propose provisions for each article; UsageError `law.language` for what is no language tag.

    `words` takes the place of the language's own file; without either, those of a near language or English are asked for (`law_words`). `known`: what gives effect to
    articles of other treaties that this Convention follows.
    """
    vocabulary = words or law_words(language)
    every = tuple(vocabulary.articles)
    asked = ask(words) if words else asked_in(vocabulary.language)
    texts = folded(provisions, vocabulary.language)
    words_found = word_rows(texts, asked, every, weights)
    by_models = [model_rows(one, provisions, vocabulary) for one in proposers]
    share = SHARE if vocabulary.language == primary(language) else SHARE_ALONE
    rows = placed(with_models(words_found.rows, by_models, share=share), provisions, weights)
    place = _place(provisions, vocabulary, language, known)
    rows = place.counted(rows, every, weights)
    found = standings(rows, most=CANDIDATES)
    signals = gap_signals(words_found.strengths)
    explainer = Explainer(language=vocabulary.language, texts=texts, words=vocabulary.articles)
    cutter = _cutter(vocabulary.language if words else language, provisions, texts)
    names = [one.name for one in proposers]
    mapped = {}
    for article, row, best, signal in zip(every, rows, found, signals, strict=True):
        if articles is None or article in articles:
            mapped[article] = ArticleMap(
                article=article,
                suggested_coverage=coverage(signal),
                gap_signal=signal,
                candidates=tuple(
                    _candidate(
                        one,
                        place.ids[one.at],
                        (*explainer.reasons(article, one.at), *place.reasons(article, one.at, best)),
                        names,
                    )
                    for one in best
                ),
                duties=cutter.duties(article, row) if cutter else (),
            )
    return mapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What stands beside the words: chapters, citations, and what is known of other treaties."""

    chapters: Mapping[int, Mapping[int, Chapter]]
    cited: Cited
    relatives: Mapping[int, Mapping[str, tuple[Relative, ...]]]
    ids: Sequence[str]

    def counted(
        self, rows: Sequence[Sequence[float]], numbers: Sequence[int], weights: Weights
    ) -> list[list[float]]:
        """Let all of it count."""
        found = among_structure(rows, self.chapters, numbers, share=weights.chapter)
        found = through_citations(found, self.cited, share=weights.cites)
        return with_relatives(found, self.ids, self.relatives, numbers, share=weights.relative)

    def reasons(self, article: int, at: int, best: Sequence[Standing]) -> Iterator[Reason]:
        """Give the chapter's heading, the candidates that this one cites, and the articles of other treaties."""
        chapter = self.chapters.get(article, {}).get(at)
        if chapter is not None:
            yield Reason(kind="chapter", text=chapter.heading)
        beside = {one.at for one in best}
        if cites := [self.ids[one] for one in self.cited[at] if one in beside]:
            yield Reason(kind="structure", text="; ".join(cites))
        if held := self.relatives.get(article, {}).get(self.ids[at], ()):
            yield Reason(kind="relative", text="; ".join(map(str, held)))


def _place(
    provisions: Sequence[Provision], vocabulary: LawWords, language: str, known: Sequence[Relative]
) -> Place:
    return Place(
        chapters=chapters(provisions, vocabulary.articles, vocabulary.language),
        cited=cited(provisions, laws_of(provisions), language),
        relatives=of_article(known),
        ids=[one.id for one in provisions],
    )


def _cutter(language: str, provisions: Sequence[Provision], texts: Sequence[Folded]) -> Cutter | None:
    """Give what cuts finer; None where the law's language has no words for it yet."""
    words = fine_words(language)
    return Cutter(words=words, provisions=provisions, texts=texts) if words else None


def _candidate(one: Standing, name: str, reasons: tuple[Reason, ...], models: Sequence[str]) -> Candidate:
    suggested = tuple(Reason(kind="model", text=model) for model in models)
    return Candidate(id=name, score=one.score, grade=one.grade, reasons=(*reasons, *suggested))
