# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Official texts of the Convention beside the paraphrases: load, remove, read, search. Reading is public; loading is logged.

Wherever an article is shown, a loaded official text comes first, with its source and day.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from longbien.actions.access import require
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.errors import UsageError
from longbien.core.treaty.finding.ranking import Layer
from longbien.core.treaty.finding.search import LIMIT, Hit, article_layer, find
from longbien.core.treaty.provisions.official import parse_official
from longbien.store import models
from longbien.store.writing import write_transaction

VERB: Final = "treaty.text"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedText:
    """A text that is shown: in which language, from where, of which day, and the SHA-256 of its file."""

    language: str
    source: str
    as_of: date
    digest: str
    loaded_by: str
    loaded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleText:
    """One article of a loaded text, with the text's source and day."""

    language: str
    number: int
    title: str
    text: str
    source: str
    as_of: date


def load_text(
    *, node: Node, actor: models.Officer, data: bytes, language: str, source: str, as_of: date
) -> LoadedText:
    """Load the official text in a language, in the place of an earlier one.

    RefusedError `people.not_permitted`, UsageError `treaty.text_future`, MalformedError as `parse_official`: nothing is stored then.
    """
    require(actor, VERB)
    now = node.clock()
    if as_of > now.date():
        raise UsageError("treaty.text_future", day=as_of.isoformat())
    text = parse_official(data, language=language, source=source, as_of=as_of)
    digest = hashlib.sha256(data).hexdigest()
    with write_transaction():
        _end(language, actor, now)
        row = models.TreatyText.objects.create(
            language=text.language,
            source=text.source,
            as_of=text.as_of,
            digest=digest,
            loaded_by=actor.role_id,
            loaded_at=now,
        )
        models.TreatyTextArticle.objects.bulk_create(
            models.TreatyTextArticle(text=row, number=one.number, title=one.title, body=one.text)
            for one in text.articles
        )
        facts = {"step": "load", "language": language, "digest": digest, "as_of": as_of.isoformat()}
        record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)
    return _loaded(row)


def remove_text(*, node: Node, actor: models.Officer, language: str) -> None:
    """Show a text no more; its rows stay. RefusedError `people.not_permitted`, UsageError `treaty.text_not_loaded`."""
    require(actor, VERB)
    now = node.clock()
    with write_transaction():
        if not _end(language, actor, now):
            raise UsageError("treaty.text_not_loaded", language=language[:20])
        facts = {"step": "remove", "language": language}
        record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)


def loaded_texts() -> tuple[LoadedText, ...]:
    """List the texts that are shown, by language. Public."""
    rows = models.TreatyText.objects.filter(removed_at=None).order_by("language")
    return tuple(_loaded(row) for row in rows)


def official_article(number: int, *, language: str | None = None) -> tuple[ArticleText, ...]:
    """Give an article in each language that is loaded, the reader's `language` first. Public; one query."""
    rows = (
        models.TreatyTextArticle.objects.filter(number=number, text__removed_at=None)
        .select_related("text")
        .order_by("text__language")
    )
    found = [
        ArticleText(
            language=row.text.language,
            number=row.number,
            title=row.title,
            text=row.body,
            source=row.text.source,
            as_of=row.text.as_of,
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: one.language != language))


def search(query: str, *, language: str | None = None, limit: int = LIMIT) -> tuple[Hit, ...]:
    """Search the paraphrases and every loaded text. Public."""
    layers = [_layer(row.pk, row.digest) for row in models.TreatyText.objects.filter(removed_at=None)]
    return find(query, language=language, official=layers, limit=limit)


@lru_cache(maxsize=8)
def _layer(text: int, digest: str) -> Layer:
    """Index a loaded text once in a process: a text's rows never change, and another text has another number or digest."""
    rows = models.TreatyTextArticle.objects.filter(text=text).select_related("text").order_by("number")
    return article_layer([(row.number, row.text.language, row.title, row.body) for row in rows])


def _end(language: str, actor: models.Officer, now: datetime) -> int:
    return models.TreatyText.objects.filter(language=language, removed_at=None).update(
        removed_at=now, removed_by=actor.role_id
    )


def _loaded(row: models.TreatyText) -> LoadedText:
    return LoadedText(
        language=row.language,
        source=row.source,
        as_of=row.as_of,
        digest=row.digest,
        loaded_by=row.loaded_by,
        loaded_at=row.loaded_at,
    )
