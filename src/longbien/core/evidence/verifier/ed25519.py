# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ed25519 verification (RFC 8032, 5.1.7) in plain Python: strict and without the cofactor.

Strict: S below the group order, the public key in its one canonical encoding and not of small order (under such a
key a signature says nothing), R compared byte by byte. A verifier handles no secret, so nothing here is constant-time.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Final

    Point = tuple[int, int, int, int]

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
