# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A provider's answer: taken in, looked at by a lawyer where it must be, and passed on by the verbs of the desk."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.access import Role, require
from longbien.actions.cooperation.answers.ask import ask
from longbien.actions.cooperation.answers.execute_answer import execute_answer
from longbien.actions.cooperation.answers.return_for_defects import return_for_defects
from longbien.actions.cooperation.say import Spoken
from longbien.actions.cooperation.thread import find_thread
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.canonical import Json, encode
from longbien.core.base.errors import RefusedError
from longbien.core.base.moments import cut_moment, parse_moment
from longbien.core.cooperation.forms.plain import clean_text
from longbien.core.cooperation.provider.answer import KEPT, clean_answer, needs_review, read_answer
from longbien.store.models.cooperation_provider import ProviderAnswer
from longbien.store.models.people import Officer
from longbien.store.queries.people import officer_by_role_id
from longbien.store.writing import write_transaction

VERB: Final = "cooperation.provider"
REVIEW: Final = "cooperation.provider_review"
_LONGEST: Final = 20_000
_OUTCOMES: Final[Mapping[str, str]] = {
    "kept": "executed",
    "kept-in-part": "in-part",
    "nothing-held": "nothing-found",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer as it stands: its number, members, where it stands, which lawyer looks, what was said of it."""

    answer: int
    order_id: str
    body: Mapping[str, Json]
    state: str
    came_as: str
    by: str
    at: datetime
    lawyer: str
    opinion: str
    reviewed_by: str
    reviewed_at: datetime | None
    said: str


def take_answer(
    *,
    node: Node,
    actor: Officer,
    request_id: str,
    data: bytes | None = None,
    raw: Mapping[str, Json] | None = None,
) -> Answered:
    """Take in the answer of a provider to an order of this request: as its file, or as typed.

    RefusedError `people.not_permitted`, `cooperation.request_unknown`, `provider.not_here` on the requesting side, and as `clean_answer`.
    """
    require(actor, VERB)
    body = read_answer(data) if data is not None else clean_answer(raw or {})
    now = cut_moment(node.clock())
    with write_transaction():
        request = find_thread(node.party, request_id).request
        if request.direction != "incoming":
            raise RefusedError("provider.not_here")
        facts = {
            "request": request.request_id,
            "order": str(body["order_id"]),
            "outcome": str(body["outcome"]),
            "answer_sha256": hashlib.sha256(encode(body)).hexdigest(),
        }
        record = record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)
        row = ProviderAnswer.objects.create(
            request=request,
            order_id=str(body["order_id"]),
            body=body,
            state=ProviderAnswer.REVIEW if needs_review(body) else ProviderAnswer.READY,
            came_as="file" if data is not None else "typed",
            officer=actor,
            role_id=actor.role_id,
            at=now,
            record=record,
        )
    return answered(row)


def assign_lawyer(*, node: Node, actor: Officer, answer: int, lawyer: str) -> Answered:
    """Give an answer to a lawyer of the node, by role id. RefusedError `provider.no_lawyer`, `provider.answer_unknown`, `provider.not_in_review`."""
    require(actor, VERB)
    with write_transaction():
        row = _locked(answer)
        found = officer_by_role_id(lawyer)
        if found is None or Role.LAWYER not in found.roles():
            raise RefusedError("provider.no_lawyer", role_id=lawyer[:64])
        _require_state(row, ProviderAnswer.REVIEW)
        row.lawyer = found
        row.save(update_fields=["lawyer"])
        facts = {"answer": str(row.pk), "lawyer": found.role_id}
        record_decision(
            node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=cut_moment(node.clock())
        )
    return answered(row)


def review_answer(*, node: Node, actor: Officer, answer: int, opinion: str) -> Answered:
    """Give the lawyer's opinion; only the lawyer to whom it was given may. RefusedError `provider.other_lawyer`, `provider.opinion_missing`."""
    require(actor, REVIEW)
    text = clean_text(opinion, max_length=_LONGEST, lines=True)
    if not text:
        raise RefusedError("provider.opinion_missing")
    now = cut_moment(node.clock())
    with write_transaction():
        row = _locked(answer)
        _require_state(row, ProviderAnswer.REVIEW)
        if row.lawyer_id != actor.pk:
            raise RefusedError("provider.other_lawyer")
        row.opinion, row.reviewed_by, row.reviewed_at = text, actor.role_id, now
        row.state = ProviderAnswer.READY
        row.save(update_fields=["opinion", "reviewed_by", "reviewed_at", "state"])
        digest = hashlib.sha256(text.encode()).hexdigest()
        facts = {"answer": str(row.pk), "opinion_sha256": digest}
        record_decision(node=node, verb=REVIEW, role_id=actor.role_id, facts=facts, now=now)
    return answered(row)


def pass_on(*, node: Node, actor: Officer, answer: int, means: str, text: str = "") -> Spoken:
    """Tell the requesting State: `executed`, `returned` or `question`, each by its own verb. `text` is said instead of the provider's words.

    RefusedError `provider.not_ready` before the lawyer has spoken, `provider.means`, and what the verb refuses.
    """
    require(actor, VERB)
    with write_transaction():
        row = _locked(answer)
        if row.state != ProviderAnswer.READY:
            raise RefusedError("provider.not_ready", state=row.state)
        made = _say(node, actor, row, means, text)
        row.state, row.said = ProviderAnswer.DONE, made.kind
        row.save(update_fields=["state", "said"])
    return made


def answers_of(*, actor: Officer, request_id: str) -> tuple[Answered, ...]:
    """Give the answers of providers for a request, oldest first."""
    require(actor, "cooperation.contents.read")
    rows = ProviderAnswer.objects.filter(request_id=request_id).select_related("lawyer").order_by("id")
    return tuple(answered(row) for row in rows)


def answered(row: ProviderAnswer) -> Answered:
    """Give a row as a value."""
    return Answered(
        answer=row.pk,
        order_id=row.order_id,
        body=row.body,
        state=row.state,
        came_as=row.came_as,
        by=row.role_id,
        at=row.at,
        lawyer=row.lawyer.role_id if row.lawyer is not None else "",
        opinion=row.opinion,
        reviewed_by=row.reviewed_by,
        reviewed_at=row.reviewed_at,
        said=row.said,
    )


def _say(node: Node, actor: Officer, row: ProviderAnswer, means: str, text: str) -> Spoken:
    body, request_id = row.body, row.request_id
    if means == "returned" and body["reasons"]:
        return return_for_defects(
            node=node,
            actor=actor,
            request_id=request_id,
            reasons=tuple(body["reasons"]),
            text=text or body["explanation"],
            preserved_meanwhile=bool(body["preserved_meanwhile"]),
        )
    if means == "question":
        questions = text or body["clarification"] or body["explanation"]
        return ask(node=node, actor=actor, request_id=request_id, questions=questions)
    if means == "executed" and body["outcome"] in _OUTCOMES:
        kept = body["outcome"] in KEPT
        return execute_answer(
            node=node,
            actor=actor,
            request_id=request_id,
            measure="preservation",
            outcome=_OUTCOMES[body["outcome"]],
            since=parse_moment(body["kept_from"]) if kept else None,
            until=parse_moment(body["kept_until"]) if kept else None,
            held_by=body["provider"],
            provider_reference=body["reference"],
            other_provider=body["other_provider"],
            note=text,
        )
    raise RefusedError("provider.means", means=means[:20])


def _locked(answer: int) -> ProviderAnswer:
    row = ProviderAnswer.objects.select_for_update(of=("self",)).filter(pk=answer).first()
    if row is None:
        raise RefusedError("provider.answer_unknown", answer=answer)
    return row


def _require_state(row: ProviderAnswer, state: str) -> None:
    if row.state != state:
        raise RefusedError("provider.not_in_review", state=row.state)
