#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Check a court bundle of Long Biên: python3 verify.py BAG [--trust FILE] [--fingerprint PARTY=HEX]

Needs Python 3.9 or later and nothing else: no package, no network, no node. Use your own copy, whose SHA-256 is published
with each release; the copy inside a bundle came from whoever made the bundle.

Generated from the modules named below by tools/join_verifier.py; change those, not this file.
"""

from __future__ import annotations

import argparse
import base64
import binascii
import hashlib
import heapq
import json
import math
import os
import re
import stat
import sys
import time
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple


# ==================== flaws ====================
# What the verifier says when something does not hold.
#
# The verifier is joined into one file that must run without this package, so it has one exception of its own instead
# of the house's family, and plain English sentences of its own instead of `texts`.

MOMENT: Final = r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z"
"""A point in time as signed documents write it. Two such texts compare as the times do."""
PARTY: Final = r"[A-Z]{2}|X-[A-Z0-9]{2,16}"
"""A State or an organisation."""
HEX_32: Final = r"[0-9a-f]{32}"
"""An id: 16 bytes."""
HEX_64: Final = r"[0-9a-f]{64}"
"""A digest: 32 bytes."""


class FlawError(Exception):
    """Something that does not hold: a code for programs, a sentence for people, and which 1 MiB segment it is in."""

    def __init__(self, code: str, text: str, *, segment: int | None = None) -> None:
        """Keep the three; the file is added by whoever reads it."""
        super().__init__(text)
        self.code = code
        self.text = text
        self.segment = segment


def printable(text: str, limit: int = 200) -> str:
    """Make text from a bag safe for a terminal: control and direction characters are shown as escapes."""
    shown = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text[:limit])
    return shown + "…" if len(text) > limit else shown


# ==================== merkle ====================
# The SHA-256 hash tree of RFC 6962: roots, and inclusion proofs checked as in RFC 9162, section 2.1.3.2.

def leaf_hash(data: bytes) -> bytes:
    """Hash one leaf."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash one inner node."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def tree_root(leaves: Iterable[bytes]) -> bytes:
    """Give the root of the tree over leaf hashes, in memory that grows with its height only."""
    edge: list[bytes] = []
    for size, leaf in enumerate(leaves):
        node, below = leaf, size
        while below & 1:
            node, below = node_hash(edge.pop(), node), below >> 1
        edge.append(node)
    if not edge:
        return hashlib.sha256().digest()
    root = edge.pop()
    while edge:
        root = node_hash(edge.pop(), root)
    return root


def inclusion_root(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes | None:
    """Give the root that an inclusion proof leads to; None if a proof of this shape cannot be."""
    if not 0 <= index < size or any(len(sibling) != 32 for sibling in path):
        return None
    place, last, node = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return None
        if place & 1 or place == last:
            node = node_hash(sibling, node)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            node = node_hash(node, sibling)
        place, last = place >> 1, last >> 1
    return node if last == 0 else None


# ==================== ed25519 ====================
# Ed25519 verification (RFC 8032, 5.1.7) in plain Python: strict and without the cofactor.
#
# Strict: S below the group order, the public key in its one canonical encoding and not of small order (under such a
# key a signature says nothing), R compared byte by byte. A verifier handles no secret, so nothing here is constant-time.

_P: Final = 2**255 - 19
_ORDER: Final = 2**252 + 27742317777372353535851937790883648493
_D: Final = -121665 * pow(121666, _P - 2, _P) % _P
_ROOT_OF_MINUS_ONE: Final = pow(2, (_P - 1) // 4, _P)
_BASE_Y: Final = 4 * pow(5, _P - 2, _P) % _P
_SIGN_BIT: Final = 1 << 255
# y of the eight points whose order divides 8: order 1, 2, 4 and (two values) 8.
_TORSION_Y: Final = 2707385501144840649318225287225658788936804267575313519463743609750303402022
SMALL_ORDER_Y: Final = frozenset((1, _P - 1, 0, _TORSION_Y, _P - _TORSION_Y))
"""The y coordinates of all points of small order."""
_NEUTRAL: Final = (0, 1, 1, 0)


def ed25519_key_is_sound(public: bytes) -> bool:
    """Tell whether 32 bytes are a canonical encoding that is not one of small order (does not solve for x)."""
    y = int.from_bytes(public, "little") & (_SIGN_BIT - 1)
    return len(public) == 32 and y < _P and y not in SMALL_ORDER_Y


def ed25519_verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Verify one signature; False for anything that is not exactly right, whatever the lengths."""
    if len(signature) != 64 or not ed25519_key_is_sound(public):
        return False
    point = _decompress(public)
    scalar = int.from_bytes(signature[32:], "little")
    if point is None or scalar >= _ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + public + message).digest()
    challenge = int.from_bytes(digest, "little") % _ORDER
    x, y, z, t = point
    return _compress(_combine(scalar, challenge, (_P - x, y, z, _P - t))) == signature[:32]


def _decompress(data: bytes) -> Point | None:
    """Solve for x (RFC 8032, 5.1.3); None if there is no such point."""
    encoded = int.from_bytes(data, "little")
    sign, y = encoded >> 255, encoded & (_SIGN_BIT - 1)
    numerator, denominator = (y * y - 1) % _P, (_D * y * y + 1) % _P
    x = numerator * pow(denominator, 3, _P) * pow(numerator * pow(denominator, 7, _P), (_P - 5) // 8, _P) % _P
    if (denominator * x * x - numerator) % _P:
        x = x * _ROOT_OF_MINUS_ONE % _P
    if (denominator * x * x - numerator) % _P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = _P - x
    return x, y, 1, x * y % _P


def _compress(point: Point) -> bytes:
    x, y, z, _ = point
    inverse = pow(z, _P - 2, _P)
    return (y * inverse % _P | ((x * inverse % _P & 1) << 255)).to_bytes(32, "little")


def _add(left: Point, right: Point) -> Point:
    """Add two points in extended coordinates (RFC 8032, 5.1.4)."""
    a = (left[1] - left[0]) * (right[1] - right[0]) % _P
    b = (left[1] + left[0]) * (right[1] + right[0]) % _P
    c = 2 * left[3] * right[3] * _D % _P
    d = 2 * left[2] * right[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _double(point: Point) -> Point:
    a = point[0] * point[0] % _P
    b = point[1] * point[1] % _P
    h = a + b
    e = h - (point[0] + point[1]) ** 2
    g = a - b
    f = 2 * point[2] * point[2] % _P + g
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _combine(scalar: int, challenge: int, point: Point) -> Point:
    """Compute scalar times the base point plus challenge times `point`, bit by bit together."""
    table = (_NEUTRAL, _BASE, point, _add(_BASE, point))
    total: Point = _NEUTRAL
    for bit in range(max(scalar.bit_length(), challenge.bit_length()) - 1, -1, -1):
        total = _double(total)
        choice = (scalar >> bit & 1) | (challenge >> bit & 1) << 1
        if choice:
            total = _add(total, table[choice])
    return total


def _base_point() -> Point:
    point = _decompress(_BASE_Y.to_bytes(32, "little"))
    if point is None:
        raise AssertionError("the base point is on the curve")
    return point


_BASE: Final = _base_point()


# ==================== mldsa ====================
# ML-DSA-44 and ML-DSA-65 verification (FIPS 204, algorithms 3 and 8) in plain Python.
#
# Polynomials are lists of 256 integers modulo q. Numbers of algorithms and tables are those of FIPS 204.

_Q: Final = 8380417
_N: Final = 256
_DROPPED_BITS: Final = 13
_INVERSE_OF_N: Final = pow(_N, _Q - 2, _Q)


class MlDsaParameters(NamedTuple):
    """One column of FIPS 204, table 1: what a verifier needs."""

    rows: int
    columns: int
    challenge_bytes: int
    tau: int
    gamma1_bits: int
    gamma2: int
    beta: int
    omega: int


ML_DSA_44: Final = MlDsaParameters(4, 4, 32, 39, 17, (_Q - 1) // 88, 78, 80)
"""NIST security category 2: log checkpoints and cosignatures."""
ML_DSA_65: Final = MlDsaParameters(6, 5, 48, 49, 19, (_Q - 1) // 32, 196, 55)
"""NIST security category 3: acts."""


def mldsa_verify(
    parameters: MlDsaParameters, public: bytes, message: bytes, signature: bytes, context: bytes = b""
) -> bool:
    """Verify one signature (algorithm 3); False for anything that is not exactly right, whatever the lengths."""
    z_bytes = 32 * (parameters.gamma1_bits + 1)
    z_end = parameters.challenge_bytes + parameters.columns * z_bytes
    if len(public) != 32 + 320 * parameters.rows or len(context) > 255:
        return False
    if len(signature) != z_end + parameters.omega + parameters.rows:
        return False
    challenge = signature[: parameters.challenge_bytes]
    hints = _unpack_hints(parameters, signature[z_end:])
    z = [
        _unpack_z(parameters, signature[start : start + z_bytes])
        for start in range(parameters.challenge_bytes, z_end, z_bytes)
    ]
    bound = (1 << parameters.gamma1_bits) - parameters.beta
    if hints is None or any(abs(value) >= bound for polynomial in z for value in polynomial):
        return False
    framed = bytes((0, len(context))) + context + message
    key_hash = hashlib.shake_256(public).digest(64)
    representative = hashlib.shake_256(key_hash + framed).digest(64)
    commitment = _commitment(parameters, public, challenge, z, hints)
    again = hashlib.shake_256(representative + commitment).digest(parameters.challenge_bytes)
    return again == challenge


def _commitment(
    parameters: MlDsaParameters, public: bytes, challenge: bytes, z: list[Polynomial], hints: list[Polynomial]
) -> bytes:
    """Rebuild w1 and encode it (algorithm 8, lines 8 to 10; algorithm 28)."""
    matrix, thick = _expand_key(parameters, public)
    z_ntt = [_ntt(polynomial) for polynomial in z]
    c_ntt = _ntt(_sample_in_ball(parameters, challenge))
    width = 6 if parameters.gamma2 == ML_DSA_44.gamma2 else 4
    encoded = bytearray()
    for row, t1, hint in zip(matrix, thick, hints):
        total = [-c * t for c, t in zip(c_ntt, t1)]
        for a, factor in zip(row, z_ntt):
            total = [value + x * y for value, x, y in zip(total, a, factor)]
        high = [_use_hint(parameters.gamma2, h, r) for h, r in zip(hint, _inverse_ntt(total))]
        packed = sum(value << width * place for place, value in enumerate(high))
        encoded += packed.to_bytes(32 * width, "little")
    return bytes(encoded)


@lru_cache(maxsize=32)
def _expand_key(
    parameters: MlDsaParameters, public: bytes
) -> tuple[list[list[Polynomial]], list[Polynomial]]:
    """Expand the matrix A (algorithm 32) and t1, shifted and transformed (algorithm 23). Kept: keys come again."""
    seed = public[:32]
    matrix = [
        [_sample_ntt(seed + bytes((column, row))) for column in range(parameters.columns)]
        for row in range(parameters.rows)
    ]
    thick = []
    for start in range(32, len(public), 320):
        packed = int.from_bytes(public[start : start + 320], "little")
        thick.append(_ntt([(packed >> 10 * place & 1023) << _DROPPED_BITS for place in range(_N)]))
    return matrix, thick


def _sample_ntt(seed: bytes) -> Polynomial:
    """Draw a polynomial in the transformed domain (algorithm 30, with algorithm 14)."""
    length = 1008
    while True:
        stream = hashlib.shake_128(seed).digest(length)
        found = [
            value
            for place in range(0, length, 3)
            if (value := stream[place] | stream[place + 1] << 8 | (stream[place + 2] & 127) << 16) < _Q
        ]
        if len(found) >= _N:
            return found[:_N]
        length *= 2


def _sample_in_ball(parameters: MlDsaParameters, seed: bytes) -> Polynomial:
    """Draw the challenge: tau coefficients of 1 or -1, the others 0 (algorithm 29)."""
    length = 272
    while True:
        stream = hashlib.shake_256(seed).digest(length)
        signs = int.from_bytes(stream[:8], "little")
        polynomial = [0] * _N
        place, step = 8, _N - parameters.tau
        while step < _N and place < length:
            index = stream[place]
            place += 1
            if index <= step:
                polynomial[step] = polynomial[index]
                polynomial[index] = 1 - 2 * (signs & 1)
                signs >>= 1
                step += 1
        if step == _N:
            return polynomial
        length *= 2


def _unpack_z(parameters: MlDsaParameters, data: bytes) -> Polynomial:
    """Read coefficients of z (algorithm 19): centred, from -gamma1+1 to gamma1."""
    width = parameters.gamma1_bits + 1
    packed, mask, top = int.from_bytes(data, "little"), (1 << width) - 1, 1 << parameters.gamma1_bits
    return [top - (packed >> width * place & mask) for place in range(_N)]


def _unpack_hints(parameters: MlDsaParameters, data: bytes) -> list[Polynomial] | None:
    """Read the hints (algorithm 21); None unless they are in their one allowed form."""
    ends, start, hints = data[parameters.omega :], 0, []
    for end in ends:
        if end < start or end > parameters.omega:
            return None
        places = data[start:end]
        if any(left >= right for left, right in zip(places, places[1:])):
            return None
        polynomial = [0] * _N
        for place in places:
            polynomial[place] = 1
        hints.append(polynomial)
        start = end
    return None if any(data[start : parameters.omega]) else hints


def _use_hint(gamma2: int, hint: int, value: int) -> int:
    """Give the high bits of `value`, corrected by the hint (algorithms 36 and 40)."""
    steps = (_Q - 1) // (2 * gamma2)
    low = value % (2 * gamma2)
    if low > gamma2:
        low -= 2 * gamma2
    if value - low == _Q - 1:
        high, low = 0, low - 1
    else:
        high = (value - low) // (2 * gamma2)
    if not hint:
        return high
    return (high + 1) % steps if low > 0 else (high - 1) % steps


def _reversed_bits(value: int) -> int:
    return int(f"{value:08b}"[::-1], 2)


_ZETAS: Final = tuple(pow(1753, _reversed_bits(place), _Q) for place in range(_N))


def _ntt(polynomial: Polynomial) -> Polynomial:
    """Transform (algorithm 41)."""
    values = list(polynomial)
    turn, length = 0, 128
    while length:
        for start in range(0, _N, 2 * length):
            turn += 1
            zeta = _ZETAS[turn]
            for place in range(start, start + length):
                product = zeta * values[place + length] % _Q
                values[place + length] = values[place] - product
                values[place] += product
        length >>= 1
    return [value % _Q for value in values]


def _inverse_ntt(polynomial: Polynomial) -> Polynomial:
    """Transform back (algorithm 42)."""
    values = [value % _Q for value in polynomial]
    turn, length = _N, 1
    while length < _N:
        for start in range(0, _N, 2 * length):
            turn -= 1
            zeta = -_ZETAS[turn]
            for place in range(start, start + length):
                left, right = values[place], values[place + length]
                values[place] = left + right
                values[place + length] = zeta * (left - right) % _Q
        length <<= 1
    return [value * _INVERSE_OF_N % _Q for value in values]


# ==================== fields ====================
# Reading a JSON object field by field: each field has the type and form that its document promises, or it is a flaw.
#
# Fields that nobody asks for are left alone: later versions may add some, and what is signed is the bytes.

class Fields:
    """One JSON object under inspection. Each reader takes the field's name; FlawError `malformed` if it is not right."""

    def __init__(self, value: Json) -> None:
        """Take the value, which must be an object."""
        if not isinstance(value, dict):
            raise FlawError("malformed", "it is not a JSON object")
        self._value = value

    def _take(self, name: str, kind: type) -> Json:
        value = self._value.get(name)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise FlawError("malformed", f"its field {name} is missing or of the wrong type")
        return value

    def optional(self, name: str) -> Json:
        """Give a value of any type, or None."""
        return self._value.get(name)

    def text(self, name: str, pattern: str | None = None) -> str:
        """Read a text; all of it must match `pattern`."""
        value = self._take(name, str)
        if not isinstance(value, str) or (pattern is not None and not re.fullmatch(pattern, value)):
            raise FlawError("malformed", f"its field {name} has a form that is not allowed")
        return value

    def constant(self, name: str, *allowed: str) -> str:
        """Read a text that is one of those allowed, such as a version or a suite."""
        value = self.text(name)
        if value not in allowed:
            raise FlawError(
                "unknown_version", f"its field {name} has a value that this verifier does not know"
            )
        return value

    def integer(self, name: str) -> int:
        """Read an integer that is not negative."""
        value = self._take(name, int)
        if not isinstance(value, int) or value < 0:
            raise FlawError("malformed", f"its field {name} is negative")
        return value

    def boolean(self, name: str) -> bool:
        """Read true or false."""
        return bool(self._take(name, bool))

    def party(self, name: str) -> str:
        """Read the id of a State or an organisation."""
        return self.text(name, PARTY)

    def id(self, name: str) -> str:
        """Read 32 hexadecimal digits."""
        return self.text(name, HEX_32)

    def digest(self, name: str) -> str:
        """Read 64 hexadecimal digits."""
        return self.text(name, HEX_64)

    def digest_or_none(self, name: str) -> str:
        """Read 64 hexadecimal digits, or the empty text."""
        return self.text(name, HEX_64 + "|")

    def moment(self, name: str) -> str:
        """Read a point in time."""
        return self.text(name, MOMENT)

    def moment_or_none(self, name: str) -> str:
        """Read a point in time, or the empty text."""
        return self.text(name, "(?:" + MOMENT + ")|")

    def base64(self, name: str) -> bytes:
        """Read bytes in standard base64 with padding."""
        return read_base64(self.text(name), f"its field {name}")

    def fields(self, name: str) -> Fields:
        """Read an object."""
        return Fields(self._take(name, dict))

    def items(self, name: str) -> list[Json]:
        """Read a list."""
        value = self._take(name, list)
        return value if isinstance(value, list) else []

    def texts(self, name: str) -> list[str]:
        """Read a list of texts."""
        found = [item for item in self.items(name) if isinstance(item, str)]
        if len(found) != len(self.items(name)):
            raise FlawError("malformed", f"its field {name} is not a list of texts")
        return found

    def objects(self, name: str) -> list[Fields]:
        """Read a list of objects."""
        return [Fields(item) for item in self.items(name)]


def read_base64(text: str, what: str) -> bytes:
    """Read standard base64 with padding in its one spelling; `what` names it in the flaw."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error):
        data = b""
    if base64.b64encode(data).decode("ascii") != text:
        raise FlawError("malformed", f"{what} is not base64")
    return data


# ==================== folder ====================
# A folder on disk, read without trusting what lies in it: no links, no devices, no odd names, not too many files.
#
# The one module of the core that opens files itself: joined into `verify.py`, it has nobody to hand it open ones.

MAX_FILES: Final = 200_000
_MAX_FOLDERS: Final = 8
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,199}")
# Absent on some systems: there, the listing above has already refused links.
_OPEN_FLAGS: Final = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


class Folder:
    """The files below one folder, by relative path with `/`; FlawError `bag.…` for anything unsafe."""

    def __init__(self, path: str) -> None:
        """List the folder; nothing is opened yet."""
        self._path = path
        self.sizes: dict[str, int] = {}
        try:
            for name, size in self._walk("", 0):
                self.sizes[name] = size
                if len(self.sizes) > MAX_FILES:
                    raise FlawError("bag.too_many", f"it has more than {MAX_FILES} files")
        except OSError:
            raise FlawError("bag.unreadable", "the folder cannot be read") from None

    def _walk(self, prefix: str, depth: int) -> Iterator[tuple[str, int]]:
        with os.scandir(f"{self._path}/{prefix}") as found:
            for item in found:
                name = prefix + item.name
                if not _NAME.fullmatch(item.name) or depth > _MAX_FOLDERS:
                    raise FlawError("bag.name", f"{printable(name)} is a name that no bundle has")
                mode = item.stat(follow_symlinks=False).st_mode
                if stat.S_ISDIR(mode):
                    yield from self._walk(name + "/", depth + 1)
                elif stat.S_ISREG(mode):
                    yield name, item.stat(follow_symlinks=False).st_size
                else:
                    raise FlawError("bag.link", f"{name} is a link or a device, not a file")

    def open(self, name: str) -> BinaryIO:
        """Open a listed file for reading."""
        try:
            handle = os.open(f"{self._path}/{name}", _OPEN_FLAGS)
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                os.close(handle)
                raise FlawError("bag.link", f"{name} is a link or a device, not a file")
            return os.fdopen(handle, "rb")
        except OSError:
            raise FlawError("bag.unreadable", "it cannot be read") from None


# ==================== json_strict ====================
# JSON read strictly: only the bytes that RFC 8785 would write, so that one value has one form and one digest.

MAX_INTEGER: Final = 2**53 - 1
"""The largest integer that every JSON reader holds exactly."""
_MAX_DEPTH: Final = 32
_LITERALS: Final = {None: "null", True: "true", False: "false"}
_MAX_DIGITS: Final = 400
# A string (closed or cut off, so that matching never fails and never looks at a byte twice), or one bracket.
_STRING_OR_BRACKET: Final = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{}]', re.DOTALL)


def read_json(data: bytes, limit: int) -> Json:
    """Read canonical JSON of at most `limit` bytes; FlawError `json.…` for anything else."""
    if len(data) > limit:
        raise FlawError("json.too_large", f"it is larger than the {limit} bytes allowed here")
    _bound_depth(data)
    try:
        value: Json = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_float,
            parse_constant=_constant,
        )
    except ValueError:
        raise FlawError("json.not_json", "it is not readable JSON") from None
    if canonical_json(value) != data:
        raise FlawError("json.not_canonical", "its JSON is not in the canonical form of RFC 8785")
    return value


def canonical_json(value: Json) -> bytes:
    """Write a value in the one form of RFC 8785."""
    try:
        return _write(value).encode("utf-8")
    except UnicodeEncodeError:
        raise FlawError("json.not_json", "it has a text that is not Unicode") from None


def _write(value: Json) -> str:
    if isinstance(value, dict):
        # Names are ordered by their UTF-16 code units (RFC 8785, 3.2.3).
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(_write(name) + ":" + _write(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(_write(item) for item in value) + "]"
    if isinstance(value, float):
        return _write_float(value)
    if isinstance(value, str):
        return json.encoder.encode_basestring(value)
    return _LITERALS[value] if value is None or isinstance(value, bool) else str(value)


def _write_float(value: float) -> str:
    """Write a double as ECMAScript does (RFC 8785, 3.2.2.3): the shortest digits that give it back."""
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    point = len(whole) + int(exponent or 0) - (len(whole + fraction) - len(digits))
    digits = digits.rstrip("0")
    count = len(digits)
    if count <= point <= 21:
        return sign + digits + "0" * (point - count)
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    rest = "." + digits[1:] if count > 1 else ""
    return f"{sign}{digits[0]}{rest}e{point - 1:+d}"


def _bound_depth(data: bytes) -> None:
    """Refuse nesting beyond the limit before the parser sees it."""
    depth = 0
    for match in _STRING_OR_BRACKET.finditer(data):
        first = data[match.start()]
        if first in b"[{":
            depth += 1
            if depth > _MAX_DEPTH:
                raise FlawError("json.too_deep", "its JSON is nested too deeply")
        elif first in b"]}":
            depth -= 1


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise FlawError("json.name_twice", "its JSON has one name twice in one object")
    return found


def _integer(digits: str) -> int:
    if len(digits) > 17 or abs(int(digits)) > MAX_INTEGER:
        raise FlawError("json.number", "it has a number that is too large")
    return int(digits)


def _float(digits: str) -> float:
    if len(digits) > _MAX_DIGITS or not math.isfinite(float(digits)):
        raise FlawError("json.number", "it has a number that is too large")
    return float(digits)


def _constant(name: str) -> NoReturn:
    raise FlawError("json.number", "it has a number that is none")


# ==================== report ====================
# What the verifier found: what holds, what is wrong, what is not proven; as text for people or JSON for programs.

PROVEN: Final = 0
"""Exit status: everything holds and the keys are anchored."""
WRONG: Final = 1
"""Exit status: something does not hold."""
USAGE: Final = 2
"""Exit status: the verifier was started in a way that makes no sense."""
UNANCHORED: Final = 3
"""Exit status: everything holds together, but whose keys these are is not proven."""

_MAX_FLAWS: Final = 200
_RESULTS: Final = {
    PROVEN: "PROVEN. Everything in this bundle holds, and it was signed with the keys that you named.",
    WRONG: "WRONG. Something in this bundle does not hold. Do not rely on it before this is explained.",
    UNANCHORED: "CONSISTENT, BUT WHOSE KEYS THESE ARE IS NOT PROVEN.",
}
_NAMES: Final = {PROVEN: "proven", WRONG: "wrong", UNANCHORED: "keys-not-proven"}
_NEVER_PROVEN: Final = (
    ("limits.truth", "that the content is true: only that it is the content that was sealed"),
    ("limits.lawful", "that it was collected lawfully, or that the measure was authorised as it says"),
    (
        "limits.clock",
        "that the clock of a node was right, beyond the times that witnesses stated in their signatures",
    ),
    ("limits.complete", "that nothing else was collected, said or logged and then left out of this bundle"),
    (
        "limits.revoked",
        "that no key was revoked after the last directory entry seen here: ask the authorities",
    ),
    (
        "limits.companions",
        "README.txt, certificate.pdf, custody.jsonld and verify.py in the bundle: for convenience, signed by nobody",
    ),
)


class Flaw(NamedTuple):
    """One thing that is wrong; `file` is relative to the bag, or empty for the bag as a whole."""

    file: str
    segment: int | None
    code: str
    text: str


class Remark(NamedTuple):
    """One thing that holds, or one that is not proven."""

    code: str
    text: str


class PartyKeys(NamedTuple):
    """Whose keys were used: the last directory entry of a party and its fingerprint."""

    party: str
    name: str
    entry: int
    fingerprint: str
    anchored: bool
    needed: bool


class Report:
    """Collects findings; `status` is the exit status."""

    def __init__(self) -> None:
        """Start with nothing found."""
        self.thread = ""
        self.exercise = False
        self.parties: list[PartyKeys] = []
        self.holds: list[Remark] = []
        self.wrong: list[Flaw] = []
        self.open: list[Remark] = []
        self.left_out = 0

    @contextmanager
    def about(self, file: str) -> Iterator[None]:
        """Note a FlawError raised inside as something wrong with `file`, and go on."""
        try:
            yield
        except FlawError as flaw:
            self.flaw(file, flaw)

    def flaw(self, file: str, flaw: FlawError) -> None:
        """Note something wrong; beyond a limit only their number is kept."""
        if len(self.wrong) < _MAX_FLAWS:
            found = Flaw(printable(file), flaw.segment, flaw.code, printable(flaw.text, 2000))
            if found not in self.wrong:
                self.wrong.append(found)
        else:
            self.left_out += 1

    def proves(self, code: str, text: str) -> None:
        """Note something that holds."""
        self.holds.append(Remark(code, printable(text, 2000)))

    def leaves_open(self, code: str, text: str) -> None:
        """Note something that a reader might expect and that is not proven."""
        remark = Remark(code, printable(text, 2000))
        if remark not in self.open[-_MAX_FLAWS:]:
            self.open.append(remark)

    @property
    def status(self) -> int:
        """Give the exit status."""
        if self.wrong:
            return WRONG
        needed = [item for item in self.parties if item.needed]
        return PROVEN if needed and all(item.anchored for item in needed) else UNANCHORED

    def not_proven(self) -> list[Remark]:
        """Give what is not proven here, and what no bundle can prove."""
        return self.open + [Remark(code, text) for code, text in _NEVER_PROVEN]

    def as_json(self) -> str:
        """Give the report for programs."""
        value = {
            "v": 1,
            "result": _NAMES[self.status],
            "status": self.status,
            "thread": self.thread,
            "exercise": self.exercise,
            "parties": [item._asdict() for item in self.parties],
            "holds": [item._asdict() for item in self.holds],
            "wrong": [item._asdict() for item in self.wrong],
            "wrong_left_out": self.left_out,
            "not_proven": [item._asdict() for item in self.not_proven()],
        }
        return json.dumps(value, indent=1)

    def result(self) -> str:
        """Give the one line that matters most."""
        text = _RESULTS[self.status]
        return f"EXERCISE - NOT A REAL CASE. {text}" if self.exercise else text

    def as_text(self) -> str:
        """Give the report for people."""
        lines = ["Long Biên bundle verifier", f"Case thread: {self.thread or 'unknown'}", "", self.result()]
        if self.wrong:
            lines += ["", "WRONG"]
            lines += [f"  - {_place(flaw)}: {flaw.text}" for flaw in self.wrong]
            if self.left_out:
                lines.append(f"  - and {self.left_out} more")
        if self.holds:
            lines += ["", "PROVEN" if self.status == PROVEN else _HOLDS[self.status]]
            lines += _grouped(self.holds)
        lines += ["", "WHOSE KEYS"]
        lines += [line for item in self.parties for line in _key_lines(item)] or [
            "  - no directory entry is there"
        ]
        if not all(item.anchored for item in self.parties if item.needed):
            lines += [f"  {line}" for line in _COMPARE]
        lines += ["", "NOT PROVEN"]
        lines += [f"  - {remark.text}" for remark in self.not_proven()]
        return "\n".join(lines) + "\n"


_HOLDS: Final = {
    WRONG: "HOLDS NEVERTHELESS",
    UNANCHORED: "HOLDS, IF THE KEYS BELOW ARE THOSE OF THE AUTHORITIES NAMED",
}
_COMPARE: Final = (
    "Nothing outside this bundle says that these keys belong to these authorities. Obtain each fingerprint from the",
    "authority itself, by another way than this bundle, and run again with --fingerprint PARTY=HEX or --trust FILE.",
)


def _grouped(holds: list[Remark]) -> list[str]:
    """Give what holds by what it is about: evidence first, and first of it whether the content matches."""
    ordered = sorted(
        holds, key=lambda remark: (not remark.text.startswith("Evidence"), remark.code != "content.matches")
    )
    groups: dict[str, list[str]] = {}
    for remark in ordered:
        subject, _, said = remark.text.partition(": ")
        groups.setdefault(subject, []).append(f"    - {said}")
    return [line for subject, said in groups.items() for line in (f"  {subject}", *said)]


def _place(flaw: Flaw) -> str:
    where = flaw.file or "the bundle"
    return where if flaw.segment is None else f"{where}, segment {flaw.segment}"


def _key_lines(item: PartyKeys) -> list[str]:
    groups = " ".join(item.fingerprint[start : start + 4] for start in range(0, 64, 4))
    said = "anchored by you" if item.anchored else "NOT anchored"
    used = "" if item.needed else ", nothing here depends on it"
    name = f" ({item.name})" if item.name else ""
    return [f"  - {item.party}{name}, directory entry {item.entry}: {said}{used}", f"    {groups}"]


# ==================== primitives ====================
# The signature algorithms that the checks use, as values: plain Python here, `cryptography` in `longbien verify`.

class Primitives(NamedTuple):
    """Three functions of (public key, message, signature) that answer whether the signature is right."""

    ed25519: Verify
    ml_dsa_44: Verify
    ml_dsa_65: Verify


PLAIN_PYTHON: Final = Primitives(
    ed25519_verify, partial(mldsa_verify, ML_DSA_44), partial(mldsa_verify, ML_DSA_65)
)
"""The algorithms in plain Python: slow (some milliseconds each), and nothing to install."""


# ==================== note ====================
# Checkpoints as signed notes, and cosignatures on them (c2sp.org: signed-note, tlog-checkpoint, tlog-cosignature).
#
# Three types of signature: 0x01 (Ed25519 by the log), 0x04 (Ed25519 by a witness, with a time) and 0x06 (ML-DSA-44,
# with a time, by a log or a witness). Unknown keys are ignored; a known key whose signature is wrong is a flaw.

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


# ==================== bag ====================
# The bag (BagIt 1.0, RFC 8493): its tag files, its manifests, and that each file is there once and unchanged.
#
# Every file is read once: whoever needs its content reads it through the bag, which hashes it on the way.

SEGMENT: Final = 2**20
"""The unit in which content is read and named: 1 MiB."""
_DECLARATION: Final = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_MAX_TAG_FILE: Final = 64 * 2**20
_LINE: Final = re.compile(r"([0-9a-f]{64})  ([A-Za-z0-9._/-]{1,400})")
_TAGGED: Final = frozenset(("bagit.txt", "bag-info.txt", "manifest-sha256.txt"))
_INFO_LINE: Final = re.compile(r"([A-Za-z][A-Za-z-]*): (.*)")


class Bag:
    """An opened bag. `payload` lists its files below `data/` with their sizes."""

    def __init__(self, folder: Folder, report: Report) -> None:
        """Read the tag files, and note what is missing or not listed."""
        self._folder = folder
        self._report = report
        self._unread = set(folder.sizes)
        self._expected: dict[str, str] = {}
        self._check_tag_files()
        self.payload = {name: size for name, size in folder.sizes.items() if name.startswith("data/")}
        self._check_complete()

    def _check_tag_files(self) -> None:
        with self._report.about("tagmanifest-sha256.txt"):
            self._expected.update(self._read_manifest("tagmanifest-sha256.txt"))
            if set(self._expected) != _TAGGED:
                raise FlawError("bag.tag_files", "it does not list exactly the tag files that a bundle has")
        with self._report.about("bagit.txt"):
            if self.small("bagit.txt", 1000) != _DECLARATION:
                raise FlawError("bag.version", "it is not the declaration of a BagIt 1.0 bag")
        with self._report.about("manifest-sha256.txt"):
            listed = self._read_manifest("manifest-sha256.txt")
            if any(not name.startswith("data/") for name in listed):
                raise FlawError("bag.outside", "it lists a file outside data/")
            self._expected.update(listed)
        with self._report.about("bag-info.txt"):
            self._check_info()

    def _read_manifest(self, name: str) -> dict[str, str]:
        found: dict[str, str] = {}
        try:
            text = self.small(name, _MAX_TAG_FILE).decode("ascii")
        except UnicodeDecodeError:
            raise FlawError("bag.manifest", "it has a name that no bundle has") from None
        if not text.endswith("\n") or text.count("\n") > MAX_FILES:
            raise FlawError("bag.manifest", "it does not end with a full line, or has too many")
        for line in text[:-1].split("\n"):
            match = _LINE.fullmatch(line)
            if match is None or ".." in match.group(2).split("/") or match.group(2) in found:
                raise FlawError("bag.manifest", "it has a line that is malformed, unsafe or given twice")
            found[match.group(2)] = match.group(1)
        return found

    def _check_info(self) -> None:
        try:
            text = self.small("bag-info.txt", 100_000).decode("utf-8")
        except UnicodeDecodeError:
            raise FlawError("bag.info", "it is not text") from None
        matches = [_INFO_LINE.fullmatch(line) for line in text.split("\n")]
        fields = {match.group(1): match.group(2) for match in matches if match}
        sizes = [size for name, size in self._folder.sizes.items() if name.startswith("data/")]
        if fields.get("Payload-Oxum") != f"{sum(sizes)}.{len(sizes)}":
            raise FlawError("bag.oxum", "the number of files or bytes below data/ is not the one it states")

    def _check_complete(self) -> None:
        for name in sorted(set(self._expected) - set(self._folder.sizes)):
            self._report.flaw(name, FlawError("bag.missing", "it is listed, but it is missing"))
        listed = set(self._expected) | {"tagmanifest-sha256.txt"}
        for name in sorted(set(self._folder.sizes) - listed):
            self._report.flaw(name, FlawError("bag.added", "it is there, but it is not listed"))

    def small(self, name: str, limit: int) -> bytes:
        """Read a whole file of at most `limit` bytes; FlawError if it is missing or larger.

        That its bytes are not those listed is noted, and they are given all the same.
        """
        size = self._folder.sizes.get(name)
        if size is None:
            raise FlawError("bag.missing", "it is missing")
        if size > limit:
            self.forget([name])
            raise FlawError("bag.too_large", f"it is larger than the {limit} bytes allowed here")
        return b"".join(self.chunks(name))

    def chunks(self, name: str, *, first: int = SEGMENT) -> Iterator[bytes]:
        """Read a file in pieces: one of `first` bytes (left out if 0), then pieces of 1 MiB, the last one shorter."""
        return (piece for piece, _ in self.hashed(name, first=first))

    def hashed(self, name: str, *, first: int = SEGMENT) -> Iterator[tuple[bytes, Hash]]:
        """Read a file in the same pieces, each with the SHA-256 state after it: no byte is hashed twice."""
        state = hashlib.sha256()
        left = self._folder.sizes.get(name, 0)
        with self._folder.open(name) as file:
            size = first
            while left:
                piece = file.read(min(size, left)) if size else b""
                if len(piece) < min(size, left):
                    raise FlawError("bag.truncated", "it became shorter while it was read")
                state.update(piece)
                left -= len(piece)
                size = SEGMENT
                if piece:
                    yield piece, state
        self._compare(name, state.hexdigest())

    def _compare(self, name: str, digest: str) -> None:
        self._unread.discard(name)
        expected = self._expected.get(name)
        if expected is not None and expected != digest:
            manifest = "tagmanifest-sha256.txt" if name in _TAGGED else "manifest-sha256.txt"
            text = f"its SHA-256 is not the one listed in {manifest}"
            self._report.flaw(name, FlawError("bag.changed", text))

    def raw(self, name: str, piece: int) -> Iterator[bytes]:
        """Read a file again in pieces of `piece` bytes, without hashing it a second time."""
        with self._folder.open(name) as file:
            while data := file.read(piece):
                yield data

    def forget(self, names: Iterable[str]) -> None:
        """Leave files unread that are wrong whatever is in them: a hostile one may be endless."""
        self._unread.difference_update(names)

    def finish(self) -> None:
        """Hash what nobody asked for."""
        for name in sorted(self._unread):
            with self._report.about(name):
                for _ in self.chunks(name):
                    pass


# ==================== dsse ====================
# DSSE envelopes: a payload, its type, and signatures over both (docs/protocol/acts.md, section 4).

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


# ==================== logs ====================
# Whose checkpoint it is and who else saw it: the signatures under log proofs (docs/protocol/log.md).

class Witnessed(NamedTuple):
    """That another party saw a checkpoint, at the time that it stated."""

    party: str
    moment: str


class Logged(NamedTuple):
    """A proof whose checkpoint the log signed with both keys, and the parties that cosigned it with both of theirs."""

    party: str
    proof: LogProof
    moment: str
    witnesses: tuple[Witnessed, ...]

    def sentence(self) -> str:
        """Say where it stands in the log and who else saw that."""
        seen = ", ".join(f"{item.party} at {item.moment}" for item in self.witnesses)
        text = f"entry {self.proof.position} in the log of {self.party}, {self.moment}"
        return f"{text} (checkpoint also signed by {seen})" if seen else f"{text} (seen by no other party)"


class Logs:
    """Verifies checkpoints, each once, and compares those of one log with each other."""

    def __init__(self, directory: Directory) -> None:
        """Take the parties' keys."""
        self._directory = directory
        self._verified: dict[tuple[str, Checkpoint], tuple[str, tuple[Witnessed, ...]]] = {}
        self.cosigned: dict[tuple[str, int], set[NoteKey]] = {}
        """Whose cosignatures hold, by origin and size of the checkpoint."""
        self._roots: dict[tuple[str, int], bytes] = {}

    def check(self, party: str, proof: LogProof) -> Logged:
        """Check that a proof stands under a checkpoint of this party's log; FlawError `log.…` or `note.…`."""
        moment = proof.leaf.moment("time")
        checkpoint = proof.checkpoint
        known = self._verified.get((party, checkpoint))
        if known is None:
            known = (self._revocation(party, checkpoint), self._witnesses(party, checkpoint))
            self._verified[party, checkpoint] = known
        revoked, witnesses = known
        if revoked and not any(item.moment < revoked for item in witnesses):
            text = f"a key of the log of {party} was revoked as of {revoked}, and no other party saw this checkpoint before"
            raise FlawError("log.revoked", text)
        key = (checkpoint.origin, checkpoint.size)
        if self._roots.setdefault(key, checkpoint.root) != checkpoint.root:
            text = f"the log of {party} signed two different trees of the same size: it has been forked"
            raise FlawError("log.fork", text)
        return Logged(party, proof, moment, witnesses)

    def _revocation(self, party: str, checkpoint: Checkpoint) -> str:
        """Check that the log signed with both keys, and give the moment since which one of them is revoked, or ""."""
        primitives = self._directory.primitives
        for keys in self._directory.log_keys(party, checkpoint.origin):
            times = [note_signature_time(checkpoint, key, primitives) for key in keys]
            if None not in times and {key.kind for key in keys} == {1, 6}:
                return self._directory.revoked_since(party, keys)
        raise FlawError("log.signature", f"its checkpoint is not signed with both keys of the log of {party}")

    def _witnesses(self, party: str, checkpoint: Checkpoint) -> tuple[Witnessed, ...]:
        found: dict[str, str] = {}
        for witness, keys in self._directory.witnesses():
            times = [note_signature_time(checkpoint, key, self._directory.primitives) for key in keys]
            stated = [stamp for stamp in times if stamp]
            valid = {key for key, stamp in zip(keys, times) if stamp is not None}
            self.cosigned.setdefault((checkpoint.origin, checkpoint.size), set()).update(valid)
            # A cosignature counts with both keys, so that neither algorithm alone has to be believed.
            if witness != party and len(stated) == len(keys) and {key.kind for key in keys} == {4, 6}:
                found[witness] = posix_moment(max(stated))
        return tuple(Witnessed(*item) for item in sorted(found.items()))


def posix_moment(seconds: int) -> str:
    """Write a POSIX time as signed documents write moments; FlawError beyond the year 9999."""
    if seconds > 253402300799:
        raise FlawError("note.time", "a signature on the checkpoint states a time that cannot be")
    return time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(seconds))


# ==================== policy ====================
# The bundle's witness policy (c2sp.org/tlog-policy): which witnesses its maker relied on, and how many are enough.
#
# It comes from the bag, so it proves nothing; what it names must be in directory entries, and what it asks for is checked.

MAX_POLICY: Final = 2**20
_MAX_LINES: Final = 2000


class Policy(NamedTuple):
    """Logs and witnesses by key; groups as (threshold, members); the name of the quorum, or "none"."""

    logs: tuple[NoteKey, ...]
    witnesses: dict[str, NoteKey]
    groups: dict[str, tuple[int, tuple[str, ...]]]
    quorum: str

    def is_met(self, cosigned: set[NoteKey]) -> bool:
        """Tell whether cosignatures by these keys are enough."""
        reached = {name: key in cosigned for name, key in self.witnesses.items()}
        for name, (threshold, members) in self.groups.items():
            reached[name] = sum(reached[member] for member in members) >= threshold
        return self.quorum == "none" or reached[self.quorum]


def read_policy(data: bytes) -> Policy:
    """Read a policy; FlawError `policy.malformed` for anything else."""
    flaw = FlawError("policy.malformed", "it is not a witness policy")
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        raise flaw from None
    policy = Policy((), {}, {}, "")
    if len(lines) > _MAX_LINES:
        raise flaw
    for line in lines:
        words = line.replace("\t", " ").split(" ")
        words = [word for word in words if word]
        if words and not words[0].startswith("#"):
            policy = _with_line(policy, words)
    if not policy.quorum:
        raise flaw
    return policy


def _with_line(policy: Policy, words: list[str]) -> Policy:
    flaw = FlawError("policy.malformed", "it has a line that a witness policy cannot have")
    kind, rest = words[0], words[1:]
    if kind == "log" and len(rest) in (1, 2):
        return policy._replace(logs=(*policy.logs, read_vkey(rest[0])))
    known = {**policy.witnesses, **policy.groups}
    if kind == "quorum" and len(rest) == 1 and not policy.quorum and (rest[0] in known or rest[0] == "none"):
        return policy._replace(quorum=rest[0])
    if len(rest) < 2 or rest[0] in known or rest[0] == "none":
        raise flaw
    if kind == "witness" and len(rest) in (2, 3):
        policy.witnesses[rest[0]] = read_vkey(rest[1])
        return policy
    members = tuple(rest[2:])
    words_for = {"all": str(len(members)), "any": "1"}
    threshold = words_for.get(rest[1], rest[1])
    if kind != "group" or not members or not set(members) <= set(known) or len(set(members)) != len(members):
        raise flaw
    if not threshold.isascii() or not threshold.isdigit() or not 1 <= int(threshold[:5]) <= len(members):
        raise flaw
    policy.groups[rest[0]] = (int(threshold[:5]), members)
    return policy


# ==================== proof ====================
# Offline proofs that a leaf is in a log (c2sp.org/tlog-proof@v1), as they stand in a bundle: `{"leaf","proof"}`.

MAX_PROOF: Final = 2**21
MAX_LEAF: Final = 4096
_HEAD: Final = b"c2sp.org/tlog-proof@v1\n"
_INDEX: Final = re.compile("index (0|[1-9][0-9]{0,18})")


class LogProof(NamedTuple):
    """A leaf that is in the tree of a checkpoint; the checkpoint's signatures are not yet verified."""

    leaf: Fields
    leaf_hash: str
    position: int
    checkpoint: Checkpoint


def read_log_proof(data: bytes) -> LogProof:
    """Read `{"leaf","proof"}` and check that the proof leads from leaf to root; FlawError if it does not."""
    outer = Fields(read_json(data, MAX_PROOF))
    leaf, proof = outer.base64("leaf"), outer.text("proof").encode("utf-8")
    index, path, checkpoint = _read_proof(proof)
    hashed = leaf_hash(leaf)
    if inclusion_root(hashed, index, checkpoint.size, path) != checkpoint.root:
        raise FlawError(
            "proof.inclusion", "the proof does not lead from its leaf to the root of its checkpoint"
        )
    fields = Fields(read_json(leaf, MAX_LEAF))
    if fields.integer("v") != 1:
        raise FlawError("unknown_version", "its leaf has a version that this verifier does not know")
    return LogProof(fields, hashed.hex(), index, checkpoint)


def _read_proof(data: bytes) -> tuple[int, list[bytes], Checkpoint]:
    flaw = FlawError("proof.malformed", "its proof is malformed")
    head, blank, note = data.partition(b"\n\n")
    if not blank or not head.startswith(_HEAD):
        raise flaw
    try:
        lines = head[len(_HEAD) :].decode("ascii").split("\n")
    except UnicodeDecodeError:
        raise flaw from None
    if lines[0].startswith("extra "):
        read_base64(lines.pop(0)[len("extra ") :], "the extra line of its proof")
    index = _INDEX.fullmatch(lines[0]) if lines else None
    if index is None or len(lines) > 64:
        raise flaw
    path = [read_base64(line, "a hash of its proof") for line in lines[1:]]
    return int(index.group(1)), path, read_checkpoint(note)


# ==================== content ====================
# The content of an evidence object, checked piece by piece in constant memory: a bad one is named by its segment.
#
# Plain content is checked with the running digests of the inner part, sealed content with the tree of the public part.

MAX_HEADER: Final = 2**20
_AGE_START: Final = b"age-encryption.org/v1\n"


def check_plain(
    bag: Bag, name: str, inner: Inner, running: Iterable[bytes] | None, member: Callable[[int], str]
) -> None:
    """Check plain content against its size, digests and running digests; FlawError names the first bad segment.

    `running` gives the running digests in order, or is None where they cannot be used; `member` names the file of a folder at a byte, or "".
    """
    state, second = hashlib.sha256(), hashlib.sha512()
    expected = iter(running or ())
    bad: int | None = None
    for number, (piece, state) in enumerate(bag.hashed(name)):
        if inner.sha512:
            second.update(piece)
        if running is not None and bad is None and state.copy().digest() != next(expected, b""):
            bad = number
    size = bag.payload[name]
    if bad is None and size != inner.size:
        bad = min(size, inner.size) // SEGMENT
    if bad is not None:
        raise FlawError("content.changed", _what_changed(bad, size, inner, member), segment=bad)
    if state.hexdigest() != inner.sha256 or (inner.sha512 and second.hexdigest() != inner.sha512):
        raise FlawError("content.digest", "its digest is not the one that was sealed")


def _what_changed(bad: int, size: int, inner: Inner, member: Callable[[int], str]) -> str:
    start, end = bad * SEGMENT, min((bad + 1) * SEGMENT, inner.size)
    text = f"bytes {start} to {max(start, end - 1)} are not those that were sealed"
    if size != inner.size:
        text += f"; it has {size} bytes instead of {inner.size}"
    inside = member(start)
    return f"{text}; this is inside the folder's file {printable(inside)}" if inside else text


def check_sealed(bag: Bag, name: str, part: Part, leaves: str) -> str:
    """Check sealed content against the tree; `leaves` is the file of leaf hashes, or "" if there is none.

    Gives the SHA-256 of the age header before the payload, or "" if the payload stands alone.
    """
    header_length = bag.payload[name] - part.length
    if not 0 <= header_length <= MAX_HEADER:
        text = f"its length does not fit the payload of {part.length} bytes that was sealed"
        raise FlawError("content.length", text, segment=max(0, bag.payload[name] - 1) // SEGMENT)
    listed = _listed_leaves(bag, leaves, part) if leaves else None
    pieces = bag.chunks(name, first=header_length)
    header = next(pieces, b"") if header_length else b""
    bad: list[int] = []
    if tree_root(_noting(pieces, listed, bad)) != part.root:
        where = bad[0] if bad else (0 if part.leaves == 1 else None)
        more = f" ({len(bad)} segments in all)" if len(bad) > 1 else ""
        text = f"bytes of the sealed payload are not those that were sealed{more}"
        raise FlawError("content.changed", text, segment=where)
    if not header_length:
        return ""
    if not (header.startswith(_AGE_START) and header.endswith(b"\n") and b"\n--- " in header):
        raise FlawError("content.header", "the bytes before the payload are not an age header")
    return hashlib.sha256(header).hexdigest()


def _listed_leaves(bag: Bag, name: str, part: Part) -> Iterator[bytes] | None:
    """Check the file of leaf hashes against the signed root, and read it again; None if it cannot be used."""
    if bag.payload[name] != 32 * part.leaves:
        raise FlawError("leaves.length", f"{name} does not have one hash for each segment")
    if tree_root(leaf for piece in bag.chunks(name) for leaf in split_hashes(piece)) != part.root:
        raise FlawError("leaves.root", f"the hashes in {name} do not lead to the root that was signed")
    return (leaf for piece in bag.raw(name, SEGMENT) for leaf in split_hashes(piece))


def _noting(pieces: Iterable[bytes], listed: Iterator[bytes] | None, bad: list[int]) -> Iterator[bytes]:
    """Hash the segments, noting those that are not as listed (the first thousand)."""
    for number, piece in enumerate(pieces):
        found = leaf_hash(piece)
        if listed is not None and next(listed, b"") != found and len(bad) < 1000:
            bad.append(number)
        yield found


def split_hashes(piece: bytes) -> Iterator[bytes]:
    """Cut a piece of a file of hashes into hashes of 32 bytes."""
    for start in range(0, len(piece), 32):
        yield piece[start : start + 32]


# ==================== custody ====================
# The custody record of an evidence object: signed steps, each linked to the one before (docs/protocol/evidence.md, 6).

class Step(NamedTuple):
    """What is kept of one custody step."""

    digest: str
    object: str
    number: int
    previous: str
    action: str
    party: str
    role: str
    time: str
    verified: str

    def sentence(self) -> str:
        """Say who did what."""
        found = "" if self.verified == "not-checked" else f" (digests: {self.verified})"
        return f"{self.action} by {self.role} of {self.party}, {self.time}{found}"


def read_step(data: bytes) -> tuple[Envelope, Step]:
    """Read a step; its signatures are checked by `check_signed`."""
    envelope = read_envelope(data, CUSTODY_TYPE)
    fields = envelope.fields
    fields.constant("type", "longbien/custody/v1")
    fields.text("nonce", HEX_32)
    step = Step(
        envelope.digest,
        fields.id("object"),
        fields.integer("number"),
        fields.digest_or_none("previous"),
        fields.text("action", "[a-z][a-z-]{0,39}"),
        fields.party("party"),
        fields.text("role_id"),
        fields.moment("time"),
        fields.constant("verified", "not-checked", "match", "mismatch"),
    )
    return envelope, step


def check_custody(steps: Sequence[Step]) -> None:
    """Check that one party's steps, in the order of their files, are one unbroken chain; FlawError `custody.…`.

    The chain may begin later than with step 1: a partner gives its last steps only.
    """
    if steps and (steps[0].number == 1) != (not steps[0].previous):
        raise FlawError("custody.chain", "its first step is linked to one before it, or a later one is not")
    for before, step in zip(steps, steps[1:]):
        if (step.number, step.previous) != (before.number + 1, before.digest):
            text = f"step {before.number + 1} of {step.party} is missing, or not linked to the one before"
            raise FlawError("custody.chain", text)
        if step.time < before.time:
            raise FlawError(
                "custody.time", f"step {step.number} of {step.party} is dated before the one before it"
            )


# ==================== entries ====================
# Directory entries: who has which keys (docs/protocol/directory.md). One party's entries form a chain.

MAX_ENTRY: Final = 2**19
_MAX_KEYS: Final = 100
_LOG_KINDS: Final = {1: "ed25519", 6: "ml-dsa-44"}
_WITNESS_KINDS: Final = {4: "ed25519", 6: "ml-dsa-44"}


class Entry(NamedTuple):
    """One directory entry. `fingerprint` is SHA-256 of its payload: what two people confirm out of band."""

    party: str
    number: int
    previous: str
    fingerprint: str
    exercise: bool
    issued: str
    name: str
    keys: dict[str, Key]
    log_keys: tuple[NoteKey, ...]
    witness_keys: tuple[NoteKey, ...]
    envelope: Envelope


def read_entry(data: bytes) -> Entry:
    """Read an entry; its signatures are checked by `check_entry`."""
    if len(data) > MAX_ENTRY:
        raise FlawError("entry.too_large", f"it is larger than the {MAX_ENTRY} bytes allowed here")
    envelope = read_envelope(data, ENTRY_TYPE)
    fields = envelope.fields
    fields.constant("type", "longbien/directory-entry/v1")
    party, number = fields.party("party"), fields.integer("number")
    if len(fields.items("keys")) > _MAX_KEYS:
        raise FlawError("entry.keys", f"it has more than {_MAX_KEYS} keys")
    keys = [_read_key(item, party) for item in fields.objects("keys")]
    names = fields.fields("names")
    return Entry(
        party,
        number,
        fields.digest_or_none("previous"),
        hashlib.sha256(envelope.payload).hexdigest(),
        fields.boolean("exercise"),
        fields.moment("issued"),
        names.text("en"),
        {key.key_id: key for key in keys},
        _read_note_keys(fields.fields("log"), "origin", "log", keys),
        _read_note_keys(fields.fields("witness"), "name", "witness", keys),
        envelope,
    )


def _read_key(fields: Fields, party: str) -> Key:
    algorithm, use, public = fields.text("algorithm"), fields.text("use"), fields.base64("public")
    found = Key(
        party,
        use,
        algorithm,
        fields.id("key_id"),
        public,
        fields.moment("from"),
        fields.moment_or_none("until"),
        fields.moment_or_none("revoked_since"),
    )
    if KEY_LENGTHS.get(algorithm) != len(public) or found.key_id != key_id(use, algorithm, public):
        raise FlawError("entry.key", f"the key {found.key_id[:8]} does not have its own id or length")
    return found


def _read_note_keys(fields: Fields, name: str, use: str, keys: list[Key]) -> tuple[NoteKey, ...]:
    """Read verifier keys of a log or witness; each must be one of the entry's keys for that use."""
    kinds = _LOG_KINDS if use == "log" else _WITNESS_KINDS
    listed = {(key.algorithm, key.public) for key in keys if key.use == use}
    found = tuple(read_vkey(text) for text in fields.texts("vkeys"))
    for key in found:
        if key.name != fields.text(name) or (kinds.get(key.kind, ""), key.public) not in listed:
            raise FlawError(
                "entry.vkey", f"a verifier key of its {use} is not among its keys, or has another name"
            )
    return found


def is_current(key: Key, moment: str) -> bool:
    """Tell whether a key was in force at a moment, revocation aside."""
    return key.begins <= moment and (not key.ends or moment < key.ends)


def check_entry(entry: Entry, previous: Entry | None, primitives: Primitives) -> None:
    """Check an entry's own signatures, its link to the one before it, and that one's signatures.

    `previous` is None for the first entry that is there; FlawError `entry.…`.
    """
    own = entry.envelope.signatures[:2]
    _check_pair(entry, entry, own, primitives)
    alone = entry.number == 1 or (previous is not None and revokes_signers(entry, previous))
    if len(entry.envelope.signatures) not in ((2,) if alone else (2, 4)):
        raise FlawError("entry.signatures", "it does not have the number of signatures that it needs")
    if previous is None:
        if (entry.number == 1) != (not entry.previous):
            raise FlawError("entry.first", "only the first entry of a party has no predecessor")
        return
    if entry.number != previous.number + 1 or entry.previous != previous.fingerprint:
        raise FlawError("entry.link", f"it is not linked to entry {previous.number} of {previous.party}")
    _check_kept(entry, previous)
    if revokes_signers(entry, previous):
        return
    # Two signatures are enough where the keys did not change.
    before = entry.envelope.signatures[2:] or own
    if [identity for identity, _ in before] != signers(previous):
        raise FlawError("entry.signer", f"it is not signed with the keys of entry {previous.number}")
    _check_pair(entry, previous, before, primitives)


def signers(entry: Entry) -> list[str]:
    """Give the ids of the entry's own two keys for documents: those that signed it first."""
    return [identity for identity, _ in entry.envelope.signatures[:2]]


def revokes_signers(entry: Entry, previous: Entry) -> bool:
    """Tell whether an entry revokes a key that would have to sign it: a thief could have made it (directory.md, 2)."""
    return any(entry.keys[identity].revoked_since for identity in signers(previous) if identity in entry.keys)


def _check_kept(entry: Entry, previous: Entry) -> None:
    """Check that nothing said before is unsaid: no key vanishes, no beginning moves, no revocation is taken back."""
    if entry.exercise != previous.exercise or entry.issued <= previous.issued:
        raise FlawError(
            "entry.changed", f"it is not issued after entry {previous.number}, or no longer an exercise"
        )
    for identity, was in previous.keys.items():
        now = entry.keys.get(identity)
        if now is None or now.begins != was.begins:
            raise FlawError("entry.changed", f"it drops or changes a key of entry {previous.number}")
        if was.revoked_since and not "" < now.revoked_since <= was.revoked_since:
            raise FlawError("entry.changed", f"it takes back a revocation of entry {previous.number}")


def _check_pair(
    entry: Entry, owner: Entry, signatures: tuple[tuple[str, bytes], ...], primitives: Primitives
) -> None:
    if len(signatures) != 2:
        raise FlawError("entry.signatures", "it does not have two or four signatures")
    for algorithm, (identity, signature) in zip(SIGNERS, signatures):
        key = owner.keys.get(identity)
        if key is None or (key.use, key.algorithm) != ("act", algorithm):
            raise FlawError("entry.signer", f"it is not signed with the keys of entry {owner.number}")
        if not is_current(key, owner.issued) or key.revoked_since:
            raise FlawError("entry.signer", f"it is signed with a key that entry {owner.number} did not use")
        check_signature(key, entry.envelope, signature, primitives)


# ==================== manifest ====================
# The manifest of an evidence object: its signed public part, and its inner part (docs/protocol/evidence.md, section 3).

MAX_INNER: Final = 262_144


class Part(NamedTuple):
    """A payload under the object's header: its bytes, its leaves of 1 MiB, and the root over these."""

    name: str
    length: int
    leaves: int
    root: bytes


class Manifest(NamedTuple):
    """The signed public part."""

    object: str
    party: str
    exercise: bool
    sealed_at: str
    parts: dict[str, Part]
    inner_digest: str


class Listing(NamedTuple):
    """A list that stands in the inner part itself, or (`part`) in a file of its own known by its digest."""

    part: bool
    entries: int
    sha256: str


class Member(NamedTuple):
    """A file inside a folder's tar stream."""

    path: str
    offset: int
    size: int


class Inner(NamedTuple):
    """What the inner part says of the content; `running` and `members` are empty where they are files of their own."""

    name: str
    form: str
    size: int
    sha256: str
    sha512: str
    running_listing: Listing
    running: tuple[bytes, ...]
    members_listing: Listing
    members: tuple[Member, ...]


def read_manifest(data: bytes) -> tuple[Envelope, Manifest]:
    """Read a manifest; its signatures are checked by `check_signed`."""
    envelope = read_envelope(data, MANIFEST_TYPE)
    fields = envelope.fields
    fields.constant("type", "longbien/manifest/v1")
    fields.constant("suite", "LB-EVIDENCE-1")
    parts = [_read_part(item) for item in fields.objects("parts")]
    manifest = Manifest(
        fields.id("object"),
        fields.party("party"),
        fields.boolean("exercise"),
        fields.moment("sealed_at"),
        {part.name: part for part in parts},
        fields.digest("inner_digest"),
    )
    if len(manifest.parts) != len(parts) or "content" not in manifest.parts:
        raise FlawError("manifest.parts", "its parts are not those of an evidence object")
    return envelope, manifest


def _read_part(fields: Fields) -> Part:
    length, leaves = fields.integer("length"), fields.integer("leaves")
    if length < 1 or leaves != -(-length // SEGMENT):
        raise FlawError(
            "manifest.parts", "the length of a part and the number of its leaves do not fit together"
        )
    return Part(fields.text("name"), length, leaves, bytes.fromhex(fields.digest("root")))


def read_inner(data: bytes, manifest: Manifest) -> Inner:
    """Read the inner part and check that it is the one that the manifest was signed with; FlawError `inner.…`."""
    if hashlib.sha256(data).hexdigest() != manifest.inner_digest:
        raise FlawError("inner.digest", "it is not the inner part that the manifest was signed with")
    fields = Fields(read_json(data, MAX_INNER))
    fields.constant("type", "longbien/inner-manifest/v1")
    if fields.id("object") != manifest.object:
        raise FlawError("inner.object", "it speaks of another object than the manifest")
    size = fields.integer("size")
    # age: a nonce of 16 bytes, and a tag of 16 for each chunk of 64 KiB, of which there is at least one.
    if manifest.parts["content"].length != 16 + size + 16 * max(1, -(-size // 65536)):
        raise FlawError("inner.size", "the size that it states does not fit the sealed payload")
    running_listing, running = _read_running(fields.fields("running"), size)
    members_listing, members = _read_members(fields)
    return Inner(
        fields.text("name"),
        fields.constant("form", "file", "folder"),
        size,
        fields.digest("sha256"),
        fields.text("sha512", "(?:[0-9a-f]{128})?"),
        running_listing,
        running,
        members_listing,
        members,
    )


def _read_running(fields: Fields, size: int) -> tuple[Listing, tuple[bytes, ...]]:
    if fields.integer("every") != SEGMENT:
        raise FlawError(
            "unknown_version", "its running digests stand at distances that this verifier does not know"
        )
    listing = _read_listing(fields, "digests")
    digests = () if listing.part else tuple(_read_digest(text) for text in fields.texts("digests"))
    if (listing.entries if listing.part else len(digests)) != -(-size // SEGMENT):
        raise FlawError("inner.running", "the number of its running digests does not fit the size")
    return listing, digests


def _read_members(fields: Fields) -> tuple[Listing, tuple[Member, ...]]:
    value = fields.optional("members")
    if not isinstance(value, list):
        return (
            _read_listing(Fields(value), "members")
            if value is not None
            else Listing(part=False, entries=0, sha256="")
        ), ()
    items = [Fields(item) for item in value]
    members = tuple(Member(item.text("path"), item.integer("offset"), item.integer("size")) for item in items)
    return Listing(part=False, entries=len(members), sha256=""), members


def _read_listing(fields: Fields, name: str) -> Listing:
    if fields.optional("part") is None:
        return Listing(part=False, entries=0, sha256="")
    fields.constant("part", name)
    return Listing(part=True, entries=fields.integer("count"), sha256=fields.digest("sha256"))


def _read_digest(text: str) -> bytes:
    if not re.fullmatch(HEX_64, text):
        raise FlawError("malformed", "one of its running digests is malformed")
    return bytes.fromhex(text)


# ==================== signed ====================
# The signatures of acts, manifests and custody records: both of them, by keys in force, not revoked before logged.

def check_signed(envelope: Envelope, party: str, moment: str, logged: str, directory: Directory) -> None:
    """Check that `party` signed a document with both algorithms at `moment`.

    A key that was revoked later does not matter if a log shows the document before the revocation: `logged` is the
    earliest moment at which a log does, or "". FlawError `signature.…` or `key.…`.
    """
    if len(envelope.signatures) != len(SIGNERS):
        raise FlawError("signature.count", "it does not have exactly two signatures")
    for algorithm, (identity, signature) in zip(SIGNERS, envelope.signatures):
        key = directory.signing_key(party, identity, algorithm, moment)
        check_signature(key, envelope, signature, directory.primitives)
        if key.revoked_since and not "" < logged < key.revoked_since:
            text = f"a key that signed it was revoked as of {key.revoked_since}, and no log shows it before"
            raise FlawError("key.revoked", text)


def check_sign_keys(envelope: Envelope) -> None:
    """Check that the signed text names the very keys that signed it; FlawError `signature.keys`."""
    if envelope.fields.texts("sign_keys") != [identity for identity, _ in envelope.signatures]:
        raise FlawError("signature.keys", "the keys that it names are not those that signed it")


# ==================== ledger ====================
# The log proofs of a bundle, by the document that their leaf commits to. Each must speak of something in the bundle.

_ACT_CLASSES: Final = frozenset(("act-made", "act-received", "statement"))
_SUBJECTS: Final = {
    "act-made": "act",
    "act-received": "act",
    "statement": "act",
    "evidence-sealed": "manifest",
    "evidence-held": "manifest",
    "custody": "record",
    "entry-trusted": "entry",
    "key-revoked": "entry",
}


class Record(NamedTuple):
    """One leaf that a log proves: its class, the digest it commits to, and for an arrival what became of the act."""

    file: str
    leaf_class: str
    subject: str
    logged: Logged
    sender: str
    code: str


class Ledger:
    """All records of a bundle; `take` gives those of one document and remembers that it was asked for."""

    def __init__(self, bag: Bag, layout: Layout, logs: Logs, report: Report) -> None:
        """Read and verify every proof; what is wrong with one is noted."""
        self._records: dict[str, list[Record]] = {}
        self._report = report
        for places, are_receipts in ((layout.receipts, True), (layout.proofs, False)):
            for place in places:
                with report.about(place.file):
                    self._add(_read_record(bag, place, logs, are_receipts))

    def _add(self, record: Record) -> None:
        self._records.setdefault(record.subject, []).append(record)

    def take(self, subject: str) -> list[Record]:
        """Give the records of a document, by its digest."""
        return self._records.pop(subject, [])

    def first_moment(self, subject: str) -> str:
        """Give the earliest moment at which any log shows a document, or ""; does not take its records."""
        return min((record.logged.moment for record in self._records.get(subject, [])), default="")

    def finish(self) -> None:
        """Note every proof that nothing in the bundle asked for."""
        for records in self._records.values():
            for record in records:
                text = "what it proves to be logged is not in this bundle"
                self._report.flaw(record.file, FlawError("proof.unrelated", text))


def _read_record(bag: Bag, place: Place, logs: Logs, is_receipt: bool) -> Record:  # noqa: FBT001
    proof = read_log_proof(bag.small(place.file, MAX_PROOF))
    leaf_class = proof.leaf.text("class")
    if leaf_class not in _SUBJECTS or (leaf_class in _ACT_CLASSES) != is_receipt:
        raise FlawError("proof.class", "its leaf is of a class that has no place here")
    subject = proof.leaf.digest(_SUBJECTS[leaf_class])
    if place.first != (subject if is_receipt else proof.leaf_hash):
        raise FlawError("proof.name", "it proves something else than its name says")
    logged = logs.check(place.second, proof)
    if leaf_class != "act-received":
        return Record(place.file, leaf_class, subject, logged, "", "")
    outcome, code = proof.leaf.constant("outcome", "stored", "refused"), proof.leaf.text("code")
    if (outcome == "refused") != bool(code):
        raise FlawError("proof.outcome", "its leaf says both that the act was stored and that it was refused")
    return Record(place.file, leaf_class, subject, logged, proof.leaf.party("sender"), code)


# ==================== directory ====================
# All parties' keys: chains of directory entries from the bag and from the reader, and which of them are anchored.
#
# An anchor is a fingerprint or an entry that the reader obtained elsewhere. It vouches for the entries before it by
# hash, and for those after it by signature, up to one that revokes the keys which had to sign it.

MAX_TRUST_FILE: Final = 2**26
_TRUST_FILE: Final = "the trust file"
_FINGERPRINT: Final = re.compile(rf"(?:({PARTY})=)?([0-9a-f]{{64}})")


class Anchors(NamedTuple):
    """What the reader obtained elsewhere: (party or "", fingerprint) pairs, and whole entries."""

    fingerprints: tuple[tuple[str, str], ...] = ()
    entries: tuple[Entry, ...] = ()


def read_fingerprint(text: str) -> tuple[str, str]:
    """Read `HEX` or `PARTY=HEX`; spaces and colons between the digits do not matter."""
    party, equals, digits = text.rpartition("=")
    match = _FINGERPRINT.fullmatch(party + equals + re.sub("[ :]", "", digits).lower())
    if match is None:
        raise FlawError("usage.fingerprint", "a fingerprint is 64 hexadecimal digits, or PARTY= and these")
    return match.group(1) or "", match.group(2)


def read_trust_file(data: bytes) -> list[Entry]:
    """Read one directory entry, or an exported trust file with several."""
    value = read_json(data, MAX_TRUST_FILE)
    if isinstance(value, dict) and value.get("type") == "longbien/trust/v1":
        return [read_entry(read_base64(text, "an entry")) for text in Fields(value).texts("entries")]
    return [read_entry(data)]


class Chain:
    """The entries of one party, in order, whose signatures hold."""

    def __init__(self, party: str) -> None:
        """Start empty."""
        self.party = party
        self.entries: list[Entry] = []
        self.heeded: list[Entry] = []
        self.vouched = 0
        """How many of the entries an anchor vouches for, from the first on."""

    def settle(self) -> None:
        """Decide whose word counts: the vouched entries, or without an anchor all up to one that needs people."""
        doubtful = [place for place in range(1, len(self.entries)) if self.needs_people(place)]
        self.heeded = self.entries[: self.vouched or (doubtful or [len(self.entries)])[0]]

    def needs_people(self, place: int) -> bool:
        """Tell whether the entry at a place (not the first) counts only when people confirmed it."""
        return revokes_signers(self.entries[place], self.entries[place - 1])

    def key(self, identity: str) -> Key | None:
        """Give a key as the last heeded entry that lists it describes it, else as any other entry does."""
        for entries in (self.heeded, self.entries):
            for entry in reversed(entries):
                if identity in entry.keys:
                    return entry.keys[identity]
        return None

    def log_keys(self, origin: str) -> list[tuple[NoteKey, ...]]:
        """Give the sets of verifier keys that the log of this origin had."""
        sets = dict.fromkeys(entry.log_keys for entry in self.entries)
        return [keys for keys in sets if keys and keys[0].name == origin]


class Directory:
    """The chains of all parties."""

    def __init__(self, primitives: Primitives, report: Report) -> None:
        """Start empty."""
        self.primitives = primitives
        self.chains: dict[str, Chain] = {}
        self.needed: set[str] = set()
        self._report = report
        self._found: dict[str, dict[int, tuple[str, Entry]]] = {}

    def add(self, file: str, entry: Entry) -> None:
        """Take an entry that was read from `file`; FlawError if another one has its number."""
        there = self._found.setdefault(entry.party, {}).setdefault(entry.number, (file, entry))
        if there[1].fingerprint != entry.fingerprint:
            text = (
                f"entry {entry.number} of {entry.party} is not the one that you trust, or there are two of it"
            )
            raise FlawError("entry.other", text)

    def build(self, anchors: Anchors) -> None:
        """Check all chains and find out how far the anchors vouch for them."""
        parties = set(self._found)
        for entry in anchors.entries:
            # An entry of a party that the bag does not speak of is of no use here, and no flaw.
            if entry.party in parties:
                held = self._found[entry.party].get(entry.number)
                with self._report.about(held[0] if held else _TRUST_FILE):
                    self.add(_TRUST_FILE, entry)
        for party in sorted(parties):
            self.chains[party] = self._chain(party)
        trusted = {(entry.party, entry.fingerprint) for entry in anchors.entries}
        for chain in self.chains.values():
            self._vouch(chain, trusted | set(anchors.fingerprints))
        self._check_used(anchors)

    def _chain(self, party: str) -> Chain:
        chain = Chain(party)
        for number in sorted(self._found[party]):
            file, entry = self._found[party][number]
            previous = chain.entries[-1] if chain.entries else None
            if previous is not None and number != previous.number + 1:
                from_bag = self._found[party][previous.number][0] != _TRUST_FILE
                if from_bag == (file != _TRUST_FILE):
                    self._report.flaw(file, FlawError("entry.gap", "the entry before it is missing"))
                    break
                self._report.leaves_open(
                    "keys.unlinked",
                    f"how the entry of {party} in the trust file leads to those in this bundle: entries between are missing",
                )
                if from_bag:
                    break
                chain.entries, previous = [], None
            try:
                check_entry(entry, previous, self.primitives)
            except FlawError as flaw:
                self._report.flaw(file, flaw)
                break
            chain.entries.append(entry)
        return chain

    def _vouch(self, chain: Chain, trusted: set[tuple[str, str]]) -> None:
        for place, entry in enumerate(chain.entries):
            anchored = {(entry.party, entry.fingerprint), ("", entry.fingerprint)} & trusted
            if anchored or (place == chain.vouched > 0 and not chain.needs_people(place)):
                chain.vouched = place + 1
        chain.settle()
        for entry in chain.entries[chain.vouched :] if chain.vouched else ():
            self._report.leaves_open(
                "keys.unconfirmed",
                f"directory entry {entry.number} of {entry.party}, which says that keys were stolen or follows one "
                "that does: a thief could have signed it, so it counts only with a fingerprint of its own",
            )

    def _check_used(self, anchors: Anchors) -> None:
        """Note a fingerprint that no entry has: the keys are then not those that the reader trusts."""
        for party, fingerprint in anchors.fingerprints:
            places = [
                entry
                for chain in self.chains.values()
                for entry in chain.entries
                if entry.fingerprint == fingerprint and party in ("", entry.party)
            ]
            if not places:
                whose = f"entry of {party}" if party else "directory entry"
                text = f"no {whose} in this bundle has the fingerprint that you gave ({fingerprint[:16]}…)"
                self._report.flaw("data/trust", FlawError("entry.fingerprint", text))

    def signing_key(self, party: str, identity: str, algorithm: str, moment: str) -> Key:
        """Give a party's key for signed documents that was in force at a moment; FlawError `key.…`."""
        self.needed.add(party)
        chain = self.chains.get(party)
        key = chain.key(identity) if chain else None
        if chain is None or key is None or (key.use, key.algorithm) != ("act", algorithm):
            raise FlawError("key.unknown", f"it is signed with a key that no directory entry of {party} has")
        if not is_current(key, moment):
            raise FlawError(
                "key.time", f"it is signed with a key of {party} that was not in force at {moment}"
            )
        return key

    def log_keys(self, party: str, origin: str) -> list[tuple[NoteKey, ...]]:
        """Give the sets of verifier keys that a party's log of this origin had; FlawError `log.unknown` if none."""
        self.needed.add(party)
        chain = self.chains.get(party)
        found = chain.log_keys(origin) if chain else []
        if chain is None or not found:
            raise FlawError(
                "log.unknown", f"its checkpoint is of a log that no directory entry of {party} names"
            )
        return found

    def revoked_since(self, party: str, keys: tuple[NoteKey, ...]) -> str:
        """Give the first moment since which one of these log keys is revoked, or ""."""
        chain, material = self.chains[party], {key.public for key in keys}
        moments = [
            key.revoked_since
            for entry in chain.heeded
            for key in entry.keys.values()
            if key.revoked_since and key.use == "log" and key.public in material
        ]
        return min(moments, default="")

    def witnesses(self) -> Iterator[tuple[str, tuple[NoteKey, ...]]]:
        """Give every set of witness keys with its party; once anything is anchored, anchored parties only."""
        some = any(chain.vouched for chain in self.chains.values())
        for party, chain in self.chains.items():
            for keys in dict.fromkeys(entry.witness_keys for entry in chain.heeded):
                if keys and (chain.vouched or not some):
                    yield party, keys

    def is_anchored(self, party: str) -> bool:
        """Tell whether an anchor vouches for all entries of a party: one that says that keys were stolen casts doubt."""
        chain = self.chains.get(party)
        return chain is not None and 0 < chain.vouched == len(chain.entries)

    def owners(self) -> list[PartyKeys]:
        """Give, for the report, whose keys these are."""
        return [
            PartyKeys(
                party,
                chain.entries[-1].name if chain.entries else "",
                chain.entries[-1].number if chain.entries else 0,
                chain.entries[-1].fingerprint if chain.entries else "",
                self.is_anchored(party),
                party in self.needed,
            )
            for party, chain in self.chains.items()
        ]


# ==================== acts ====================
# The acts of a thread: what one authority said to another (docs/protocol/acts.md), and their order.

EVIDENCE_KINDS: Final = frozenset(
    f"evidence.{word}" for word in ("announced", "accepted", "declined", "released", "received", "recalled")
)
"""The kinds of acts that speak of an evidence object (docs/protocol/evidence.md, section 4)."""
KIND: Final = r"[a-z][a-z0-9.-]{0,63}"
"""The form of an act's kind."""


class Placed(NamedTuple):
    """What an act's place in its thread depends on."""

    time: str
    digest: str
    refers_to: str


class Act(NamedTuple):
    """What is kept of an act. The body is not: of evidence acts only what links them to each other and to objects."""

    place: Placed
    id: str
    kind: str
    sender: str
    recipient: str
    exercise: bool
    thread: str
    roles: tuple[str, ...]
    object: str
    links: dict[str, str]

    @property
    def is_statement(self) -> bool:
        """Tell whether it is a statement by a node about itself, which is sent to nobody."""
        return self.sender == self.recipient

    def sentence(self) -> str:
        """Say who said what to whom."""
        to = "" if self.is_statement else f" to {self.recipient}"
        roles = ", ".join(self.roles) or "nobody named"
        return f"{self.kind} by {self.sender}{to}, {self.place.time}, approved by {roles}"


def read_act(data: bytes) -> tuple[Envelope, Act]:
    """Read an act; its signatures are checked by `check_act`."""
    envelope = read_envelope(data, ACT_TYPE)
    fields = envelope.fields
    fields.constant("type", "longbien/act/v1")
    fields.constant("suite", "LB-ACT-1")
    kind = fields.text("kind", KIND)
    fields.id("nonce")
    body = fields.fields("body")
    found, links = _links(kind, body)
    act = Act(
        Placed(fields.moment("time"), envelope.digest, fields.digest_or_none("refers_to")),
        fields.id("id"),
        kind,
        fields.party("sender"),
        fields.party("recipient"),
        fields.boolean("exercise"),
        fields.id("thread"),
        tuple(item.text("role_id") for item in fields.objects("approved_by")[:16]),
        found,
        links,
    )
    if act.is_statement != (not fields.text("seal_key")):
        raise FlawError("act.recipient", "its sender, recipient and seal key do not fit together")
    return envelope, act


def _links(kind: str, body: Fields) -> tuple[str, dict[str, str]]:
    """Give the object of an evidence act, and what the act says that other acts or the object are compared with."""
    if kind not in EVIDENCE_KINDS:
        return "", {}
    found = body.id("object")
    if kind == "evidence.announced":
        announced = read_envelope(body.base64("manifest"), MANIFEST_TYPE)
        if announced.fields.id("object") != found:
            raise FlawError("act.object", "it announces the manifest of another object than it names")
        conditions = hashlib.sha256(canonical_json(body.items("conditions"))).hexdigest()
        return found, {"manifest": announced.digest, "conditions": conditions}
    if kind == "evidence.accepted":
        return found, {"conditions": body.digest("conditions")}
    if kind == "evidence.released":
        header = hashlib.sha256(body.base64("header")).hexdigest()
        return found, {"header": header, "acceptance": body.digest("acceptance")}
    if kind == "evidence.received":
        return found, {
            "manifest": body.digest("manifest"),
            "verdict": body.constant("verdict", "matches", "differs"),
        }
    return found, {}


def check_act(envelope: Envelope, act: Act, logged: str, directory: Directory) -> None:
    """Check both signatures, and that the act names the keys that made them."""
    check_sign_keys(envelope)
    check_signed(envelope, act.sender, act.place.time, logged, directory)


def thread_order(acts: Iterable[Placed]) -> list[str]:
    """Give the digests of acts in the one order in which a bundle numbers them.

    By time, then by digest; but an act comes after the act that it refers to, whatever a clock said.
    """
    there = {act.digest: act for act in acts}
    followers: dict[str, list[Placed]] = {}
    for act in there.values():
        followers.setdefault(act.refers_to if act.refers_to in there else "", []).append(act)
    # No circle is possible: a digest would have to contain itself.
    ready = followers.get("", [])
    heapq.heapify(ready)
    order = []
    while ready:
        first = heapq.heappop(ready)
        order.append(first.digest)
        for act in followers.get(first.digest, ()):
            heapq.heappush(ready, act)
    return order


def check_thread(acts: Sequence[Act]) -> None:
    """Check that acts, in the order of their files, are one thread in its order; FlawError `thread.…`."""
    if len({(act.thread, act.exercise) for act in acts}) > 1:
        raise FlawError("thread.mixed", "the acts do not all belong to one thread, or not all are exercises")
    if acts and acts[0].id != acts[0].thread:
        raise FlawError("thread.first", "the first act is not the one that opened the thread")
    if [act.place.digest for act in acts] != thread_order([act.place for act in acts]):
        raise FlawError("thread.order", "the acts are not numbered in their order")
    if len({act.id for act in acts}) != len(acts):
        raise FlawError("thread.twice", "one act id is there twice")


# ==================== exhibits ====================
# All evidence objects of a bundle: manifest, content, custody, and what acts and logs say of them.

_MAX_MEMBERS: Final = 2**28
_MEMBER: Final = re.compile(rb'\{"offset":([0-9]{1,16}),"path":"((?:[^"\\]|\\.)*)","size":([0-9]{1,16})\}')


class Exhibits(NamedTuple):
    """What the checks of evidence need."""

    bag: Bag
    layout: Layout
    directory: Directory
    ledger: Ledger
    thread: Thread
    report: Report

    def check(self) -> None:
        """Check every object; what is wrong is noted with its file and segment."""
        for found, files in self.layout.evidence.items():
            place = f"data/evidence/{found}/manifest.json"
            with self.report.about(place):
                manifest = self._check_manifest(found, place)
                self._check_content(manifest, files)
            for (owner, party), places in self.layout.custody.items():
                if owner == found:
                    self._check_custody(found, party, places)
        for act in self.thread.acts.values():
            if act.kind == "evidence.released" and act.object not in self.layout.evidence:
                self.report.leaves_open(
                    "evidence.absent", f"anything about evidence {act.object}: it is not in this bundle"
                )

    def _check_manifest(self, found: str, place: str) -> Manifest:
        envelope, manifest = read_manifest(self.bag.small(place, MAX_ENVELOPE))
        if manifest.object != found:
            raise FlawError("manifest.object", "it is the manifest of another object")
        check_sign_keys(envelope)
        logged = self.ledger.first_moment(envelope.digest)
        check_signed(envelope, manifest.party, manifest.sealed_at, logged, self.directory)
        self.report.exercise = self.report.exercise or manifest.exercise
        text = f"Evidence {found}: sealed by {manifest.party}, {manifest.sealed_at}: manifest signed with both keys."
        self.report.proves("manifest.signed", text)
        for record in self.ledger.take(envelope.digest):
            own = record.logged.party == manifest.party
            if own != (record.leaf_class == "evidence-sealed"):
                text = "a proof of this kind cannot come from this party"
                self.report.flaw(record.file, FlawError("proof.party", text))
                continue
            what = "sealed it" if own else "held every segment of it"
            text = (
                f"Evidence {found}: {record.logged.party} logged that it {what}: {record.logged.sentence()}."
            )
            self.report.proves("manifest.logged", text)
        announced = self.thread.about(found, "evidence.announced")
        for act in announced:
            if act.links["manifest"] != envelope.digest:
                file = self.thread.files[act.place.digest]
                self.report.flaw(
                    file, FlawError("manifest.other", f"it announces {found} with another manifest")
                )
        for act in self.thread.about(found, "evidence.received"):
            file = self.thread.files[act.place.digest]
            if act.links["manifest"] != envelope.digest:
                self.report.flaw(
                    file, FlawError("manifest.other", f"it speaks of {found} with another manifest")
                )
            text = (
                f"Evidence {found}: {act.sender} stated after opening it: the content {act.links['verdict']}."
            )
            self.report.proves("manifest.received", text)
        if not announced:
            self.report.leaves_open(
                "evidence.unannounced", f"that evidence {found} was announced in this thread"
            )
        return manifest

    def _check_content(self, manifest: Manifest, files: dict[str, str]) -> None:
        folder = f"data/evidence/{manifest.object}/"
        if ("content" in files) == ("content.age" in files):
            text = "there must be either plain content or sealed content"
            self.report.flaw(folder + "content", FlawError("content.which", text))
            return
        inner = None
        if "inner.json" in files:
            with self.report.about(files["inner.json"]):
                inner = read_inner(self.bag.small(files["inner.json"], MAX_INNER), manifest)
        elif "content" in files:
            self.report.flaw(folder + "inner.json", FlawError("bag.missing", "it is missing"))
        if "content.age" in files:
            with self.report.about(files["content.age"]):
                self._check_sealed(manifest, files)
        elif inner is not None:
            self._check_plain(manifest, inner, files)

    def _check_plain(self, manifest: Manifest, inner: Inner, files: dict[str, str]) -> None:
        folder = f"data/evidence/{manifest.object}/"
        wanted = {"content", "manifest.json", "inner.json"}
        wanted |= {"digests"} if inner.running_listing.part else set()
        wanted |= {"members"} if inner.members_listing.part else set()
        self._check_files(files, wanted)
        running: Iterable[bytes] | None = None if inner.running_listing.part else inner.running
        for name, listing in (("digests", inner.running_listing), ("members", inner.members_listing)):
            with self.report.about(folder + name):
                if listing.part:
                    self._check_listed(folder + name, listing)
                    if name == "digests":
                        running = (
                            item
                            for piece in self.bag.raw(folder + name, SEGMENT)
                            for item in split_hashes(piece)
                        )
        with self.report.about(files["content"]):
            check_plain(
                self.bag, files["content"], inner, running, self._member_finder(inner, folder + "members")
            )
            size, digest = inner.size, inner.sha256
            text = f"Evidence {manifest.object}: the content MATCHES what {manifest.party} sealed: {inner.form} {inner.name}, {size} bytes, SHA-256 {digest}."
            self.report.proves("content.matches", text)

    def _check_listed(self, name: str, listing: Listing) -> None:
        """Check a file of digests or members that the inner part knows by its digest."""
        if name not in self.bag.payload:
            raise FlawError("bag.missing", "it is missing")
        state = hashlib.sha256()
        for piece in self.bag.chunks(name):
            state.update(piece)
        if state.hexdigest() != listing.sha256:
            raise FlawError("listing.changed", "it is not the one that was sealed")

    def _member_finder(self, inner: Inner, file: str) -> Callable[[int], str]:
        """Give a function that names the file of a folder at a byte of its tar stream."""

        def find(byte: int) -> str:
            if not inner.members_listing.part:
                spans = [(item.offset, item.offset + item.size, item.path) for item in inner.members]
            elif self.bag.payload.get(file, _MAX_MEMBERS) < _MAX_MEMBERS:
                data = b"".join(self.bag.raw(file, SEGMENT))
                found = (match.groups() for match in _MEMBER.finditer(data))
                spans = [
                    (int(at), int(at) + int(size), path.decode("utf-8", "replace"))
                    for at, path, size in found
                ]
            else:
                spans = []
            return next((path for start, end, path in spans if byte < end and byte + SEGMENT > start), "")

        return find

    def _check_sealed(self, manifest: Manifest, files: dict[str, str]) -> None:
        self._check_files(files, {"content.age", "leaves", "manifest.json", *({"inner.json"} & set(files))})
        header = check_sealed(
            self.bag, files["content.age"], manifest.parts["content"], files.get("leaves", "")
        )
        found = manifest.object
        text = (
            f"Evidence {found}: the sealed content MATCHES what {manifest.party} sealed, every segment of it."
        )
        self.report.proves("content.matches", text)
        self.report.leaves_open(
            "content.sealed", f"what evidence {found} says: it is still sealed, and was not opened here"
        )
        released = self.thread.about(found, "evidence.released")
        if header and header not in {act.links["header"] for act in released}:
            # Whoever holds the file key may make another header, for other recipients: it touches no byte of evidence.
            text = f"for whom the age header of evidence {found} was made: it is none that was released in this thread"
            self.report.leaves_open("content.header", text)

    def _check_files(self, files: dict[str, str], wanted: set[str]) -> None:
        for name in sorted(set(files) - wanted):
            self.report.flaw(
                files[name], FlawError("bag.no_place", "it has no place beside the content that is here")
            )
        for name in sorted(wanted - set(files)):
            file = files["manifest.json"].replace("manifest.json", name)
            self.report.flaw(file, FlawError("bag.missing", "it is missing"))

    def _check_custody(self, found: str, party: str, places: list[Place]) -> None:
        steps: list[Step] = []
        for place in places:
            with self.report.about(place.file):
                envelope, step = read_step(self.bag.small(place.file, MAX_ENVELOPE))
                if (step.object, step.party) != (found, party) or step.number != int(place.second):
                    raise FlawError("custody.place", "it is a step of another object, party or number")
                logged = self.ledger.first_moment(step.digest)
                check_signed(envelope, party, step.time, logged, self.directory)
                steps.append(step)
                self._check_step_logged(step)
        if len(steps) == len(places):
            with self.report.about(places[0].file.rpartition("/")[0]):
                check_custody(steps)
                if steps[0].number > 1:
                    text = f"what {party} did with evidence {found} before custody step {steps[0].number}: earlier steps are absent"
                    self.report.leaves_open("custody.beginning", text)
                text = "; ".join(step.sentence() for step in steps)
                self.report.proves(
                    "custody.chain", f"Evidence {found}: unbroken custody record of {party}: {text}."
                )

    def _check_step_logged(self, step: Step) -> None:
        records = self.ledger.take(step.digest)
        for record in records:
            if record.logged.party != step.party:
                text = "a custody step is logged by the party that took it, not by another"
                self.report.flaw(record.file, FlawError("proof.party", text))
        if not records:
            text = f"when custody step {step.number} of {step.party} ({step.action}) was recorded: no proof from its log"
            self.report.leaves_open("custody.unlogged", text)


# ==================== layout ====================
# What may lie where in a bundle (docs/protocol/bundle.md). A file that has no place here is one that nobody vouches for.

COMPANIONS: Final = frozenset(
    ("data/README.txt", "data/certificate.pdf", "data/verify.py", "data/custody.jsonld")
)
"""Files for people's convenience that nobody signed."""
WITNESSES: Final = "data/trust/witnesses.txt"

_ACT: Final = re.compile(rf"data/acts/([0-9]{{4}})-({KIND})\.json")
_RECEIPT: Final = re.compile(rf"data/receipts/({HEX_64})\.({PARTY})\.json")
_PROOF: Final = re.compile(rf"data/proofs/({HEX_64})\.({PARTY})\.json")
_ENTRY: Final = re.compile(rf"data/trust/({PARTY})/([0-9]{{4}})\.json")
_EVIDENCE: Final = re.compile(
    rf"data/evidence/({HEX_32})/(content|content\.age|manifest\.json|inner\.json|digests|members|leaves)"
)
_CUSTODY: Final = re.compile(rf"data/evidence/({HEX_32})/custody/({PARTY})/([0-9]{{4}})\.json")


class Place(NamedTuple):
    """A file and what its name says: two words that depend on the kind of file."""

    file: str
    first: str
    second: str


class Layout(NamedTuple):
    """A bundle's files by kind, in the order of their names. `evidence` is by object and file name."""

    acts: list[Place]
    receipts: list[Place]
    proofs: list[Place]
    entries: list[Place]
    evidence: dict[str, dict[str, str]]
    custody: dict[tuple[str, str], list[Place]]
    strangers: list[str]


def lay_out(names: Iterable[str], report: Report) -> Layout:
    """Sort the files of a bundle; one without a place is noted as wrong."""
    layout = Layout([], [], [], [], {}, {}, [])
    lists = (
        (_ACT, layout.acts),
        (_RECEIPT, layout.receipts),
        (_PROOF, layout.proofs),
        (_ENTRY, layout.entries),
    )
    for name in sorted(names):
        for pattern, places in lists:
            match = pattern.fullmatch(name)
            if match is not None:
                places.append(Place(name, match.group(1), match.group(2)))
                break
        else:
            if not _lay_out_evidence(layout, name) and name not in COMPANIONS | {WITNESSES}:
                text = "a bundle has no such file: nobody vouches for it"
                report.flaw(name, FlawError("bag.no_place", text))
                layout.strangers.append(name)
    return layout


def _lay_out_evidence(layout: Layout, name: str) -> bool:
    match = _EVIDENCE.fullmatch(name)
    if match is not None:
        layout.evidence.setdefault(match.group(1), {})[match.group(2)] = name
        return True
    match = _CUSTODY.fullmatch(name)
    if match is not None:
        place = Place(name, match.group(2), match.group(3))
        layout.evidence.setdefault(match.group(1), {})
        layout.custody.setdefault((match.group(1), match.group(2)), []).append(place)
        return True
    return False


def check_numbers(places: list[Place], numbers: list[str], report: Report) -> None:
    """Note a gap in files that are numbered from 0001 on."""
    for expected, (place, number) in enumerate(zip(places, numbers), 1):
        if int(number) != expected:
            report.flaw(place.file, FlawError("bag.number", f"number {expected:04d} is missing before it"))
            return


# ==================== thread ====================
# All acts of the thread together: signatures, order, what the logs of sender and recipient say, releases of keys.

class Thread:
    """The acts of a bundle by digest, each with its file."""

    def __init__(self, report: Report) -> None:
        """Start empty."""
        self.acts: dict[str, Act] = {}
        self.files: dict[str, str] = {}
        self._report = report

    def read(self, bag: Bag, layout: Layout, directory: Directory, ledger: Ledger) -> None:
        """Read and check every act; what is wrong is noted with its file."""
        check_numbers(layout.acts, [place.first for place in layout.acts], self._report)
        for place in layout.acts:
            with self._report.about(place.file):
                self._read_act(bag, place, directory, ledger)
        if not self.acts:
            self._report.flaw("data/acts", FlawError("thread.empty", "there is no act that holds"))
        with self._report.about("data/acts"):
            check_thread(list(self.acts.values()))
        for act in self.acts.values():
            self._report.thread = act.thread
            self._report.exercise = self._report.exercise or act.exercise
            with self._report.about(self.files[act.place.digest]):
                self._check_release(act)

    def _read_act(self, bag: Bag, place: Place, directory: Directory, ledger: Ledger) -> None:
        envelope, act = read_act(bag.small(place.file, MAX_ENVELOPE))
        digest = act.place.digest
        if act.kind != place.second:
            raise FlawError("act.name", f"it is of the kind {act.kind}, not of that in its name")
        check_act(envelope, act, ledger.first_moment(digest), directory)
        self.acts[digest], self.files[digest] = act, place.file
        self._report.proves("act.signed", f"Act {place.first}: {act.sentence()}: signed with both keys.")
        records = ledger.take(digest)
        for record in records:
            with self._report.about(record.file):
                self._check_record(place.first, act, record)
        if not any(record.leaf_class in ("act-received", "statement") for record in records):
            who = act.sender if act.is_statement else act.recipient
            what = "logged" if act.is_statement else "received"
            text = f"that {who} {what} act {place.first} ({act.kind}): the bundle has no proof from its log"
            self._report.leaves_open("receipt.missing", text)
        if act.kind == "statement.silence":
            text = f"that the partner was silent: act {place.first} states only what the node of {act.sender} attempted"
            self._report.leaves_open("silence.one_sided", text)

    def _check_record(self, number: str, act: Act, record: Record) -> None:
        party = record.logged.party
        owner = act.recipient if record.leaf_class == "act-received" else act.sender
        if party != owner or (record.leaf_class == "statement") != act.is_statement:
            raise FlawError(
                "receipt.party", f"a proof of this kind about act {number} cannot come from {party}"
            )
        where = record.logged.sentence()
        if record.leaf_class == "act-received":
            if record.sender != act.sender:
                raise FlawError("receipt.sender", f"it names another sender than act {number} has")
            text = f"{party} refused it ({record.code})" if record.code else f"{party} received and stored it"
            self._report.proves("act.received", f"Act {number}: {text}: {where}.")
        else:
            self._report.proves("act.logged", f"Act {number}: {party} logged it: {where}.")
        if record.logged.moment < act.place.time:
            text = f"the time of act {number}: {party} logged it at {record.logged.moment}, before the time that it states"
            self._report.leaves_open("clock.order", text)

    def _check_release(self, act: Act) -> None:
        """Check that a key was released only in answer to a signed acceptance by the one who got it."""
        if act.kind != "evidence.released":
            return
        accepted = self.acts.get(act.links["acceptance"])
        if accepted is None:
            raise FlawError("release.acceptance", "the acceptance that it answers is not among the acts")
        if (accepted.kind, accepted.sender) != ("evidence.accepted", act.recipient):
            raise FlawError("release.acceptance", "what it answers is not an acceptance by its recipient")
        if accepted.object != act.object:
            raise FlawError("release.acceptance", "what it answers is an acceptance for another object")
        announced = self.about(act.object, "evidence.announced")
        if accepted.links["conditions"] not in {item.links["conditions"] for item in announced}:
            raise FlawError(
                "release.conditions", "the conditions that were accepted are not those that were announced"
            )
        text = f"{act.sender} released its key to {act.recipient} after it accepted the conditions of use"
        self._report.proves("release.answered", f"Evidence {act.object}: {text}.")

    def about(self, found: str, kind: str) -> list[Act]:
        """Give the acts of one kind about one evidence object."""
        return [act for act in self.acts.values() if (act.kind, act.object) == (kind, found)]


# ==================== check ====================
# The whole check of a bundle, from its folder to the report.

_MAX_ENTRIES: Final = 1000


def check_bundle(path: str, anchors: Anchors, primitives: Primitives) -> Report:
    """Check the bundle in a folder; whatever is in it, the answer is a report."""
    report = Report()
    with report.about(""):
        bag = Bag(Folder(path), report)
        layout = lay_out(bag.payload, report)
        bag.forget(layout.strangers)
        directory = Directory(primitives, report)
        _read_entries(bag, layout, directory, report)
        directory.build(anchors)
        logs = Logs(directory)
        ledger = Ledger(bag, layout, logs, report)
        thread = Thread(report)
        thread.read(bag, layout, directory, ledger)
        Exhibits(bag, layout, directory, ledger, thread, report).check()
        _check_entries(layout, directory, ledger, report)
        with report.about(WITNESSES):
            _check_policy(bag, directory, logs, report)
        ledger.finish()
        bag.finish()
        report.parties = directory.owners()
    return report


def _read_entries(bag: Bag, layout: Layout, directory: Directory, report: Report) -> None:
    if len(layout.entries) > _MAX_ENTRIES:
        raise FlawError("bag.too_many", f"it has more than {_MAX_ENTRIES} directory entries")
    for place in layout.entries:
        with report.about(place.file):
            entry = read_entry(bag.small(place.file, MAX_ENTRY))
            if (entry.party, entry.number) != (place.first, int(place.second)):
                raise FlawError("entry.place", "it is an entry of another party or number than its name says")
            directory.add(place.file, entry)


def _check_entries(layout: Layout, directory: Directory, ledger: Ledger, report: Report) -> None:
    for party, chain in directory.chains.items():
        for entry in chain.entries:
            file = f"data/trust/{party}/{entry.number:04d}.json"
            for record in ledger.take(entry.fingerprint) + ledger.take(entry.envelope.digest):
                text = f"Directory entry {entry.number} of {party}: {record.logged.sentence()}."
                report.proves("entry.logged", text)
            if party in directory.needed and entry.exercise != report.exercise:
                text = "an exercise entry in a real case, or the reverse"
                report.flaw(file, FlawError("entry.exercise", text))


def _check_policy(bag: Bag, directory: Directory, logs: Logs, report: Report) -> None:
    """Check that the policy names only keys that directory entries have, and whether its quorum was reached."""
    policy = read_policy(bag.small(WITNESSES, MAX_POLICY))
    entries = [entry for chain in directory.chains.values() for entry in chain.entries]
    origins = {key for entry in entries for key in entry.log_keys}
    witnesses = {key for entry in entries for key in entry.witness_keys}
    if not set(policy.logs) <= origins or not set(policy.witnesses.values()) <= witnesses:
        raise FlawError("policy.unknown", "it names a key that no directory entry in this bundle has")
    for (origin, size), cosigned in logs.cosigned.items():
        if not policy.is_met(cosigned):
            text = f"that enough witnesses saw the log {origin} at size {size}: its maker's own quorum is not reached"
            report.leaves_open("policy.quorum", text)


# ==================== main ====================
# The command line of `verify.py`, and the same with other primitives for `longbien verify`.

EPILOGUE: Final = """
Exit status: 0 everything holds and the keys are those you named; 1 something is wrong (file and segment are named);
2 usage; 3 everything holds together, but whose keys these are is not proven (no --trust or --fingerprint for them).
Obtain fingerprints from the authorities themselves, never from the bundle.
"""


class Request(NamedTuple):
    """What the reader asked for."""

    bag: str
    trust: tuple[str, ...]
    fingerprints: tuple[str, ...]
    as_json: bool
    quiet: bool


def verify(request: Request, primitives: Primitives) -> tuple[int, str]:
    """Check a bundle as asked: the exit status and the text to print. Never raises for anything in the bundle."""
    try:
        entries: list[Entry] = []
        for file in request.trust:
            entries += _read_trust(file)
        fingerprints = tuple(read_fingerprint(text) for text in request.fingerprints)
    except FlawError as flaw:
        return USAGE, f"verify: {flaw.text}\n"
    if not Path(request.bag).is_dir():
        return USAGE, f"verify: {request.bag} is not a folder\n"
    report = _check(request.bag, Anchors(fingerprints, tuple(entries)), primitives)
    if request.as_json:
        return report.status, report.as_json() + "\n"
    return report.status, report.result() + "\n" if request.quiet else report.as_text()


def _read_trust(file: str) -> list[Entry]:
    try:
        with open(file, "rb") as handle:  # noqa: PTH123 (one reader for both commands)
            data = handle.read(MAX_TRUST_FILE + 1)
        return read_trust_file(data)
    except OSError:
        raise FlawError("usage.trust", f"the trust file {file} cannot be read") from None
    except FlawError as flaw:
        raise FlawError("usage.trust", f"the trust file {file} is no directory entry: {flaw.text}") from None


def _check(bag: str, anchors: Anchors, primitives: Primitives) -> Report:
    try:
        return check_bundle(bag, anchors, primitives)
    except Exception as error:  # noqa: BLE001 (the last line of defence: a court sees a sentence, not a traceback)
        report = Report()
        report.flaw(
            "", FlawError("verifier.failed", f"the verifier could not finish ({type(error).__name__})")
        )
        return report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run as a program."""
    parser = argparse.ArgumentParser(
        prog="verify.py",
        description="Check a Long Biên court bundle. Needs nothing but this file and Python.",
        epilog=EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("bag", metavar="BAG", help="the folder of the bundle")
    parser.add_argument(
        "--trust",
        action="append",
        default=[],
        metavar="FILE",
        help="a directory entry or trust file obtained from an authority itself",
    )
    parser.add_argument(
        "--fingerprint",
        action="append",
        default=[],
        metavar="[PARTY=]HEX",
        help="the fingerprint of a directory entry, obtained from the authority itself",
    )
    parser.add_argument("--json", action="store_true", help="print the report for programs")
    parser.add_argument("--quiet", action="store_true", help="print one line")
    given = parser.parse_args(arguments)
    request = Request(given.bag, tuple(given.trust), tuple(given.fingerprint), given.json, given.quiet)
    status, text = verify(request, PLAIN_PYTHON)
    # Whatever the terminal can show: names in a bundle may be in any script.
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
    return status


if __name__ == "__main__":
    sys.exit(main())
