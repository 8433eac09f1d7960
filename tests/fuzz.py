# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fuzzing for a bounded time: random and mutated input until the clock says stop.

A fuzz test is marked `fuzz`, takes the fixture `rounds` and loops over it; the time named by LONGBIEN_FUZZ_SECONDS is shared
by all fuzz tests that run.
"""

import base64
import random
import time
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

Mutator: TypeAlias = Callable[[bytearray, random.Random], None]


def rounds(seconds: float, seed: int) -> Iterator[random.Random]:
    """Give one source of chance per round, each from a seed that is printed, until the time is over."""
    end = time.monotonic() + seconds
    number = seed
    while time.monotonic() < end:
        yield random.Random(number)
        number += 1


def mutations(seed: int, data: bytes) -> Iterator[bytes]:
    """Give changed forms of `data` without end, the same for the same seed; none of them equals `data`."""
    chance = random.Random(seed)
    while True:
        changed = mutate(data, chance)
        if changed != data:
            yield changed


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Change `data` in one to four ways of `MUTATORS` (which may cancel out)."""
    changed = bytearray(data)
    for mutator in chance.choices(
        tuple(MUTATORS.values()), weights=tuple(WEIGHTS.values()), k=chance.choice(HOW_OFTEN)
    ):
        mutator(changed, chance)
    return bytes(changed)


def _flip(data: bytearray, chance: random.Random) -> None:
    """Flip one bit."""
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _truncate(data: bytearray, chance: random.Random) -> None:
    """Cut the end off."""
    del data[chance.randrange(len(data) + 1) :]


def _remove(data: bytearray, chance: random.Random) -> None:
    """Take a piece out."""
    place, length = _piece(data, chance)
    del data[place : place + length]


def _enlarge(data: bytearray, chance: random.Random) -> None:
    """Put random bytes in, or many at the end."""
    if chance.random() < 0.1:
        data += chance.randbytes(1) * chance.choice((16, 256, 4096, 65_536))
    else:
        place = chance.randrange(len(data) + 1)
        data[place:place] = chance.randbytes(chance.randint(1, 16))


def _duplicate(data: bytearray, chance: random.Random) -> None:
    """Write a piece twice."""
    place, length = _piece(data, chance)
    data[place:place] = data[place : place + length]


def _reorder(data: bytearray, chance: random.Random) -> None:
    """Exchange two neighbouring pieces."""
    place, length = _piece(data, chance)
    middle = place + chance.randint(0, length)
    data[place : place + length] = data[middle : place + length] + data[place:middle]


def _overwrite(data: bytearray, chance: random.Random) -> None:
    """Write bytes that matter to readers over others: brackets, quotes, signs, line ends, extremes."""
    if data:
        token = chance.choice(TOKENS)
        place = chance.randrange(len(data))
        data[place : place + len(token)] = token


def _reencode(data: bytearray, chance: random.Random) -> None:
    """Spell the same thing, or a piece of it, in another way."""
    place, length = _piece(data, chance)
    if chance.random() < 0.2:
        place, length = 0, len(data)
    data[place : place + length] = chance.choice(SPELLINGS)(bytes(data[place : place + length]))


def _piece(data: bytearray, chance: random.Random) -> tuple[int, int]:
    """Choose a place and a length: mostly short, now and then anything."""
    place = chance.randrange(len(data) + 1)
    rest = len(data) - place
    return place, chance.randint(0, rest if chance.random() < 0.1 else min(rest, 32))


MUTATORS: Final[Mapping[str, Mutator]] = MappingProxyType(
    {
        "flip": _flip,
        "truncate": _truncate,
        "remove": _remove,
        "enlarge": _enlarge,
        "duplicate": _duplicate,
        "reorder": _reorder,
        "overwrite": _overwrite,
        "re-encode": _reencode,
    }
)
"""The ways in which data are changed."""

WEIGHTS: Final[Mapping[str, int]] = MappingProxyType(
    {name: 1 if name == "truncate" else 3 for name in MUTATORS}
)
"""How often each way is taken: a cut hides what the others did behind it."""

HOW_OFTEN: Final = (1, 1, 1, 2, 3, 4)
"""How many changes at a time: one mostly, for that gets furthest."""

TOKENS: Final = (
    *(b'"', b"\\", b"{", b"}", b"[", b"]", b",", b":", b"null", b"true", b"-1", b"1e9", b"9007199254740993"),
    *(
        b"\0",
        b"\n",
        b"\r\n",
        b"\xff",
        b"\xff\xff",
        b"\xff\xff\xff\xff",
        b"\0\0\0\0",
        b"=",
        b"==",
        b" ",
        b"../",
    ),
    *(b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\\u0000", b"\\ud800", b"[" * 200, b'{"a":' * 100),
)
"""What readers stumble over."""

SPELLINGS: Final[tuple[Callable[[bytes], bytes], ...]] = (
    bytes.upper,
    bytes.lower,
    base64.b64encode,
    lambda piece: piece.replace(b"+", b"-").replace(b"/", b"_"),
    lambda piece: piece.replace(b"=", b""),
    lambda piece: piece.replace(b",", b", ").replace(b":", b": "),
    lambda piece: piece.replace(b"\n", b"\r\n"),
    lambda piece: piece.decode("latin-1").encode("utf-8"),
    lambda piece: piece.decode("latin-1").encode("utf-16"),
    lambda piece: piece.hex().encode(),
)
"""Other spellings of the same thing."""
