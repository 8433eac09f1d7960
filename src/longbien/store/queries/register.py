# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register's lists and its search, at the same cost with a hundred thousand requests as with a few.

Each order is an index; a list reads the rows that it shows, a count stops at MOST_COUNTED, a search at the newest MOST_FOUND that match.
"""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import connection
from django.db.models import Case, F, Q, QuerySet, When
from django.db.models.expressions import RawSQL

from longbien.core.cooperation.clocks.clocks import LAST_ALARM
from longbien.core.cooperation.register.words import Wanted
from longbien.store.models.cooperation import Request
from longbien.store.models.register import RequestWords

MOST_COUNTED: Final = 10_000
MOST_FOUND: Final = 1_000
OUTLINE: Final = "outline"
WHOLE: Final = "whole"
_ORDER: Final = ("burns_at", "-urgent", "-changed_at", "request_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Some rows of a list; `total` counts all that fit, at most MOST_COUNTED; `cut`: there are more than were looked at."""

    rows: tuple[Request, ...]
    total: int
    cut: bool


def listed(
    chosen: QuerySet[Request], now: datetime, *, first: int, count: int, found: bool = False
) -> Listed:
    """Give one page of rows by what burns, and how many fit. `found`: a search chose them, so they are few and are gone through once."""
    if found:
        ending, losing = _lost_soon(now)
        lost = Case(When(ending, then=F("kept_until")), When(losing, then=F("data_due")))
        keys = list(chosen.order_by(lost.asc(nulls_last=True), *_ORDER).values_list("request_id", flat=True))
        read = Request.objects.in_bulk(keys[first : first + count])
        return Listed(
            rows=tuple(read[key] for key in keys[first : first + count]), total=len(keys), cut=False
        )
    total = _count(chosen)
    rows = burning_first(chosen, now, first=first, count=count)
    return Listed(rows=tuple(rows), total=total, cut=total == MOST_COUNTED)


def burning_first(chosen: QuerySet[Request], now: datetime, *, first: int = 0, count: int) -> list[Request]:
    """Give rows by what burns: data that will be lost within three days, then the next clock, the urgent, the newest."""
    ending, losing = _lost_soon(now)
    ordered = chosen.filter(ending | losing).order_by(
        Case(When(ending, then=F("kept_until")), default=F("data_due")), *_ORDER
    )
    rows = list(ordered[first : first + count])
    if len(rows) == count:
        return rows
    start = max(0, first - _count(ordered)) if first else 0
    others = chosen.exclude(ending).exclude(losing).order_by(*_ORDER)
    return rows + list(others[start : start + count - len(rows)])


def matching(
    chosen: QuerySet[Request], asked: Wanted, *, where: str, facets: Collection[str] = ()
) -> tuple[QuerySet[Request], bool]:
    """Give those of `chosen` that match, and whether more match than the newest MOST_FOUND, which are looked through.

    What holds the whole text as one word, and what holds all of its words. `facets` are words of the list's own
    (`longbien.core.cooperation.register.words.facet`) that every row must have as well.
    """
    asks = [_asks([asked.whole, *facets], "")] if asked.whole else []
    if asked.words or asked.begun:
        asks.append(_asks([*asked.words, *facets], asked.begun))
    numbers: dict[int, None] = {}
    with connection.cursor() as cursor:
        for ask in asks:
            if len(numbers) >= MOST_FOUND:
                break
            cursor.execute(_FIND[connection.vendor, where], [ask, MOST_FOUND])
            numbers.update(dict.fromkeys(int(row[0]) for row in cursor.fetchall()))
    found = list(numbers)[:MOST_FOUND]
    if connection.vendor == "postgresql":
        held = RawSQL("SELECT unnest(%s::bigint[])", [found])
    else:
        held = RawSQL("SELECT value FROM json_each(%s)", [json.dumps(found)])
    return chosen.filter(words__in=held), len(numbers) >= MOST_FOUND


def keep_words(request_id: str, kept: Mapping[str, Collection[str]]) -> None:
    """Keep the words of a request in place of those from before; a word is letters and digits alone."""
    mark = hashlib.sha256("\n".join(" ".join(kept[name]) for name in (OUTLINE, WHOLE)).encode()).hexdigest()[
        :32
    ]
    row = RequestWords.objects.filter(request_id=request_id).only("id", "mark").first()
    if row is not None and row.mark == mark:
        return
    if row is None:
        row = RequestWords.objects.create(request_id=request_id, mark=mark)
    else:
        RequestWords.objects.filter(pk=row.pk).update(mark=mark)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "UPDATE longbien_requestwords SET outline = array_to_tsvector(%s), whole = array_to_tsvector(%s) WHERE id = %s",
                [list(kept[OUTLINE]), list(kept[WHOLE]), row.pk],
            )
            return
        for name in (OUTLINE, WHOLE):
            cursor.execute(_DELETE[name], [row.pk])
            cursor.execute(_INSERT[name], [row.pk, " ".join(kept[name])])


_DELETE: Final = {
    OUTLINE: "DELETE FROM request_words_outline WHERE rowid = %s",
    WHOLE: "DELETE FROM request_words_whole WHERE rowid = %s",
}
_INSERT: Final = {
    OUTLINE: "INSERT INTO request_words_outline (rowid, words) VALUES (%s, %s)",
    WHOLE: "INSERT INTO request_words_whole (rowid, words) VALUES (%s, %s)",
}
_FIND: Final = {
    (
        "sqlite",
        OUTLINE,
    ): "SELECT rowid FROM request_words_outline WHERE request_words_outline MATCH %s ORDER BY rowid DESC LIMIT %s",
    (
        "sqlite",
        WHOLE,
    ): "SELECT rowid FROM request_words_whole WHERE request_words_whole MATCH %s ORDER BY rowid DESC LIMIT %s",
    (
        "postgresql",
        OUTLINE,
    ): "SELECT id FROM longbien_requestwords WHERE outline @@ %s::tsquery ORDER BY id DESC LIMIT %s",
    (
        "postgresql",
        WHOLE,
    ): "SELECT id FROM longbien_requestwords WHERE whole @@ %s::tsquery ORDER BY id DESC LIMIT %s",
}


def _asks(words: Collection[str], begun: str) -> str:
    """Write a query for all of these words; they hold letters and digits alone, so that none is read as a sign of the query."""
    if connection.vendor == "postgresql":
        return " & ".join([f"'{word}'" for word in words] + ([f"'{begun}':*"] if begun else []))
    return " AND ".join([f'"{word}"' for word in words] + ([f'"{begun}"*'] if begun else []))


def _lost_soon(now: datetime) -> tuple[Q, Q]:
    """Tell which rows have data kept only until then, or otherwise due, within the last alarm's days."""
    soon = (now, now + LAST_ALARM)
    return (
        Q(kept_until__isnull=False, kept_until__range=soon),
        Q(data_due__isnull=False, data_due__range=soon),
    )


def _count(rows: QuerySet[Request]) -> int:
    # A column that every index of the list holds: the rows themselves are not read.
    return rows.order_by().values_list("burns_at")[:MOST_COUNTED].count()
