# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How national laws word what the Convention's articles demand, one file for each language (`data/law/words`).

The files hold vocabulary and structure only: how such provisions are usually drafted, never the words, the number or the name of any one
State's law. They are what the mapping searches with.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import mistake, reading
from longbien.core.base.errors import UsageError
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, data_files, read_data

SCHEMA: Final = "longbien/law-words/1"
FOLDER: Final = "law/words"
REQUIRED: Final = (*range(7, 21), 22, *range(25, 32), 33, 34, 37, 40, 41)
"""Articles that every file has; others of 7 to 52 may follow."""
FALLBACK: Final = "en"
NEAREST: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "af": ("nl",),
        "be": ("ru", "uk"),
        "bg": ("ru",),
        "bs": ("hr", "sr"),
        "ca": ("es",),
        "cnr": ("hr", "sr"),
        "fil": ("tl",),
        "gl": ("es", "pt"),
        "hr": ("sr",),
        "ky": ("kk",),
        "lb": ("de",),
        "mk": ("bg", "sr"),
        "mo": ("ro",),
        "ms": ("id",),
        "nb": ("no", "da"),
        "nn": ("no", "da"),
        "prs": ("fa",),
        "sk": ("cs",),
        "sr-latn": ("hr",),
        "tg": ("ru",),
        "tk": ("tr",),
        "tt": ("kk",),
        "yue": ("zh",),
    }
)
"""Languages of a kind, whose legal words share most of their letters: asked in this order where a language has no file of its own, or none in
the script that its tag names (`sr-Latn`)."""
_NUMBER: Final = re.compile(r"[1-9][0-9]?")
_TAG: Final = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleWords:
    """How provisions that give effect to one article are usually worded in one language.

    `says`: sentences as a statute has them; `terms`: words and short phrases; `headings`: of such provisions; `chapters`: of the parts in which
    they stand; `general`: provisions not made for computers that do the same work; `unlike`: neighbours that are mistaken for it.
    """

    article: int
    title: str
    says: tuple[str, ...]
    terms: tuple[str, ...]
    headings: tuple[str, ...]
    chapters: tuple[str, ...]
    general: tuple[str, ...]
    unlike: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LawWords:
    """The vocabulary of one language; `structure`: the words before numbers (article, chapter …); `reviewed`: read by a lawyer whose language it is."""

    language: str
    reviewed: bool
    articles: Mapping[int, ArticleWords]
    structure: Mapping[str, tuple[str, ...]]


def primary(language: str) -> str:
    """Give the primary code of a language tag (`pt` of `pt-BR`); UsageError `law.language` for what is none."""
    found = _TAG.fullmatch(language)
    if found is None:
        raise UsageError("law.language", language=language[:40])
    return found[1].lower()


def word_languages() -> tuple[str, ...]:
    """Give the languages that have a file, in alphabetical order."""
    return tuple(path.rpartition("/")[2].removesuffix(".yaml") for path in data_files(FOLDER))


def law_words(language: str) -> LawWords:
    """Give a language's vocabulary; for a language without a file that of a near one, else English (`LawWords.language` tells).

    UsageError `law.language` for what is no language tag.
    """
    return _words(nearest(language, word_languages()) or FALLBACK)


def nearest(language: str, held: Collection[str]) -> str | None:
    """Give the language among `held` whose words are asked of a law: its own, else a near one. UsageError `law.language`."""
    code = primary(language)
    tag = language.lower().replace("_", "-")
    asked = (*(NEAREST.get(tag, ()) if tag != code else ()), code, *NEAREST.get(code, ()))
    return next((one for one in asked if one in held), None)


def parse_law_words(document: Document) -> LawWords:
    """Read one file; MalformedError with file and line for a mistake, such as a required article that is missing."""
    with reading(document, schema=SCHEMA) as fields:
        language = fields.text("language", pattern=r"[a-z]{2,3}")
        reviewed = fields.boolean("reviewed")
        inner = fields.object("articles")
        articles = dict(_article(inner, name) for name in inner.names())
        inner.done()
        if not set(REQUIRED) <= set(articles):
            raise mistake(fields, "articles")
        return LawWords(
            language=language,
            reviewed=reviewed,
            articles=MappingProxyType(dict(sorted(articles.items()))),
            structure=_structure(fields.object("structure")),
        )


@cache
def _words(code: str) -> LawWords:
    return parse_law_words(read_data(f"{FOLDER}/{code}.yaml"))


def _article(fields: Fields, name: str) -> tuple[int, ArticleWords]:
    if _NUMBER.fullmatch(name) is None or not 7 <= int(name) <= 52:
        raise mistake(fields, name)
    one = fields.object(name)
    found = ArticleWords(
        article=int(name),
        title=unicodedata.normalize("NFC", one.text("title", max_length=300)),
        says=texts_of(one, "says", least=1),
        terms=texts_of(one, "terms", least=1),
        headings=texts_of(one, "headings"),
        chapters=texts_of(one, "chapters"),
        general=texts_of(one, "general"),
        unlike=texts_of(one, "not"),
    )
    one.done()
    return found.article, found


def texts_of(
    fields: Fields, name: str, *, least: int = 0, most: int = 120, longest: int = 1200
) -> tuple[str, ...]:
    """Read a list of wordings, in Unicode form C; MalformedError with file and line for too few, too many or too long ones."""
    if not least and not fields.has(name):
        return ()
    found = fields.texts(name, max_items=most, max_length=longest)
    if len(found) < least:
        raise mistake(fields, name)
    return tuple(unicodedata.normalize("NFC", text) for text in found)


def _structure(fields: Fields) -> Mapping[str, tuple[str, ...]]:
    found = {name: texts_of(fields, name) for name in fields.names()}
    fields.done()
    return MappingProxyType(found)
