# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The order of checks on arrival: each failure has its code, and nothing later is done."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from longbien.core.base.canonical import encode
from longbien.core.base.errors import LongBienError
from longbien.core.base.ids import ActId, Digest, KeyId, PartyId
from longbien.core.sealing.act import sign_act
from longbien.core.sealing.arrival import (
    STEPS,
    Arrived,
    Door,
    Refused,
    Repeated,
    arrive,
    examine,
    frame_digest,
)
from longbien.core.sealing.dsse import MANIFEST_TYPE
from longbien.core.sealing.frame import MAX_FRAME, seal_act
from longbien.core.sealing.keys import KeyPair
from longbien.core.sealing.trust import TrustedKey
from longbien.texts import SENTENCES
from tests.authority import NOW, SINCE, Authority, authority
from tests.conftest import ROOT
from tests.core.sealing.forgery import envelope_of, framed, payload_of, signatures_of, signed

VN, AT, FR = authority("VN"), authority("AT"), authority("FR")
ACT = VN.act(AT)
FRAME = seal_act(ACT, AT.seal.public)
ENVELOPE = ACT.envelope
SIGNATURES = signatures_of(ENVELOPE)
PAYLOAD = payload_of(ENVELOPE)


class Keys:
    """A directory that trusts authorities, with changes to what it says of each key."""

    def __init__(self, *trusted: Authority, **changes: Any) -> None:
        self.trusted = trusted
        self.changes = changes

    def key(self, party: PartyId, key_id: KeyId) -> TrustedKey | None:
        for one in self.trusted:
            if (found := one.key(party, key_id)) is not None:
                return replace(found, **self.changes)
        return None


DOOR = Door(
    party=AT.party,
    exercise=True,
    now=NOW,
    is_known=lambda party: party in {"VN", "FR", "AT"},
    seen=lambda _party, _act_id: None,
    within_quota=lambda _party, _length: True,
    private_key=lambda key_id: AT.seal if key_id == AT.seal.key_id else None,
    keys=Keys(VN, FR),
)


def refused(data: bytes, **changes: Any) -> Refused:
    """Give the refusal of a frame at a door with changes; check that its step owns its code."""
    door = replace(DOOR, **changes)
    verdict = examine(data, door)
    assert isinstance(verdict, Refused)
    codes = next(step.codes for step in STEPS if step.name == verdict.step)
    assert verdict.error.code in codes
    with pytest.raises(type(verdict.error)) as caught:
        arrive(data, door)
    assert caught.value.code == verdict.error.code
    return verdict


def code_of(data: bytes, **changes: Any) -> tuple[str, str]:
    verdict = refused(data, **changes)
    return verdict.step, verdict.error.code


def changed(**changes: Any) -> bytes:
    """Frame an act that its sender signed with some fields changed."""
    return framed(signed(PAYLOAD | changes, VN.signer), AT.seal.public)


def test_an_act_arrives() -> None:
    expected = Arrived(act=ACT.act, envelope=ENVELOPE, digest=ACT.digest, frame_digest=frame_digest(FRAME))
    assert examine(FRAME, DOOR) == arrive(FRAME, DOOR) == expected


def test_the_page_has_the_same_steps_and_codes() -> None:
    page = (ROOT / "docs" / "protocol" / "acts.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([0-9]+) \| `([a-z]+)` \| .* \| (.*) \|$", page, re.MULTILINE)
    found = [(name, tuple(re.findall(r"`([a-z]+\.[a-z_]+)`", codes))) for _, name, codes in rows]
    assert found == [(step.name, step.codes) for step in STEPS]
    assert [int(number) for number, _, _ in rows] == list(range(1, len(STEPS) + 1))


def test_each_code_has_a_sentence() -> None:
    assert [code for step in STEPS for code in step.codes if code not in SENTENCES] == []


def test_a_frame_that_came_before_is_not_opened_again() -> None:
    def fails(*_: object) -> Any:
        raise AssertionError

    door = replace(DOOR, seen=lambda _party, _act: frame_digest(FRAME), within_quota=fails, private_key=fails)
    expected = Repeated(sender=VN.party, act_id=ACT.act.id, frame_digest=frame_digest(FRAME))
    assert examine(FRAME, door) == arrive(FRAME, door) == expected


def test_an_act_that_was_sealed_again_is_not_the_same_frame() -> None:
    again = seal_act(ACT, AT.seal.public)
    assert code_of(again, seen=lambda _party, _act: frame_digest(FRAME)) == (
        "replay",
        "exchange.act_id_reused",
    )


def test_a_replay_is_looked_up_by_sender_and_act() -> None:
    asked: list[tuple[PartyId, ActId]] = []

    def seen(party: PartyId, act_id: ActId) -> Digest | None:
        asked.append((party, act_id))
        return None

    examine(FRAME, replace(DOOR, seen=seen))
    assert asked == [(VN.party, ACT.act.id)]


CASES: dict[str, tuple[Callable[[], bytes], dict[str, Any], tuple[str, str]]] = {
    "too large": (lambda: bytes(MAX_FRAME + 1), {}, ("size", "exchange.too_large")),
    "empty": (lambda: b"", {}, ("size", "exchange.truncated")),
    "cut": (lambda: FRAME[:-1], {}, ("frame", "sealing.frame_length")),
    "no frame": (lambda: bytes(5000), {}, ("frame", "sealing.frame_malformed")),
    "suite": (
        lambda: framed(ENVELOPE, AT.seal.public, {"suite": "LB-ACT-0"}),
        {},
        ("frame", "sealing.suite_unknown"),
    ),
    "for another": (lambda: FRAME, {"party": FR.party}, ("addressing", "exchange.wrong_recipient")),
    "stranger": (lambda: FRAME, {"is_known": lambda _: False}, ("addressing", "exchange.unknown_sender")),
    "ourselves": (
        lambda: framed(ENVELOPE, AT.seal.public, {"sender": "AT"}),
        {},
        ("addressing", "exchange.unknown_sender"),
    ),
    "id again": (lambda: FRAME, {"seen": lambda *_: Digest("0" * 64)}, ("replay", "exchange.act_id_reused")),
    "quota": (lambda: FRAME, {"within_quota": lambda *_: False}, ("quota", "exchange.quota")),
    "no such key": (lambda: FRAME, {"private_key": lambda _: None}, ("open", "sealing.not_opened")),
    "wrong key": (lambda: FRAME, {"private_key": lambda _: FR.seal}, ("open", "sealing.not_opened")),
    "sealed byte": (lambda: FRAME[:-1] + bytes([FRAME[-1] ^ 1]), {}, ("open", "sealing.not_opened")),
    "too large inside": (
        lambda: framed(bytes(1_046_529), AT.seal.public),
        {},
        ("open", "sealing.too_large"),
    ),
    "no envelope": (lambda: framed(b"{}", AT.seal.public), {}, ("open", "sealing.envelope_malformed")),
    "payload unsigned": (
        lambda: framed(envelope_of(b"{}", []), AT.seal.public),
        {},
        ("open", "sealing.signature_missing"),
    ),
    "first signature only": (
        lambda: framed(envelope_of(b"{}", SIGNATURES[:1]), AT.seal.public),
        {},
        ("open", "sealing.signature_missing"),
    ),
    "manifest": (
        lambda: framed(signed(PAYLOAD, VN.signer, payload_type=MANIFEST_TYPE), AT.seal.public),
        {},
        ("open", "sealing.envelope_malformed"),
    ),
    "no act and not signed": (
        lambda: framed(envelope_of(b"{}", SIGNATURES), AT.seal.public),
        {},
        ("signatures", "sealing.signature_invalid"),
    ),
    "no act": (
        lambda: framed(signed({}, VN.signer), AT.seal.public),
        {},
        ("act", "sealing.act_malformed"),
    ),
    "suite inside": (
        lambda: framed(
            signed(PAYLOAD | {"suite": "LB-ACT-0"}, VN.signer), AT.seal.public, {"suite": "LB-ACT-1"}
        ),
        {},
        ("act", "sealing.suite_unknown"),
    ),
    "another id outside": (
        lambda: framed(ENVELOPE, AT.seal.public, {"act": "0" * 32}),
        {},
        ("act", "sealing.header_mismatch"),
    ),
    "another sender outside": (
        lambda: framed(ENVELOPE, AT.seal.public, {"sender": "FR"}),
        {},
        ("signatures", "parties.key_unknown"),
    ),
    "meant for another": (
        lambda: framed(signed(PAYLOAD | {"recipient": "FR"}, VN.signer), AT.seal.public, {"recipient": "AT"}),
        {},
        ("act", "sealing.header_mismatch"),
    ),
    "passed on under our key": (
        lambda: framed(signed(PAYLOAD | {"seal_key": FR.seal.key_id}, VN.signer), AT.seal.public),
        {},
        ("act", "sealing.header_mismatch"),
    ),
    "a statement": (
        lambda: framed(
            signed(PAYLOAD | {"recipient": "VN", "seal_key": ""}, VN.signer),
            AT.seal.public,
            {"recipient": "AT"},
        ),
        {},
        ("act", "sealing.header_mismatch"),
    ),
    "unknown key": (lambda: FRAME, {"keys": Keys(FR)}, ("signatures", "parties.key_unknown")),
    "keys of another party": (
        lambda: framed(signed(PAYLOAD | {"sender": "FR"}, VN.signer), AT.seal.public),
        {},
        ("signatures", "parties.key_unknown"),
    ),
    "others signed": (
        lambda: framed(signed(PAYLOAD, FR.signer), AT.seal.public),
        {"keys": Keys(VN, FR)},
        ("signatures", "parties.key_unknown"),
    ),
    "signatures exchanged": (
        lambda: framed(envelope_of(payload_bytes(), SIGNATURES[::-1]), AT.seal.public),
        {},
        ("signatures", "sealing.key_use"),
    ),
    "key ids exchanged": (
        lambda: changed(sign_keys=PAYLOAD["sign_keys"][::-1]),
        {},
        ("act", "sealing.header_mismatch"),
    ),
    "key ids exchanged everywhere": (
        lambda: framed(
            envelope_of(payload_bytes(sign_keys=PAYLOAD["sign_keys"][::-1]), SIGNATURES[::-1]),
            AT.seal.public,
        ),
        {},
        ("signatures", "sealing.key_use"),
    ),
    "first signature of zeros": (
        lambda: framed(
            envelope_of(payload_bytes(), [(SIGNATURES[0][0], bytes(64)), SIGNATURES[1]]), AT.seal.public
        ),
        {},
        ("signatures", "sealing.signature_invalid"),
    ),
    "second signature of zeros": (
        lambda: framed(
            envelope_of(payload_bytes(), [SIGNATURES[0], (SIGNATURES[1][0], bytes(3309))]), AT.seal.public
        ),
        {},
        ("signatures", "sealing.signature_invalid"),
    ),
    "signatures of another act": (
        lambda: framed(envelope_of(payload_bytes(nonce="0" * 32), SIGNATURES), AT.seal.public),
        {},
        ("signatures", "sealing.signature_invalid"),
    ),
    "revoked": (lambda: FRAME, {"keys": Keys(VN, revoked_since=NOW)}, ("keys", "parties.key_revoked")),
    "not yet": (
        lambda: FRAME,
        {"keys": Keys(VN, valid_from=NOW + timedelta(seconds=1))},
        ("keys", "parties.key_not_yet_valid"),
    ),
    "expired": (lambda: FRAME, {"keys": Keys(VN, valid_until=NOW)}, ("keys", "parties.key_expired")),
    "future": (
        lambda: FRAME,
        {"now": NOW - timedelta(minutes=10, milliseconds=1)},
        ("clock", "exchange.clock_future"),
    ),
    "past": (
        lambda: FRAME,
        {"now": NOW + timedelta(days=400, milliseconds=1)},
        ("clock", "exchange.clock_past"),
    ),
    "exercise": (lambda: FRAME, {"exercise": False}, ("clock", "exchange.exercise_act")),
    "not an exercise": (lambda: changed(exercise=False), {}, ("clock", "exchange.real_act_on_exercise_node")),
}


def payload_bytes(**changes: Any) -> bytes:
    """Give the signed JSON's bytes with some fields changed."""
    return encode(PAYLOAD | changes)


@pytest.mark.parametrize("name", CASES)
def test_each_failure_has_its_step_and_code(name: str) -> None:
    make, changes, expected = CASES[name]
    assert code_of(make(), **changes) == expected


def test_every_code_of_the_table_is_reached() -> None:
    reached = {expected for _, _, expected in CASES.values()}
    assert reached == {(step.name, code) for step in STEPS for code in step.codes}


@pytest.mark.parametrize("name", CASES)
def test_nothing_later_is_done_once_a_check_fails(name: str) -> None:
    make, changes, (step, _) = CASES[name]
    asked: list[str] = []

    def noted(label: str, answer: Callable[..., Any]) -> Callable[..., Any]:
        def ask(*arguments: Any) -> Any:
            asked.append(label)
            return answer(*arguments)

        return ask

    door = replace(DOOR, **changes)

    class Noted:
        def key(self, party: PartyId, key_id: KeyId) -> TrustedKey | None:
            asked.append("signatures")
            return door.keys.key(party, key_id)

    watched = replace(
        door,
        is_known=noted("addressing", door.is_known),
        seen=noted("replay", door.seen),
        within_quota=noted("quota", door.within_quota),
        private_key=noted("open", door.private_key),
        keys=Noted(),
    )
    examine(make(), watched)
    order = [one.name for one in STEPS]
    assert [label for label in asked if order.index(label) > order.index(step)] == []


AUTHENTIC = ("act", "keys", "clock")


@pytest.mark.parametrize("name", CASES)
def test_only_what_its_sender_signed_can_be_acknowledged(name: str) -> None:
    make, changes, (step, code) = CASES[name]
    verdict = refused(make(), **changes)
    assert (verdict.digest is not None) == (step in AUTHENTIC)
    assert verdict.act is None or verdict.digest is not None
    assert (verdict.act is not None) == (step in ("keys", "clock") or code == "sealing.header_mismatch")
    assert (verdict.frame is not None) == (step not in ("size", "frame"))


def test_the_clock_has_edges() -> None:
    for now in (NOW - timedelta(minutes=10), NOW + timedelta(days=400)):
        assert isinstance(examine(FRAME, replace(DOOR, now=now)), Arrived)


def test_a_real_act_arrives_at_a_real_node() -> None:
    act = sign_act(replace(VN.draft(AT), exercise=False), VN.signer)
    data = seal_act(act, AT.seal.public)
    assert isinstance(examine(data, replace(DOOR, exercise=False)), Arrived)


def test_after_a_rotation_the_old_seal_key_still_opens() -> None:
    old: dict[KeyId, KeyPair] = {AT.seal.key_id: AT.seal, FR.seal.key_id: FR.seal}
    assert isinstance(examine(FRAME, replace(DOOR, private_key=old.get)), Arrived)


def test_keys_are_good_at_the_time_of_the_act_not_of_arrival() -> None:
    keys = Keys(VN, valid_from=SINCE, valid_until=NOW + timedelta(seconds=1))
    assert isinstance(examine(FRAME, replace(DOOR, keys=keys, now=NOW + timedelta(days=30))), Arrived)


@pytest.mark.parametrize("place", range(0, 200, 7))
def test_a_flipped_byte_of_the_header_arrives_nowhere(place: int) -> None:
    data = bytearray(FRAME)
    data[place] ^= 1
    assert isinstance(examine(bytes(data), DOOR), Refused)


def test_errors_are_of_the_family() -> None:
    assert isinstance(refused(b"").error, LongBienError)
