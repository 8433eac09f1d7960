# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Witnessing partners' logs: answer add-checkpoint, remember what was cosigned, keep what must not be forgotten.

`witness_checkpoint` works inside the caller's transaction and gives the leaves to append with the others of the batch;
`answer_add_checkpoint` is the whole answer of the peer door's checkpoint route.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from django.db import connection

from longbien.actions.log.append import append
from longbien.core.base.ids import PartyId
from longbien.core.log.checkpoint import LogKeys, LogSigner, SignedCheckpoint, read_checkpoint
from longbien.core.log.cosign import WitnessSigner, add_cosignatures, print_cosignatures
from longbien.core.log.leaf import Leaf, LeafClass, make_leaf
from longbien.core.log.merkle import EMPTY_ROOT
from longbien.core.log.note import parse_signature_lines, print_note, with_signatures
from longbien.core.log.proof import Receipt, parse_proof, print_proof
from longbien.core.log.witness import (
    SIZE_TYPE,
    TEXT_TYPE,
    Cosign,
    Known,
    Refuse,
    Suspicion,
    decide,
    read_request,
)
from longbien.store.queries import witness as rows
from longbien.store.writing import write_transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessedParty:
    """A partner whose log this node witnesses, and the keys that its directory entry gives to that log."""

    party: PartyId
    keys: LogKeys


FindLog: TypeAlias = Callable[[str], WitnessedParty | None]
"""Finds the partner whose log has this origin, or None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessAnswer:
    """The answer to a request; `code` is this project's, empty when it was cosigned. `leaves` (often none) are to be appended."""

    status: int
    body: bytes
    content_type: str = TEXT_TYPE
    code: str = ""
    leaves: tuple[Leaf, ...] = ()


def answer_add_checkpoint(
    body: bytes, now: datetime, *, find_log: FindLog, witness: WitnessSigner, signer: LogSigner
) -> WitnessAnswer:
    """Answer a request in one transaction, with its leaves in this node's log; nothing is cosigned that is not recorded."""
    with write_transaction():
        answer = witness_checkpoint(body, now, find_log=find_log, witness=witness)
        if answer.leaves:
            append(answer.leaves, now, signer)
        return answer


def witness_checkpoint(
    body: bytes, now: datetime, *, find_log: FindLog, witness: WitnessSigner
) -> WitnessAnswer:
    """Decide on a request inside the caller's transaction and remember the outcome; the caller appends `leaves`.

    The log's row is locked before it is compared, so that two requests cannot both be cosigned from one state.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("witnessing needs the caller's transaction: state and leaf stand or fall together")
    request = read_request(body)
    if isinstance(request, Refuse):
        return _refusal(request)
    party = find_log(request.signed.checkpoint.origin)
    if party is None:
        return _refusal(Refuse(status=404, code="log.origin_unknown"))
    state = rows.lock_witnessed(party.party, party.keys.origin, EMPTY_ROOT)
    size = request.signed.checkpoint.size
    known = Known(
        keys=party.keys,
        size=state.size,
        root=state.root,
        roots=rows.roots_of_size(state.log_id, size),
    )
    decision = decide(request, known)
    if isinstance(decision, Refuse):
        return replace(_refusal(decision), leaves=_keep(decision, state, now))
    answer = _cosign(decision, state, now, witness)
    if request.kept is not None:
        rows.keep_leaves(state, decision.signed.checkpoint, request.kept)
    return answer


def _cosign(
    decision: Cosign, state: rows.WitnessedState, now: datetime, witness: WitnessSigner
) -> WitnessAnswer:
    checkpoint, signed = decision.signed.checkpoint, decision.signed
    lines = witness.cosign(checkpoint, now)
    cosigned = add_cosignatures(signed, lines, witness.keys)
    rows.keep_witnessed(state, checkpoint, note=cosigned.data, at=now)
    rows.settle_misbehaviour(checkpoint, now)
    digest = _digest(signed)
    leaves: list[Leaf] = []
    text = print_cosignatures(lines).decode("utf-8")
    if rows.keep_checkpoint(state, checkpoint, note=signed.data, digest=digest, lines=text, at=now):
        leaves.append(make_leaf(LeafClass.CHECKPOINT_HELD, now, party=state.party, note=digest))
    # A refused checkpoint of this size with another root was a doubt until now; beside this one it is proof.
    leaves += [
        make_leaf(LeafClass.MISBEHAVIOUR, now, party=state.party, note=other)
        for other in rows.prove_forks(checkpoint)
    ]
    return WitnessAnswer(status=200, body=print_cosignatures(lines), leaves=tuple(leaves))


def add_own_cosignatures(receipt: Receipt) -> Receipt:
    """Give a partner's receipt with this node's cosignatures on its checkpoint, where this node witnessed that one."""
    proof = parse_proof(receipt.proof)
    signed = read_checkpoint(proof.checkpoint)
    lines = rows.cosigned_here(signed.checkpoint)
    if not lines:
        return receipt
    known = {(line.name, line.key_id) for line in signed.note.signatures}
    more = [line for line in parse_signature_lines(lines) if (line.name, line.key_id) not in known]
    note = print_note(with_signatures(signed.note, more))
    return Receipt(leaf=receipt.leaf, proof=print_proof(replace(proof, checkpoint=note)))


def _keep(decision: Refuse, state: rows.WitnessedState, now: datetime) -> tuple[Leaf, ...]:
    """Keep a refused checkpoint where the decision says so; give the leaf for one that proves a fork.

    What is only unproven becomes no leaf: anybody can send a genuine checkpoint with a wrong proof.
    """
    if decision.keep is None or decision.signed is None:
        return ()
    signed, digest = decision.signed, _digest(decision.signed)
    is_news = rows.keep_misbehaviour(
        state, signed.checkpoint, suspicion=decision.keep.value, note=signed.data, digest=digest, at=now
    )
    if not is_news or decision.keep is not Suspicion.FORK:
        return ()
    return (make_leaf(LeafClass.MISBEHAVIOUR, now, party=state.party, note=digest),)


def _refusal(refuse: Refuse) -> WitnessAnswer:
    """Put a refusal into the words of the protocol: for 409 the known size, else this project's code."""
    if refuse.known_size is not None:
        body = f"{refuse.known_size}\n".encode()
        return WitnessAnswer(status=refuse.status, code=refuse.code, body=body, content_type=SIZE_TYPE)
    return WitnessAnswer(status=refuse.status, code=refuse.code, body=f"{refuse.code}\n".encode())


def _digest(signed: SignedCheckpoint) -> str:
    return hashlib.sha256(signed.data).hexdigest()
