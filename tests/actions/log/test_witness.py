# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.actions.log.witness`: a partner's log is followed, its fork is refused and kept, and all of it is logged."""

import hashlib
from datetime import timedelta

import pytest
from django.db import connection, transaction

from longbien.actions.log.append import open_log
from longbien.actions.log.audit import audit_logs
from longbien.actions.log.witness import (
    WitnessAnswer,
    WitnessedParty,
    answer_add_checkpoint,
    witness_checkpoint,
)
from longbien.core.base.ids import PartyId
from longbien.core.log.cosign import add_cosignatures, cosigned_at, parse_cosignatures
from longbien.core.log.leaf import parse_leaf
from longbien.core.log.note import Note, NoteSignature, print_note
from longbien.core.log.witness import AddCheckpoint, print_add_checkpoint
from longbien.store.models.log import LogEntry, Misbehaviour, WitnessedCheckpoint, WitnessedLog
from longbien.store.queries.witness import find_witnessed, misbehaviours, witnessed_of
from tests.authority import NOW
from tests.logs import leaves, log_signer, signed, tree_of, witness_signer

OURS = log_signer("ZZ")
THEIRS = log_signer("AT")
WITNESS = witness_signer("ZZ")
LEAVES = leaves(400)
TREE = tree_of(LEAVES)


def find_log(origin: str) -> WitnessedParty | None:
    known = origin == THEIRS.origin
    return WitnessedParty(party=PartyId("AT"), keys=THEIRS.keys) if known else None


def ask(body: bytes) -> WitnessAnswer:
    return answer_add_checkpoint(body, NOW, find_log=find_log, witness=WITNESS, signer=OURS)


def request(old: int, size: int) -> bytes:
    path = TREE.consistency_path(old, size)
    return print_add_checkpoint(AddCheckpoint(old=old, path=path, signed=signed(LEAVES[:size], THEIRS)))


def logged() -> list[tuple[str, str]]:
    found = [parse_leaf(bytes(row.data)) for row in LogEntry.objects.order_by("index")]
    return [(leaf.leaf_class.value, leaf.fields["note"]) for leaf in found]


@pytest.mark.django_db
def test_a_log_is_followed_step_by_step() -> None:
    open_log(NOW, OURS)
    notes = []
    for old, size in ((0, 0), (0, 3), (3, 260), (260, 400)):
        theirs = signed(LEAVES[:size], THEIRS)
        notes.append(hashlib.sha256(theirs.data).hexdigest())
        path = TREE.consistency_path(old, size)
        answer = ask(print_add_checkpoint(AddCheckpoint(old=old, path=path, signed=theirs)))
        assert (answer.status, answer.code) == (200, "")
        added = add_cosignatures(theirs, parse_cosignatures(answer.body), WITNESS.keys)
        assert cosigned_at(added, WITNESS.keys) == NOW
    state = find_witnessed(THEIRS.origin)
    assert state is not None
    assert (state.party, state.size, state.root) == ("AT", 400, TREE.root())
    assert state.note.startswith(THEIRS.origin.encode())
    assert [(origin, found.size) for origin, found in witnessed_of("AT")] == [(THEIRS.origin, 400)]
    assert logged() == [("checkpoint-held", note) for note in notes]
    assert audit_logs([OURS.keys])[0].is_sound


@pytest.mark.django_db
def test_the_same_checkpoint_is_cosigned_again_but_logged_once() -> None:
    open_log(NOW, OURS)
    assert len(ask(request(0, 3)).leaves) == 1
    again = answer_add_checkpoint(
        request(3, 3), NOW + timedelta(hours=1), find_log=find_log, witness=WITNESS, signer=OURS
    )
    assert (again.status, again.leaves) == (200, ())
    assert len(logged()) == 1


@pytest.mark.django_db
def test_a_stale_request_is_told_the_last_size() -> None:
    open_log(NOW, OURS)
    ask(request(0, 9))
    answer = ask(request(3, 20))
    assert (answer.status, answer.body, answer.content_type) == (409, b"9\n", "text/x.tlog.size")
    assert ask(request(0, 0)).body == b"9\n"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "log.request_malformed"),
        (request(0, 3).replace(b"old 0", b"old 4"), 400, "log.request_malformed"),
        (request(0, 3).replace(THEIRS.origin.encode(), b"x", 1), 404, "log.origin_unknown"),
        (request(0, 3).replace(b"\n3\n", b"\n4\n"), 403, "log.signature_invalid"),
        (request(0, 3).replace(b"old 0\n", b"old 0\n" + b"A" * 43 + b"=\n"), 422, "log.consistency_invalid"),
    ],
)
def test_what_cannot_be_cosigned_leaves_the_state_as_it_was(body: bytes, status: int, code: str) -> None:
    open_log(NOW, OURS)
    answer = ask(body)
    assert (answer.status, answer.code, answer.body) == (status, code, f"{code}\n".encode())
    assert not WitnessedCheckpoint.objects.exists()
    assert not LogEntry.objects.exists()


@pytest.mark.django_db
def test_a_fork_is_refused_kept_once_and_logged_once() -> None:
    open_log(NOW, OURS)
    ask(request(0, 9))
    ask(request(9, 20))
    other = signed(leaves(9, start=1000), THEIRS)
    for old in (20, 0):
        answer = ask(print_add_checkpoint(AddCheckpoint(old=old, path=(), signed=other)))
        assert answer.status == (400 if old else 409)
    fork = signed(leaves(20, start=1000), THEIRS)
    for _ in range(2):
        assert ask(print_add_checkpoint(AddCheckpoint(old=20, path=(), signed=fork))).status == 422
    kept = misbehaviours("AT")
    assert {(one.suspicion, one.size, one.note) for one in kept} == {
        ("fork", 9, other.data),
        ("fork", 20, fork.data),
    }
    assert [name for name, _ in logged()] == ["checkpoint-held"] * 2 + ["misbehaviour"] * 2
    assert {note for name, note in logged() if name == "misbehaviour"} == {one.digest for one in kept}
    state = find_witnessed(THEIRS.origin)
    assert state is not None
    assert (state.size, state.root) == (20, TREE.root(20))


@pytest.mark.django_db
def test_a_failing_proof_is_kept_as_a_doubt_and_settled_when_it_is_proven_after_all() -> None:
    open_log(NOW, OURS)
    ask(request(0, 9))
    wrong = print_add_checkpoint(AddCheckpoint(old=9, path=(), signed=signed(LEAVES[:20], THEIRS)))
    assert ask(wrong).status == 422
    assert [one.suspicion for one in misbehaviours(open_only=True)] == ["unproven"]
    assert [name for name, _ in logged()] == ["checkpoint-held"]
    assert ask(request(9, 20)).status == 200
    assert misbehaviours(open_only=True) == []
    assert [one.settled_at for one in misbehaviours("AT")] == [NOW]


@pytest.mark.django_db
def test_a_doubt_that_turns_out_to_be_a_fork_is_logged_then() -> None:
    open_log(NOW, OURS)
    ask(request(0, 9))
    fork = signed(leaves(20, start=1000), THEIRS)
    assert ask(print_add_checkpoint(AddCheckpoint(old=9, path=(), signed=fork))).status == 422
    assert [one.suspicion for one in misbehaviours()] == ["unproven"]
    ask(request(9, 20))
    assert [one.suspicion for one in misbehaviours()] == ["fork"]
    assert ask(print_add_checkpoint(AddCheckpoint(old=20, path=(), signed=fork))).status == 422
    assert [name for name, _ in logged()] == ["checkpoint-held", "checkpoint-held", "misbehaviour"]


@pytest.mark.django_db
def test_strangers_lines_do_not_change_what_is_kept() -> None:
    open_log(NOW, OURS)
    note = signed(LEAVES[:5], THEIRS).note
    junk = NoteSignature(name="stranger", key_id=b"1234", value=b"x" * 99)
    crowded = Note(text=note.text, signatures=(junk, *note.signatures))
    assert ask(b"old 0\n\n" + print_note(crowded)).status == 200
    assert b"stranger" not in bytes(WitnessedCheckpoint.objects.get().note)
    assert b"stranger" not in bytes(WitnessedLog.objects.get().note)


@pytest.mark.django_db
def test_inside_a_delivery_the_caller_appends_the_leaves() -> None:
    with transaction.atomic():
        answer = witness_checkpoint(request(0, 3), NOW, find_log=find_log, witness=WITNESS)
    assert [leaf.fields["party"] for leaf in answer.leaves] == ["AT"]
    assert not LogEntry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_decided() -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        witness_checkpoint(request(0, 3), NOW, find_log=find_log, witness=WITNESS)


@pytest.mark.django_db(transaction=True)
def test_when_the_leaf_cannot_be_appended_nothing_is_remembered() -> None:
    with pytest.raises(Exception, match=r"log\.not_open"):
        ask(request(0, 3))
    assert not WitnessedLog.objects.exists()
    assert not Misbehaviour.objects.exists()
    assert not connection.in_atomic_block
