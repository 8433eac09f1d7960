# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checkpoints as signed notes, and cosignatures on them (c2sp.org: signed-note, tlog-checkpoint, tlog-cosignature).

Three types of signature: 0x01 (Ed25519 by the log), 0x04 (Ed25519 by a witness, with a time) and 0x06 (ML-DSA-44,
with a time, by a log or a witness). Unknown keys are ignored; a known key whose signature is wrong is a flaw.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, NamedTuple

from longbien.core.evidence.verifier.fields import read_base64
from longbien.core.evidence.verifier.flaws import FlawError

if TYPE_CHECKING:
    from typing import Final

    from longbien.core.evidence.verifier.primitives import Primitives

MAX_NOTE: Final = 2**20
_MAX_SIGNATURES: Final = 200
_LOG_ED25519: Final = 1
_WITNESS_ED25519: Final = 4
_ML_DSA_44: Final = 6
_KEY_BYTES: Final = {_LOG_ED25519: 32, _WITNESS_ED25519: 32, _ML_DSA_44: 1312}
_DECIMAL: Final = re.compile("0|[1-9][0-9]{0,18}")
_KEY_NAME: Final = re.compile(r"[^\s+]+")


class NoteKey(NamedTuple):
    """A verifier key (vkey): name, type of signature, public key."""

    name: str
    kind: int
    public: bytes
    id: bytes


class NoteSignature(NamedTuple):
    """One signature line."""

    name: str
    id: bytes
    blob: bytes


class Checkpoint(NamedTuple):
    """A tree head that a log signed, with everybody's signatures, not yet verified."""

    origin: str
    size: int
    root: bytes
    body: bytes
    signatures: tuple[NoteSignature, ...]


def read_vkey(text: str) -> NoteKey:
    """Read a verifier key; FlawError if its parts do not fit together or its type is unknown."""
    parts = text.split("+", 2)
    if len(parts) != 3 or not _is_key_name(parts[0]):
        raise FlawError("note.vkey", "a verifier key is malformed")
    material = read_base64(parts[2], "a verifier key")
    identity = hashlib.sha256(parts[0].encode("utf-8") + b"\n" + material).digest()[:4]
    if not material or _KEY_BYTES.get(material[0]) != len(material) - 1 or identity.hex() != parts[1]:
        raise FlawError("note.vkey", "a verifier key is malformed or of an unknown type")
    return NoteKey(parts[0], material[0], material[1:], identity)


def read_checkpoint(data: bytes) -> Checkpoint:
    """Read a checkpoint without extension lines; FlawError `note.malformed` for anything else."""
    flaw = FlawError("note.malformed", "its checkpoint is malformed")
    body, blank, lines = data.rpartition(b"\n\n")
    if len(data) > MAX_NOTE or not blank or not lines.endswith(b"\n"):
        raise flaw
    try:
        origin, size, root, rest = (body + b"\n").decode("utf-8").split("\n", 3)
        signature_lines = lines.decode("utf-8")[:-1].split("\n")
    except ValueError:
        raise flaw from None
    if rest or not origin or not origin.isprintable() or len(origin.encode("utf-8")) > 255:
        raise flaw
    if not _DECIMAL.fullmatch(size) or len(signature_lines) > _MAX_SIGNATURES:
        raise flaw
    root_hash = read_base64(root, "the root in its checkpoint")
    if len(root_hash) != 32:
        raise flaw
    signatures = tuple(_read_signature(line) for line in signature_lines)
    return Checkpoint(origin, int(size), root_hash, body + b"\n", signatures)


def _is_key_name(text: str) -> bool:
    return _KEY_NAME.fullmatch(text) is not None and text.isprintable() and len(text.encode("utf-8")) <= 255


def _read_signature(line: str) -> NoteSignature:
    parts = line.split(" ")
    if len(parts) != 3 or parts[0] != "\u2014" or not _is_key_name(parts[1]):
        raise FlawError("note.malformed", "a signature line of its checkpoint is malformed")
    blob = read_base64(parts[2], "a signature of its checkpoint")
    if len(blob) < 5:
        raise FlawError("note.malformed", "a signature line of its checkpoint is malformed")
    return NoteSignature(parts[1], blob[:4], blob[4:])


def note_signature_time(checkpoint: Checkpoint, key: NoteKey, primitives: Primitives) -> int | None:
    """Verify the signature by `key`: its POSIX time (0 where it states none), or None where there is none by that key.

    FlawError `note.signature` if there is one and it is wrong.
    """
    found = [item for item in checkpoint.signatures if (item.name, item.id) == (key.name, key.id)]
    if not found:
        return None
    times = [_verified_time(checkpoint, key, item.blob, primitives) for item in found]
    if None in times:
        raise FlawError("note.signature", f"the signature of {key.name} on the checkpoint is not valid")
    return max(time for time in times if time is not None)


def _verified_time(checkpoint: Checkpoint, key: NoteKey, blob: bytes, primitives: Primitives) -> int | None:
    if key.kind == _LOG_ED25519:
        return 0 if primitives.ed25519(key.public, checkpoint.body, blob) else None
    time, signature = int.from_bytes(blob[:8], "big"), blob[8:]
    if time >= 2**63:
        return None
    if key.kind == _WITNESS_ED25519:
        message = b"cosignature/v1\ntime %d\n%b" % (time, checkpoint.body)
        return time if primitives.ed25519(key.public, message, signature) else None
    message = cosigned_message(key.name, time, checkpoint)
    return time if primitives.ml_dsa_44(key.public, message, signature) else None


def cosigned_message(name: str, time: int, checkpoint: Checkpoint) -> bytes:
    """Give what an ML-DSA-44 (co)signature signs: the struct `cosigned_message` of c2sp.org/tlog-cosignature."""
    cosigner, origin = name.encode("utf-8"), checkpoint.origin.encode("utf-8")
    parts = (
        b"subtree/v1\n\x00",
        bytes((len(cosigner),)) + cosigner,
        time.to_bytes(8, "big"),
        bytes((len(origin),)) + origin,
        (0).to_bytes(8, "big"),
        checkpoint.size.to_bytes(8, "big"),
        checkpoint.root,
    )
    return b"".join(parts)
