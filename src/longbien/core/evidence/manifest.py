# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The manifest's public part, signed by who sealed (docs/protocol/evidence.md, section 3).

It binds object id and tree roots, so that a node, a store or a courier can check every segment without any key. It says nothing about the
plaintext: `inner` is encrypted, and `inner_digest` is the digest of something that carries a nonce.
"""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from longbien.core.base.canonical import JsonInput, decode, encode
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import (
    Digest,
    KeyId,
    ObjectId,
    PartyId,
    parse_digest,
    parse_object_id,
    parse_party_id,
)
from longbien.core.base.moments import print_moment
from longbien.core.evidence.inner import MAX_INNER, Inner, parse_inner
from longbien.core.evidence.segments import CONTENT, PART_NAMES, Part
from longbien.core.sealing.age_stream import decrypt_payload, payload_length
from longbien.core.sealing.dsse import (
    MANIFEST_TYPE,
    MAX_ENVELOPE,
    ActSigner,
    KeyLookup,
    Verified,
    sign_document,
    verify_envelope,
)
from longbien.core.sealing.suites import EVIDENCE_SUITE

TYPE: Final = "longbien/manifest/v1"

_MAX_INNER_PAYLOAD: Final = payload_length(MAX_INNER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The public part of a manifest. `inner` is the payload of the inner part, `sealed_at` is UTC."""

    object: ObjectId
    party: PartyId
    exercise: bool
    sealed_at: datetime
    sign_keys: tuple[KeyId, KeyId]
    parts: tuple[Part, ...]
    inner: bytes = field(repr=False)
    inner_digest: Digest

    def __post_init__(self) -> None:
        """Refuse parts that are not in the order of `PART_NAMES` or lack the content (`evidence.parts`)."""
        names = [part.name for part in self.parts]
        if names != [name for name in PART_NAMES if name in names] or CONTENT not in names:
            raise MalformedError("evidence.parts")

    @property
    def content(self) -> Part:
        """Give the part that holds the evidence itself."""
        return self.parts[0]

    def part(self, name: str) -> Part:
        """Give a part by name; RefusedError `evidence.part_unknown`."""
        for part in self.parts:
            if part.name == name:
                return part
        raise RefusedError("evidence.part_unknown", part=name[:40])


def print_manifest(manifest: Manifest) -> bytes:
    """Write the bytes that are signed."""
    parts: list[JsonInput] = [
        {"name": part.name, "length": part.length, "leaves": part.leaves, "root": part.root.hex()}
        for part in manifest.parts
    ]
    value: Mapping[str, JsonInput] = {
        "type": TYPE,
        "suite": EVIDENCE_SUITE,
        "object": manifest.object,
        "party": manifest.party,
        "exercise": manifest.exercise,
        "sealed_at": print_moment(manifest.sealed_at),
        "sign_keys": manifest.sign_keys,
        "parts": parts,
        "inner": base64.b64encode(manifest.inner).decode("ascii"),
        "inner_digest": manifest.inner_digest,
    }
    return encode(value)


def parse_manifest(payload: bytes) -> Manifest:
    """Read the bytes that are signed, strictly; MalformedError, also `sealing.suite_unknown`."""
    fields = Fields(decode(payload, max_bytes=MAX_ENVELOPE))
    fields.choice("type", (TYPE,))
    suite = fields.text("suite", max_length=40)
    if suite != EVIDENCE_SUITE:
        raise MalformedError("sealing.suite_unknown", suite=suite)
    manifest = Manifest(
        object=fields.parsed("object", parse_object_id),
        party=fields.parsed("party", parse_party_id),
        exercise=fields.boolean("exercise"),
        sealed_at=fields.moment("sealed_at"),
        sign_keys=_parse_sign_keys(fields),
        parts=fields.objects("parts", _parse_part, min_items=1, max_items=len(PART_NAMES)),
        inner=fields.base64("inner", max_length=_MAX_INNER_PAYLOAD),
        inner_digest=fields.parsed("inner_digest", parse_digest),
    )
    fields.done()
    return manifest


def sign_manifest(manifest: Manifest, signer: ActSigner) -> bytes:
    """Put the manifest in its envelope, signed twice; RefusedError `evidence.sign_keys` for another signer than it names."""
    if signer.key_ids != manifest.sign_keys:
        raise RefusedError("evidence.sign_keys")
    return sign_document(MANIFEST_TYPE, print_manifest(manifest), signer)


def read_manifest(envelope: bytes, keys: KeyLookup) -> tuple[Manifest, Verified]:
    """Check both signatures with the keys that `keys` finds, and read the manifest.

    Whether the keys are those of `manifest.party`, and were valid at `sealed_at`, is the caller's next question.
    RefusedError `evidence.sign_keys` if other keys signed than the manifest names.
    """
    verified = verify_envelope(envelope, MANIFEST_TYPE, keys)
    manifest = parse_manifest(verified.payload)
    if tuple(key.key_id for key in verified.keys) != manifest.sign_keys:
        raise RefusedError("evidence.sign_keys")
    return manifest, verified


def open_inner(manifest: Manifest, file_key: bytes) -> Inner:
    """Open the inner part; RefusedError `evidence.inner_differs` if it is not the one that was signed."""
    plaintext = decrypt_payload(file_key, manifest.inner)
    return read_inner(manifest, plaintext)


def read_inner(manifest: Manifest, plaintext: bytes) -> Inner:
    """Read an inner manifest that came as plaintext, and check that it is the one that was signed."""
    if hashlib.sha256(plaintext).hexdigest() != manifest.inner_digest:
        raise RefusedError("evidence.inner_differs")
    inner = parse_inner(plaintext)
    if inner.object != manifest.object or payload_length(inner.size) != manifest.content.length:
        raise RefusedError("evidence.inner_differs")
    return inner


def _parse_sign_keys(fields: Fields) -> tuple[KeyId, KeyId]:
    match fields.texts("sign_keys", max_items=2, max_length=32):
        case (first, second):
            return KeyId(first), KeyId(second)
    raise MalformedError("base.field_value", field="sign_keys", where=fields.where)


def _parse_part(fields: Fields) -> Part:
    return Part(
        name=fields.choice("name", PART_NAMES),
        length=fields.integer("length"),
        leaves=fields.integer("leaves"),
        root=fields.hex("root", length=32),
    )
