# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checksums of virtual-asset addresses: a wrong letter is noticed before a request leaves. Monero's is not checked: no kept library does it alone."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Final

from Crypto.Hash import keccak
from stdnum import bitcoin

_BECH32_LETTERS: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_PREFIX: Final = [3, 3, 0, 2, 3]
"""The prefix `bc`, expanded for the checksum (BIP 173)."""
_BECH32M: Final = 0x2BC830A3
"""What the checksum of an address of version 1 and later comes to (BIP 350)."""
_TRON: Final = 0x41
_CHECKSUM: Final = 4
_TRON_LENGTH: Final = 25


def wallet_implausible(kind: str, value: str) -> bool:
    """Tell whether an address of a clean shape fails its checksum; a kind without one never does."""
    check = _CHECKED.get(kind)
    return check is not None and not check(value)


def _bitcoin(value: str) -> bool:
    if not value.startswith("bc1") or value.startswith("bc1q"):
        return bitcoin.is_valid(value)
    words = [_BECH32_LETTERS.index(letter) for letter in value[3:]]
    return bitcoin.bech32_checksum([*_PREFIX, *words]) == _BECH32M


def _ethereum(value: str) -> bool:
    """Compare the capitals with ERC-55; an address all in small or all in capital letters says nothing."""
    letters = value.removeprefix("0x")
    if letters in (letters.lower(), letters.upper()):
        return True
    digest = keccak.new(data=letters.lower().encode(), digest_bits=256).hexdigest()
    return all(
        letter.isdigit() or letter.isupper() is (int(nibble, 16) >= 8)
        for letter, nibble in zip(letters, digest, strict=False)
    )


def _tron(value: str) -> bool:
    raw = bitcoin.b58decode(value)
    payload, checksum = raw[:-_CHECKSUM], raw[-_CHECKSUM:]
    right = hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:_CHECKSUM]
    return len(raw) == _TRON_LENGTH and payload[0] == _TRON and checksum == right


_CHECKED: Final[Mapping[str, Callable[[str], bool]]] = {
    "wallet-bitcoin": _bitcoin,
    "wallet-ethereum": _ethereum,
    "wallet-tron": _tron,
}
