# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The use of what another State gave: for what was stated, or with its consent (Art. 36(3), 40(19)); anything else is stopped and set down.

One exception is the Convention's own: what clears an accused person may be disclosed, after the giver was notified or, in exceptional
cases, with notice without delay afterwards (Art. 40(5), 40(19)). It is an act of its own, and oversight hears of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.cooperation.safeguards.oversight import note_for_oversight
from longbien.actions.cooperation.thread import Thread, lock_thread
from longbien.actions.evidence.custody import Step, add_custody
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest, ObjectId
from longbien.core.base.moments import print_moment
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.acts.asides import ONWARD_TRANSFER
from longbien.core.cooperation.forms.plain import clean_text
from longbien.core.cooperation.life.uses import STATED, use_allowed
from longbien.core.evidence.custody import CustodyAction
from longbien.store.models.evidence import EvidenceObject
from longbien.store.models.people import Officer
from longbien.store.queries.evidence import lock_object
from longbien.store.writing import write_transaction

VERB: Final = "evidence.use"
BLOCKED: Final = "use-blocked"
EXCULPATORY: Final = "exculpatory-use"
_MAX: Final = 4000
_LEAST: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Intended:
    """What evidence is to be used for: `stated`, or a code of USE; for an onward transfer, who shall have it."""

    use: str = STATED
    recipient: str = ""


def record_use(
    *, node: Node, actor: Officer, object_id: ObjectId, intended: Intended, purpose: str
) -> Digest:
    """Record a use in the custody chain; give the record's digest.

    RefusedError `people.not_permitted`, `evidence.object_unknown`, `safeguards.unknown`, `safeguards.reason`, `safeguards.recipient`, and
    `safeguards.use_barred` once the attempt is set down for oversight.
    """
    require(actor, VERB)
    purpose = _reason(purpose)
    _known(intended)
    require_use(node=node, actor=actor, objects=[object_id], intended=intended, purpose=purpose)
    with write_transaction():
        evidence = _locked(object_id)
        notes = f"use: {intended.use}" + (f", for {intended.recipient}" if intended.recipient else "")
        step = Step(action=CustodyAction.ACCESS, role_id=actor.role_id, purpose=purpose, notes=notes)
        return add_custody(node, evidence, [step], now=node.clock())[0]


def require_use(
    *, node: Node, actor: Officer, objects: Sequence[ObjectId], intended: Intended, purpose: str
) -> None:
    """RefusedError `safeguards.use_barred` for the first object of another State that may not be used so; the attempt is set down."""
    _known(intended)
    barred: ObjectId | None = None
    with write_transaction():
        for object_id in objects:
            evidence = _locked(object_id)
            if evidence.party == node.party or evidence.request_id is None:
                continue
            thread = lock_thread(node.party, evidence.request_id)
            if not _allowed(thread, object_id, intended, node.clock()):
                barred = object_id
                facts = {
                    "object": object_id,
                    "use": intended.use,
                    "recipient": intended.recipient[:200],
                    "purpose": purpose[:400],
                }
                note_for_oversight(
                    node=node,
                    request=thread.request,
                    kind=BLOCKED,
                    role_id=actor.role_id,
                    facts=facts,
                    now=node.clock(),
                )
                break
    if barred is not None:
        raise RefusedError("safeguards.use_barred", object=barred[:12], use=intended.use)


def record_exculpatory(
    *,
    node: Node,
    actor: Officer,
    object_id: ObjectId,
    purpose: str,
    notified_at: datetime | None,
    why_later: str = "",
) -> Digest:
    """Record that evidence is disclosed to clear an accused person: after notice at `notified_at`, or, exceptionally, before it.

    RefusedError `people.not_permitted`, `evidence.object_unknown`, `safeguards.reason`, `safeguards.notice` without notice and without
    the exceptional reason, or with a notice that lies in the future.
    """
    require(actor, VERB)
    purpose = _reason(purpose)
    why_later = clean_text(why_later, max_length=_MAX, lines=True)
    now = node.clock()
    if (notified_at is None and len(why_later) < _LEAST) or (notified_at is not None and notified_at > now):
        raise RefusedError("safeguards.notice")
    notice = f"notified {print_moment(notified_at)}" if notified_at else "notice to follow without delay"
    with write_transaction():
        evidence = _locked(object_id)
        if evidence.party != node.party and evidence.request_id is not None:
            thread = lock_thread(node.party, evidence.request_id)
            facts = {"object": object_id, "notice": notice, "why_later": why_later[:400]}
            note_for_oversight(
                node=node,
                request=thread.request,
                kind=EXCULPATORY,
                role_id=actor.role_id,
                facts=facts,
                now=now,
            )
        step = Step(
            action=CustodyAction.ACCESS,
            role_id=actor.role_id,
            purpose=purpose,
            legal_basis="40(19)",
            notes=f"disclosed to clear an accused person; {notice}",
        )
        return add_custody(node, evidence, [step], now=now)[0]


def bar_words(evidence: EvidenceObject, node: Node, intended: Intended) -> str:
    """Say, for a custody record that travels with an export, what the export may be used for. Nothing for our own evidence."""
    if evidence.party == node.party:
        return ""
    if intended.use == STATED:
        return "; bar: for the purpose stated only, no other use and no onward transfer without consent"
    to = f" to {intended.recipient}" if intended.recipient else ""
    return f"; with consent: {intended.use}{to}; bar: no use beyond it"


def _allowed(thread: Thread, object_id: ObjectId, intended: Intended, now: datetime) -> bool:
    return use_allowed(thread.state, object_id, intended.use, now=now, recipient=intended.recipient)


def _known(intended: Intended) -> None:
    if intended.use != STATED and intended.use not in vocabulary("USE"):
        raise RefusedError("safeguards.unknown", value=intended.use[:64])
    if (intended.use == ONWARD_TRANSFER) is not bool(intended.recipient.strip()):
        raise RefusedError("safeguards.recipient")


def _reason(text: str) -> str:
    cleaned = clean_text(text, max_length=_MAX, lines=True)
    if len(cleaned) < _LEAST:
        raise RefusedError("safeguards.reason", least=_LEAST)
    return cleaned


def _locked(object_id: ObjectId) -> EvidenceObject:
    evidence = lock_object(object_id)
    if evidence is None:
        raise RefusedError("evidence.object_unknown", object=object_id[:40])
    return evidence
