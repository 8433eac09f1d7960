# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a text is in the language that was declared: its script, and the frequent words of languages in that script."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from longbien.core.law.reading.numbering import numberings

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʼ‘][^\W\d_]+)?")
_SAMPLE: Final = 200_000
_SHARE: Final = 0.05
_TIMES: Final = 1.8
_LEAST: Final = 40
_SCRIPTS: Final = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "FULLWIDTH": "LATIN", "IDEOGRAPHIC": "CJK"}
_SCRIPTLESS: Final = frozenset({"CJK", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN"})
"""Scripts without spaces between words: letters are compared instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A text that does not seem to be in its language. `kind`: script (`found` is its name) or words (`found` is the likelier language)."""

    kind: str
    found: str


def doubted(texts: Iterable[str], language: str) -> Doubt | None:
    """Compare a text with its declared language; None if nothing speaks against it, or if there is too little text to say."""
    sample = _sampled(texts)
    letters = [one for one in sample if one.isalpha()]
    if len(letters) < _LEAST:
        return None
    script, share = Counter(map(_script, letters[:20_000])).most_common(1)[0]
    code = language.split("-", maxsplit=1)[0].split("_", maxsplit=1)[0].lower()
    expected = _scripts(code)
    if expected and script not in expected and share * 2 > min(len(letters), 20_000):
        return Doubt(kind="script", found=script.capitalize())
    return _by_words(sample, code, script)


def _by_words(sample: str, code: str, script: str) -> Doubt | None:
    if script in _SCRIPTLESS:
        if code in {"zh", "ja"} and (_kana(sample) > 0.1) != (code == "ja"):
            return Doubt(kind="words", found="ja" if code == "zh" else "zh")
        return None
    found = [word.casefold().replace("’", "'") for word in _WORD.findall(sample)]
    own = numberings().get(code)
    if own is None or len(found) < _LEAST or len(own.common) < 8:
        return None
    counts = Counter(found)
    scores = {
        one.code: sum(counts[word] for word in one.common) / len(found)
        for one in numberings().values()
        if script in _scripts(one.code) and len(one.common) >= 8
    }
    best = max(scores, key=lambda one: (scores[one], one))
    if scores[best] > _SHARE and scores[best] > _TIMES * scores.get(code, 0.0):
        return Doubt(kind="words", found=best)
    return None


def _kana(sample: str) -> float:
    kana = sum("\u3040" <= one <= "\u30ff" for one in sample)
    return kana / max(1, sum(one.isalpha() for one in sample))


def _sampled(texts: Iterable[str]) -> str:
    kept: list[str] = []
    size = 0
    for text in texts:
        kept.append(text[:2000])
        size += len(kept[-1])
        if size > _SAMPLE:
            break
    return "\n".join(kept)


@cache
def _scripts(code: str) -> frozenset[str]:
    """Give the scripts in which a language's own words in the table are written."""
    own = numberings().get(code)
    if own is None:
        return frozenset()
    words = "".join((*own.articles, *own.divisions, *own.common)).replace("{n}", "")
    return frozenset(_script(one) for one in words if one.isalpha())


@cache
def _script(letter: str) -> str:
    name = unicodedata.name(letter, "OTHER").split(" ")[0].split("-")[0]
    return _SCRIPTS.get(name, name)
