# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What oversight looks at afterwards: entries that the node makes by itself, and the review that closes one.

An entry is a leaf of the log from the moment at which the thing happened, so that nobody can leave it out later.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from longbien.actions.access import permits, require
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.moments import cut_moment
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.forms.plain import clean_text
from longbien.store.models.cooperation import Request
from longbien.store.models.cooperation_safeguards import EmergencyReview, OversightEntry
from longbien.store.models.people import Officer
from longbien.store.queries.cooperation_safeguards import oversight_entries
from longbien.store.writing import write_transaction

READ: Final = "cooperation.oversight.read"
VERB: Final = "cooperation.oversight"
REVIEW: Final = "cooperation.review"
EMERGENCY_GIVEN: Final = "emergency-given"
PRESERVED_ALONE: Final = "preserved-alone"
CALL_BACK_DENIED: Final = "call-back-denied"
LOCKED_ATTEMPT: Final = "locked-attempt"
DUE: Final[Mapping[str, timedelta]] = {
    EMERGENCY_GIVEN: timedelta(days=1),
    PRESERVED_ALONE: timedelta(days=1),
    CALL_BACK_DENIED: timedelta(days=1),
}
"""Until when an entry is to be reviewed: the next day. Other entries are there to be read."""
_MAX: Final = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """One review of an entry."""

    finding: str
    disclosed: str
    outcome: str
    judicial: str
    official: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """One entry. `late`: its review is overdue; `may_review` is for the reader, never true for what he did himself."""

    number: int
    kind: str
    request_id: str
    partner: str
    reference: str
    official: str
    at: datetime
    due_at: datetime | None
    late: bool
    facts: Mapping[str, str]
    leaf_index: int
    reviews: tuple[ReviewView, ...]
    may_review: bool


def note_for_oversight(
    *, node: Node, request: Request, kind: str, role_id: str, facts: Mapping[str, str], now: datetime
) -> OversightEntry:
    """Put something on the list, inside the caller's transaction."""
    said: dict[str, JsonInput] = {"kind": kind, "request": request.request_id, **facts}
    record = record_decision(node=node, verb=VERB, role_id=role_id, facts=said, now=now)
    due = DUE.get(kind)
    return OversightEntry.objects.create(
        kind=kind,
        request=request,
        role_id=role_id,
        at=cut_moment(now),
        due_at=cut_moment(now + due) if due else None,
        facts=dict(facts),
        record=record,
    )


def oversight(*, node: Node, actor: Officer, open_only: bool = False) -> tuple[EntryView, ...]:
    """Give the list: what waits for a review first, the longest overdue on top, then the newest.

    RefusedError `people.not_permitted`.
    """
    require(actor, READ)
    now, may = node.clock(), permits(actor, REVIEW)
    found = [_view(row, actor, now, may=may) for row in oversight_entries()]
    chosen = [one for one in found if not open_only or (one.due_at is not None and not one.reviews)]
    return tuple(sorted(chosen, key=lambda one: (_rank(one), -one.number)))


def review(  # the parts of an after-action record, each named
    *,
    node: Node,
    actor: Officer,
    number: int,
    finding: str,
    outcome: str,
    disclosed: str = "",
    judicial: str = "",
) -> EntryView:
    """Record what came of an entry: `finding` (EMERGENCY-REVIEW), what was disclosed and when, the outcome, judicial review.

    UsageError `safeguards.entry_unknown`; RefusedError `people.not_permitted`, `safeguards.own_act`, `safeguards.unknown`, `safeguards.reason`.
    """
    require(actor, REVIEW)
    if finding not in vocabulary("EMERGENCY-REVIEW"):
        raise RefusedError("safeguards.unknown", value=finding[:64])
    texts = [clean_text(text, max_length=_MAX, lines=True) for text in (outcome, disclosed, judicial)]
    if not texts[0]:
        raise RefusedError("safeguards.reason", least=1)
    now = cut_moment(node.clock())
    with write_transaction():
        row = OversightEntry.objects.filter(pk=number).first()
        if row is None:
            raise UsageError("safeguards.entry_unknown", number=number)
        if row.role_id == actor.role_id:
            raise RefusedError("safeguards.own_act")
        facts: dict[str, JsonInput] = {"entry": number, "finding": finding, "request": row.request_id}
        record = record_decision(node=node, verb=REVIEW, role_id=actor.role_id, facts=facts, now=now)
        EmergencyReview.objects.create(
            entry=row,
            finding=finding,
            outcome=texts[0],
            disclosed=texts[1],
            judicial=texts[2],
            officer=actor,
            role_id=actor.role_id,
            at=now,
            record=record,
        )
    return next(one for one in oversight(node=node, actor=actor) if one.number == number)


def _rank(one: EntryView) -> tuple[int, float]:
    waits = one.due_at is not None and not one.reviews
    return (0, one.due_at.timestamp()) if waits and one.due_at is not None else (1, 0.0)


def _view(row: OversightEntry, actor: Officer, now: datetime, *, may: bool) -> EntryView:
    reviews = sorted(row.reviews.all(), key=lambda one: one.pk)
    return EntryView(
        number=row.pk,
        kind=row.kind,
        request_id=row.request_id,
        partner=row.request.partner,
        reference=row.request.reference,
        official=row.role_id,
        at=row.at,
        due_at=row.due_at,
        late=row.due_at is not None and not reviews and row.due_at < now,
        facts={str(name): str(value) for name, value in row.facts.items()},
        leaf_index=row.record.leaf_index,
        reviews=tuple(
            ReviewView(
                finding=one.finding,
                disclosed=one.disclosed,
                outcome=one.outcome,
                judicial=one.judicial,
                official=one.role_id,
                at=one.at,
            )
            for one in reviews
        ),
        may_review=may and row.role_id != actor.role_id,
    )
