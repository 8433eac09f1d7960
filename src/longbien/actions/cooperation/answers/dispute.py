# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Raise a dispute about a request, answer it, say that it is settled (Art. 63 asks for negotiation first). Each takes two officers."""

from typing import Final

from longbien.actions.access import require
from longbien.actions.cooperation.answers.named import named_item
from longbien.actions.cooperation.say import Spoken, propose_in, say
from longbien.actions.cooperation.thread import lock_thread
from longbien.actions.node import Node
from longbien.core.cooperation.acts.asides import DisputeAnswered, DisputeRaised, DisputeSettled
from longbien.core.cooperation.acts.bodies_json import kind_of, write_body
from longbien.store.models.people import Officer
from longbien.store.writing import write_transaction

_ID_BYTES: Final = 16


def raise_dispute(*, node: Node, actor: Officer, request_id: str, text: str, act: str = "") -> Spoken:
    """Say what the other side should have done; `act` is the digest of the act it is about. RefusedError as `say`."""
    body = DisputeRaised(dispute=node.randomness(_ID_BYTES).hex(), text=text, act=act)
    return say(node=node, actor=actor, request_id=request_id, body=body)


def answer_dispute(*, node: Node, actor: Officer, request_id: str, dispute: str, text: str) -> Spoken:
    """Answer a dispute that the other side raised. RefusedError `cooperation.item_unknown`, and as `propose_in`."""
    return _about(node, actor, request_id, dispute, DisputeAnswered(dispute="", text=text))


def settle_dispute(*, node: Node, actor: Officer, request_id: str, dispute: str, text: str) -> Spoken:
    """Say how a dispute that we raised was settled. RefusedError `cooperation.item_unknown`, and as `propose_in`."""
    return _about(node, actor, request_id, dispute, DisputeSettled(dispute="", text=text))


def _about(
    node: Node, actor: Officer, request_id: str, dispute: str, said: DisputeAnswered | DisputeSettled
) -> Spoken:
    require(actor, "cooperation.dispute")
    with write_transaction():
        thread = lock_thread(node.party, request_id)
        body = type(said)(dispute=named_item(thread.state.disputes, dispute), text=said.text)
        return propose_in(node=node, actor=actor, thread=thread, kind=kind_of(body), body=write_body(body))
