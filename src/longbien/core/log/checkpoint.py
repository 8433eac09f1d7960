# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checkpoints: the log's state in three lines, signed by the log with Ed25519 and ML-DSA-44 (c2sp.org/tlog-checkpoint).

    origin
    size
    base64(root)

Both signatures are required: Go's tools of today check the first, the second stays good when a quantum computer breaks the first.
"""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final, Protocol

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.log.lines import decode_base64
from longbien.core.log.merkle import EMPTY_ROOT, HASH_SIZE, MAX_SIZE
from longbien.core.log.note import (
    MAX_NAME,
    Note,
    NoteSignature,
    SignatureType,
    VerifierKey,
    parse_note,
    print_note,
)
from longbien.core.sealing.keys import PublicKey
from longbien.core.sealing.suites import Algorithm, KeyUse

_BODY: Final = re.compile(r"([^\n]+)\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/]{43}=)\n")
_TIME_SIZE: Final = 8
_END_OF_TIME: Final = 253_402_300_800
"""The year 10000 in POSIX seconds: later moments cannot be written."""
_SUBTREE_LABEL: Final = b"subtree/v1\n\0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """The state of the log `origin`: how many leaves, and their root."""

    origin: str
    size: int
    root: bytes

    def __post_init__(self) -> None:
        """Check what can be written; MalformedError `log.checkpoint_malformed`."""
        fits = 0 <= self.size <= MAX_SIZE and len(self.root) == HASH_SIZE
        if not fits or not self.origin or "\n" in self.origin or len(self.origin.encode()) > MAX_NAME:
            raise MalformedError("log.checkpoint_malformed")
        if self.size == 0 and self.root != EMPTY_ROOT:
            raise RefusedError("log.empty_root_wrong")

    @property
    def text(self) -> str:
        """The note text: the three lines."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode('ascii')}\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedCheckpoint:
    """A checkpoint with its note. `signed_at` is the log's own word on when it signed (to the second)."""

    checkpoint: Checkpoint
    note: Note = field(repr=False)
    signed_at: datetime | None = None

    @property
    def data(self) -> bytes:
        """The note's bytes."""
        return print_note(self.note)


class SigningKey(Protocol):
    """A key that signs: `sealing.keys.KeyPair`, or a key in a device."""

    @property
    def public(self) -> PublicKey:
        """The public half."""

    def sign(self, message: bytes, /) -> bytes:
        """Sign bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogKeys:
    """The keys of one log, every one of which must have signed a checkpoint."""

    origin: str
    keys: tuple[VerifierKey, ...]

    def __post_init__(self) -> None:
        """Refuse a log without keys and a key of a witness; RefusedError `log.keys_wrong`."""
        if not self.keys or any(key.public.use is not KeyUse.LOG for key in self.keys):
            raise RefusedError("log.keys_wrong", origin=self.origin[:80])


@dataclass(frozen=True, slots=True, kw_only=True)
class LogSigner:
    """What signs the checkpoints of one log: its Ed25519 and its ML-DSA-44 key, both named like the origin."""

    origin: str
    ed25519: SigningKey
    ml_dsa_44: SigningKey
    keys: LogKeys = field(init=False)

    def __post_init__(self) -> None:
        """Check algorithms and uses; RefusedError `log.keys_wrong`."""
        object.__setattr__(self, "keys", log_keys(self.origin, (self.ed25519.public, self.ml_dsa_44.public)))

    def sign(self, checkpoint: Checkpoint, at: datetime) -> SignedCheckpoint:
        """Sign a checkpoint of this log at the moment `at`; RefusedError `log.origin_wrong` for another log's."""
        if checkpoint.origin != self.origin:
            raise RefusedError("log.origin_wrong", origin=checkpoint.origin[:80])
        pairs = zip(self.keys.keys, (self.ed25519, self.ml_dsa_44), strict=True)
        lines = tuple(sign_line(key, pair, checkpoint, at) for key, pair in pairs)
        return SignedCheckpoint(
            checkpoint=checkpoint,
            note=Note(text=checkpoint.text, signatures=lines),
            signed_at=at.astimezone(UTC).replace(microsecond=0),
        )


def log_keys(origin: str, publics: Sequence[PublicKey]) -> LogKeys:
    """Put a log's two keys (Ed25519, ML-DSA-44, of use `log`) under its origin; RefusedError `log.keys_wrong`."""
    if tuple(public.algorithm for public in publics) != (Algorithm.ED25519, Algorithm.ML_DSA_44):
        raise RefusedError("log.keys_wrong", origin=origin[:80])
    if any(public.use is not KeyUse.LOG for public in publics):
        raise RefusedError("log.keys_wrong", origin=origin[:80])
    return LogKeys(origin=origin, keys=tuple(VerifierKey(name=origin, public=public) for public in publics))


def parse_checkpoint(text: str) -> Checkpoint:
    """Read a checkpoint's text; MalformedError `log.checkpoint_malformed`, also for extension lines, which are never used here."""
    match = _BODY.fullmatch(text)
    if match is None or int(match[2]) > MAX_SIZE:
        raise MalformedError("log.checkpoint_malformed")
    root = decode_base64(match[3], "log.checkpoint_malformed")
    return Checkpoint(origin=match[1], size=int(match[2]), root=root)


def read_checkpoint(data: bytes) -> SignedCheckpoint:
    """Read a checkpoint with its signatures. Nothing is verified: for that, `open_checkpoint`."""
    note = parse_note(data)
    return SignedCheckpoint(checkpoint=parse_checkpoint(note.text), note=note)


def open_checkpoint(data: bytes, keys: LogKeys) -> SignedCheckpoint:
    """Read a checkpoint of the log whose keys these are, and verify the signature of each.

    RefusedError `log.origin_wrong`, `log.signature_missing`, `log.signature_invalid`.
    """
    return verify_checkpoint(read_checkpoint(data), keys)


def verify_checkpoint(signed: SignedCheckpoint, keys: LogKeys) -> SignedCheckpoint:
    """Verify a checkpoint that was read, as `open_checkpoint` does; gives it with the moment of signing."""
    checkpoint, note = signed.checkpoint, signed.note
    if checkpoint.origin != keys.origin:
        raise RefusedError("log.origin_wrong", origin=checkpoint.origin[:80])
    moments: list[datetime] = []
    for key in keys.keys:
        signature = note.signature_of(key)
        if signature is None:
            raise RefusedError("log.signature_missing", name=key.name)
        moment = verify_line(key, signature, checkpoint)
        if moment is not None:
            moments.append(moment)
    return SignedCheckpoint(checkpoint=checkpoint, note=note, signed_at=min(moments, default=None))


def only_signed_by(signed: SignedCheckpoint, keys: LogKeys) -> SignedCheckpoint:
    """Leave out every signature line but those of the log: of a checkpoint so reduced there is one, with one digest."""
    lines = tuple(line for key in keys.keys if (line := signed.note.signature_of(key)) is not None)
    return SignedCheckpoint(
        checkpoint=signed.checkpoint,
        note=Note(text=signed.note.text, signatures=lines),
        signed_at=signed.signed_at,
    )


def sign_line(key: VerifierKey, pair: SigningKey, checkpoint: Checkpoint, at: datetime) -> NoteSignature:
    """Sign a checkpoint under the name of `key` with its private half; the time is in the line unless the type is 0x01."""
    seconds = int(at.timestamp())
    value = pair.sign(_message(key, checkpoint, seconds))
    if key.type is not SignatureType.ED25519:
        value = seconds.to_bytes(_TIME_SIZE, "big") + value
    return NoteSignature(name=key.name, key_id=key.key_id, value=value)


def verify_line(key: VerifierKey, signature: NoteSignature, checkpoint: Checkpoint) -> datetime | None:
    """Verify the signature of `key` on a checkpoint; give its time, if it carries one. RefusedError `log.signature_invalid`."""
    refused = RefusedError("log.signature_invalid", name=key.name)
    if key.type is SignatureType.ED25519:
        if not key.public.verifies(signature.value, _message(key, checkpoint, 0)):
            raise refused
        return None
    seconds = int.from_bytes(signature.value[:_TIME_SIZE], "big")
    if (
        not 0 < seconds < _END_OF_TIME
    ):  # zero would say nothing of when, and nothing of the tree being the largest seen
        raise refused
    if not key.public.verifies(signature.value[_TIME_SIZE:], _message(key, checkpoint, seconds)):
        raise refused
    return datetime.fromtimestamp(seconds, UTC)


def _message(key: VerifierKey, checkpoint: Checkpoint, seconds: int) -> bytes:
    """Build what is signed, as each signature type has it (c2sp.org/signed-note, c2sp.org/tlog-cosignature)."""
    match key.type:
        case SignatureType.ED25519:
            return checkpoint.text.encode()
        case SignatureType.ED25519_COSIGNATURE:
            return f"cosignature/v1\ntime {seconds}\n{checkpoint.text}".encode()
        case SignatureType.ML_DSA_44:
            name, origin = key.name.encode(), checkpoint.origin.encode()
            return b"".join(
                (
                    _SUBTREE_LABEL,
                    bytes([len(name)]) + name,
                    seconds.to_bytes(8, "big"),
                    bytes([len(origin)]) + origin,
                    (0).to_bytes(8, "big"),
                    checkpoint.size.to_bytes(8, "big"),
                    checkpoint.root,
                )
            )
