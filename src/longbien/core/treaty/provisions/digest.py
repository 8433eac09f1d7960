# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Articles and duties as programs and pages get them: with citation, mark of confidence, desks and what refers to them.

The same values stand behind `--format json`, the API and the downloads.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from longbien.core.treaty.provisions.articles import Article
from longbien.core.treaty.provisions.citation import ProvisionId
from longbien.core.treaty.provisions.convention import convention
from longbien.core.treaty.provisions.desks import desks_of
from longbien.core.treaty.provisions.duties import Duty
from longbien.core.treaty.provisions.glossary import working_titles

PARAPHRASE: Final = "paraphrase"
"""What every text of the data is called wherever it is given out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyDigest:
    """One duty. `standing`: `checked`, `parent`, `unconfirmed` or `uncertain` (`Convention.standing`); `text_kind` is always paraphrase."""

    id: ProvisionId
    cite: str
    cite_short: str
    text_kind: str
    standing: str
    to_be_confirmed: bool
    desks: tuple[str, ...]
    referred_by: tuple[ProvisionId, ...]
    duty: Duty


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDigest:
    """One article. `titles`: working titles by language, all to be confirmed; `checked`: what it was compared with, in words."""

    number: int
    chapter: str
    chapter_title: str
    title: str
    titles: Mapping[str, str]
    titles_confidence: str
    confidence: str
    checked: tuple[str, ...]
    relatives: Mapping[str, tuple[str, ...]]
    note: str | None
    desks: tuple[str, ...]
    referred_by: tuple[ProvisionId, ...]
    duties: tuple[DutyDigest, ...]


def duty_digest(duty: Duty) -> DutyDigest:
    """Give a duty with what surrounds it."""
    source = convention()
    standing = source.standing(duty)
    return DutyDigest(
        id=duty.id,
        cite=duty.cite,
        cite_short=duty.cite_short,
        text_kind=PARAPHRASE,
        standing=standing,
        to_be_confirmed=standing != "checked",
        desks=tuple(desk.name for desk in desks_of(duty.id)),
        referred_by=tuple(other.id for other in source.referring(duty.id) if other.id != duty.id),
        duty=duty,
    )


def article_digest(article: Article) -> ArticleDigest:
    """Give an article with all its duties."""
    source, titles = convention(), working_titles()
    here = ProvisionId(str(article.number))
    return ArticleDigest(
        number=article.number,
        chapter=article.chapter,
        chapter_title=source.chapter_of(article.number).title,
        title=article.title,
        titles={
            language: found
            for language in titles.by_language
            if (found := titles.title(article.number, language)) is not None
        },
        titles_confidence=titles.confidence,
        confidence=article.confidence,
        checked=tuple(source.checked[code].text for code in article.checked),
        relatives=article.relatives,
        note=article.note,
        desks=tuple(desk.name for desk in desks_of(here)),
        referred_by=tuple(other.id for other in source.referring(here) if other.article != article.number),
        duties=tuple(duty_digest(duty) for duty in article.duties),
    )
