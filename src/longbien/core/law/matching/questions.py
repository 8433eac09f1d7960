# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is asked of a law for each article: the words of `data/law/words`, weighed by how much they tell articles apart."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from longbien.core.law.matching.features import VIEWS, View, keys
from longbien.core.law.matching.letters import cut
from longbien.core.law.words.language import REQUIRED, ArticleWords, LawWords, law_words

_APART: Final = 0.7
"""How much a key is worth less the more articles ask with it (0: not at all): "computer" tells offences apart from the rest, not from each other."""

_GENERAL: Final = 0.5
"""What a key of a general wording (objects, letters, property) is worth beside one of a wording that is the article's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """The weighed keys by view and article."""

    language: str
    by_view: Mapping[View, Mapping[int, Mapping[str, float]]]


@cache
def asked_in(language: str) -> Questions:
    """Give the questions of a language's own file (a near one's or English without one); kept, for they take a tenth of a second."""
    return ask(law_words(language))


def ask(words: LawWords) -> Questions:
    """Make the questions of one vocabulary."""
    by_view = {view: _weighed(words, view) for view in VIEWS}
    return Questions(language=words.language, by_view=by_view)


def _weighed(words: LawWords, view: View) -> dict[int, dict[str, float]]:
    counts = {number: _counted(one, view, words.language) for number, one in words.articles.items()}
    asked_by = Counter(key for number in REQUIRED for key in counts.get(number, ()))
    return {
        number: {key: math.sqrt(times) * _apart(asked_by[key]) for key, times in one.items()}
        for number, one in counts.items()
    }


def _counted(one: ArticleWords, view: View, language: str) -> dict[str, float]:
    """Count the keys of every wording of an article that a provision may share."""
    own = (one.title, *one.says, *one.terms, *one.headings)
    found: dict[str, float] = dict(keys((cut(text, language) for text in own), view, language))
    for key, times in keys((cut(text, language) for text in one.general), view, language).items():
        found[key] = found.get(key, 0) + _GENERAL * times
    return found


def _apart(many: int) -> float:
    worth: float = math.log(1 + (len(REQUIRED) - many + 0.5) / (many + 0.5)) ** _APART
    return worth


def vocabulary(found: Questions, view: View, articles: Sequence[int]) -> frozenset[str]:
    """Give every key that is asked for in a view."""
    return frozenset(key for number in articles for key in found.by_view[view].get(number, ()))
