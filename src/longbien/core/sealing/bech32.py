# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bech32 as age writes keys: BIP 173 without its limit on length (c2sp.org/age)."""

from collections.abc import Iterable
from typing import Final

from longbien.core.base.errors import MalformedError

MAX_CHARACTERS: Final = 4096
"""The longest text that is read: twice the longest key that age has."""

_ALPHABET: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_VALUES: Final = {character: value for value, character in enumerate(_ALPHABET)}
_GENERATORS: Final = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECKSUM_CHARACTERS: Final = 6


def encode(prefix: str, data: bytes) -> str:
    """Write `data` behind a lower-case human-readable `prefix`, in lower case."""
    values = _regroup(data, 8, 5, pad=True)
    residue = _checksum([*_expand(prefix), *values, *([0] * _CHECKSUM_CHARACTERS)]) ^ 1
    ending = [(residue >> (5 * (5 - place))) & 31 for place in range(_CHECKSUM_CHARACTERS)]
    return f"{prefix}1" + "".join(_ALPHABET[value] for value in [*values, *ending])


def decode(text: str) -> tuple[str, bytes]:
    """Read a text that is all lower or all upper case; give the prefix in lower case and the data."""
    lowered = text.lower()
    if len(text) > MAX_CHARACTERS or not text.isascii() or text not in (lowered, text.upper()):
        raise MalformedError("sealing.bech32")
    prefix, separator, rest = lowered.rpartition("1")
    if not prefix or not separator or len(rest) < _CHECKSUM_CHARACTERS:
        raise MalformedError("sealing.bech32")
    if not all("!" <= character <= "~" for character in prefix):
        raise MalformedError("sealing.bech32")
    try:
        values = [_VALUES[character] for character in rest]
    except KeyError as error:
        raise MalformedError("sealing.bech32") from error
    if _checksum([*_expand(prefix), *values]) != 1:
        raise MalformedError("sealing.bech32")
    return prefix, bytes(_regroup(values[:-_CHECKSUM_CHARACTERS], 5, 8, pad=False))


def _expand(prefix: str) -> list[int]:
    codes = prefix.encode("ascii")
    return [*(code >> 5 for code in codes), 0, *(code & 31 for code in codes)]


def _checksum(values: Iterable[int]) -> int:
    residue = 1
    for value in values:
        top = residue >> 25
        residue = (residue & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate(_GENERATORS):
            if top >> place & 1:
                residue ^= generator
    return residue


def _regroup(values: Iterable[int], size: int, into: int, *, pad: bool) -> list[int]:
    """Cut a run of `size`-bit numbers into `into`-bit ones; reading refuses padding that is long or not zero."""
    held, bits = 0, 0
    groups: list[int] = []
    for value in values:
        held = held << size | value
        bits += size
        while bits >= into:
            bits -= into
            groups.append(held >> bits)
            held &= (1 << bits) - 1
    if pad and bits:
        groups.append(held << (into - bits))
    if not pad and (bits >= size or held):
        raise MalformedError("sealing.bech32")
    return groups
