# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Announce sealed evidence to the State that asked for it, or that it is offered to, with the conditions under which it may be used.

Nothing can be opened by it: the payload may travel from now on, the header only after the conditions are accepted. The
lifecycle lets no announcement pass before the measure was granted; an offer (Art. 40(4)) is the giver's own decision.
"""

from collections.abc import Sequence

from longbien.actions.access import require
from longbien.actions.cooperation.say import Spoken, propose_in
from longbien.actions.cooperation.thread import Thread, lock_thread
from longbien.actions.evidence.objects import lock_own
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import ObjectId, RequestId
from longbien.core.cooperation.acts.bodies import Decided
from longbien.core.cooperation.acts.bodies_json import read_body
from longbien.core.cooperation.acts.measures import LEAVES_BY
from longbien.core.evidence.bodies import ANNOUNCED, Announced, UseCondition, write_evidence_body
from longbien.store.models.people import Officer
from longbien.store.writing import write_transaction


def announce(
    *,
    node: Node,
    actor: Officer,
    object_id: ObjectId,
    request_id: RequestId,
    conditions: Sequence[UseCondition] | None = None,
) -> Spoken:
    """Announce an object of ours; without `conditions`, those of the decision by which it leaves stand.

    RefusedError `evidence.object_unknown`, `evidence.announced_before`, `evidence.not_requested`, `cooperation.transition…`.
    """
    require(actor, "evidence.announce")
    with write_transaction():
        evidence = lock_own(node, object_id)
        if evidence.announced_by:
            raise RefusedError("evidence.announced_before", object=object_id)
        thread = lock_thread(node.party, request_id)
        if thread.side != thread.state.giver:
            raise RefusedError("evidence.not_requested", request=request_id)
        body = Announced(
            object_id=object_id,
            manifest=bytes(evidence.manifest),
            conditions=tuple(conditions) if conditions is not None else decided_conditions(thread),
            request=request_id,
        )
        return propose_in(
            node=node, actor=actor, thread=thread, kind=ANNOUNCED, body=write_evidence_body(body)
        )


def decided_conditions(thread: Thread) -> tuple[UseCondition, ...]:
    """Give the conditions of the last decision by which evidence leaves."""
    found: tuple[UseCondition, ...] = ()
    for one in thread.said:
        body = read_body(one.act.kind, one.act.body) if one.act.kind == "answer.decided" else None
        if one.counts and isinstance(body, Decided) and body.measure in LEAVES_BY:
            found = tuple(
                UseCondition(code=item.code, text=item.text, until=item.until) for item in body.conditions
            )
    return found
