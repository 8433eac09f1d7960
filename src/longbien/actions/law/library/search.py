# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Search over the provisions of all laws that are kept, in any language: narrowed by State, law, language and the day in force."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from longbien.actions.access import require
from longbien.actions.law.library.laws import READ, dated, law_row
from longbien.actions.node import Node
from longbien.core.base.errors import UsageError
from longbien.core.law.finding.words import Asked, asked_words, spans
from longbien.core.law.versions.dating import BILL, Standing, holding, standing
from longbien.store import models
from longbien.store.queries.law import MOST_FOUND, find_provisions

PAGE: Final = 20
"""Provisions that one page shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """Where to search: `""` for all. `day`: versions in force then (today if None); `every`: all versions, bills and earlier texts too."""

    state: str = ""
    law: str = ""
    language: str = ""
    day: date | None = None
    every: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LawHit:
    """A provision that was found, and where the words stand in its heading and text (first and last-but-one positions)."""

    version: str
    law: str
    title: str
    label: str
    language: str
    translation: str
    standing: Standing
    provision: str
    number: str
    heading: str
    text: str
    path: tuple[str, ...]
    heading_spans: tuple[tuple[int, int], ...]
    text_spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LawHits:
    """One page of what was found, the best first. `total`: all that fit, at most MOST_FOUND; `more`: there are more.

    `elsewhere`: nothing was found in these versions, and so many provisions of others have the words.
    """

    hits: tuple[LawHit, ...]
    total: int
    more: bool
    versions: int
    elsewhere: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """A version that is searched, as a row, with its standing."""

    row: models.LawVersion
    standing: Standing


def search(
    text: str,
    *,
    node: Node,
    actor: models.Officer,
    within: Narrowed | None = None,
    first: int = 0,
    count: int = PAGE,
) -> LawHits:
    """Find provisions that hold all words of a text; words in quotation marks stand in a row.

    RefusedError `people.not_permitted`, `law_library.law_not_found`; UsageError `law_library.nothing_asked`.
    """
    require(actor, READ)
    where = within or Narrowed()
    asked = asked_words(text, where.language)
    if asked is None:
        raise UsageError("law_library.nothing_asked")
    held = _versions(where, where.day or node.clock().date())
    found = find_provisions(asked, held.keys())
    elsewhere = 0
    if not found.rows and not where.every:
        other = _versions(
            Narrowed(state=where.state, law=where.law, language=where.language, every=True),
            node.clock().date(),
        )
        elsewhere = len(find_provisions(asked, other.keys() - held.keys()).rows)
    return LawHits(
        hits=tuple(_hits(found.rows[first : first + count], held, asked)),
        total=min(len(found.rows), MOST_FOUND),
        more=found.more,
        versions=len(held),
        elsewhere=elsewhere,
    )


def _versions(where: Narrowed, day: date) -> dict[int, _Held]:
    """Give the versions to search in, by number."""
    rows = models.LawVersion.objects.select_related("law").defer("notes", "source", "reason").order_by("pk")
    if where.law:
        rows = rows.filter(law=law_row(where.law))
    if where.state:
        rows = rows.filter(law__state=where.state.upper())
    by_law: dict[int, list[models.LawVersion]] = {}
    for row in rows:
        by_law.setdefault(row.law_id, []).append(row)
    found: dict[int, _Held] = {}
    for group in by_law.values():
        corrected = {row.corrects_id for row in group}
        days = [dated(row, bill=row.law.kind == BILL, corrected=row.pk in corrected) for row in group]
        labels = {one.label for one in holding(days, day)}
        for row, when in zip(group, days, strict=True):
            if where.language and row.language != where.language:
                continue
            if where.every or row.label in labels:
                found[row.pk] = _Held(row=row, standing=standing(when, days, day))
    return found


def _hits(numbers: Sequence[int], held: dict[int, _Held], asked: Asked) -> list[LawHit]:
    rows = models.LawProvision.objects.defer("search").in_bulk(list(numbers))
    found = []
    for number in numbers:
        row, one = rows[number], held[rows[number].version_id]
        version = one.row
        law = f"{version.law.state}/{version.law.code}"
        found.append(
            LawHit(
                version=f"{law}/{version.label}",
                law=law,
                title=version.law.title,
                label=version.label,
                language=version.language,
                translation=version.translation,
                standing=one.standing,
                provision=row.provision,
                number=row.number,
                heading=row.heading,
                text=row.text,
                path=tuple(row.path),
                heading_spans=spans(row.heading, asked, version.language),
                text_spans=spans(row.text, asked, version.language),
            )
        )
    return found
