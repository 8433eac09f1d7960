# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Signed notes: a text and the signatures under it (c2sp.org/signed-note), read strictly, and the keys that verify them.

    text, ending in a newline
    (empty line)
    — key name, space, base64(key id, 4 bytes || signature)

A note means nothing until a trusted key verified it (`checkpoint`, `cosign`). Here is only its form.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from types import MappingProxyType
from typing import Final

from longbien.core.base.errors import MalformedError
from longbien.core.log.lines import decode_base64
from longbien.core.sealing.keys import PublicKey
from longbien.core.sealing.suites import Algorithm, KeyUse

MAX_NOTE: Final = 512 * 1024
"""The largest note that is read, in bytes: room for `MAX_SIGNATURES` of the longest kind."""
MAX_SIGNATURES: Final = 64
"""How many signatures a note may carry (c2sp.org/signed-note: at least 16)."""
MAX_NAME: Final = 255
"""The longest key name in bytes (the ML-DSA message of c2sp.org/tlog-cosignature holds no longer one)."""

_CONTROL: Final = re.compile("[\x00-\x09\x0b-\x1f]")
_LINE: Final = re.compile("\u2014 ([^ \n]+) ([A-Za-z0-9+/]+={0,2})")
_NOT_IN_NAME: Final = re.compile(r"[\s+]")
_VKEY: Final = re.compile(r"([^\n]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})")
_ID_SIZE: Final = 4


class SignatureType(IntEnum):
    """The signature types used here; their bytes are assigned by c2sp.org/signed-note."""

    ED25519 = 0x01
    ED25519_COSIGNATURE = 0x04
    ML_DSA_44 = 0x06


_TYPES: Final[Mapping[tuple[KeyUse, Algorithm], SignatureType]] = MappingProxyType(
    {
        (KeyUse.LOG, Algorithm.ED25519): SignatureType.ED25519,
        (KeyUse.LOG, Algorithm.ML_DSA_44): SignatureType.ML_DSA_44,
        (KeyUse.WITNESS, Algorithm.ED25519): SignatureType.ED25519_COSIGNATURE,
        (KeyUse.WITNESS, Algorithm.ML_DSA_44): SignatureType.ML_DSA_44,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSignature:
    """One signature line: who is said to have signed, and the bytes behind the key id."""

    name: str
    key_id: bytes
    value: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note as it was read; nothing is verified. `text` ends in a newline."""

    text: str
    signatures: tuple[NoteSignature, ...]

    def signature_of(self, key: "VerifierKey") -> NoteSignature | None:
        """Find the signature line of a key, by name and key id."""
        for signature in self.signatures:
            if (signature.name, signature.key_id) == (key.name, key.key_id):
                return signature
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifierKey:
    """A public key under the name with which it signs notes. The signature's type follows from use and algorithm."""

    name: str
    public: PublicKey
    type: SignatureType = field(init=False)
    key_id: bytes = field(init=False)

    def __post_init__(self) -> None:
        """Check the name, and compute type and key id; MalformedError `log.vkey_malformed`."""
        kind = _TYPES.get((self.public.use, self.public.algorithm))
        if kind is None:
            raise MalformedError("log.vkey_malformed")
        check_name(self.name)
        object.__setattr__(self, "type", kind)
        object.__setattr__(self, "key_id", key_id_of(self.name, kind, self.public.raw))


def check_name(name: str) -> None:
    """Check a key name: not empty, no white space, no plus, no control character; MalformedError `log.name_malformed`."""
    if (
        not name
        or len(name.encode("utf-8", "replace")) > MAX_NAME
        or _NOT_IN_NAME.search(name)
        or not name.isprintable()
    ):
        raise MalformedError("log.name_malformed", name=name[:80])


def key_id_of(name: str, kind: SignatureType, raw: bytes) -> bytes:
    """Compute a key id: the first 4 bytes of SHA-256(name || newline || type || public key)."""
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + raw).digest()[:_ID_SIZE]


def print_vkey(key: VerifierKey) -> str:
    """Write a verifier key: `name+key id+base64(type || public key)`."""
    material = base64.b64encode(bytes([key.type]) + key.public.raw).decode("ascii")
    return f"{key.name}+{key.key_id.hex()}+{material}"


def parse_vkey(text: str, use: KeyUse) -> VerifierKey:
    """Read a verifier key for a log or a witness; MalformedError `log.vkey_malformed`, also for a key id that does not fit."""
    match = _VKEY.fullmatch(text)
    if match is None:
        raise MalformedError("log.vkey_malformed")
    material = decode_base64(match[3], "log.vkey_malformed")
    for (known_use, algorithm), kind in _TYPES.items():
        if known_use is use and material[:1] == bytes([kind]):
            key = VerifierKey(name=match[1], public=PublicKey(use=use, algorithm=algorithm, raw=material[1:]))
            if key.key_id.hex() != match[2]:
                break
            return key
    raise MalformedError("log.vkey_malformed")


def parse_note(data: bytes) -> Note:
    """Read a note of bounded size; MalformedError `log.note_malformed`, or `log.signature_malformed` for a bad signature line."""
    if len(data) > MAX_NOTE:
        raise MalformedError("base.too_large", limit=MAX_NOTE)
    try:
        whole = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise MalformedError("base.not_utf8", position=error.start) from error
    text, gap, lines = whole.rpartition("\n\n")
    if not gap or _CONTROL.search(whole):
        raise MalformedError("log.note_malformed")
    return Note(text=text + "\n", signatures=parse_signature_lines(lines))


def print_note(note: Note) -> bytes:
    """Write a note. What `parse_note` read is written with the same bytes."""
    return f"{note.text}\n{print_signature_lines(note.signatures)}".encode()


def parse_signature_lines(text: str) -> tuple[NoteSignature, ...]:
    """Read one or more signature lines; MalformedError `log.signature_malformed`, also when one key signs twice."""
    lines = text.split("\n", MAX_SIGNATURES + 1)
    if lines.pop() or not 1 <= len(lines) <= MAX_SIGNATURES:
        raise MalformedError("log.signature_malformed")
    found = tuple(_parse_line(line) for line in lines)
    if len({(signature.name, signature.key_id) for signature in found}) != len(found):
        raise MalformedError("log.signature_malformed")
    return found


def print_signature_lines(signatures: Iterable[NoteSignature]) -> str:
    """Write signature lines, each ending in a newline."""
    return "".join(
        f"\u2014 {one.name} {base64.b64encode(one.key_id + one.value).decode('ascii')}\n"
        for one in signatures
    )


def with_signatures(note: Note, more: Iterable[NoteSignature]) -> Note:
    """Add signatures to a note; a later signature of the same key takes the earlier one's place."""
    by_key = {(one.name, one.key_id): one for one in (*note.signatures, *more)}
    return Note(text=note.text, signatures=tuple(by_key.values()))


def _parse_line(line: str) -> NoteSignature:
    match = _LINE.fullmatch(line)
    if match is None:
        raise MalformedError("log.signature_malformed")
    try:
        check_name(match[1])
    except MalformedError as error:
        raise MalformedError("log.signature_malformed") from error
    value = decode_base64(match[2], "log.signature_malformed")
    if len(value) <= _ID_SIZE:
        raise MalformedError("log.signature_malformed")
    return NoteSignature(name=match[1], key_id=value[:_ID_SIZE], value=value[_ID_SIZE:])
