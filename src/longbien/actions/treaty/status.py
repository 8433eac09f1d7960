# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The status as this node knows it: the seed, overwritten by the depositary's last page, and what officers entered since.

Reading is public. Entering an event is a treaty officer's decision, logged, and needs a source: the press comes first, the
depositary's page later, and then it is the page that counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.moments import cut_moment
from longbien.core.treaty.provisions.convention import convention
from longbien.core.treaty.status.event_text import print_event, read_event_text
from longbien.core.treaty.status.events import Event, seed
from longbien.core.treaty.status.ledger import check_events
from longbien.core.treaty.status.overwrite import SAID, overwrite
from longbien.store import models
from longbien.store.writing import write_transaction

VERB: Final = "treaty.status"
_LAST_NUMBER: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrentStatus:
    """The events that count now, the day up to which they were checked, and the page behind them (empty: the seed alone)."""

    events: tuple[Event, ...]
    known_on: date
    source: str
    applied_at: datetime | None


def current_events() -> tuple[Event, ...]:
    """Give the events that count now, in order."""
    return current_status().events


def current_status() -> CurrentStatus:
    """Give the events that count now and on whose word."""
    pages = models.StatusPage.objects.exclude(applied_at=None).order_by("-applied_at", "-pk")
    page = pages.first()
    rows = list(models.StatusEvent.objects.filter(page=None, struck_at=None).order_by("pk"))
    if page is None or page.applied_at is None:
        return CurrentStatus(
            events=_with(seed().events, rows), known_on=seed().known_on, source="", applied_at=None
        )
    applied = page.applied_at
    found = _with(seed().events, [row for row in rows if row.entered_at <= applied])
    # A page without sections leaves the statements of the last one that had them.
    said = pages.filter(events__kind__in=[kind.value for kind in SAID]).first()
    for told in (said, page) if said is not None and said != page else (page,):
        found = overwrite(found, _events_of(told), told.day)
    return CurrentStatus(
        events=_with(found, [row for row in rows if row.entered_at > applied]),
        known_on=page.day,
        source=page.source,
        applied_at=applied,
    )


def add_event(*, node: Node, actor: models.Officer, event: Event, replaces: str = "") -> Event:
    """Enter one event with its source; give it with the id under which it is kept.

    `replaces` is the id of an event whose place it takes, such as one of which only a window was known.
    RefusedError `people.not_permitted`, `treaty.event_unknown`, `treaty.article_row` (a statement about a paragraph that the
    Convention does not have), and as `check_events`: nothing is stored then.
    """
    require(actor, VERB)
    now = cut_moment(node.clock())
    for article in event.articles:
        if not convention().has(article):
            raise RefusedError("treaty.article_row", row=event.id, article=article)
    with write_transaction():
        before = current_events()
        if replaces and all(held.id != replaces for held in before):
            raise RefusedError("treaty.event_unknown", event=replaces[:80])
        named = replace(event, id=_free_id(event, before))
        check_events((*(held for held in before if held.id != replaces), named))
        models.StatusEvent.objects.create(
            event_id=named.id,
            party=named.party,
            kind=named.kind.value,
            day=named.day,
            body=print_event(named),
            replaces=replaces,
            entered_by=actor,
            entered_role_id=actor.role_id,
            entered_at=now,
        )
        facts = {"event": named.id, "party": named.party, "replaces": replaces}
        record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)
        return named


def strike_event(*, node: Node, actor: models.Officer, event: str, why: str) -> None:
    """Strike out an event that was entered by hand, with the reason; the row stays.

    RefusedError `people.not_permitted`, `treaty.event_unknown`, `treaty.reason_missing`.
    """
    require(actor, VERB)
    now = cut_moment(node.clock())
    if not why.strip():
        raise RefusedError("treaty.reason_missing")
    with write_transaction():
        row = models.StatusEvent.objects.filter(page=None, struck_at=None, event_id=event).first()
        if row is None:
            raise RefusedError("treaty.event_unknown", event=event[:80])
        row.struck_by, row.struck_at, row.struck_why = actor, now, why.strip()[:500]
        row.save(update_fields=["struck_by", "struck_at", "struck_why"])
        facts = {"event": event, "struck": "yes"}
        record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)


def _events_of(page: models.StatusPage) -> tuple[Event, ...]:
    return tuple(read_event_text(bytes(body)) for body in page.events.values_list("body", flat=True))


def _with(before: Iterable[Event], rows: list[models.StatusEvent]) -> tuple[Event, ...]:
    """Add what was entered by hand, each in the place of what it replaces."""
    found = {event.id: event for event in before}
    for row in rows:
        found.pop(row.replaces, None)
        found[row.event_id] = read_event_text(bytes(row.body))
    return tuple(sorted(found.values(), key=lambda event: event.order))


def _free_id(event: Event, before: Iterable[Event]) -> str:
    """Give an id that says what the event is, and a number if there is one already (struck ones are counted too)."""
    taken = {held.id for held in before}
    taken.update(models.StatusEvent.objects.values_list("event_id", flat=True))
    stem = f"{event.party.lower()}-{event.kind.value}-{event.day.isoformat()}"
    names = (stem, *(f"{stem}-{number}" for number in range(2, _LAST_NUMBER)))
    return next(name for name in names if name not in taken)
