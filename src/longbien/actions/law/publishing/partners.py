# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What States published of their law: the one that counts of each, all earlier ones, and what this State told whom."""

from dataclasses import dataclass
from datetime import date, datetime

from longbien.actions.access import require
from longbien.actions.law.concordance.keeping import READ, whole
from longbien.actions.node import Node
from longbien.core.base.errors import UsageError
from longbien.core.law.concordance.table import Concordance
from longbien.core.law.reporting.published import read_kept
from longbien.store import models


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedOne:
    """A publication in the list. `ours`: this State told it to `partner`; `counts`: no later one replaces it."""

    act: str
    ours: bool
    partner: str
    state: str
    title: str
    language: str
    as_of: date
    rows: int
    sha256: str
    said_at: datetime
    counts: bool


def published(*, node: Node, actor: models.Officer, state: str = "") -> tuple[PublishedOne, ...]:
    """List what was published, the latest first; of one State if it is named (our own code: what this State told)."""
    require(actor, READ)
    rows = models.PublishedConcordance.objects.defer("value").order_by("-said_at", "-pk")
    if state:
        rows = rows.filter(state=state)
    seen: set[tuple[bool, str]] = set()
    found = []
    for row in rows:
        key = (row.ours, row.partner)
        found.append(_listed(row, counts=key not in seen))
        seen.add(key)
    return tuple(found)


def published_value(*, node: Node, actor: models.Officer, act: str) -> tuple[PublishedOne, Concordance]:
    """Give one publication whole, by the act's digest or its beginning; UsageError `law_report.published_unknown`."""
    require(actor, READ)
    rows = list(models.PublishedConcordance.objects.filter(act__startswith=act)[:2]) if act else []
    if len(rows) != 1:
        raise UsageError("law_report.published_unknown", act=act[:16])
    row = rows[0]
    last = _last(row.partner, ours=row.ours)
    return _listed(row, counts=last is not None and last.pk == row.pk), read_kept(bytes(row.value))


def table_of(*, node: Node, actor: models.Officer, state: str) -> Concordance | None:
    """Give the table that counts of a State: our own newest one, or the last that a partner published; None if there is none."""
    require(actor, READ)
    if state == node.party:
        own = models.LawConcordance.objects.filter(state=state).order_by("-as_of", "-begun_at", "-pk").first()
        return whole(own) if own is not None else None
    row = _last(state, ours=False)
    return read_kept(bytes(row.value)) if row is not None else None


def states_known(*, node: Node, actor: models.Officer) -> tuple[str, ...]:
    """List the States whose table is here, our own first if it has one."""
    require(actor, READ)
    own = (node.party,) if models.LawConcordance.objects.filter(state=node.party).exists() else ()
    rows = models.PublishedConcordance.objects.filter(ours=False).values_list("partner", flat=True).distinct()
    return (*own, *sorted(rows))


def _last(partner: str, *, ours: bool) -> models.PublishedConcordance | None:
    rows = models.PublishedConcordance.objects.filter(partner=partner, ours=ours)
    return rows.order_by("-said_at", "-pk").first()


def _listed(row: models.PublishedConcordance, *, counts: bool) -> PublishedOne:
    return PublishedOne(
        act=row.act,
        ours=row.ours,
        partner=row.partner,
        state=row.state,
        title=row.title,
        language=row.language,
        as_of=row.as_of,
        rows=row.rows,
        sha256=row.sha256,
        said_at=row.said_at,
        counts=counts,
    )
