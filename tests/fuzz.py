# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fuzzing for a bounded time: random and mutated input until the clock says stop.

A fuzz test is marked `fuzz`, takes the fixture `rounds` and loops over it; the time named by LONGBIEN_FUZZ_SECONDS is shared
by all fuzz tests that run.
"""

import random
import time
from collections.abc import Iterator


def rounds(seconds: float, seed: int) -> Iterator[random.Random]:
    """Give one source of chance per round, each from a seed that is printed, until the time is over."""
    end = time.monotonic() + seconds
    number = seed
    while time.monotonic() < end:
        yield random.Random(number)
        number += 1


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Change a few bytes of `data`: flip, cut, double, insert."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(changed) + 1)
        match chance.randrange(4):
            case 0 if place < len(changed):
                changed[place] ^= 1 << chance.randrange(8)
            case 1:
                del changed[place : place + chance.randint(1, 8)]
            case 2:
                changed[place:place] = changed[max(0, place - chance.randint(1, 16)) : place]
            case _:
                changed[place:place] = chance.randbytes(chance.randint(1, 4))
    return bytes(changed)
