# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The law desk's data hold vocabulary and structure only: no State, no act, no number of a provision, no sentence of a statute.

Otherwise its map would recite what it was told instead of finding it, and be worth nothing for a law that it has never seen.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from longbien.core.law.words.duties import fine_languages, fine_words
from longbien.core.law.words.language import law_words, word_languages
from longbien.core.treaty.status.participants import participants

DIGIT = re.compile(r"\d")
ACT = re.compile(
    r"(?i:\b(?:act|code|law|ordinance|decree|gesetz|loi|ley|lei|закон[а-я]*|кодекс[а-я]*)\s+(?:no\b|nr\b|n°|nº|№|число)|\bcap\.?\s+[ivxl\d])"
)
ACRONYM = re.compile(
    r"\b(?:StGB|StPO|GDPR|CFAA|RIPA|BNS|BNSS|IPC|CrPC|KUHP|KUHAP|UU ITE|БЛ|УК РФ|УПК РФ|BLHS|BLTTHS|CPC|CPP|CP|NCPP)\b"
)
WORDS, SYLLABLES, CHARACTERS = 8, 14, 16
"""A run that is no chance: of words, of syllables in Vietnamese, of characters where a script has no spaces."""
HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


def texts() -> Iterator[tuple[str, str]]:
    """Give every text of the data with its place, language and article; sentences also as one text, so that a statute's cut in two is seen."""
    for language in word_languages():
        words = law_words(language)
        for one in words.articles.values():
            for text in (
                one.title,
                *one.says,
                *one.terms,
                *one.headings,
                *one.chapters,
                *one.general,
                *one.unlike,
            ):
                yield f"{language} {one.article}", text
            yield f"{language} {one.article}", " ".join(one.says)
        for name, some in words.structure.items():
            yield from ((f"{language} {name}", text) for text in some)
    for language in fine_languages():
        yield from fine_texts(language)


def fine_texts(language: str) -> Iterator[tuple[str, str]]:
    """Give the texts of the words that cut finer."""
    words = fine_words(language)
    assert words is not None
    for name, shared in words.shared.items():
        yield from ((f"{language} {name}", text) for text in shared)
    for duty, one in words.duties.items():
        for some in (one.says, *one.elements.values()):
            yield from ((f"{language} {duty}", text) for text in some)


def test_no_digit_stands_in_the_words() -> None:
    assert [(place, text) for place, text in texts() if DIGIT.search(text)] == []


def test_no_act_is_named() -> None:
    assert [(place, text) for place, text in texts() if ACT.search(text) or ACRONYM.search(text)] == []


@cache
def states() -> frozenset[str]:
    """Give the names of all States in the languages of the data, those that are no common word."""
    return frozenset(
        unicodedata.normalize("NFC", name).casefold()
        for one in participants().values()
        for name in one.names.values()
        if len(name) > 4 or HAN.search(name)
    )


def test_no_state_is_named() -> None:
    whole = "\n".join(text.casefold() for _place, text in texts())
    near = [re.escape(name) for name in states() if name in whole]
    named = re.compile("|".join(rf"(?<!\w){name}(?!\w)" for name in near) or "(?!)")
    assert [(place, text) for place, text in texts() if named.search(text.casefold())] == []


def plain(text: str) -> str:
    """Give a text as its letters and single spaces."""
    return " ".join(re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", text).casefold()))


def runs(text: str, language: str) -> Iterator[str]:
    """Give every run of words (of syllables in Vietnamese), or of characters in a script without spaces."""
    if HAN.search(text):
        joined = text.replace(" ", "")
        yield from (joined[at : at + CHARACTERS] for at in range(len(joined) - CHARACTERS + 1))
    else:
        words, width = text.split(" "), SYLLABLES if language == "vi" else WORDS
        yield from (" ".join(words[at : at + width]) for at in range(len(words) - width + 1))


@pytest.mark.slow
def test_no_long_run_of_words_is_a_statutes(laws: Path) -> None:
    kept = {run: place for place, text in texts() for run in runs(plain(text), place[:2])}
    found = set()
    for place in sorted(laws.glob("*.jsonl")):
        language = "vi" if place.stem == "VN" else ""
        for line in place.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            text = plain(f"{one['heading']} {one['text']}")
            found |= {(kept[run], run) for run in runs(text, language) if run in kept}
    assert sorted(found) == []
