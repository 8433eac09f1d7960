# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The payload of an age v1 file (c2sp.org/age): a 16-byte nonce, then STREAM chunks of ChaCha20-Poly1305.

Each chunk holds 65,536 plaintext bytes and a 16-byte tag; the last one may be shorter, and is empty only if everything is.
A chunk's nonce is its number and whether it is the last, so that chunks can be opened in any order but neither
swapped, dropped nor added.
"""

from collections.abc import Iterator
from typing import BinaryIO, Final, TypeAlias

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from longbien.core.base.errors import MalformedError

NONCE_BYTES: Final = 16
CHUNK_BYTES: Final = 65_536
TAG_BYTES: Final = 16
SEALED_CHUNK_BYTES: Final = CHUNK_BYTES + TAG_BYTES

Bytes: TypeAlias = "bytes | bytearray | memoryview"


def payload_length(plaintext_length: int) -> int:
    """Compute the payload's length, nonce included, in bytes."""
    return NONCE_BYTES + plaintext_length + TAG_BYTES * chunk_count(plaintext_length)


def chunk_count(plaintext_length: int) -> int:
    """Count the chunks of a plaintext: at least one."""
    return max(1, -(-plaintext_length // CHUNK_BYTES))


def plaintext_length(payload_length: int) -> int:
    """Compute the plaintext's length from the payload's; MalformedError if no payload is so long."""
    sealed = payload_length - NONCE_BYTES
    whole, rest = divmod(sealed, SEALED_CHUNK_BYTES)
    if sealed < TAG_BYTES or 0 < rest < TAG_BYTES or (rest == TAG_BYTES and whole):
        raise MalformedError("sealing.age_length", length=payload_length)
    return whole * CHUNK_BYTES + max(0, rest - TAG_BYTES)


class ChunkCipher:
    """Seals and opens the chunks of one payload, in any order. The library releases the interpreter's lock for chunks above some KiB."""

    __slots__ = ("_cipher",)

    def __init__(self, file_key: bytes, nonce: bytes) -> None:
        """Derive the payload key; `nonce` is the payload's first 16 bytes and must never serve twice for one file key."""
        if len(nonce) != NONCE_BYTES:
            raise MalformedError("sealing.age_truncated")
        key = HKDF(algorithm=SHA256(), length=32, salt=nonce, info=b"payload").derive(file_key)
        self._cipher = ChaCha20Poly1305(key)

    def seal(self, index: int, plaintext: Bytes, *, last: bool) -> bytes:
        """Seal chunk `index`."""
        return self._cipher.encrypt(_chunk_nonce(index, last=last), plaintext, None)

    def seal_run(self, first: int, plaintext: memoryview, sealed: memoryview, *, final: int | None) -> int:
        """Seal the chunks from `first` on that make up `plaintext` (at least one), one after the other, into `sealed`.

        Only the last of them may be short. `final` is the number of the stream's last chunk, if it is known. Give the bytes written.
        """
        seal_one = self._cipher.encrypt_into
        size, end = len(plaintext), 0
        for chunk in range(first, first + chunk_count(size)):
            start = (chunk - first) * CHUNK_BYTES
            begin, end = end, end + min(CHUNK_BYTES, size - start) + TAG_BYTES
            nonce = (chunk << 8 | (chunk == final)).to_bytes(12, "big")
            seal_one(nonce, plaintext[start : start + CHUNK_BYTES], None, sealed[begin:end])
        return end

    def open_run(self, first: int, sealed: memoryview, plaintext: memoryview, *, final: int | None) -> None:
        """Open the chunks from `first` on that make up `sealed` into `plaintext`; MalformedError names the first bad one."""
        open_one = self._cipher.decrypt_into
        chunk, size = first, len(sealed)
        try:
            for chunk in range(first, first + max(1, -(-size // SEALED_CHUNK_BYTES))):
                begin, start = (chunk - first) * SEALED_CHUNK_BYTES, (chunk - first) * CHUNK_BYTES
                nonce = (chunk << 8 | (chunk == final)).to_bytes(12, "big")
                piece = sealed[begin : begin + SEALED_CHUNK_BYTES]
                open_one(nonce, piece, None, plaintext[start : start + len(piece) - TAG_BYTES])
        except InvalidTag as error:
            raise MalformedError("sealing.age_chunk", chunk=chunk) from error

    def open(self, index: int, sealed: Bytes, *, last: bool) -> bytes:
        """Open chunk `index`; MalformedError `sealing.age_chunk` names it."""
        if not TAG_BYTES <= len(sealed) <= SEALED_CHUNK_BYTES or (len(sealed) == TAG_BYTES and index):
            raise MalformedError("sealing.age_chunk", chunk=index)
        try:
            return self._cipher.decrypt(_chunk_nonce(index, last=last), sealed, None)
        except InvalidTag as error:
            raise MalformedError("sealing.age_chunk", chunk=index) from error


def encrypt_payload(file_key: bytes, nonce: bytes, plaintext: bytes) -> bytes:
    """Seal a small plaintext in memory: the nonce and all chunks."""
    payload = bytearray(payload_length(len(plaintext)))
    payload[:NONCE_BYTES] = nonce
    final = chunk_count(len(plaintext)) - 1
    sealed = memoryview(payload)[NONCE_BYTES:]
    ChunkCipher(file_key, nonce).seal_run(0, memoryview(plaintext), sealed, final=final)
    return bytes(payload)


def decrypt_payload(file_key: bytes, payload: bytes) -> bytes:
    """Open a small payload in memory."""
    if len(payload) < NONCE_BYTES:
        raise MalformedError("sealing.age_truncated")
    cipher = ChunkCipher(file_key, payload[:NONCE_BYTES])
    length = plaintext_length(len(payload))
    plaintext = bytearray(length)
    sealed = memoryview(payload)[NONCE_BYTES:]
    cipher.open_run(0, sealed, memoryview(plaintext), final=chunk_count(length) - 1)
    return bytes(plaintext)


def decrypt_chunks(file_key: bytes, source: BinaryIO) -> Iterator[bytes]:
    """Open a payload of unknown length chunk by chunk; a payload that was cut ends in an error, never in silence."""
    cipher = ChunkCipher(file_key, _read(source, NONCE_BYTES))
    index, sealed = 0, _read(source, SEALED_CHUNK_BYTES)
    while True:
        following = _read(source, SEALED_CHUNK_BYTES) if len(sealed) == SEALED_CHUNK_BYTES else b""
        yield cipher.open(index, sealed, last=not following)
        if not following:
            return
        index, sealed = index + 1, following


class PayloadReader:
    """A payload of known length, read from any place. Its last chunk is opened first, so the length is certain."""

    def __init__(self, file_key: bytes, source: BinaryIO, *, start: int, length: int) -> None:
        """Take the `length` payload bytes of a seekable `source` from byte `start` on."""
        self._source = source
        self._start = start + NONCE_BYTES
        self.length = plaintext_length(length)
        self._last = chunk_count(self.length) - 1
        source.seek(start)
        self._cipher = ChunkCipher(file_key, _read(source, NONCE_BYTES))
        self._held: tuple[int, bytes] = (self._last, self._open(self._last))

    def read(self, offset: int, length: int) -> bytes:
        """Give the plaintext from `offset` on: `length` bytes, or fewer at the end."""
        end = min(self.length, offset + length)
        parts: list[bytes] = []
        while offset < end:
            index, skip = divmod(offset, CHUNK_BYTES)
            if self._held[0] != index:
                self._held = (index, self._open(index))
            part = self._held[1][skip : skip + end - offset]
            parts.append(part)
            offset += len(part)
        return b"".join(parts)

    def _open(self, index: int) -> bytes:
        self._source.seek(self._start + index * SEALED_CHUNK_BYTES)
        plain = min(CHUNK_BYTES, self.length - index * CHUNK_BYTES)
        return self._cipher.open(index, _read(self._source, plain + TAG_BYTES), last=index == self._last)


def _chunk_nonce(index: int, *, last: bool) -> bytes:
    return index.to_bytes(11, "big") + (b"\x01" if last else b"\x00")


def _read(source: BinaryIO, length: int) -> bytes:
    """Read up to `length` bytes, whatever pieces the source gives them in."""
    parts: list[bytes] = []
    while length and (part := source.read(length)):
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
