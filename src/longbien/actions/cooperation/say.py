# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Saying something in the thread of a request: what every verb of this desk ends with.

Permission first; then, in one transaction, the lifecycle's gate and the proposal. An act that one officer may make alone is
made at once; the others wait for a second person (`longbien.actions.exchange.propose`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from longbien.actions.access import require, verb_of_kind
from longbien.actions.cooperation.safeguards.gate import require_safeguards
from longbien.actions.cooperation.thread import Thread, check_step, lock_thread
from longbien.actions.exchange.propose import propose
from longbien.actions.node import Node
from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest, PartyId, RequestId
from longbien.core.cooperation.acts.bodies_json import Said, kind_of, write_body
from longbien.core.cooperation.findings import Finding
from longbien.store.models.exchange import Proposal
from longbien.store.models.people import Officer
from longbien.store.writing import write_transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What became of a verb: the act was made (`act` is its digest), or the proposal waits for a second person."""

    proposal: int
    kind: str
    act: str
    warnings: tuple[Finding, ...] = ()
    """What does not stop a decision and should be read before it is signed."""

    @property
    def made(self) -> bool:
        """Whether the act was signed and is on its way."""
        return bool(self.act)


def say(*, node: Node, actor: Officer, request_id: str, body: Said, refers_to: str = "") -> Spoken:
    """Say `body` in a thread, in answer to the act `refers_to` (the last one that is known here if none is named).

    What a side says thus stands in one order for both, even where acts arrive in one delivery at one moment.

    RefusedError `people.not_permitted`, `cooperation.request_unknown`, `cooperation.transition…`, and what the proposal raises.
    """
    kind = kind_of(body)
    require(actor, verb_of_kind(kind))
    with write_transaction():
        thread = lock_thread(node.party, request_id)
        return propose_in(
            node=node, actor=actor, thread=thread, kind=kind, body=write_body(body), refers_to=refers_to
        )


def propose_in(  # the parts of a proposal, each named
    *, node: Node, actor: Officer, thread: Thread, kind: str, body: Mapping[str, Json], refers_to: str = ""
) -> Spoken:
    """Propose an act in a locked thread, once the lifecycle has a way for it and no safeguard is missing."""
    check_step(thread, kind=kind, by=thread.side, at=node.clock(), refers_to=refers_to, body=body)
    require_safeguards(node=node, thread=thread, kind=kind, body=body)
    proposal = propose(
        node=node,
        actor=actor,
        kind=kind,
        recipient=PartyId(thread.request.partner),
        thread=RequestId(thread.request.request_id),
        refers_to=Digest(refers_to or last_act(thread)),
        body=body,
        outside=thread.request.outside,
    )
    return spoken(proposal)


def spoken(proposal: Proposal) -> Spoken:
    """Tell what became of a proposal."""
    return Spoken(
        proposal=proposal.pk, kind=proposal.kind, act=proposal.act.digest if proposal.act is not None else ""
    )


def last_act(thread: Thread) -> str:
    """Give the digest of the thread's last act; RefusedError `cooperation.not_sent` while it is a draft."""
    for one in reversed(thread.said):
        if one.counts:
            return one.row.digest
    raise RefusedError("cooperation.not_sent", request=thread.request.request_id)
