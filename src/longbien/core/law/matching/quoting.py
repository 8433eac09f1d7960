# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where wordings stand in a law's text, so that a reader sees the law's own words and not ours.

A wording stands where its words come in order, with at most two others between; endings are forgiven, except where words are syllables. In a
script without spaces it stands as it is.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from longbien.core.law.matching.features import SYLLABIC
from longbien.core.law.matching.letters import cut, runs, unspaced

BETWEEN: Final = 2
"""Words that may stand between two words of a wording."""
_ROOT: Final = 4
"""Letters that two forms of a word share at least; shorter words must be the same."""
_SHARED: Final = 0.7
"""The part of a wording's word that a form of it shares at least;"""
_ENDINGS: Final = 4
"""what may differ are so many letters of both together, and half of the shared ones in a long word,"""
_ENDING: Final = {True: 2, False: 4}
"""and of the law's word alone: fewer where a wording is a single word."""
_STOP: Final = re.compile("[.;:!?。；：！？؛؟।]")
"""What ends a sentence or a limb of it: a wording does not go on beyond."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A folded word of a text and where it stands there."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text whose words are known, ready to be looked through for many wordings. `places`: positions of its words by the root of each."""

    text: str
    language: str
    words: tuple[Word, ...]
    places: Mapping[str, Sequence[int]]
    unspaced: Sequence[int]

    def quotes(self, wordings: Iterable[str], *, most: int) -> tuple[str, ...]:
        """Give the law's words where wordings stand, in the order of the wordings, each once (compared without case) and none within another."""
        found: list[tuple[int, int]] = []
        for wording in wordings:
            span = self._stands(wanted(wording, self.language))
            if span is not None and not any(one[0] <= span[0] and span[1] <= one[1] for one in found):
                found = [one for one in found if not (span[0] <= one[0] and one[1] <= span[1])]
                found.append(span)
        texts = (" ".join(self.text[start:end].split()) for start, end in found)
        return tuple({text.casefold(): text for text in texts}.values())[:most]

    def _stands(self, phrase: tuple[str, ...]) -> tuple[int, int] | None:
        """Give where a phrase stands first."""
        if not phrase:
            return None
        if unspaced(phrase[0][0]):
            return self._within(phrase)
        for at in self.places.get(root(phrase[0], self.language), ()):
            word = self.words[at]
            if _alike(phrase[0], word.folded, self.language, alone=len(phrase) == 1):
                last = self._last(phrase, at)
                if last is not None:
                    return word.start, self.words[last].end
        return None

    def _last(self, phrase: Sequence[str], at: int) -> int | None:
        """Give the position of a phrase's last word, if its first stands at `at`."""
        for wanted_word in phrase[1:]:
            near = range(at + 1, min(at + 2 + BETWEEN, len(self.words)))
            following = (
                one for one in near if _alike(wanted_word, self.words[one].folded, self.language, alone=False)
            )
            found = next(following, None)
            if found is None or _STOP.search(self.text, self.words[at].end, self.words[found].start):
                return None
            at = found
        return at

    def _within(self, phrase: Sequence[str]) -> tuple[int, int] | None:
        """Give where a phrase of a script without spaces stands: as it is, in one run."""
        for word in (self.words[at] for at in self.unspaced) if len(phrase) == 1 else ():
            at = word.folded.find(phrase[0])
            if at >= 0 and len(word.folded) == word.end - word.start:
                return word.start + at, word.start + at + len(phrase[0])
            if at >= 0:
                return word.start, word.end
        return None


def passage(text: str, language: str) -> Passage:
    """Cut a text into its words, with their places."""
    found = [
        Word(folded=word, start=start, end=end)
        for start, end in runs(text)
        for word in cut(text[start:end], language)
    ]
    places: dict[str, list[int]] = {}
    for at, word in enumerate(found):
        places.setdefault(root(word.folded, language), []).append(at)
    return Passage(
        text=text,
        language=language,
        words=tuple(found),
        places=places,
        unspaced=[at for at, word in enumerate(found) if unspaced(word.folded[0])],
    )


def root(word: str, language: str) -> str:
    """Give what all forms of a word share at least: its first letters, or all of it where words are syllables."""
    return word if language in SYLLABIC else word[:_ROOT]


@lru_cache(maxsize=20_000)
def wanted(wording: str, language: str) -> tuple[str, ...]:
    """Give the folded words of a wording."""
    return tuple(cut(wording, language))


@lru_cache(maxsize=200_000)
def _alike(wording: str, word: str, language: str, *, alone: bool) -> bool:
    if wording == word:
        return True
    if language in SYLLABIC or wording[:_ROOT] != word[:_ROOT] or len(wording) < _ROOT:
        return False
    differs = (at for at, (one, other) in enumerate(zip(wording, word, strict=False)) if one != other)
    shared = next(differs, min(len(wording), len(word)))
    differing = len(wording) + len(word) - 2 * shared
    return (
        shared >= _SHARED * len(wording)
        and differing <= max(_ENDINGS, shared // 2)
        and len(word) - shared <= _ENDING[alone]
    )
