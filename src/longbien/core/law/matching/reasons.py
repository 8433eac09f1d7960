# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why a provision is proposed, in words that a lawyer finds again in the text: the phrases it shares with how such provisions are worded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from longbien.core.law.matching.features import LONG, SHORT, counted
from longbien.core.law.matching.letters import cut
from longbien.core.law.matching.result import Reason, ReasonKind
from longbien.core.law.matching.scoring import Folded
from longbien.core.law.words.language import ArticleWords

MOST: Final = 6
"""Phrases that one reason shows."""
_PART: Final = 0.75
"""A phrase of several keys counts as found when this share of them stands in the text: endings and word order differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    text: str
    keys: frozenset[str]
    whole: frozenset[str]


@dataclass(slots=True, kw_only=True)
class Explainer:
    """Finds the phrases of articles in provisions; keeps what it has folded and counted."""

    language: str
    texts: Sequence[Folded]
    words: Mapping[int, ArticleWords]
    _phrases: dict[tuple[int, str], tuple[_Phrase, ...]] = field(default_factory=dict)
    _keys: dict[tuple[int, bool], tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)

    def reasons(self, article: int, at: int) -> tuple[Reason, ...]:
        """Give the reasons in words why the provision at a position is proposed for an article, most telling first."""
        one = self.words.get(article)
        if one is None:
            return ()
        heads = self._found(article, "headings", (one.title, *one.headings, *one.terms), at, heading=True)
        texts = self._found(article, "terms", one.terms, at, heading=False)
        general = self._found(article, "general", one.general, at, heading=False)
        pairs: Iterable[tuple[ReasonKind, tuple[str, ...]]] = (
            ("heading", heads),
            ("words", tuple(text for text in texts if text not in heads)),
            ("general", general),
        )
        return tuple(Reason(kind=kind, text="; ".join(found[:MOST])) for kind, found in pairs if found)

    def _found(
        self, article: int, part: str, phrases: Sequence[str], at: int, *, heading: bool
    ) -> tuple[str, ...]:
        short, whole = self._keys_of(at, heading=heading)
        found = [
            phrase
            for phrase in self._phrases_of(article, part, phrases)
            if phrase.whole <= whole or len(phrase.keys & short) >= _PART * len(phrase.keys)
        ]
        found.sort(key=lambda phrase: (-len(phrase.keys), phrase.text))
        kept: list[_Phrase] = []
        for phrase in found:
            if not any(phrase.keys <= other.keys for other in kept):
                kept.append(phrase)
        return tuple(phrase.text for phrase in kept)

    def _phrases_of(self, article: int, part: str, phrases: Sequence[str]) -> tuple[_Phrase, ...]:
        if (article, part) not in self._phrases:
            self._phrases[article, part] = tuple(
                made for text in dict.fromkeys(phrases) if (made := self._phrase(text)).keys
            )
        return self._phrases[article, part]

    def _phrase(self, text: str) -> _Phrase:
        words = cut(text, self.language)
        return _Phrase(
            text=text,
            keys=frozenset(counted(words, SHORT, self.language) or counted(words, LONG, self.language)),
            whole=frozenset(counted(words, LONG, self.language)),
        )

    def _keys_of(self, at: int, *, heading: bool) -> tuple[frozenset[str], frozenset[str]]:
        if (at, heading) not in self._keys:
            words = self.texts[at].heading if heading else self.texts[at].text
            self._keys[at, heading] = (
                frozenset(counted(words, SHORT, self.language)),
                frozenset(counted(words, LONG, self.language)),
            )
        return self._keys[at, heading]
