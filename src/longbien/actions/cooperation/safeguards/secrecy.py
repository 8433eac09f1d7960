# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Confidentiality (Art. 40(20)) under review: the list of marks, renewing and lifting one, an inquiry and its answer, the notice letter."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.cooperation.safeguards.record_step import digest_of
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError
from longbien.core.base.moments import cut_moment
from longbien.core.cooperation.forms.plain import clean_text
from longbien.core.cooperation.safeguards.notice import Notice
from longbien.core.cooperation.safeguards.secrecy import (
    ASKED,
    DUE,
    INQUIRY,
    LIFTED,
    NONE,
    PAST,
    REFUSED,
    RENEWED,
    TOLD,
    Mark,
    first_review,
    require_reason,
    require_renewal,
    require_telling,
)
from longbien.store.models.cooperation import Request
from longbien.store.models.cooperation_safeguards import SecrecyMark, SecrecyRecord
from longbien.store.models.people import Officer
from longbien.store.queries.cooperation_safeguards import find_mark, lock_mark, secrecy_marks
from longbien.store.queries.parties import trusted_entry
from longbien.store.writing import write_transaction

VERB: Final = "cooperation.secrecy"
READ: Final = "cooperation.read"
_MAX: Final = 4000
_POINT: Final = "central"


@dataclass(frozen=True, slots=True, kw_only=True)
class SecrecyNote:
    """One record of a mark; no officer where the request itself asked for it."""

    step: str
    reason: str
    review_on: date | None
    official: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SecrecyView:
    """A mark with its records, the last first. `standing`: `in-force`, `due`, `past` or `lifted`."""

    request_id: str
    partner: str
    reference: str
    direction: str
    code: str
    review_on: date
    standing: str
    notes: tuple[SecrecyNote, ...]


def mark_asked(request: Request, *, values: Mapping[str, object], at: datetime) -> None:
    """Begin the mark that a request asks for, inside the transaction of its act."""
    code = str(values.get("secrecy", NONE))
    if code == NONE or find_mark(request.request_id) is not None:
        return
    asked = values.get("secrecy_until")
    review_on = first_review(asked if isinstance(asked, date) else None, at.date())
    mark = SecrecyMark.objects.create(request=request, code=code, review_on=review_on)
    reason = str(values.get("secrecy_reason", ""))
    SecrecyRecord.objects.create(mark=mark, step=ASKED, reason=reason, review_on=review_on, at=at)


def secrecy_list(*, node: Node, actor: Officer, only_due: bool = False) -> tuple[SecrecyView, ...]:
    """List the marks by day of review, those past it first; RefusedError `people.not_permitted`."""
    require(actor, READ)
    today = node.clock().date()
    found = [_view(row, today) for row in secrecy_marks()]
    return tuple(one for one in found if one.standing in ((DUE, PAST) if only_due else (one.standing,)))


def secrecy_of(*, node: Node, actor: Officer, request_id: str) -> SecrecyView | None:
    """Give the mark of one request, None if nobody asked for one."""
    require(actor, READ)
    row = find_mark(request_id)
    return _view(row, node.clock().date()) if row is not None else None


def renew(*, node: Node, actor: Officer, request_id: str, review_on: date, reason: str) -> SecrecyView:
    """Renew a mark until a later day of review, with a reason.

    RefusedError `people.not_permitted`, `safeguards.not_secret`, `safeguards.review_day`, `safeguards.reason`.
    """
    return _prolong(node, actor, request_id, RENEWED, review_on=review_on, reason=reason)


def refuse_to_tell(
    *, node: Node, actor: Officer, request_id: str, review_on: date, reason: str
) -> SecrecyView:
    """Refuse to tell the person now: the mark is renewed with a reason of today. RefusedError as `renew`."""
    return _prolong(node, actor, request_id, REFUSED, review_on=review_on, reason=reason)


def lift(*, node: Node, actor: Officer, request_id: str, reason: str) -> SecrecyView:
    """Lift a mark: from now on the person may be told. RefusedError `safeguards.not_secret`, `safeguards.reason`."""
    require(actor, VERB)
    with write_transaction():
        row = _locked(request_id)
        if row.lifted:
            raise RefusedError("safeguards.not_secret")
        row.lifted = True
        row.save(update_fields=["lifted"])
        _add(node, actor, row, LIFTED, reason=_reason(reason))
    return _view(row, node.clock().date())


def note_inquiry(*, node: Node, actor: Officer, request_id: str, reason: str) -> SecrecyView:
    """Record that somebody asks whether a person may be told: who asks, for whom, when. It stays on this node."""
    require(actor, VERB)
    with write_transaction():
        row = _locked(request_id)
        _add(node, actor, row, INQUIRY, reason=_reason(reason))
    return _view(row, node.clock().date())


def notice_letter(
    *,
    node: Node,
    actor: Officer,
    request_id: str,
    addressee: str,
    what: str,
    remedy: str,
    language: str,
) -> bytes:
    """Give the letter as PDF, once the mark is lifted; it is recorded that the person was told.

    RefusedError `people.not_permitted`, `safeguards.still_secret`, `safeguards.reason`; UsageError `bridge.papers_missing`.
    """
    require(actor, VERB)
    printer, now = node.printer(), cut_moment(node.clock())
    texts = [clean_text(text, max_length=_MAX, lines=True) for text in (addressee, what, remedy)]
    require_reason(texts[1])
    with write_transaction():
        row = _locked(request_id)
        require_telling(_mark(row))
        notice = _notice(node, row.request, texts, actor.role_id, now)
        made = printer.notice(notice, language)
        _add(node, actor, row, TOLD, reason=texts[1])
    return made


def _prolong(
    node: Node, actor: Officer, request_id: str, step: str, *, review_on: date, reason: str
) -> SecrecyView:
    require(actor, VERB)
    today = node.clock().date()
    reason = clean_text(reason, max_length=_MAX, lines=True)
    with write_transaction():
        row = _locked(request_id)
        require_renewal(_mark(row), review_on=review_on, reason=reason, today=today)
        row.review_on = review_on
        row.save(update_fields=["review_on"])
        _add(node, actor, row, step, reason=reason, review_on=review_on)
    return _view(row, today)


def _add(
    node: Node, actor: Officer, row: SecrecyMark, step: str, *, reason: str, review_on: date | None = None
) -> None:
    now = cut_moment(node.clock())
    facts: dict[str, JsonInput] = {
        "request": row.request_id,
        "step": step,
        "review_on": review_on.isoformat() if review_on else "",
        "reason_sha256": digest_of(reason),
    }
    SecrecyRecord.objects.create(
        mark=row,
        step=step,
        reason=reason,
        review_on=review_on,
        officer=actor,
        role_id=actor.role_id,
        at=now,
        record=record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now),
    )


def _notice(node: Node, request: Request, texts: list[str], role_id: str, now: datetime) -> Notice:
    entry = trusted_entry(node.party)
    if entry is None:
        raise RefusedError("parties.not_introduced", party=node.party)
    authorities = sorted(entry.authorities, key=lambda one: one.role != _POINT)
    first = authorities[0] if authorities else None
    return Notice(
        names=entry.names,
        authority=first.name if first else "",
        reach="  ·  ".join(part for part in (first.phone, first.email) if part) if first else "",
        number=request.request_id[:12],
        addressee=texts[0],
        what=texts[1],
        remedy=texts[2],
        issued_at=now,
        role_id=role_id,
        exercise=request.exercise,
    )


def _locked(request_id: str) -> SecrecyMark:
    row = lock_mark(request_id)
    if row is None:
        raise RefusedError("safeguards.not_secret")
    return row


def _reason(text: str) -> str:
    cleaned = clean_text(text, max_length=_MAX, lines=True)
    require_reason(cleaned)
    return cleaned


def _mark(row: SecrecyMark) -> Mark:
    return Mark(code=row.code, review_on=row.review_on, lifted=row.lifted)


def _view(row: SecrecyMark, today: date) -> SecrecyView:
    return SecrecyView(
        request_id=row.request_id,
        partner=row.request.partner,
        reference=row.request.reference,
        direction=row.request.direction,
        code=row.code,
        review_on=row.review_on,
        standing=_mark(row).standing(today),
        notes=tuple(
            SecrecyNote(
                step=one.step, reason=one.reason, review_on=one.review_on, official=one.role_id, at=one.at
            )
            for one in sorted(row.records.all(), key=lambda one: -one.pk)
        ),
    )
