# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The switch at entry into force: by itself, and logged. A turn of the worker looks at the bases between this node and each partner.

What came into force, was suspended or ended since the last look is set down as a `decision` leaf that nobody can date back, once for each
partner, basis and day, and shown at the desk. Nothing depends on it: whether a request may leave is asked of the table each time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.actions.treaty.bases.current import basis_table
from longbien.actions.treaty.known import known
from longbien.core.base.ids import PartyId
from longbien.core.base.moments import cut_moment
from longbien.core.treaty.bases.basis import IN_FORCE, SUSPENDED
from longbien.core.treaty.bases.between import Standing, standings
from longbien.store import models
from longbien.store.queries.parties import partners
from longbien.store.writing import write_transaction

VERB: Final = "treaty.basis_switch"
ENDED: Final = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """One thing that was noticed."""

    partner: PartyId
    basis: str
    status: str
    day: date


def knowledge(node: Node) -> str:
    """Name what the bases depend on: the day and every row. While it stays the same there is nothing to look for."""
    rows = models.BasisEntry.objects.filter(confirmed_at__isnull=False).count()
    day = node.clock().date().isoformat()
    return f"{day} {rows} {' '.join(partners())} {known().version if not node.exercise else ''}"


def watch_bases(*, node: Node) -> tuple[Noticed, ...]:
    """Look at every partner's bases today; give what was set down now. Safe to run at any time and twice at once."""
    day = node.clock().date()
    found: list[Noticed] = []
    for name in partners():
        partner = PartyId(name)
        if partner == node.party:
            continue
        table = basis_table((node.party, partner), day=day, exercise=node.exercise)
        for standing in standings(table, node.party, partner, day=day):
            noticed = _notice(node, partner, standing, day)
            if noticed is not None:
                found.append(noticed)
    return tuple(found)


def _notice(node: Node, partner: PartyId, standing: Standing, day: date) -> Noticed | None:
    with write_transaction():
        last = (
            models.BasisNotice.objects.filter(partner=partner, basis=standing.basis).order_by("-pk").first()
        )
        change = _change(standing, last, day)
        if change is None:
            return None
        status, since = change
        if _is_known(partner, standing.basis, status, since):
            since = day
            if _is_known(partner, standing.basis, status, since):
                return None
        now = cut_moment(node.clock())
        note = standing.row.note[:2000] if standing.row else ""
        facts: Mapping[str, str] = {
            "partner": partner,
            "basis": standing.basis,
            "status": status,
            "day": since.isoformat(),
        }
        leaf = record_decision(node=node, verb=VERB, role_id="", facts=facts, now=now).leaf_index
        models.BasisNotice.objects.create(
            partner=partner,
            basis=standing.basis,
            status=status,
            day=since,
            note=note,
            noticed_at=now,
            leaf_index=leaf,
        )
        return Noticed(partner=partner, basis=standing.basis, status=status, day=since)


def _change(standing: Standing, last: models.BasisNotice | None, day: date) -> tuple[str, date] | None:
    """Tell what is new about a basis since the last notice, and from which day; None if nothing is."""
    before = last.status if last else ""
    row = standing.row
    if standing.status in (IN_FORCE, SUSPENDED) and row is not None:
        return None if before == standing.status else (standing.status, row.since)
    if before not in (IN_FORCE, SUSPENDED):
        return None
    return ENDED, row.since if row is not None and last is not None and row.since > last.day else day


def _is_known(partner: PartyId, basis: str, status: str, day: date) -> bool:
    return models.BasisNotice.objects.filter(partner=partner, basis=basis, status=status, day=day).exists()
