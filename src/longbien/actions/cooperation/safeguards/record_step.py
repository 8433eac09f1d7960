# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Record a step of the safeguards: by a named official, with a written reason, as a decision in the node's log.

A record is never edited; another one may be made, and of each step the last counts. What an official wrote stays on this node.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from longbien.actions.access import require
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.moments import cut_moment
from longbien.core.cooperation.safeguards.judging import Judged, check_judged
from longbien.store.models.cooperation_safeguards import SafeguardStep
from longbien.store.models.people import Officer
from longbien.store.queries.cooperation import lock_request
from longbien.store.writing import write_transaction

VERB = "cooperation.safeguard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A step that was recorded: its number, by whom, and the leaf of the log that binds it."""

    number: int
    step: str
    result: str
    official: str
    leaf_index: int
    flags: tuple[str, ...] = field(default=())


def record_step(
    *,
    node: Node,
    actor: Officer,
    request_id: str,
    step: str,
    result: str,
    reason: str,
    flags: Sequence[str] = (),
    ours: str = "",
    theirs: str = "",
) -> Recorded:
    """Record `result` of `step` for a request. `ours` and `theirs`: the provisions that dual criminality rests on, in words.

    RefusedError `people.not_permitted`, `cooperation.request_unknown`, `safeguards.…` as `check_judged`.
    """
    require(actor, VERB)
    judged = check_judged(
        Judged(step=step, result=result, reason=reason, flags=tuple(flags), ours=ours, theirs=theirs)
    )
    now = cut_moment(node.clock())
    with write_transaction():
        request = lock_request(request_id)
        if request is None:
            raise RefusedError("cooperation.request_unknown", request=request_id[:40])
        record = record_decision(
            node=node, verb=VERB, role_id=actor.role_id, facts=_facts(request_id, judged), now=now
        )
        row = SafeguardStep.objects.create(
            request=request,
            step=judged.step,
            result=judged.result,
            reason=judged.reason,
            flags=list(judged.flags),
            ours=judged.ours,
            theirs=judged.theirs,
            officer=actor,
            role_id=actor.role_id,
            at=now,
            record=record,
        )
    return Recorded(
        number=row.pk,
        step=row.step,
        result=row.result,
        official=row.role_id,
        leaf_index=record.leaf_index,
        flags=judged.flags,
    )


def _facts(request_id: str, judged: Judged) -> dict[str, str | list[str]]:
    """Give what the record says: the texts by their SHA-256, for they may name people."""
    words = {"reason": judged.reason, "ours": judged.ours, "theirs": judged.theirs}
    digests = {f"{name}_sha256": digest_of(text) for name, text in words.items() if text}
    return {
        "request": request_id,
        "step": judged.step,
        "result": judged.result,
        "flags": list(judged.flags),
        **digests,
    }


def digest_of(text: str) -> str:
    """Give the SHA-256 of a written reason, by which a record binds it without holding it."""
    return hashlib.sha256(text.encode()).hexdigest()
