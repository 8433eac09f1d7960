# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Maps the Convention's articles to provisions of a national law: proposes, grades and gives reasons; never declares a gap.

    found = map_provisions(provisions, language="vi")
    found[7].candidates[0].id


Words first (BM25 over two views of the text with questions in the law's own language), models beside them as standard scores, then place
(neighbours, what suits every article). The same input gives the same output.
"""

from collections.abc import Sequence
from typing import Final

from longbien.core.law.matching.grading import Standing, coverage, gap_signals, standings
from longbien.core.law.matching.models import SHARE, SHARE_ALONE, model_rows, with_models
from longbien.core.law.matching.questions import ask, asked_in
from longbien.core.law.matching.reasons import Explainer
from longbien.core.law.matching.result import ArticleMap, Candidate, Mapped, Proposer, Reason
from longbien.core.law.matching.scoring import (
    WEIGHTS,
    Weights,
    folded,
    placed,
    word_rows,
)
from longbien.core.law.provisions.provision import Provision
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
) -> Mapped:
    """Propose provisions for each article; UsageError `law.language` for what is no language tag.

    `words` takes the place of the language's own file; without either, English words are asked for (`law_words`).
    """
    vocabulary = words or law_words(language)
    every = tuple(vocabulary.articles)
    asked = ask(words) if words else asked_in(vocabulary.language)
    texts = folded(provisions, vocabulary.language)
    words_found = word_rows(texts, asked, every, weights)
    by_models = [model_rows(one, provisions, vocabulary) for one in proposers]
    share = SHARE if vocabulary.language == primary(language) else SHARE_ALONE
    rows = placed(with_models(words_found.rows, by_models, share=share), provisions, weights)
    found = standings(rows, most=CANDIDATES)
    signals = gap_signals(words_found.strengths)
    explainer = Explainer(language=vocabulary.language, texts=texts, words=vocabulary.articles)
    names = [one.name for one in proposers]
    mapped = {}
    for article, best, signal in zip(every, found, signals, strict=True):
        if articles is None or article in articles:
            mapped[article] = ArticleMap(
                article=article,
                suggested_coverage=coverage(signal),
                gap_signal=signal,
                candidates=tuple(
                    _candidate(one, provisions, explainer.reasons(article, one.at), names) for one in best
                ),
            )
    return mapped


def _candidate(
    one: Standing, provisions: Sequence[Provision], reasons: tuple[Reason, ...], models: Sequence[str]
) -> Candidate:
    suggested = tuple(Reason(kind="model", text=name) for name in models)
    return Candidate(
        id=provisions[one.at].id, score=one.score, grade=one.grade, reasons=(*reasons, *suggested)
    )
