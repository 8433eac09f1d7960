# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.log.policy`: the files of tlog-policy and what they accept."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.log.checkpoint import SignedCheckpoint
from longbien.core.log.cosign import add_cosignatures
from longbien.core.log.note import Note, VerifierKey, print_vkey, with_signatures
from longbien.core.log.policy import MAX_POLICY, Policy, check_policy, parse_policy
from tests.authority import NOW
from tests.logs import leaves, log_signer, signed, witness_signer

SIGNER = log_signer()
SIGNED = signed(leaves(3), SIGNER)
WITNESSES = {party: witness_signer(party) for party in ("VN", "DE", "FR")}
LOGS = "".join(f"log {print_vkey(key)}\n" for key in SIGNER.keys.keys)


def lines(party: str) -> str:
    """Define the two keys of a witness and their group."""
    first, second = (print_vkey(key) for key in WITNESSES[party].keys.keys)
    return f"witness {party}-1 {first}\nwitness {party}-2 {second} https://x\ngroup {party} all {party}-1 {party}-2\n"


TWO_OF_THREE = LOGS + lines("VN") + lines("DE") + lines("FR") + "group g 2 VN DE FR\nquorum g\n"


def cosigned(*parties: str) -> SignedCheckpoint:
    found = SIGNED
    for number, party in enumerate(parties):
        witness = WITNESSES[party]
        moment = NOW + timedelta(minutes=number)
        found = add_cosignatures(found, witness.cosign(SIGNED.checkpoint, moment), witness.keys)
    return found


def test_two_of_three_witnesses_are_a_quorum() -> None:
    policy = parse_policy(TWO_OF_THREE.encode())
    for parties in (("VN", "DE"), ("DE", "FR"), ("VN", "FR"), ("VN", "DE", "FR")):
        witnessed = check_policy(policy, cosigned(*parties))
        assert set(witnessed.cosigned) == {f"{party}-{key}" for party in parties for key in (1, 2)}
        assert witnessed.cosigned[f"{parties[1]}-2"] == NOW + timedelta(minutes=1)
        assert witnessed.signed.signed_at == NOW
    for too_few in (SIGNED, cosigned("VN")):
        with pytest.raises(RefusedError, match=r"log\.quorum_missing"):
            check_policy(policy, too_few)


def test_half_of_a_witness_does_not_count() -> None:
    policy = parse_policy((LOGS + lines("VN") + "quorum VN\n").encode())
    half = with_signatures(SIGNED.note, WITNESSES["VN"].cosign(SIGNED.checkpoint, NOW)[:1])
    with pytest.raises(RefusedError, match=r"log\.quorum_missing"):
        check_policy(policy, SignedCheckpoint(checkpoint=SIGNED.checkpoint, note=half))


def test_no_witness_is_needed_where_the_policy_says_so() -> None:
    assert not check_policy(parse_policy((LOGS + "quorum none").encode()), SIGNED).cosigned


def test_both_keys_of_a_log_must_have_signed() -> None:
    policy = parse_policy((LOGS + "quorum none\n").encode())
    note = Note(text=SIGNED.note.text, signatures=SIGNED.note.signatures[:1])
    with pytest.raises(RefusedError, match=r"log\.signature_missing"):
        check_policy(policy, SignedCheckpoint(checkpoint=SIGNED.checkpoint, note=note))


def test_a_log_that_the_policy_does_not_name_is_refused() -> None:
    with pytest.raises(RefusedError, match=r"log\.origin_unknown"):
        check_policy(parse_policy(b"quorum none\n"), SIGNED)


def test_a_false_cosignature_of_a_known_witness_spoils_the_note() -> None:
    policy = parse_policy((LOGS + lines("VN") + "quorum none\n").encode())
    other = WITNESSES["VN"].cosign(signed(leaves(4), SIGNER).checkpoint, NOW)
    spoiled = SignedCheckpoint(checkpoint=SIGNED.checkpoint, note=with_signatures(SIGNED.note, other))
    with pytest.raises(RefusedError, match=r"log\.signature_invalid"):
        check_policy(policy, spoiled)


def test_blanks_comments_and_groups_of_groups_are_read() -> None:
    text = f"# ours\n\n \t\n{lines('VN')}\t{lines('DE')}group any any VN DE\n  #\xa0x\nquorum  any  "
    policy = parse_policy(text.encode())
    assert (set(policy.witnesses), set(policy.groups)) == (
        {"VN-1", "VN-2", "DE-1", "DE-2"},
        {"VN", "DE", "any"},
    )
    assert policy.is_met({"DE-1", "DE-2"}.__contains__)
    assert not policy.is_met({"DE-1", "VN-2"}.__contains__)


def test_names_are_octets() -> None:
    first = print_vkey(WITNESSES["VN"].keys.keys[0]).encode()
    policy = parse_policy(b"witness \xff\xfe " + first + b"\nquorum \xff\xfe\n")
    assert policy.is_met(lambda name: name.encode("utf-8", "surrogateescape") == b"\xff\xfe")
    with pytest.raises(MalformedError, match=r"log\.policy_malformed"):
        parse_policy(b"witness \xff\xfe " + first + b"\nquorum \xff\xfd\n")


ONE = print_vkey(WITNESSES["VN"].keys.keys[0])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 0),
        (LOGS, 0),
        ("quorum none\nquorum none\n", 2),
        ("quorum x\n", 1),
        (f"quorum w\nwitness w {ONE}\n", 1),
        (f"witness w {ONE}\nwitness v {ONE}\nquorum w\n", 2),
        (f"witness none {ONE}\nquorum none\n", 1),
        (f"witness w {ONE}\ngroup w any w\nquorum w\n", 2),
        (f"witness w {ONE}\ngroup g any\nquorum w\n", 2),
        (f"witness w {ONE}\ngroup g 0 w\nquorum w\n", 2),
        (f"witness w {ONE}\ngroup g 2 w\nquorum w\n", 2),
        (f"witness w {ONE}\ngroup g any w w\nquorum w\n", 2),
        (f"witness w {ONE}\ngroup g any none\nquorum w\n", 2),
        (f"witness w {ONE}\ngroup g any w\ngroup h any w\nquorum w\n", 3),
        (f"witness w {ONE}\ngroup g any g\nquorum w\n", 2),
        (LOGS + LOGS + "quorum none\n", 3),
        (f"log {ONE}\nquorum none\n", 1),
        (f"witness w {ONE[:-2]}\nquorum none\n", 1),
        (f"witness w {ONE} x y\nquorum none\n", 1),
        ("quorum none\nmore\n", 2),
        ("quorum none\r\n", 1),
        ("quorum none\n\x00\n", 2),
    ],
)
def test_a_broken_policy_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(MalformedError, match=r"log\.policy_malformed") as refused:
        parse_policy(text.encode())
    assert refused.value.params["line"] == line


def test_a_policy_that_is_too_large_is_refused() -> None:
    with pytest.raises(MalformedError, match=r"base\.too_large"):
        parse_policy(b"#" * (MAX_POLICY + 1))


@given(st.lists(st.booleans(), min_size=6, max_size=6))
def test_the_quorum_is_what_its_groups_say(signed_by: list[bool]) -> None:
    policy: Policy = parse_policy(TWO_OF_THREE.encode())
    keys: list[VerifierKey] = list(policy.witnesses.values())
    names = {name for name, there in zip(policy.witnesses, signed_by, strict=True) if there}
    whole = sum(signed_by[at] and signed_by[at + 1] for at in (0, 2, 4))
    assert len(keys) == 6
    assert policy.is_met(names.__contains__) is (whole >= 2)
