# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""ML-DSA-44 and ML-DSA-65 verification (FIPS 204, algorithms 3 and 8) in plain Python.

Polynomials are lists of 256 integers modulo q. Numbers of algorithms and tables are those of FIPS 204.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

    Polynomial = list[int]

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
