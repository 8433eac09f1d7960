# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a declined offer leaves behind at the State that declines: nothing (Art. 40(4)-(5)).

Ciphertext that travelled ahead, which nobody here could open, and papers that came with the offer are taken out, and custody says so; segments that come
later are refused, and the State that offered sends none. The acts stay, for they prove what was offered and that it was declined.
"""

from typing import Final

from longbien.actions.cooperation import take_in as cooperation
from longbien.actions.evidence.custody import NODE, Step, add_custody
from longbien.actions.node import Node
from longbien.core.cooperation.acts.bodies import Decided
from longbien.core.cooperation.acts.bodies_json import read_body
from longbien.core.cooperation.acts.measures import OFFER
from longbien.core.evidence.custody import CustodyAction
from longbien.core.sealing.act import Act
from longbien.store.models.exchange import Act as ActRow
from longbien.store.queries.evidence import forget_segments, offered_objects, refuse_offered

_DECIDED: Final = "answer.decided"


def after_made(node: Node, row: ActRow, act: Act) -> None:
    """Follow an act `answer.*` that this node makes; a declined offer leaves nothing here. RefusedError stops it from being made."""
    cooperation.after_made(node, row, act)
    if _refuses_offer(act):
        leave_nothing(node, act.thread, by=row.digest)


def take_in(node: Node, row: ActRow, act: Act) -> None:
    """Take in an act `answer.*` that arrived; of an offer that the partner refused, nothing more is sent."""
    cooperation.take_in(node, row, act)
    if _refuses_offer(act):
        refuse_offered(node.party, act.thread, row.digest)


def take_back(node: Node, row: ActRow, act: Act) -> None:
    """Follow an act `answer.*` that this node made before a restore: of an offer that was refused, nothing of the older copy stays either."""
    cooperation.take_back(node, row, act)
    if _refuses_offer(act):
        leave_nothing(node, act.thread, by=row.digest)


def leave_nothing(node: Node, request_id: str, *, by: str, object_id: str = "") -> None:
    """Take the partner's objects of a thread (one, or all) out of this node, as far as their key was not released to us; `by` declined them."""
    for evidence in offered_objects(node.party, request_id, object_id):
        evidence.header = b""
        evidence.discard = True
        evidence.declined_by = evidence.declined_by or by
        evidence.save(update_fields=["header", "discard", "declined_by"])
        forget_segments(evidence)
        step = Step(action=CustodyAction.DESTROY, role_id=NODE, notes="offer declined; no copy stays here")
        add_custody(node, evidence, [step], now=node.clock())


def _refuses_offer(act: Act) -> bool:
    body = read_body(act.kind, act.body) if act.kind == _DECIDED else None
    return isinstance(body, Decided) and body.measure == OFFER and body.decision == "refused"
