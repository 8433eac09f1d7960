# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""An article of the Convention: its title, its duties, its relatives in other treaties, and what it was checked against."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import mistake, reading
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document
from longbien.core.treaty.provisions.citation import ARTICLES, ProvisionId, order
from longbien.core.treaty.provisions.duties import CONFIDENCE, Duty
from longbien.core.treaty.provisions.duty_file import DutyReader, Reference

SCHEMA: Final = "longbien/article/1"
RELATIVES: Final = ("budapest", "untoc", "uncac", "other")
"""Treaties that an article may have relatives in: ETS 185, the Conventions against Transnational Organized Crime and against
Corruption, and others by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article. `relatives`: provisions of other treaties that it follows; `checked`: codes of the Convention's sources."""

    number: int
    chapter: str
    title: str
    confidence: str
    checked: tuple[str, ...]
    relatives: Mapping[str, tuple[str, ...]]
    note: str | None
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFile:
    """An article as it was read, with what its duties refer to and where they stand in the file."""

    article: Article
    references: tuple[Reference, ...]
    document: Document


def parse_article(document: Document) -> ArticleFile:
    """Read one article file; MalformedError with file and line, also for duties that are doubled, foreign or out of order."""
    with reading(document, schema=SCHEMA) as fields:
        reader = DutyReader()
        number = fields.integer("number", minimum=1, maximum=ARTICLES)
        before: list[ProvisionId] = []

        def one(item: Fields) -> Duty:
            duty = reader.duty(item)
            if duty.article != number or (before and order(duty.id) <= order(before[-1])):
                raise mistake(item, "id")
            before.append(duty.id)
            return duty

        article = Article(
            number=number,
            chapter=fields.text("chapter", pattern=r"[IVX]{1,4}"),
            title=fields.text("title", max_length=200),
            confidence=fields.choice("confidence", CONFIDENCE),
            checked=fields.texts("checked", max_items=20, max_length=40),
            relatives=_relatives(fields),
            note=fields.text("note") if fields.has("note") else None,
            duties=fields.objects("duties", one, min_items=1, max_items=100),
        )
        if not article.checked or len(set(article.checked)) != len(article.checked):
            raise mistake(fields, "checked")
    return ArticleFile(article=article, references=tuple(reader.references), document=document)


def _relatives(fields: Fields) -> Mapping[str, tuple[str, ...]]:
    inner = fields.object("relatives")
    found = {name: inner.texts(name, max_items=10, max_length=120) for name in RELATIVES if inner.has(name)}
    inner.done()
    return MappingProxyType(found)
