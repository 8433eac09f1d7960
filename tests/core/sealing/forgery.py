# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a forger can make: envelopes and frames of any content, sealed correctly to a public key that everybody knows."""

import base64
import json
from collections.abc import Sequence
from typing import Any

from longbien.core.base.canonical import encode
from longbien.core.sealing import hpke
from longbien.core.sealing.dsse import ACT_TYPE, ActSigner, pae
from longbien.core.sealing.keys import PublicKey

INFO = b"longbien/act/v1\0"


def payload_of(envelope: bytes) -> dict[str, Any]:
    """Give the signed JSON of an envelope."""
    payload: dict[str, Any] = json.loads(base64.b64decode(json.loads(envelope)["payload"]))
    return payload


def envelope_of(
    payload: bytes, signatures: Sequence[tuple[str, bytes]], *, payload_type: str = ACT_TYPE
) -> bytes:
    """Write an envelope with any signatures."""
    return encode(
        {
            "payload": base64.b64encode(payload).decode(),
            "payloadType": payload_type,
            "signatures": [
                {"keyid": key_id, "sig": base64.b64encode(value).decode()} for key_id, value in signatures
            ],
        }
    )


def signatures_of(envelope: bytes) -> list[tuple[str, bytes]]:
    """Give an envelope's signatures."""
    return [(one["keyid"], base64.b64decode(one["sig"])) for one in json.loads(envelope)["signatures"]]


def signed(payload: dict[str, Any], signer: ActSigner, *, payload_type: str = ACT_TYPE) -> bytes:
    """Sign any JSON as an act."""
    data = encode(payload)
    pairs = zip(signer.key_ids, signer.sign(pae(payload_type, data)), strict=True)
    return envelope_of(data, list(pairs), payload_type=payload_type)


def framed(envelope: bytes, recipient: PublicKey, header: dict[str, Any] | None = None) -> bytes:
    """Seal any bytes under a header that fits an act's payload, but for the fields given."""
    try:
        act = payload_of(envelope)
    except (ValueError, KeyError, TypeError):
        act = {}
    fields = {
        "v": 1,
        "suite": act.get("suite", "LB-ACT-1"),
        "sender": act.get("sender", "VN"),
        "recipient": act.get("recipient", "AT"),
        "act": act.get("id", "0" * 32),
        "seal_key": recipient.key_id,
        "length": len(envelope) + 1136,
    }
    return frame_of(encode(fields | (header or {})), envelope, recipient)


def frame_of(header: bytes, envelope: bytes, recipient: PublicKey) -> bytes:
    """Seal any bytes under any header."""
    sealed = hpke.seal(envelope, recipient, INFO + header)
    return b"LBF1" + len(header).to_bytes(2, "big") + header + sealed
