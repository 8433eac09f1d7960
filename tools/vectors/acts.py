# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Vectors for docs/protocol/acts.md: keys from seeds, one act from draft to frame, and frames that must be refused."""

import base64
from dataclasses import replace
from typing import Any

from longbien.core.base.canonical import encode
from longbien.core.sealing.act import parse_act, sign_act
from longbien.core.sealing.arrival import Arrived, Door, Refused, examine
from longbien.core.sealing.dsse import ACT_TYPE, envelope_digest, pae, parse_envelope, verify_envelope
from longbien.core.sealing.frame import open_frame, read_frame, seal_act
from longbien.core.sealing.keys import KeyPair, key_pair_from_seed
from longbien.core.sealing.suites import Algorithm, KeyUse
from tests.authority import NOW, authority
from tests.core.sealing.forgery import envelope_of, framed, payload_of, signatures_of, signed

SENDER, RECIPIENT = authority("VN"), authority("AT")
DOOR = Door(
    party=RECIPIENT.party,
    exercise=True,
    now=NOW,
    is_known=lambda party: party == SENDER.party,
    seen=lambda _party, _act_id: None,
    within_quota=lambda _party, _length: True,
    private_key=lambda key_id: RECIPIENT.seal if key_id == RECIPIENT.seal.key_id else None,
    keys=SENDER,
)
TEXT = "Xin lưu giữ dữ liệu; الرجاء الحفظ; 请保存 \U0001f511"


def make() -> dict[str, Any]:
    """Make the vectors anew."""
    draft = replace(
        SENDER.draft(RECIPIENT), body={"form": "preservation", "text": TEXT, "numbers": [0, -1, 1.5]}
    )
    act = sign_act(draft, SENDER.signer)
    payload = parse_envelope(act.envelope, ACT_TYPE).payload
    frame = seal_act(act, RECIPIENT.seal.public)
    return {
        "page": "docs/protocol/acts.md",
        "keys": [_key(pair) for party in (SENDER, RECIPIENT) for pair in party.pairs.values()],
        "act": {
            "payload": _text(payload),
            "pae": _text(pae(ACT_TYPE, payload)),
            "envelope": _text(act.envelope),
            "digest": act.digest,
            "seal_key": RECIPIENT.seal.key_id,
            "header": read_frame(frame).header.decode(),
            "frame": _text(frame),
        },
        "door": {
            "party": RECIPIENT.party,
            "exercise": True,
            "now": "2026-03-01T03:00:00.000Z",
            "trusted": {SENDER.party: list(SENDER.signer.key_ids)},
        },
        "refused": [
            {"name": name, "frame": _text(data), "step": step, "code": code}
            for name, data, step, code in _refusals(act.envelope, frame)
        ],
    }


def check(found: dict[str, Any]) -> list[str]:
    """Read the vectors as another implementation's; give the names of what is not as it should be."""
    act = found["act"]
    payload, envelope, frame = (_bytes(act[name]) for name in ("payload", "envelope", "frame"))
    read = read_frame(frame)
    holds = {
        "keys": all(_key(_pair(key)) == key for key in found["keys"]),
        "payload": parse_envelope(envelope, ACT_TYPE).payload == payload,
        "canonical": encode(payload_of(envelope)) == payload,
        "pae": pae(ACT_TYPE, payload) == _bytes(act["pae"]),
        "signatures": verify_envelope(envelope, ACT_TYPE, SENDER.public).payload == payload,
        "digest": envelope_digest(envelope) == act["digest"],
        "header": read.header.decode() == act["header"],
        "opened": open_frame(read, RECIPIENT.seal) == envelope,
        "arrived": _arrives(frame) == ("", ""),
        "body": parse_act(payload).body["text"] == TEXT,
    }
    wrong = [name for name, held in holds.items() if not held]
    answers = [(case["name"], case["step"], case["code"], _bytes(case["frame"])) for case in found["refused"]]
    return wrong + [name for name, step, code, data in answers if _arrives(data) != (step, code)]


def _refusals(envelope: bytes, frame: bytes) -> list[tuple[str, bytes, str, str]]:
    """Give frames that a door must refuse: name, bytes, step and code."""
    payload, signatures, seal = payload_of(envelope), signatures_of(envelope), RECIPIENT.seal.public
    one = [signatures[0]]
    header = read_frame(frame).header
    flipped = frame.replace(header, header.replace(b'"VN"', b'"FR"'))
    swapped = [(signatures[1][0], signatures[0][1]), (signatures[0][0], signatures[1][1])]
    later = signed(payload | {"time": "2026-03-01T03:10:00.001Z"}, SENDER.signer)
    real = signed(payload | {"exercise": False}, SENDER.signer)
    other = signed(payload, authority("FR").signer)
    respelt = frame_with_spaces(envelope)
    return [
        ("cut", frame[:-1], "frame", "sealing.frame_length"),
        ("last byte flipped", frame[:-1] + bytes([frame[-1] ^ 1]), "open", "sealing.not_opened"),
        ("sender changed in the header", flipped, "addressing", "exchange.unknown_sender"),
        (
            "one signature",
            framed(envelope_of(encode(payload), one), seal),
            "open",
            "sealing.signature_missing",
        ),
        ("not canonical", respelt, "open", "sealing.envelope_malformed"),
        (
            "other id in the header",
            framed(envelope, seal, {"act": "0" * 32}),
            "act",
            "sealing.header_mismatch",
        ),
        ("signed by another", framed(other, seal), "signatures", "parties.key_unknown"),
        (
            "key ids exchanged",
            framed(envelope_of(encode(payload), swapped), seal),
            "signatures",
            "sealing.key_use",
        ),
        (
            "signatures of another payload",
            framed(envelope_of(encode(payload | {"nonce": "0" * 32}), signatures), seal),
            "signatures",
            "sealing.signature_invalid",
        ),
        ("from the future", framed(later, seal), "clock", "exchange.clock_future"),
        ("not an exercise", framed(real, seal), "clock", "exchange.real_act_on_exercise_node"),
    ]


def frame_with_spaces(envelope: bytes) -> bytes:
    """Frame an envelope that is JSON of the same value in another spelling."""
    spaced = envelope.replace(b'","', b'", "', 1)
    return framed(spaced, RECIPIENT.seal.public)


def _arrives(frame: bytes) -> tuple[str, str]:
    verdict = examine(frame, DOOR)
    if isinstance(verdict, Refused):
        return verdict.step, verdict.error.code
    return ("", "") if isinstance(verdict, Arrived) else ("replay", "")


def _key(pair: KeyPair) -> dict[str, str]:
    return {
        "use": pair.public.use.value,
        "algorithm": pair.public.algorithm.value,
        "seed": pair.seed.hex(),
        "public": _text(pair.public.raw),
        "key_id": pair.key_id,
    }


def _pair(key: dict[str, str]) -> KeyPair:
    return key_pair_from_seed(KeyUse(key["use"]), Algorithm(key["algorithm"]), bytes.fromhex(key["seed"]))


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
