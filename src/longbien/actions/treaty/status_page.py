# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bringing a page of the depositary in: one treaty officer proposes it, another applies the same bytes. Earlier pages are kept.

Each of the two sees what would change before giving a word; each word is a logged decision. What cannot have happened stores nothing.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.access import require, require_approval
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.actions.treaty.status import current_events
from longbien.core.base.errors import RefusedError
from longbien.core.base.moments import cut_moment
from longbien.core.treaty.depositary.preview import PageGiven, PageSeen, look_at_page
from longbien.core.treaty.status.event_text import print_event
from longbien.store import models
from longbien.store.writing import write_transaction

VERB: Final = "treaty.import"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTaken:
    """What became of a page: proposed by one officer, or applied by the second."""

    seen: PageSeen
    applied: bool
    proposed_by: str
    applied_by: str


def take_page(*, node: Node, actor: models.Officer, given: PageGiven) -> PageTaken:
    """Propose a page, or apply it if another officer proposed the same bytes with the same mapping and day.

    RefusedError `people.not_permitted`, `treaty.page_proposed`, `treaty.page_older`, and as `look_at_page`.
    """
    require(actor, VERB)
    now = cut_moment(node.clock())
    with write_transaction():
        seen = look_at_page(current_events(), given)
        _check_newest(seen)
        row = models.StatusPage.objects.filter(
            digest=seen.digest, mapping_digest=seen.mapping_digest, day=seen.day, applied_at=None
        ).first()
        if row is None:
            row = models.StatusPage.objects.create(
                digest=seen.digest,
                mapping_digest=seen.mapping_digest,
                source=given.source.strip(),
                day=seen.day,
                page=given.data,
                proposed_by=actor,
                proposed_role_id=actor.role_id,
                proposed_at=now,
            )
        elif row.proposed_by_id == actor.pk:
            raise RefusedError("treaty.page_proposed", role=actor.role_id)
        else:
            require_approval(actor, VERB)
            _apply(row, actor, seen, now)
        step = "applied" if row.applied_at else "proposed"
        facts = {
            "page": seen.digest,
            "mapping": seen.mapping_digest,
            "day": seen.day.isoformat(),
            "step": step,
        }
        record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)
        return PageTaken(
            seen=seen,
            applied=row.applied_at is not None,
            proposed_by=row.proposed_role_id,
            applied_by=row.applied_role_id,
        )


def _check_newest(seen: PageSeen) -> None:
    """Refuse a page that is older than the one that counts: it would take back what is known."""
    last = models.StatusPage.objects.exclude(applied_at=None).order_by("-applied_at", "-pk").first()
    if last is not None and seen.day < last.day:
        raise RefusedError("treaty.page_older", day=seen.day.isoformat(), last=last.day.isoformat())


def _apply(row: models.StatusPage, actor: models.Officer, seen: PageSeen, now: datetime) -> None:
    row.applied_by, row.applied_role_id, row.applied_at = actor, actor.role_id, now
    row.save(update_fields=["applied_by", "applied_role_id", "applied_at"])
    models.StatusEvent.objects.bulk_create(
        models.StatusEvent(
            page=row,
            event_id=event.id,
            party=event.party,
            kind=event.kind.value,
            day=event.day,
            body=print_event(event),
            entered_by=actor,
            entered_role_id=actor.role_id,
            entered_at=now,
        )
        for event in seen.events
    )
