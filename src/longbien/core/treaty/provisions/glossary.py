# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the field and the titles of the articles in seven languages, each with how sure it is.

Words are keyed by concept, never by word: in Spanish `denuncia`, in Russian `полномочия` serve two concepts each.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import mistake, reading
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, read_data
from longbien.core.treaty.provisions.citation import ARTICLES, ProvisionId, parse_provision_id
from longbien.core.treaty.provisions.citing import LANGUAGES
from longbien.core.treaty.provisions.duties import CONFIDENCE

GLOSSARY: Final = "convention/glossary.yaml"
GLOSSARY_SCHEMA: Final = "longbien/glossary/1"
TITLES: Final = "convention/titles.yaml"
TITLES_SCHEMA: Final = "longbien/article-titles/1"
_ORIGINAL: Final = "en"
"""The language of the titles in the article files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One concept. `words`: by language, the usual one first. `seen`: languages in which it was seen in a document; `unsure`: to be checked."""

    id: str
    provisions: tuple[ProvisionId, ...]
    words: Mapping[str, tuple[str, ...]]
    seen: tuple[str, ...]
    unsure: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """Working titles of the articles in other languages than English, all with one mark of confidence."""

    confidence: str
    by_language: Mapping[str, tuple[str, ...]]

    def title(self, article: int, language: str) -> str | None:
        """Give the working title of an article; None in English and in languages that have none."""
        titles = self.by_language.get(language)
        return titles[article - 1] if titles and 1 <= article <= len(titles) else None


@cache
def glossary() -> Mapping[str, Concept]:
    """Give the concepts by id."""
    return parse_glossary(read_data(GLOSSARY))


@cache
def working_titles() -> Titles:
    """Give the working titles that ship with the software."""
    return parse_titles(read_data(TITLES))


def parse_glossary(document: Document) -> Mapping[str, Concept]:
    """Read the glossary; MalformedError with file and line, also for a word missing in one of the seven languages."""
    found: dict[str, Concept] = {}
    with reading(document, schema=GLOSSARY_SCHEMA) as fields:

        def one(item: Fields) -> None:
            concept = Concept(
                id=item.text("id", pattern=r"[a-z0-9][a-z0-9-]{1,60}"),
                provisions=_provisions(item),
                words=MappingProxyType({language: _words(item, language) for language in LANGUAGES}),
                seen=_languages(item, "seen"),
                unsure=_languages(item, "unsure"),
            )
            if concept.id in found:
                raise mistake(item, "id")
            if set(concept.seen) & set(concept.unsure):
                raise mistake(item, "unsure")
            found[concept.id] = concept

        fields.objects("concepts", one, min_items=1)
    return MappingProxyType(found)


def parse_titles(document: Document) -> Titles:
    """Read the titles; MalformedError with file and line, also if an article is missing or out of order."""
    languages = [language for language in LANGUAGES if language != _ORIGINAL]
    with reading(document, schema=TITLES_SCHEMA) as fields:
        confidence = fields.choice("confidence", CONFIDENCE)
        numbers: list[int] = []

        def one(item: Fields) -> tuple[str, ...]:
            numbers.append(item.integer("article", minimum=1, maximum=ARTICLES))
            if numbers[-1] != len(numbers):
                raise mistake(item, "article")
            return tuple(item.text(language, max_length=300) for language in languages)

        rows = fields.objects("titles", one, min_items=ARTICLES, max_items=ARTICLES)
    columns = {language: tuple(row[place] for row in rows) for place, language in enumerate(languages)}
    return Titles(confidence=confidence, by_language=MappingProxyType(columns))


def _provisions(item: Fields) -> tuple[ProvisionId, ...]:
    try:
        return tuple(parse_provision_id(text) for text in item.texts("provisions", max_length=40))
    except MalformedError as error:
        raise mistake(item, "provisions") from error


def _words(item: Fields, language: str) -> tuple[str, ...]:
    found = item.texts(language, max_items=10, max_length=200)
    if not found:
        raise mistake(item, language)
    return found


def _languages(item: Fields, name: str) -> tuple[str, ...]:
    if not item.has(name):
        return ()
    found = item.texts(name, max_items=len(LANGUAGES))
    if not set(found) <= set(LANGUAGES):
        raise mistake(item, name)
    return found
