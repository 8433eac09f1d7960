# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The gate of the safeguards: asked when an act is proposed and again when it is signed, so that nobody passes by.

Neither a role nor a flag opens it. A door that finds another way to make an act still ends in `after_made` of this desk, which asks.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

from longbien.actions.cooperation.safeguards.occasion import (
    DECIDED,
    EMERGENCY,
    answer_occasion,
    form_kind,
    request_occasions,
    steps_done,
)
from longbien.actions.cooperation.safeguards.oversight import (
    EMERGENCY_GIVEN,
    LOCKED_ATTEMPT,
    PRESERVED_ALONE,
    note_for_oversight,
)
from longbien.actions.cooperation.thread import Thread, find_thread, lock_thread
from longbien.actions.node import Node
from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.acts.bodies import Request as RequestBody
from longbien.core.cooperation.acts.bodies_json import read_body
from longbien.core.cooperation.safeguards.call_back import UNANSWERED
from longbien.core.cooperation.safeguards.missing import GRANTS, Occasion, asks_anything, require_steps
from longbien.core.cooperation.safeguards.table import ANSWER, CALL_BACK, SENDER
from longbien.core.sealing.act import Act
from longbien.store.models.people import Officer
from longbien.store.writing import write_transaction

PRESERVATION: Final = "preservation"
_TOLD: Final = frozenset({SENDER, CALL_BACK})
"""Steps whose absence stops an attempt that oversight hears of: somebody may be who he is not."""


def require_safeguards(
    *, node: Node, thread: Thread, kind: str, body: Mapping[str, Json], signers: Sequence[str] = ()
) -> Occasion | None:
    """RefusedError `safeguards.…` unless every step that stands before this act was taken.

    `signers`: the officers who approve it, without the one who proposed it. Gives what the act means to the table, None where it
    gives nothing.
    """
    if not _gives(kind, body):
        return None
    occasion = answer_occasion(thread, body)
    if occasion is not None:
        require_steps(occasion, steps_done(node, thread), signers)
    return occasion


def require_before_request(
    *, node: Node, thread: Thread, body: RequestBody, signers: Sequence[str] = ()
) -> None:
    """Do as `require_safeguards` for a request of ours that is to be sent."""
    occasions = request_occasions(body.form, body.legal_basis, body.values)
    if any(asks_anything(one.act, one.measure) for one in occasions):
        done = steps_done(node, thread)
        for occasion in occasions:
            require_steps(occasion, done, signers)


def require_at_signing(node: Node, act: Act) -> None:
    """Ask again while an act of ours is made, with the officers whose names it bears; tell oversight what it is to look at."""
    signers = [one.role_id for one in act.approved_by[1:]]
    if form_kind(act.kind):
        body = read_body(act.kind, act.body)
        if isinstance(body, RequestBody):
            thread = find_thread(node.party, act.thread)
            require_before_request(node=node, thread=thread, body=body, signers=signers)
    elif _gives(act.kind, act.body):
        thread = find_thread(node.party, act.thread)
        occasion = require_safeguards(node=node, thread=thread, kind=act.kind, body=act.body, signers=signers)
        if occasion is not None and EMERGENCY in occasion.powers:
            _tell(node, thread, act, occasion)


@contextmanager
def attempts_told(*, node: Node, actor: Officer, request_id: str, measure: str) -> Iterator[None]:
    """Let oversight hear of an attempt to give data that the sender or the call-back stopped: set down after it was undone."""
    try:
        yield
    except RefusedError as error:
        if error.code.startswith("safeguards.") and error.params.get("step") in _TOLD:
            facts = {
                "measure": measure,
                "code": error.code,
                "step": str(error.params.get("step", "")),
                "result": str(error.params.get("result", "")),
            }
            with write_transaction():
                note_for_oversight(
                    node=node,
                    request=lock_thread(node.party, request_id).request,
                    kind=LOCKED_ATTEMPT,
                    role_id=actor.role_id,
                    facts=facts,
                    now=node.clock(),
                )
        raise


def _tell(node: Node, thread: Thread, act: Act, occasion: Occasion) -> None:
    is_kept = occasion.measure == PRESERVATION
    alone = is_kept and steps_done(node, thread)[CALL_BACK].result == UNANSWERED
    if is_kept and not alone:
        return
    note_for_oversight(
        node=node,
        request=thread.request,
        kind=PRESERVED_ALONE if alone else EMERGENCY_GIVEN,
        role_id=act.approved_by[0].role_id if act.approved_by else "",
        facts={"measure": occasion.measure, "decision": occasion.decision, "act": act.id},
        now=node.clock(),
    )


def _gives(kind: str, body: Mapping[str, Json]) -> bool:
    """Tell whether an act is a decision that gives something before which a step may stand."""
    is_grant = kind == DECIDED and body.get("decision") in GRANTS
    return is_grant and asks_anything(ANSWER, str(body.get("measure")))
