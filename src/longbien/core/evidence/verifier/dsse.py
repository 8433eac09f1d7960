# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""DSSE envelopes: a payload, its type, and signatures over both (docs/protocol/acts.md, section 4)."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from longbien.core.evidence.verifier.fields import Fields
from longbien.core.evidence.verifier.flaws import FlawError
from longbien.core.evidence.verifier.json_strict import read_json

if TYPE_CHECKING:
    from typing import Final

    from longbien.core.evidence.verifier.primitives import Primitives

MAX_ENVELOPE: Final = 2**20
"""No envelope is larger, in bytes."""
ACT_TYPE: Final = "application/vnd.longbien.act+json"
ENTRY_TYPE: Final = "application/vnd.longbien.directory-entry+json"
MANIFEST_TYPE: Final = "application/vnd.longbien.manifest+json"
CUSTODY_TYPE: Final = "application/vnd.longbien.custody+json"
KEY_LENGTHS: Final = {"ed25519": 32, "ml-dsa-65": 1952, "ml-dsa-44": 1312, "mlkem768-x25519": 1216}
"""The algorithms of version 1 and the lengths of their public keys."""
SIGNERS: Final = ("ed25519", "ml-dsa-65")
"""Every document is signed with both, in this order."""


class Key(NamedTuple):
    """A public key of a directory entry."""

    party: str
    use: str
    algorithm: str
    key_id: str
    public: bytes
    begins: str
    ends: str
    revoked_since: str


class Envelope(NamedTuple):
    """A signed document, its digest (of the envelope's bytes) and its signatures, not yet verified."""

    digest: str
    payload: bytes
    fields: Fields
    signed: bytes
    signatures: tuple[tuple[str, bytes], ...]


def read_envelope(data: bytes, payload_type: str) -> Envelope:
    """Read an envelope of one type, whose payload is canonical JSON; FlawError if it is anything else."""
    outer = Fields(read_json(data, MAX_ENVELOPE))
    found = outer.text("payloadType")
    if found != payload_type:
        raise FlawError("envelope.type", "it is a signed document of another type than its place says")
    payload = outer.base64("payload")
    signatures = tuple((item.id("keyid"), item.base64("sig")) for item in outer.objects("signatures"))
    name = payload_type.encode("ascii")
    signed = b"DSSEv1 %d %b %d %b" % (len(name), name, len(payload), payload)
    fields = Fields(read_json(payload, MAX_ENVELOPE))
    return Envelope(hashlib.sha256(data).hexdigest(), payload, fields, signed, signatures)


def check_signature(key: Key, envelope: Envelope, signature: bytes, primitives: Primitives) -> None:
    """Verify one signature with one key; FlawError `signature.wrong`."""
    verify = primitives.ed25519 if key.algorithm == "ed25519" else primitives.ml_dsa_65
    if not verify(key.public, envelope.signed, signature):
        raise FlawError(
            "signature.wrong",
            f"the {key.algorithm} signature by {key.party} (key {key.key_id[:8]}) is not valid",
        )


def key_id(use: str, algorithm: str, public: bytes) -> str:
    """Give the id of a key: the first 32 digits of a hash over use, algorithm and key."""
    parts = (b"longbien/key/v1", use.encode("utf-8"), algorithm.encode("utf-8"), public)
    return hashlib.sha256(b"\x00".join(parts)).hexdigest()[:32]
