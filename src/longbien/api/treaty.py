# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The treaty desk for programs: status on any day, articles and duties, search, record. Public and read-only."""

from typing import Annotated, Final

from django.http import HttpRequest
from ninja import Query, Router

from longbien.actions.treaty.day import asked_day
from longbien.actions.treaty.known import known
from longbien.actions.treaty.record import whole_record
from longbien.actions.treaty.texts import search as find_texts
from longbien.api.problems import Problem
from longbien.api.shapes import Article, ArticleLine, Found, Record, Row, Status
from longbien.core.base.canonical import Json
from longbien.core.base.errors import UsageError
from longbien.core.base.ids import parse_party_id
from longbien.core.treaty.provisions.citation import article_of, cite
from longbien.core.treaty.provisions.convention import convention
from longbien.core.treaty.published import article_row, record_document, status_document, status_row
from longbien.core.treaty.record.entries import parse_day, select
from longbien.core.treaty.status.ledger import check_events
from longbien.core.treaty.status.participants import participant
from longbien.core.treaty.status.standing import standing
from longbien.core.treaty.status.whatif import read_what_if

LIMIT: Final = 250
"""Rows in one answer."""
router = Router(tags=["treaty"])

On = Annotated[str, Query(max_length=10, description="a day such as 2027-03-01; today if left out")]
WhatIf = Annotated[
    list[str], Query(max_length=20, description="suppositions such as `PT deposits 2026-12-20`")
]
_NOTHING: Final[list[str]] = []
Offset = Annotated[int, Query(ge=0, le=100_000, description="rows to pass over")]
Limit = Annotated[int, Query(ge=1, le=LIMIT, description="rows in the answer, at most")]

Question = Annotated[str, Query(min_length=1, max_length=200, description="words, or a citation")]
Language = Annotated[str, Query(pattern="^(ar|en|es|fr|ru|vi|zh)$", description="the reader's language")]


@router.get("/status", response={200: Status, 400: Problem, 409: Problem})
def status(
    request: HttpRequest, on: On = "", what_if: WhatIf = _NOTHING, offset: Offset = 0, limit: Limit = LIMIT
) -> dict[str, Json]:
    """Give who signed, approved at home, deposited and is bound on a day, and how far it is to the forty (Art. 65)."""
    events = known().events
    if what_if:
        supposed = (read_what_if(text, number) for number, text in enumerate(what_if, start=1))
        events = check_events((*events, *supposed))
    found = status_document(events, asked_day(on))
    found["what_if"] = [*what_if]
    return _page(found, "rows", offset, limit)


@router.get("/status/{code}", response={200: Row, 400: Problem, 404: Problem})
def state(request: HttpRequest, code: str, on: On = "") -> dict[str, Json]:
    """Give one State or organisation on a day."""
    row = participant(parse_party_id(code[:20].upper()))
    return status_row(row, standing(known().events, row.code, asked_day(on)))


@router.get("/articles", response={200: list[ArticleLine]})
def articles(request: HttpRequest) -> list[dict[str, Json]]:
    """List the 68 articles."""
    return [
        {
            "number": article.number,
            "chapter": article.chapter,
            "title": article.title,
            "confidence": article.confidence,
            "duties": len(article.duties),
        }
        for article in convention().articles
    ]


@router.get("/articles/{number}", response={200: Article, 400: Problem, 404: Problem})
def article(request: HttpRequest, number: int) -> dict[str, Json]:
    """Give one article, each paragraph and item as a duty. Paraphrases, not the treaty text."""
    whole = convention()
    return article_row(whole, whole.article(number))


@router.get("/search", response={200: list[Found], 400: Problem})
def search(request: HttpRequest, q: Question, language: Language = "en") -> list[dict[str, Json]]:
    """Find articles and duties by a citation or by words of seven languages, best first."""
    whole = convention()
    found: list[dict[str, Json]] = []
    for hit in find_texts(q, language=language):
        duty = whole.by_id.get(hit.provision)
        found.append(
            {
                "id": hit.provision,
                "cite": cite(hit.provision),
                "title": whole.article(article_of(hit.provision)).title,
                "text": "" if duty is None or hit.whole else duty.text,
                "score": hit.score,
            }
        )
    return found


@router.get("/record", response={200: Record, 400: Problem}, exclude_none=True)
def record(
    request: HttpRequest, since: On = "", until: On = "", offset: Offset = 0, limit: Limit = 100
) -> dict[str, Json]:
    """Give the record in the order of time, between two days if they are named."""
    span = [parse_day(text) if text else None for text in (since, until)]
    if span[0] and span[1] and span[1] < span[0]:
        raise UsageError("treaty.span", since=since, until=until)
    found = record_document(select(whole_record(), since=span[0], until=span[1]))
    return _page(found, "entries", offset, limit)


def _page(document: dict[str, Json], name: str, offset: int, limit: int) -> dict[str, Json]:
    rows = document[name]
    held = rows if isinstance(rows, list) else []
    return {**document, "total": len(held), "offset": offset, name: held[offset : offset + limit]}
