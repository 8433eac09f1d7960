# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The header of an age v1 file (c2sp.org/age): version line, one stanza per recipient, MAC.

    age-encryption.org/v1
    -> mlkem768x25519 <encapsulated key>
    <wrapped file key, base64 in lines of 64>
    --- <MAC>

The header is small, is read in constant memory and has one spelling: what `print_header` would not write is refused.
"""

import base64
import binascii
import hmac
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from longbien.core.base.errors import MalformedError, RefusedError

FILE_KEY_BYTES: Final = 16
MAX_HEADER_BYTES: Final = 256 * 1024
"""Room for about 150 hybrid recipients."""

_MAX_LINE: Final = 8192
_COLUMNS: Final = 64
_VERSION: Final = b"age-encryption.org/v1\n"
_ARGUMENTS: Final = re.compile(rb"-> ([!-~]+(?: [!-~]+)*)\n")
_BODY_LINE: Final = re.compile(rb"([A-Za-z0-9+/]{0,64})\n")
_END: Final = re.compile(rb"--- ([A-Za-z0-9+/]{43})\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stanza:
    """One recipient's way to the file key: a type, its arguments and a body."""

    kind: str
    arguments: tuple[str, ...] = ()
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A header as it stands in a file; its MAC is checked only once the file key is known."""

    stanzas: tuple[Stanza, ...]
    mac: bytes

    @property
    def kinds(self) -> frozenset[str]:
        """Give the kinds of all stanzas."""
        return frozenset(stanza.kind for stanza in self.stanzas)


def parse_header(data: bytes) -> Header:
    """Read bytes that are a header and nothing more."""
    source = io.BytesIO(data)
    header = read_header(source)
    if source.tell() != len(data):
        raise MalformedError("sealing.age_header", line=len(header.stanzas) + 2)
    return header


def read_header(source: BinaryIO) -> Header:
    """Read a header and leave `source` at the payload's first byte; MalformedError `sealing.age_header` with its line."""
    lines = _Lines(source)
    if lines.take() != _VERSION:
        raise MalformedError("sealing.age_version")
    stanzas: list[Stanza] = []
    line = lines.take()
    while not line.startswith(b"---"):
        match = _ARGUMENTS.fullmatch(line)
        if match is None:
            raise lines.refusal()
        kind, *arguments = match[1].decode("ascii").split(" ")
        stanzas.append(Stanza(kind=kind, arguments=tuple(arguments), body=_body(lines)))
        line = lines.take()
    end = _END.fullmatch(line)
    if end is None or not stanzas:
        raise lines.refusal()
    try:
        return Header(stanzas=tuple(stanzas), mac=decode_base64(end[1].decode("ascii")))
    except MalformedError as error:
        raise lines.refusal() from error


def print_header(header: Header) -> bytes:
    """Write a header."""
    return _print_stanzas(header.stanzas) + b" " + encode_base64(header.mac).encode("ascii") + b"\n"


def seal_header(file_key: bytes, stanzas: Sequence[Stanza]) -> Header:
    """Put stanzas that wrap `file_key` under its MAC."""
    return Header(stanzas=tuple(stanzas), mac=_mac(file_key, stanzas))


def check_mac(header: Header, file_key: bytes) -> None:
    """Refuse a header that was not made by somebody who knew the file key (RefusedError `sealing.age_mac`)."""
    if not hmac.compare_digest(header.mac, _mac(file_key, header.stanzas)):
        raise RefusedError("sealing.age_mac")


def encode_base64(data: bytes) -> str:
    """Write base64 without padding, as age does."""
    return base64.b64encode(data).decode("ascii").rstrip("=")


def decode_base64(text: str, *, length: int | None = None) -> bytes:
    """Read base64 without padding in its one spelling; `length` counts bytes."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError) as error:
        raise MalformedError("sealing.age_base64") from error
    if encode_base64(data) != text or (length is not None and len(data) != length):
        raise MalformedError("sealing.age_base64")
    return data


class _Lines:
    """The header's lines, each with its line feed, within the bounds on line and header."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._room = MAX_HEADER_BYTES
        self.number = 0

    def take(self) -> bytes:
        self.number += 1
        line = self._source.readline(min(_MAX_LINE, self._room))
        self._room -= len(line)
        if not line.endswith(b"\n"):
            raise self.refusal()
        return line

    def refusal(self) -> MalformedError:
        return MalformedError("sealing.age_header", line=self.number)


def _body(lines: _Lines) -> bytes:
    """Read base64 lines up to the first one shorter than 64 columns, which may be empty."""
    text: list[str] = []
    while True:
        match = _BODY_LINE.fullmatch(lines.take())
        if match is None:
            raise lines.refusal()
        text.append(match[1].decode("ascii"))
        if len(match[1]) < _COLUMNS:
            break
    try:
        return decode_base64("".join(text))
    except MalformedError as error:
        raise lines.refusal() from error


def _print_stanzas(stanzas: Sequence[Stanza]) -> bytes:
    written = bytearray(_VERSION)
    for stanza in stanzas:
        written += " ".join(["->", stanza.kind, *stanza.arguments]).encode("ascii") + b"\n"
        text = encode_base64(stanza.body).encode("ascii")
        for start in range(
            0, len(text) + 1, _COLUMNS
        ):  # a last line that is full is followed by an empty one
            written += text[start : start + _COLUMNS] + b"\n"
    return bytes(written + b"---")


def _mac(file_key: bytes, stanzas: Sequence[Stanza]) -> bytes:
    if len(file_key) != FILE_KEY_BYTES:
        raise MalformedError("sealing.key_length", expected=FILE_KEY_BYTES, found=len(file_key))
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"header").derive(file_key)
    return hmac.digest(key, _print_stanzas(stanzas), "sha256")
