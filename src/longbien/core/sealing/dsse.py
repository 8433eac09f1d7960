# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Envelopes: DSSE v1 in canonical JSON with two signatures per signer (docs/protocol/acts.md, section 4).

The reader knows one form only, so a pattern reads it: no tree of objects is built, and what matches is canonical.
There is no unsigned mode and none with one signature.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol, TypeAlias

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.ids import Digest, KeyId
from longbien.core.sealing.keys import KeyPair, PublicKey
from longbien.core.sealing.suites import ACT_SUITE, Algorithm, KeyUse

ACT_TYPE: Final = "application/vnd.longbien.act+json"
DIRECTORY_ENTRY_TYPE: Final = "application/vnd.longbien.directory-entry+json"
MANIFEST_TYPE: Final = "application/vnd.longbien.manifest+json"
CUSTODY_TYPE: Final = "application/vnd.longbien.custody+json"

MAX_ENVELOPE: Final = 1024 * 1024 - 2 * 1024
"""The largest envelope in bytes: with header and overhead it fits a frame."""

_PER_SIGNER: Final = len(ACT_SUITE.signing)
_MAX_SIGNERS: Final = 2
_PAYLOAD_TYPE: Final = re.compile(r"[a-z0-9.+/-]{1,100}")
_SIGNATURE: Final = rb'\{"keyid":"([0-9a-f]{32})","sig":"([^"]{1,5000}+)"\}'
# What stands between quotes is held to the one spelling of base64 when it is decoded. Possessive: no byte is read twice.
_ENVELOPE: Final = re.compile(
    rb'\{"payload":"([^"]*+)","payloadType":"([^"]{1,100}+)","signatures":\['
    rb"(?:"
    + _SIGNATURE
    + rb"(?:,"
    + _SIGNATURE
    + rb"(?:,"
    + _SIGNATURE
    + rb"(?:,"
    + _SIGNATURE
    + rb")?)?)?)?"
    + rb"\]\}"
)

KeyLookup: TypeAlias = Callable[[KeyId], PublicKey | None]
"""Finds the public key of an id among those that may sign here, or None."""


class ActSigner(Protocol):
    """What signs in a party's name: keys in memory (`ActKeys`) or in a device."""

    @property
    def key_ids(self) -> tuple[KeyId, KeyId]:
        """The ids of the Ed25519 and the ML-DSA-65 key."""

    def sign(self, message: bytes) -> tuple[bytes, bytes]:
        """Sign with both keys, in that order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActKeys:
    """An `ActSigner` that holds its two key pairs; RefusedError `sealing.key_use` for keys of another use."""

    ed25519: KeyPair
    ml_dsa_65: KeyPair
    key_ids: tuple[KeyId, KeyId] = field(init=False)

    def __post_init__(self) -> None:
        """Check that both keys are for acts and of their algorithms."""
        for pair, algorithm in zip((self.ed25519, self.ml_dsa_65), ACT_SUITE.signing, strict=True):
            _check_use(pair.public, algorithm)
        object.__setattr__(self, "key_ids", (self.ed25519.key_id, self.ml_dsa_65.key_id))

    def sign(self, message: bytes) -> tuple[bytes, bytes]:
        """Sign with both keys."""
        return self.ed25519.sign(message), self.ml_dsa_65.sign(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One signature of an envelope and the id of the key that is said to have made it."""

    key_id: KeyId
    value: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """An envelope as it was read. Nothing in it is verified yet."""

    payload_type: str
    payload: bytes = field(repr=False)
    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A payload whose signatures all hold. `digest` is SHA-256 of the envelope; `keys` stand in signing order."""

    payload: bytes = field(repr=False)
    keys: tuple[PublicKey, ...]
    digest: Digest


def envelope_digest(data: bytes) -> Digest:
    """Compute the digest by which an envelope is known everywhere: SHA-256 of its bytes."""
    return Digest(hashlib.sha256(data).hexdigest())


def pae(payload_type: str, payload: bytes) -> bytes:
    """Build DSSE's pre-authentication encoding: the bytes that are signed."""
    kind = payload_type.encode()
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(payload), payload)


def sign_document(payload_type: str, payload: bytes, *signers: ActSigner) -> bytes:
    """Put `payload` in an envelope signed by each of `signers` with both keys (a new directory entry has two signers).

    MalformedError `sealing.too_large` beyond `MAX_ENVELOPE`.
    """
    if not 1 <= len(signers) <= _MAX_SIGNERS or _PAYLOAD_TYPE.fullmatch(payload_type) is None:
        raise ValueError("a document has a media type and one or two signers")
    message = pae(payload_type, payload)
    signatures = [
        b'{"keyid":"%b","sig":"%b"}' % (key_id.encode(), base64.b64encode(value))
        for signer in signers
        for key_id, value in zip(signer.key_ids, signer.sign(message), strict=True)
    ]
    data = b'{"payload":"%b","payloadType":"%b","signatures":[%b]}' % (
        base64.b64encode(payload),
        payload_type.encode(),
        b",".join(signatures),
    )
    if len(data) > MAX_ENVELOPE:
        raise MalformedError("sealing.too_large", limit=MAX_ENVELOPE)
    return data


def parse_envelope(data: bytes, payload_type: str, *, signers: int = 1) -> Envelope:
    """Read an envelope of this type with the signatures of so many signers.

    MalformedError `sealing.envelope_malformed`; RefusedError `sealing.signature_missing` for too few signatures.
    """
    if len(data) > MAX_ENVELOPE:
        raise MalformedError("sealing.too_large", limit=MAX_ENVELOPE)
    match = _ENVELOPE.fullmatch(data)
    if match is None or match[2] != payload_type.encode():
        raise MalformedError("sealing.envelope_malformed")
    pairs = match.groups()[2:]
    signatures = tuple(
        Signature(key_id=KeyId(key_id.decode()), value=_base64(value))
        for key_id, value in zip(pairs[::2], pairs[1::2], strict=True)
        if key_id is not None
    )
    expected = signers * _PER_SIGNER
    if len(signatures) < expected:
        raise RefusedError("sealing.signature_missing", expected=expected, found=len(signatures))
    if len(signatures) > expected or len({one.key_id for one in signatures}) != expected:
        raise MalformedError("sealing.envelope_malformed")
    return Envelope(payload_type=payload_type, payload=_base64(match[1]), signatures=signatures)


def check_signatures(envelope: Envelope, keys: Sequence[PublicKey]) -> None:
    """Check every signature with the key of its place; the first failure ends it.

    RefusedError `sealing.signature_missing` (another key signed), `sealing.key_use` (a key of another use or
    algorithm than its place demands), `sealing.signature_invalid`.
    """
    if len(keys) != len(envelope.signatures):
        raise RefusedError("sealing.signature_missing", expected=len(keys), found=len(envelope.signatures))
    for place, (signature, key) in enumerate(zip(envelope.signatures, keys, strict=True)):
        if signature.key_id != key.key_id:
            raise RefusedError("sealing.signature_missing", expected=len(keys), found=place)
        _check_use(key, ACT_SUITE.signing[place % _PER_SIGNER])
    message = pae(envelope.payload_type, envelope.payload)
    for signature, key in zip(envelope.signatures, keys, strict=True):
        key.verify(signature.value, message)


def find_keys(envelope: Envelope, keys: KeyLookup) -> tuple[PublicKey, ...]:
    """Look up the key of every signature; RefusedError `parties.key_unknown`."""
    found = []
    for signature in envelope.signatures:
        key = keys(signature.key_id)
        if key is None:
            raise RefusedError("parties.key_unknown", key=signature.key_id)
        found.append(key)
    return tuple(found)


def verify_envelope(data: bytes, payload_type: str, keys: KeyLookup, *, signers: int = 1) -> Verified:
    """Read an envelope and check all its signatures with the keys that `keys` finds.

    Whether the keys were valid at the document's time is the caller's next question (`trust.check_valid`).
    Raises what `parse_envelope`, `find_keys` and `check_signatures` raise.
    """
    envelope = parse_envelope(data, payload_type, signers=signers)
    found = find_keys(envelope, keys)
    check_signatures(envelope, found)
    return Verified(payload=envelope.payload, keys=found, digest=envelope_digest(data))


def _check_use(key: PublicKey, algorithm: Algorithm) -> None:
    if key.use is not KeyUse.ACT or key.algorithm is not algorithm:
        raise RefusedError("sealing.key_use", use=key.use, algorithm=key.algorithm)


def _base64(text: bytes) -> bytes:
    """Decode standard base64 in its one canonical spelling."""
    try:
        data = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise MalformedError("sealing.envelope_malformed") from error
    if base64.b64encode(data) != text:
        raise MalformedError("sealing.envelope_malformed")
    return data
