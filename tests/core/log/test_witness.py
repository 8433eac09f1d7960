# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.log.witness`: the statuses of tlog-witness, forks, and the public requests and answers."""

import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError
from longbien.core.log.checkpoint import Checkpoint, SignedCheckpoint
from longbien.core.log.merkle import EMPTY_ROOT
from longbien.core.log.note import Note, VerifierKey, parse_vkey
from longbien.core.log.witness import (
    AddCheckpoint,
    Cosign,
    Known,
    Refuse,
    Suspicion,
    decide,
    parse_add_checkpoint,
    print_add_checkpoint,
    read_request,
)
from longbien.core.sealing.keys import PublicKey
from longbien.core.sealing.suites import Algorithm, KeyUse
from tests.authority import NOW
from tests.logs import leaves, log_signer, only_key, signed, tree_of

SIGNER = log_signer()
LEAVES = leaves(20)
TREE = tree_of(LEAVES)
SIGMA = "ffdc2d4d98e4124d3feaf788c0c2f9abfd796083d1f0495437f302ec79cf100f"
SUMDB = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"


def known(size: int) -> Known:
    return Known(keys=SIGNER.keys, size=size, root=TREE.root(size))


def request(old: int, size: int) -> AddCheckpoint:
    return AddCheckpoint(old=old, path=TREE.consistency_path(old, size), signed=signed(LEAVES[:size], SIGNER))


@pytest.mark.parametrize(("old", "size"), [(0, 0), (0, 1), (0, 20), (1, 2), (7, 8), (8, 20), (20, 20)])
def test_a_consistent_checkpoint_is_cosigned(old: int, size: int) -> None:
    decision = decide(request(old, size), known(old))
    assert isinstance(decision, Cosign)
    assert decision.signed.checkpoint.size == size


def test_a_log_that_nobody_knows_gets_404() -> None:
    assert decide(request(0, 3), None) == Refuse(status=404, code="log.origin_unknown")


def test_a_checkpoint_without_both_signatures_gets_403() -> None:
    whole = request(0, 3).signed
    for kept in (0, 1):
        note = Note(text=whole.note.text, signatures=whole.note.signatures[kept : kept + 1])
        half = replace(request(0, 3), signed=SignedCheckpoint(checkpoint=whole.checkpoint, note=note))
        assert decide(half, known(0)) == Refuse(status=403, code="log.signature_missing")


def test_a_signature_of_another_checkpoint_gets_403() -> None:
    one, other = request(0, 3).signed, request(0, 4).signed
    note = Note(text=one.note.text, signatures=other.note.signatures)
    forged = replace(request(0, 3), signed=SignedCheckpoint(checkpoint=one.checkpoint, note=note))
    assert decide(forged, known(0)) == Refuse(status=403, code="log.signature_invalid")


def test_an_old_size_above_the_new_one_gets_400() -> None:
    wrong = replace(request(0, 3), old=4)
    assert decide(wrong, known(4)) == Refuse(status=400, code="log.request_malformed")


def test_a_stale_old_size_gets_409_with_the_known_one() -> None:
    decision = decide(request(3, 9), known(5))
    assert isinstance(decision, Refuse)
    assert (decision.status, decision.code, decision.known_size) == (409, "log.size_stale", 5)
    assert decision.keep is None


def test_the_first_question_of_a_restored_log_is_answered_with_its_last_size() -> None:
    decision = decide(request(0, 0), known(5))
    assert isinstance(decision, Refuse)
    assert (decision.status, decision.known_size, decision.keep) == (409, 5, None)


def test_a_proof_that_does_not_hold_gets_422_and_is_kept_but_proves_nothing() -> None:
    for path in ((), (b"x" * 32,), request(4, 9).path):
        decision = decide(replace(request(5, 9), path=path), known(5))
        assert isinstance(decision, Refuse)
        assert (decision.status, decision.code) == (422, "log.consistency_invalid")
        assert decision.keep is Suspicion.UNPROVEN


def test_a_proof_from_the_empty_log_must_be_empty() -> None:
    decision = decide(replace(request(0, 9), path=(b"x" * 32,)), known(0))
    assert isinstance(decision, Refuse)
    assert decision.status == 422


def test_another_history_of_the_same_size_is_a_fork() -> None:
    other = signed(leaves(5, start=100), SIGNER)
    decision = decide(AddCheckpoint(old=5, path=(), signed=other), known(5))
    assert isinstance(decision, Refuse)
    assert (decision.status, decision.keep) == (422, Suspicion.FORK)
    assert decision.signed is not None
    assert decision.signed.data == other.data


def test_another_history_of_a_size_seen_before_is_a_fork_even_when_stale() -> None:
    other = signed(leaves(5, start=100), SIGNER)
    seen = replace(known(9), roots={5: TREE.root(5)})
    decision = decide(AddCheckpoint(old=0, path=(), signed=other), seen)
    assert isinstance(decision, Refuse)
    assert (decision.status, decision.known_size, decision.keep) == (409, 9, Suspicion.FORK)
    honest = decide(AddCheckpoint(old=0, path=(), signed=signed(LEAVES[:5], SIGNER)), seen)
    assert isinstance(honest, Refuse)
    assert honest.keep is None


@given(st.integers(0, 20), st.integers(0, 20))
def test_requests_are_read_as_they_are_written(old: int, size: int) -> None:
    made = replace(request(min(old, size), size), old=old)
    data = print_add_checkpoint(made)
    found = parse_add_checkpoint(data)
    assert (found.old, found.path, found.signed.data) == (old, made.path, made.signed.data)
    assert print_add_checkpoint(found) == data


GOOD = print_add_checkpoint(request(3, 9))
HASH = b"KgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"old 3\n",
        GOOD.replace(b"old 3", b"old 03"),
        GOOD.replace(b"old 3", b"old -3"),
        GOOD.replace(b"old 3", b"old  3"),
        GOOD.replace(b"old 3", b"OLD 3"),
        GOOD.replace(b"old 3\n", b"old 3\r\n"),
        GOOD.replace(b"old 3", b"old 9999999999999999999"),
        GOOD.replace(b"old 3\n", b"old 3\n" + HASH[:-1] + b"\n"),
        GOOD.replace(b"old 3\n", b"old 3\n" + HASH.replace(b"AA=", b"AB=") + b"\n"),
        GOOD.replace(b"old 3\n", b"old 3\n" + (HASH + b"\n") * 64),
        GOOD.replace(b"\n\n", b"\n", 1),
        GOOD.replace(b"\n9\n", b"\n9\nmore\n"),
        b"old 0\n" + b"x" * 10**6,
    ],
)
def test_a_request_that_cannot_be_read_gets_400(data: bytes) -> None:
    with pytest.raises(MalformedError):
        parse_add_checkpoint(data)
    answer = read_request(data)
    assert isinstance(answer, Refuse)
    assert answer.status == 400


def test_a_false_empty_tree_gets_422() -> None:
    empty = Checkpoint(origin=SIGNER.origin, size=0, root=EMPTY_ROOT)
    data = print_add_checkpoint(AddCheckpoint(old=0, path=(), signed=SIGNER.sign(empty, NOW)))
    answer = read_request(data.replace(b"47DEQ", b"57DEQ"))
    assert answer == Refuse(status=422, code="log.empty_root_wrong")


def hurl(file: Path) -> list[tuple[bytes, int, str]]:
    """Give each request, the status it expects and what its answer must contain."""
    found = re.findall(
        r"^POST \S+\n```\n(.*?)```\nHTTP (\d+)\n\[Asserts\]\nbody (?:contains|==) \"(.*?)\"\n",
        file.read_text(encoding="utf-8"),
        flags=re.DOTALL | re.MULTILINE,
    )
    return [(body.encode(), int(status), text) for body, status, text in found]


def statuses(cases: list[tuple[bytes, int, str]], known: Known) -> list[tuple[int, int | None]]:
    """Answer requests one after the other, as a witness that remembers."""
    found: list[tuple[int, int | None]] = []
    for body, _, _ in cases:
        asked = read_request(body)
        if isinstance(asked, Refuse):
            found.append((asked.status, None))
            continue
        is_known = asked.signed.checkpoint.origin == known.keys.origin
        decision = decide(asked, known if is_known else None)
        if isinstance(decision, Refuse):
            found.append((decision.status, decision.known_size))
        else:
            checkpoint = decision.signed.checkpoint
            known = replace(known, size=checkpoint.size, root=checkpoint.root)
            found.append((200, None))
    return found


def test_public_witness_requests_get_their_answers(vectors: Path) -> None:
    raw = bytes.fromhex(SIGMA)
    origin = f"sigsum.org/v1/tree/{hashlib.sha256(raw).hexdigest()}"
    key = VerifierKey(name=origin, public=PublicKey(use=KeyUse.LOG, algorithm=Algorithm.ED25519, raw=raw))
    cases = hurl(vectors / "witness/cmd/litewitness/testdata/litewitness.txt")
    assert len(cases) == 9
    # The old witness answered 403 to an unknown log; the specification says 404 now.
    expected = [404 if "unknown log" in text else status for _, status, text in cases]
    found = statuses(cases, Known(keys=only_key(key)))
    assert [status for status, _ in found] == expected
    assert [size for _, size in found if size is not None] == [3, 5]


def test_a_real_checkpoint_of_the_go_checksum_database_is_accepted(vectors: Path) -> None:
    keys = replace(only_key(parse_vkey(SUMDB, KeyUse.LOG)), origin="go.sum database tree")
    cases = hurl(vectors / "witness/cmd/litewitness/testdata/sumdb.txt")
    assert statuses(cases, Known(keys=keys)) == [(status, None) for _, status, _ in cases] == [(200, None)]
