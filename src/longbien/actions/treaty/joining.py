# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The joining of this node's own State: its answers in versions, its tasks, its yearly confirmations, its papers.

Reading is for everybody with a role, writing for treaty officers. Nothing is overwritten, and each change leaves a trace in the log.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.actions.treaty.status import current_events
from longbien.core.base.canonical import Json, JsonInput, decode, encode
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.moments import cut_moment
from longbien.core.treaty.joining.answers import (
    MAX_BYTES,
    NOTHING,
    Answers,
    change,
    nested,
    read_answers,
    stored_answers,
)
from longbien.core.treaty.joining.checklist import YEARLY, Position, Recorded, State, Task, checklist
from longbien.core.treaty.joining.checks import check
from longbien.core.treaty.joining.flaws import Flaw
from longbien.core.treaty.joining.notices import print_notices
from longbien.core.treaty.joining.package import package
from longbien.core.treaty.joining.position import position_of
from longbien.store import models
from longbien.store.writing import write_transaction

VERB: Final = "treaty.join"
_LONGEST: Final = 1000
_NAME: Final = 200
FORMS: Final = ("pdf", "docx", "json")


@dataclass(frozen=True, slots=True, kw_only=True)
class JoiningCase:
    """Where the State stands: answers of version `number` (0: none yet), tasks, flaws."""

    position: Position
    answers: Answers
    records: tuple[Recorded, ...]
    number: int
    saved_by: str
    saved_at: datetime | None
    exercise: bool

    def tasks(self) -> tuple[Task, ...]:
        """Give every task."""
        return checklist(self.position, self.answers, self.records)

    def flaws(self) -> tuple[Flaw, ...]:
        """Give everything that is wrong."""
        return check(self.answers, self.position)


def joining_case(*, node: Node, actor: models.Officer, day: date | None = None) -> JoiningCase:
    """Give the joining as it stands today, or as its position is on another day. RefusedError `people.not_permitted`."""
    require(actor, "treaty.read")
    return _case(node, day)


def keep_answers(*, node: Node, actor: models.Officer, changes: Mapping[str, Json]) -> JoiningCase:
    """Change some answers (an empty text takes one away); FlawedError with every flaw, and then nothing is kept."""
    require(actor, VERB)
    with write_transaction():
        before = _case(node, None)
        return _keep(node, actor, before, change(before.answers, changes))


def replace_answers(*, node: Node, actor: models.Officer, value: Json) -> JoiningCase:
    """Take a whole document of answers in place of what was there; FlawedError with every flaw, and then nothing is kept."""
    require(actor, VERB)
    found = read_answers(value)
    with write_transaction():
        return _keep(node, actor, _case(node, None), found)


def record_task(*, node: Node, actor: models.Officer, record: Recorded) -> JoiningCase:
    """Record where a task stands, who has it and until when.

    RefusedError `joining.task_unknown`, `joining.reason_missing`, `joining.record_future`, `joining.record_long`.
    """
    require(actor, VERB)
    with write_transaction():
        before = _case(node, None)
        if record.task not in {task.id for task in before.tasks()}:
            raise RefusedError("joining.task_unknown", task=record.task[:80])
        if record.state is State.NOT_APPLICABLE and not record.reason.strip():
            raise RefusedError("joining.reason_missing")
        if record.on > before.position.today:
            raise RefusedError("joining.record_future", today=before.position.today.isoformat())
        if len(record.owner) > _NAME or max(len(record.reason), len(record.evidence)) > _LONGEST:
            raise RefusedError("joining.record_long", limit=_LONGEST)
        now = cut_moment(node.clock())
        models.JoiningRecord.objects.create(
            party=node.party,
            task=record.task,
            state=record.state.value,
            owner=record.owner.strip(),
            due=record.due,
            reason=record.reason.strip(),
            evidence=record.evidence.strip(),
            on=record.on,
            recorded_by=actor.role_id,
            recorded_at=now,
        )
        facts: dict[str, JsonInput] = {"task": record.task, "state": record.state.value}
        record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)
        return _case(node, None)


def confirm_notice(*, node: Node, actor: models.Officer, task: str) -> JoiningCase:
    """Answer a notice's yearly question today: still true. RefusedError `joining.not_yearly`, `joining.na_not_sent`."""
    require(actor, VERB)
    name = task if task.startswith(YEARLY) else YEARLY + task
    found = next((one for one in _case(node, None).tasks() if one.id == name), None)
    if found is None:
        raise RefusedError("joining.not_yearly", task=task[:80])
    if found.state is State.NOT_APPLICABLE:
        raise RefusedError("joining.na_not_sent")
    today = node.clock().date()
    return record_task(node=node, actor=actor, record=Recorded(task=name, state=State.DONE, on=today))


def joining_paper(
    *, node: Node, actor: models.Officer, languages: tuple[str, ...], form: str, draft: bool = False
) -> bytes:
    """Give the papers as `pdf` or `docx`, or the notices as `json`; NotReadyError with every stop unless `draft`.

    UsageError `joining.format_unknown`, `joining.papers_missing`, and those of `package`.
    """
    require(actor, VERB)
    if form not in FORMS:
        raise UsageError("joining.format_unknown", formats=", ".join(FORMS))
    case = _case(node, None)
    if form == "json":
        return print_notices(case.answers, case.position, exercise=case.exercise)
    if node.joining_papers is None:
        raise UsageError("joining.papers_missing")
    found = package(case.answers, case.position, languages=languages, exercise=case.exercise, draft=draft)
    return node.joining_papers.pdf(found) if form == "pdf" else node.joining_papers.docx(found)


def _case(node: Node, day: date | None) -> JoiningCase:
    row = models.JoiningAnswers.objects.filter(party=node.party).order_by("-number").first()
    rows = models.JoiningRecord.objects.filter(party=node.party).order_by("id")
    return JoiningCase(
        position=position_of(current_events(), node.party, day or node.clock().date()),
        answers=stored_answers(decode(bytes(row.answers), max_bytes=MAX_BYTES)) if row else NOTHING,
        records=tuple(_recorded(one) for one in rows),
        number=row.number if row else 0,
        saved_by=row.saved_by if row else "",
        saved_at=row.saved_at if row else None,
        exercise=node.exercise,
    )


def _recorded(row: models.JoiningRecord) -> Recorded:
    return Recorded(
        task=row.task,
        state=State(row.state),
        on=row.on,
        owner=row.owner,
        due=row.due,
        reason=row.reason,
        evidence=row.evidence,
    )


def _keep(node: Node, actor: models.Officer, before: JoiningCase, answers: Answers) -> JoiningCase:
    if answers == before.answers:
        return before
    now = cut_moment(node.clock())
    data = encode(nested(answers))
    if len(data) > MAX_BYTES:
        raise RefusedError("base.too_large", limit=MAX_BYTES)
    digest = hashlib.sha256(data).hexdigest()
    models.JoiningAnswers.objects.create(
        party=node.party,
        number=before.number + 1,
        answers=data,
        digest=digest,
        saved_by=actor.role_id,
        saved_at=now,
    )
    facts: dict[str, JsonInput] = {"answers": before.number + 1, "sha256": digest}
    record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)
    return _case(node, None)
