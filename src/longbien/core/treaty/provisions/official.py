# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the official text of the Convention in one language, article by article, from a file that an operator took from its publisher.

Two forms (docs/desks/treaty.md): plain text in which each article begins with a heading on a line of its own (`Article 7`, `Điều 7. …`,
`第七条`), its title behind it or on the next line; or YAML (JSON is YAML) with `schema: longbien/treaty-text/1` and a list of articles.
Nothing is taken unless all 68 articles are there, once each and in order.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.library import parse_yaml
from longbien.core.treaty.provisions.citation import ARTICLES
from longbien.core.treaty.provisions.citing import LANGUAGES, citing_words, number_of

SCHEMA: Final = "longbien/treaty-text/1"
MAX_TEXT: Final = 4 * 1024 * 1024
"""Bytes of a file with the whole text."""
MAX_ARTICLE: Final = 60_000
"""Characters of one article."""
_MAX_TITLE: Final = 400
_SHOWN: Final = 20
_HAN: Final = "zh"
_LATIN: Final = "LATIN"
_SCRIPTS: Final = {"ar": "ARABIC", "ru": "CYRILLIC", "zh": "CJK"}
"""The script that most letters must have; the other languages have Latin letters."""
_COMMON: Final = {
    "en": ("the", "of", "and", "shall"),
    "fr": ("les", "des", "la", "et"),
    "es": ("los", "las", "el", "y"),
    "vi": ("các", "và", "của", "hoặc"),
}
"""The commonest words of the languages with Latin letters."""
_LOOKED_AT: Final = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialArticle:
    """One article as it was published: number, title (empty if none was given) and text, as it came."""

    number: int
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialText:
    """The whole text in one language, with where it was taken from and when."""

    language: str
    source: str
    as_of: date
    articles: tuple[OfficialArticle, ...]


def parse_official(data: bytes, *, language: str, source: str, as_of: date) -> OfficialText:
    """Read a file with the whole text.

    MalformedError `treaty.text_language` (unknown, or not the language of the text), `treaty.text_source`, `base.too_large`,
    `base.not_utf8`, `treaty.text_characters`, `treaty.text_headings` (none found), `treaty.text_missing`, `treaty.text_twice`,
    `treaty.text_order`, `treaty.text_unknown`, `treaty.text_empty`, `treaty.text_long`, each with the articles' numbers; for
    YAML what `Fields` refuses.
    """
    if language not in LANGUAGES:
        raise MalformedError("treaty.text_language", language=language[:20], known=", ".join(LANGUAGES))
    if not 3 <= len(source.strip()) <= 500 or not source.isprintable():
        raise MalformedError("treaty.text_source")
    text = _decoded(data)
    start = text.lstrip()
    if start.startswith(("{", "schema:")):
        articles = _from_yaml(text, language)
    else:
        articles = list(_from_plain(text, language))
    _check(articles, language)
    return OfficialText(language=language, source=source.strip(), as_of=as_of, articles=tuple(articles))


def _decoded(data: bytes) -> str:
    if len(data) > MAX_TEXT:
        raise MalformedError("base.too_large", limit=MAX_TEXT)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MalformedError("base.not_utf8", position=error.start) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\u00a0", " ")
    wrong = next((place for place, one in enumerate(text) if one < " " and one not in "\n\t"), None)
    if wrong is not None:
        raise MalformedError("treaty.text_characters", line=text.count("\n", 0, wrong) + 1)
    return text


def _from_yaml(text: str, language: str) -> list[OfficialArticle]:
    fields = Fields(parse_yaml(text, source="text").value)
    fields.choice("schema", (SCHEMA,))
    fields.choice("language", (language,))

    def one(item: Fields) -> OfficialArticle:
        return OfficialArticle(
            number=item.integer("number", minimum=1, maximum=999),
            title=item.text("title", min_length=0, max_length=_MAX_TITLE) if item.has("title") else "",
            text=item.text("text", min_length=0, max_length=MAX_TEXT).strip(),
        )

    articles = fields.objects("articles", one)
    fields.done()
    return list(articles)


def _from_plain(text: str, language: str) -> Iterator[OfficialArticle]:
    """Cut plain text at its headings; what stands before the first one (preamble, contents) is left out."""
    heading, chapter = _headings(language)
    first = {word.casefold(): 1 for word in citing_words()[language].first}
    number, title, lines = 0, "", list[str]()
    skipping = False
    for line in text.split("\n"):
        found = heading.fullmatch(line.strip())
        value = None
        if found is not None:
            value = first.get(found["number"].casefold()) or number_of(found["number"])
        if found is not None and value is not None:
            if number:
                yield _article(number, title, lines)
            number, title, lines, skipping = value, (found["title"] or "").strip(), [], False
        elif chapter.match(line.strip()):
            skipping = True
        elif not skipping:
            lines.append(line.rstrip())
    if number:
        yield _article(number, title, lines)


def _article(number: int, title: str, lines: list[str]) -> OfficialArticle:
    """Make an article; without a title behind its heading, its first line is the title if text follows."""
    rest = "\n".join(lines).strip("\n")
    if not title:
        first, _, after = rest.partition("\n")
        if after.strip() and len(first) <= _MAX_TITLE:
            title, rest = first.strip(), after
    return OfficialArticle(number=number, title=title, text=re.sub(r"\n{3,}", "\n\n", rest).strip())


def _headings(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Make the patterns of an article's heading and of a chapter's in one language."""
    words = citing_words()[language]
    if language == _HAN:
        count = r"(?P<number>[0-9]{1,3}|[一二三四五六七八九十]{1,4})"
        return (
            re.compile(rf"第\s*{count}\s*条(?:[\s::.]+(?P<title>.{{1,80}}))?"),
            re.compile(r"第\s*[0-9一二三四五六七八九十]{1,3}\s*章"),
        )
    digits = "|".join(("[0-9٠-٩]{1,3}", *(re.escape(word) for word in words.first)))
    names = "|".join(re.escape(word) for word in words.article if not word.endswith("."))
    chapters = "|".join(re.escape(word) for word in words.chapter)
    return (
        re.compile(
            rf"(?:{names})\s+(?P<number>{digits})(?:\s*[.::–—-]\s*(?P<title>.{{0,{_MAX_TITLE}}}))?",
            re.IGNORECASE,
        ),
        re.compile(rf"(?:{chapters})\s+\S{{1,20}}(?:\s+\S{{1,20}})?[.::]?\s*(?:$|[.::–—-])", re.IGNORECASE),
    )


def _check(articles: list[OfficialArticle], language: str) -> None:
    if not articles:
        raise MalformedError("treaty.text_headings", language=language)
    numbers = [article.number for article in articles]
    if shown := _shown(number for number in numbers if not 1 <= number <= ARTICLES):
        raise MalformedError("treaty.text_unknown", articles=shown)
    if shown := _shown(number for number, times in Counter(numbers).items() if times > 1):
        raise MalformedError("treaty.text_twice", articles=shown)
    if shown := _shown(set(range(1, ARTICLES + 1)) - set(numbers)):
        raise MalformedError("treaty.text_missing", articles=shown)
    if shown := _shown(number for place, number in enumerate(numbers, 1) if number != place):
        raise MalformedError("treaty.text_order", articles=shown)
    if shown := _shown(article.number for article in articles if not article.text):
        raise MalformedError("treaty.text_empty", articles=shown)
    if shown := _shown(article.number for article in articles if len(article.text) > MAX_ARTICLE):
        raise MalformedError("treaty.text_long", articles=shown)
    if not _reads_as("\n".join(article.text for article in articles), language):
        raise MalformedError("treaty.text_language", language=language, known=", ".join(LANGUAGES))


def _shown(numbers: Iterable[int]) -> str:
    """Give the numbers for a sentence, the first of them if there are many; nothing if there are none."""
    found = sorted(set(numbers))
    return ", ".join(str(number) for number in found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")


def _reads_as(text: str, language: str) -> bool:
    """Tell whether most letters are of the language's script and, in Latin letters, its commonest words lead."""
    letters = [one for one in text[:_LOOKED_AT] if one.isalpha()]
    script = _SCRIPTS.get(language, _LATIN)
    own = sum(unicodedata.name(one, "").startswith(script) for one in letters)
    if 2 * own < len(letters):
        return False
    if script != _LATIN:
        return True
    words = Counter(text[:_LOOKED_AT].casefold().split())
    counts = {name: sum(words[word] for word in common) for name, common in _COMMON.items()}
    return counts[language] == max(counts.values())
