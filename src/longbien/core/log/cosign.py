# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cosignatures: a witness's word that a checkpoint was, at that time, the largest it had seen of a log, and consistent.

c2sp.org/tlog-cosignature: Ed25519 `cosignature/v1` (type 0x04) and ML-DSA-44 (type 0x06), both made by every witness here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.log.checkpoint import Checkpoint, SignedCheckpoint, SigningKey, sign_line, verify_line
from longbien.core.log.note import (
    NoteSignature,
    VerifierKey,
    parse_signature_lines,
    print_signature_lines,
    with_signatures,
)
from longbien.core.sealing.keys import PublicKey
from longbien.core.sealing.suites import Algorithm, KeyUse

MAX_COSIGNATURES: Final = 64 * 1024
"""The largest answer of a witness that is read, in bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessKeys:
    """The two keys of one witness under its name, Ed25519 first."""

    name: str
    keys: tuple[VerifierKey, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessSigner:
    """What cosigns in a witness's name."""

    name: str
    ed25519: SigningKey
    ml_dsa_44: SigningKey
    keys: WitnessKeys = field(init=False)

    def __post_init__(self) -> None:
        """Check algorithms and uses; RefusedError `log.keys_wrong`."""
        object.__setattr__(
            self, "keys", witness_keys(self.name, (self.ed25519.public, self.ml_dsa_44.public))
        )

    def cosign(self, checkpoint: Checkpoint, at: datetime) -> tuple[NoteSignature, ...]:
        """Cosign a checkpoint that was found consistent, at the moment `at`."""
        pairs = zip(self.keys.keys, (self.ed25519, self.ml_dsa_44), strict=True)
        return tuple(sign_line(key, pair, checkpoint, at) for key, pair in pairs)


def witness_keys(name: str, publics: Iterable[PublicKey]) -> WitnessKeys:
    """Put a witness's two keys (Ed25519, ML-DSA-44, of use `witness`) under its name; RefusedError `log.keys_wrong`."""
    publics = tuple(publics)
    if tuple(public.algorithm for public in publics) != (Algorithm.ED25519, Algorithm.ML_DSA_44):
        raise RefusedError("log.keys_wrong", origin=name[:80])
    if any(public.use is not KeyUse.WITNESS for public in publics):
        raise RefusedError("log.keys_wrong", origin=name[:80])
    return WitnessKeys(name=name, keys=tuple(VerifierKey(name=name, public=public) for public in publics))


def print_cosignatures(lines: Iterable[NoteSignature]) -> bytes:
    """Write cosignature lines: the body of a witness's answer."""
    return print_signature_lines(lines).encode()


def parse_cosignatures(data: bytes) -> tuple[NoteSignature, ...]:
    """Read the body of a witness's answer; MalformedError."""
    if len(data) > MAX_COSIGNATURES:
        raise MalformedError("base.too_large", limit=MAX_COSIGNATURES)
    try:
        return parse_signature_lines(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise MalformedError("base.not_utf8", position=error.start) from error


def cosigned_at(signed: SignedCheckpoint, witness: WitnessKeys) -> datetime:
    """Verify the cosignatures of a witness, one with each of its keys, and give the earlier of their times.

    RefusedError `log.signature_missing`, `log.signature_invalid`.
    """
    return min(_verified(signed, key) for key in witness.keys)


def add_cosignatures(
    signed: SignedCheckpoint, lines: Iterable[NoteSignature], witness: WitnessKeys
) -> SignedCheckpoint:
    """Add a witness's answer to a checkpoint. Lines of unknown keys are dropped; both known ones must verify.

    RefusedError `log.signature_missing`, `log.signature_invalid`.
    """
    known = {(key.name, key.key_id) for key in witness.keys}
    note = with_signatures(signed.note, (line for line in lines if (line.name, line.key_id) in known))
    added = SignedCheckpoint(checkpoint=signed.checkpoint, note=note, signed_at=signed.signed_at)
    cosigned_at(added, witness)
    return added


def _verified(signed: SignedCheckpoint, key: VerifierKey) -> datetime:
    signature = signed.note.signature_of(key)
    moment = verify_line(key, signature, signed.checkpoint) if signature else None
    if moment is None:
        raise RefusedError("log.signature_missing", name=key.name)
    return moment
