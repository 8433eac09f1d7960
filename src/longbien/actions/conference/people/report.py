# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Bureau's (or committee's) report on credentials, and the Conference's decision on it, carried out for every delegation at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Max

from longbien.actions.access import permits
from longbien.actions.conference.people.badges import badge_of
from longbien.actions.conference.people.credentials import keep_step, views_of
from longbien.actions.conference.people.keeping import READ, note_decision, require_secretariat, signature
from longbien.actions.conference.people.session import Session
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput, decode, encode
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.conference.credentials.report import (
    Advice,
    Examined,
    Line,
    Outcome,
    decided,
    draft,
    read_report,
    report_json,
)
from longbien.core.conference.credentials.wanted import examined_by
from longbien.store import models
from longbien.store.queries.conference_people import open_delegations
from longbien.store.writing import write_transaction

_MOST_BYTES: Final = 1024 * 1024
_ASIDE: Final = 30_000
"""A claim's number while two change places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report: its number, who examined, its lines, and what the Conference did with it (empty while it waits)."""

    conference: str
    number: int
    examined_by: str
    lines: tuple[Line, ...]
    made_by: str
    made_at: datetime
    outcome: str
    decided_at: datetime | None
    decision: str


def make_report(
    *,
    node: Node,
    actor: models.Officer,
    session: Session,
    advice: Mapping[tuple[str, int], Advice],
    amends: bool = False,
) -> ReportView:
    """Write a report from where all credentials stand now; what the body recommends for some goes before what is usual.

    RefusedError `people.not_permitted`; UsageError `conference.report_rivals`.
    """
    require_secretariat(actor)
    name = session.row.conference_id
    lines = draft(_examined(session, amends=amends), advice)
    now = node.clock()
    with write_transaction():
        last = models.CredentialsReport.objects.filter(conference=name).aggregate(last=Max("number"))["last"]
        row = models.CredentialsReport.objects.create(
            conference=name,
            number=(last or 0) + 1,
            examined_by=examined_by(session.rules),
            report=encode(report_json(lines)),
            made_by=signature(actor),
            made_at=now,
        )
        facts: dict[str, JsonInput] = {"step": "report", "conference": name, "number": row.number}
        note_decision(node=node, actor=actor, facts=facts, now=now)
    return _view(row)


def decide_report(
    *, node: Node, actor: models.Officer, session: Session, number: int, outcome: Outcome, decision: str = ""
) -> ReportView:
    """Note what the Conference did with a report and carry it out.

    `decision` points at the decision of the meeting (a vote, a proposal, the meeting itself). RefusedError `people.not_permitted`,
    `conference.report_unknown`, `conference.report_decided`.
    """
    require_secretariat(actor)
    now = node.clock()
    with write_transaction():
        row = _row(session.row.conference_id, number)
        if row.outcome:
            raise RefusedError("conference.report_decided", number=number)
        row.outcome, row.decided_at, row.decided_by = outcome.value, now, decision[:64] or signature(actor)
        row.save(update_fields=["outcome", "decided_at", "decided_by"])
        changed = _carry_out(node, actor, session, row, at=now)
        facts: dict[str, JsonInput] = {
            "step": "report-decided",
            "conference": row.conference,
            "number": number,
            "outcome": outcome.value,
            "decision": decision[:64],
            "changed": changed,
        }
        note_decision(node=node, actor=actor, facts=facts, now=now)
    return _view(row)


def reports(*, actor: models.Officer, session: Session) -> tuple[ReportView, ...]:
    """Give the reports of a session, for the secretariat and every badge; RefusedError `people.no_badge`."""
    name = session.row.conference_id
    if not permits(actor, READ) and badge_of(actor, name) is None:
        raise RefusedError("people.no_badge", conference=name)
    return tuple(
        _view(row) for row in models.CredentialsReport.objects.filter(conference=name).order_by("number")
    )


def read_outcome(text: str) -> Outcome:
    """Read what the Conference did with a report; UsageError `conference.report_outcome`."""
    try:
        return Outcome(text)
    except ValueError:
        raise UsageError("conference.report_outcome", outcome=text[:40]) from None


def read_advice(text: str) -> Advice:
    """Read what is recommended; UsageError `conference.report_recommends`."""
    try:
        return Advice(text)
    except ValueError:
        raise UsageError("conference.report_recommends", recommends=text[:40]) from None


def _examined(session: Session, *, amends: bool) -> tuple[Examined, ...]:
    rows = [
        one
        for one in open_delegations(session.row.conference_id)
        if one.kind in {models.Delegation.STATE, models.Delegation.ORGANISATION}
    ]
    return tuple(
        Examined(
            participant=one.participant,
            claim=one.claim,
            credentials=one.credentials,
            flaws=tuple(each.code for each in one.flaws),
        )
        for one in views_of(session, rows, amends=amends)
    )


def _carry_out(
    node: Node,
    actor: models.Officer,
    session: Session,
    row: models.CredentialsReport,
    *,
    at: datetime,
) -> int:
    """Take the step of every delegation, as the row's outcome says; give how many changed."""
    outcome = Outcome(row.outcome)
    rows = {(one.participant, one.claim): one for one in open_delegations(row.conference)}
    now_at = {(one.participant, one.claim): one.credentials for one in views_of(session, list(rows.values()))}
    changed = 0
    for line in _lines(row):
        key = (line.participant, line.claim)
        step = decided(line, now_at[key], outcome, at) if key in rows else None
        if step is not None:
            keep_step(rows[key], step.kind, {"report": row.number}, node=node, actor=actor)
            changed += 1
    _seat_rivals(rows, now_at.keys(), _lines(row), outcome)
    return changed


def _seat_rivals(
    rows: Mapping[tuple[str, int], models.Delegation],
    known: Collection[tuple[str, int]],
    lines: Sequence[Line],
    outcome: Outcome,
) -> None:
    """Give the seat to a rival whose credentials the Conference accepted where it rejected the incumbent's."""
    if outcome is not Outcome.ADOPTED:
        return
    advice = {(one.participant, one.claim): one.advice for one in lines}
    for (participant, claim), found in advice.items():
        incumbent = (participant, 1)
        if claim == 1 or found is not Advice.ACCEPTED or advice.get(incumbent) is not Advice.REJECTED:
            continue
        if incumbent in known and (participant, claim) in known:
            table = models.Delegation.objects
            table.filter(pk=rows[incumbent].pk).update(claim=_ASIDE)
            table.filter(pk=rows[participant, claim].pk).update(claim=1)
            table.filter(pk=rows[incumbent].pk).update(claim=claim)


def _row(conference: str, number: int) -> models.CredentialsReport:
    found = models.CredentialsReport.objects.filter(conference=conference, number=number).first()
    if found is None:
        raise RefusedError("conference.report_unknown", number=number)
    return found


def _lines(row: models.CredentialsReport) -> tuple[Line, ...]:
    return read_report(decode(bytes(row.report), max_bytes=_MOST_BYTES))


def _view(row: models.CredentialsReport) -> ReportView:
    return ReportView(
        conference=row.conference,
        number=row.number,
        examined_by=row.examined_by,
        lines=_lines(row),
        made_by=row.made_by,
        made_at=row.made_at,
        outcome=row.outcome,
        decided_at=row.decided_at,
        decision=row.decided_by,
    )
