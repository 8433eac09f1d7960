# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cuts an article's proposals finer: which provision answers this paragraph, and in which words of the law each of its elements stands.

Only what is near to the whole article is looked through. What tells a paragraph from its sisters counts, beside what suits the article.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from longbien.core.law.concordance.grid import grid
from longbien.core.law.matching.features import SHORT, counted, keys
from longbien.core.law.matching.grading import Standing, standings
from longbien.core.law.matching.index import build
from longbien.core.law.matching.letters import cut
from longbien.core.law.matching.placing import level
from longbien.core.law.matching.quoting import Passage, passage
from longbien.core.law.matching.result import Candidate, DutyMap, ElementSeen, Quoted, Reason
from longbien.core.law.matching.scoring import Folded
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.words.duties import DutyWords, FineWords, fine_words

POOL: Final = 100
"""Provisions nearest to the article among which its duties look for theirs."""
CANDIDATES: Final = 5
"""Provisions proposed for a duty."""
SHARE: Final = 0.6
"""What a duty's own words count beside what suits the whole article."""
LOOKED_THROUGH: Final = 3
"""A duty's first candidates, in which its elements are looked for."""
MOST_QUOTED: Final = 4
"""Quotations that one reason or one element shows of one provision."""


@dataclass(slots=True, kw_only=True)
class Cutter:
    """Cuts the rows of articles into those of their duties; keeps what it has counted and cut of the provisions."""

    words: FineWords
    provisions: Sequence[Provision]
    texts: Sequence[Folded]
    _counts: dict[int, Counter[str]] = field(default_factory=dict)
    _passages: dict[int, Passage] = field(default_factory=dict)

    def duties(self, article: int, row: Sequence[float]) -> tuple[DutyMap, ...]:
        """Propose provisions for each duty of an article from the article's row: a number for each provision."""
        sisters = self.words.of_article(article)
        pool = sorted(range(len(row)), key=lambda at: (-row[at], at))[:POOL] if sisters else []
        asked = _asked(self.words.language, article)
        wanted = {key for one in asked for key in one}
        counts = [self._counted(at) for at in pool]
        index = build(
            [{key: times for key, times in one.items() if key in wanted} for one in counts],
            [sum(one.values()) for one in counts],
        )
        whole = level([[row[at] for at in pool]])[0]
        found = []
        for one, question in zip(sisters, asked, strict=True):
            own = level([index.scores(question)])[0]
            both = [first + SHARE * second for first, second in zip(whole, own, strict=True)]
            found.append(self._map(one, pool, standings([both], most=CANDIDATES)[0]))
        return tuple(found)

    def _map(self, one: DutyWords, pool: Sequence[int], best: Sequence[Standing]) -> DutyMap:
        places = [pool[standing.at] for standing in best]
        return DutyMap(
            duty=one.duty,
            candidates=tuple(
                self._candidate(one, at, standing) for at, standing in zip(places, best, strict=True)
            ),
            elements=elements_seen(
                one.duty,
                self.words,
                {self.provisions[at].id: self._passage(at) for at in places[:LOOKED_THROUGH]},
            ),
        )

    def _candidate(self, one: DutyWords, at: int, standing: Standing) -> Candidate:
        quoted = self._passage(at).quotes(one.says, most=MOST_QUOTED)
        reasons = (Reason(kind="words", text="; ".join(quoted)),) if quoted else ()
        return Candidate(
            id=self.provisions[at].id, score=standing.score, grade=standing.grade, reasons=reasons
        )

    def _counted(self, at: int) -> Counter[str]:
        if at not in self._counts:
            one, language = self.texts[at], self.words.language
            self._counts[at] = counted(one.text, SHORT, language) + counted(one.heading, SHORT, language)
        return self._counts[at]

    def _passage(self, at: int) -> Passage:
        if at not in self._passages:
            one = self.provisions[at]
            self._passages[at] = passage(f"{one.heading}\n{one.text}", self.words.language)
        return self._passages[at]


def elements_seen(duty: str, words: FineWords, passages: Mapping[str, Passage]) -> tuple[ElementSeen, ...]:
    """Look in provisions (by their ids) for the words of each element of a duty's grid that has wordings, in its order."""
    return tuple(
        ElementSeen(
            element=key,
            places=tuple(
                Quoted(id=name, words=quoted)
                for name, one in passages.items()
                if (quoted := one.quotes(wordings, most=MOST_QUOTED))
            ),
        )
        for key, wordings in wordings_of(duty, words).items()
    )


def wordings_of(duty: str, words: FineWords) -> Mapping[str, tuple[str, ...]]:
    """Give the wordings of each element of a duty's grid, in its order; an element that is no wording (an absence) is left out."""
    found = {element.key: words.of_element(duty, element.key) for element in grid(duty)}
    return {key: wordings for key, wordings in found.items() if wordings}


@cache
def _asked(language: str, article: int) -> tuple[Mapping[str, float], ...]:
    """Give the weighed keys of an article's duties: the fewer sisters ask with a key, the more it tells. Kept, for they take a while."""
    words = fine_words(language)
    sisters = words.of_article(article) if words else ()
    counts = [
        keys((cut(text, language) for text in (*one.says, *_own(one))), SHORT, language) for one in sisters
    ]
    by_how_many = Counter(key for one in counts for key in one)
    return tuple(
        {key: math.sqrt(times) * math.log(1 + len(sisters) / by_how_many[key]) for key, times in one.items()}
        for one in counts
    )


def _own(one: DutyWords) -> list[str]:
    return [text for wordings in one.elements.values() for text in wordings]
