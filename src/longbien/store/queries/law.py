# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The library of laws: provisions kept in bulk with their words, and found again by them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.db import connection
from django.db.models import Max

from longbien.core.law.finding.words import Asked, Group, Kept, facet, kept_words
from longbien.core.law.provisions.provision import Provision
from longbien.store.models.law import LawProvision, LawVersion

MOST_FOUND: Final = 1_000
"""Provisions that a search ranks and gives, at most."""
_BATCH: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Numbers of rows of provisions, the best first; `more`: there are more than MOST_FOUND."""

    rows: tuple[int, ...]
    more: bool


def keep_provisions(version: LawVersion, provisions: Sequence[Provision]) -> None:
    """Keep the provisions of a version, and the words they are found by, in the caller's transaction."""
    rows = [
        LawProvision(
            version=version,
            position=position,
            provision=one.id,
            law_part=one.law,
            number=one.number,
            heading=one.heading,
            text=one.text,
            path=list(one.path),
        )
        for position, one in enumerate(provisions, start=1)
    ]
    LawProvision.objects.bulk_create(rows, batch_size=_BATCH)
    numbers = version.provisions.order_by("position").values_list("pk", flat=True)
    kept = (
        (number, kept_words(one, version.language)) for number, one in zip(numbers, provisions, strict=True)
    )
    _keep_words(version.pk, kept)


def read_provisions(version: LawVersion) -> tuple[Provision, ...]:
    """Give the provisions of a version in their order."""
    return tuple(provision_of(row) for row in version.provisions.defer("search").order_by("position"))


def provision_of(row: LawProvision) -> Provision:
    """Give what a row holds."""
    return Provision(
        id=row.provision,
        law=row.law_part,
        number=row.number,
        heading=row.heading,
        text=row.text,
        path=tuple(row.path),
    )


def find_provisions(asked: Asked, versions: Collection[int] | None) -> Found:
    """Find provisions that hold all that is asked for, in some versions or (None) in all, the best first."""
    if versions is not None and not versions:
        return Found(rows=(), more=False)
    facets = None if versions is None else [facet(one) for one in sorted(versions)]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            words = _postgresql(asked, None)
            cursor.execute(_FIND_POSTGRESQL, [words, _postgresql(asked, facets), MOST_FOUND + 1])
        else:
            cursor.execute(_FIND_SQLITE, [_sqlite(asked, facets), MOST_FOUND + 1])
        numbers = [int(row[0]) for row in cursor.fetchall()]
    return Found(rows=tuple(numbers[:MOST_FOUND]), more=len(numbers) > MOST_FOUND)


def last_change() -> int:
    """Give the number of the newest version: what was read of the library holds until it changes."""
    return int(LawVersion.objects.aggregate(last=Max("pk"))["last"] or 0)


_FIND_SQLITE: Final = (
    "SELECT rowid, bm25(law_provision_words, 3.0, 1.0, 1.0, 0.0) AS score FROM law_provision_words"
    " WHERE law_provision_words MATCH %s ORDER BY score, rowid LIMIT %s"
)
_FIND_POSTGRESQL: Final = (
    "SELECT id, ts_rank('{0, 0.3, 0.3, 1.0}', search, %s::tsquery) AS score FROM longbien_lawprovision"
    " WHERE search @@ %s::tsquery ORDER BY score DESC, id LIMIT %s"
)
"""Ranked by the words alone: versions say where to look. Within a ranked query they would cost more than the words, and one word would rank nothing."""
_WORDS_SQLITE: Final = (
    "INSERT INTO law_provision_words (rowid, heading, body, exact, facets) VALUES (%s, %s, %s, %s, %s)"
)
_WORDS_POSTGRESQL: Final = "UPDATE longbien_lawprovision SET search = %s::tsvector WHERE id = %s"
_SETTLE_POSTGRESQL: Final = (
    "SELECT gin_clean_pending_list(oid) FROM pg_class WHERE relname = 'law_provision_words' AND relkind = 'i'"
    " AND pg_table_is_visible(oid) AND pg_has_role(relowner, 'USAGE')"
)
"""Put new words where they belong in the index: until then every search reads through all of them, and for common words the index is passed by."""
_LAST_PLACE: Final = 16_383
"""The last place that a tsvector knows."""


def _keep_words(version: int, kept: Iterable[tuple[int, Kept]]) -> None:
    mark = facet(version)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.executemany(_WORDS_POSTGRESQL, [(_vector(one, mark), number) for number, one in kept])
            cursor.execute(_SETTLE_POSTGRESQL)
            return
        rows = [
            (number, " ".join(one.heading), " ".join(one.body), " ".join(one.exact), mark)
            for number, one in kept
        ]
        cursor.executemany(_WORDS_SQLITE, rows)


def _vector(kept: Kept, mark: str) -> str:
    """Write a tsvector: heading A, text B, as written C, the version D; a word holds letters and digits alone."""
    places: list[str] = []
    place = 0
    for words, weight in ((kept.heading, "A"), (kept.body, "B"), (kept.exact, "C"), ((mark,), "D")):
        for word in words:
            place = min(place + 1, _LAST_PLACE)
            places.append(f"'{word}':{place}{weight}")
        place = min(place + 1, _LAST_PLACE)
    return " ".join(places)


def _sqlite(asked: Asked, facets: Sequence[str] | None) -> str:
    """Write a query for FTS5; words hold letters and digits alone, so that none is read as a sign of the query."""
    parts = [f"({' OR '.join(_row(row, ' ') for row in _any(group))})" for group in asked.groups]
    if facets is not None:
        parts.append(f"({' OR '.join(_row((one,), ' ') for one in facets)})")
    return " AND ".join(parts)


def _row(words: Sequence[str], between: str) -> str:
    return f'"{between.join(words)}"'


def _postgresql(asked: Asked, facets: Sequence[str] | None) -> str:
    parts = [f"({' | '.join(_followed(row) for row in _any(group))})" for group in asked.groups]
    if facets is not None:
        parts.append(f"({' | '.join(_followed((one,)) for one in facets)})")
    return " & ".join(parts)


def _followed(words: Sequence[str]) -> str:
    return f"({' <-> '.join(_quoted(word) for word in words)})"


def _quoted(word: str) -> str:
    return f"'{word}'"


def _any(group: Group) -> tuple[tuple[str, ...], ...]:
    return (*group.needed, *group.better)
