# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Drawing lots so that nobody can steer them: a seed is committed to before, and shown after. A lot drawn from a hat is typed in instead.

What is drawn follows from the seed by HMAC-SHA-256, so that everybody can repeat it. The seed is made outside the core.
"""

import hashlib
import hmac
from collections.abc import Iterator, Sequence
from typing import Final

from longbien.core.base.errors import MalformedError, RefusedError

SEED_BYTES: Final = 32
_COMMIT: Final = b"longbien/lot/1/commit\0"
_DRAW: Final = b"longbien/lot/1/draw\0"
_SPAN: Final = 2**64


def commitment(seed: bytes, about: str) -> str:
    """Give what is published before the draw: 64 hexadecimal digits that bind the seed and what it is for."""
    return hashlib.sha256(_COMMIT + _checked(seed) + about.encode("utf-8")).hexdigest()


def check_reveal(committed: str, seed: bytes, about: str) -> None:
    """Refuse a seed that is not the one committed to; RefusedError `conference_votes.lot_reveal`."""
    if not hmac.compare_digest(commitment(seed, about).encode(), committed.encode("utf-8")):
        raise RefusedError("conference_votes.lot_reveal", about=about[:80])


def draw(seed: bytes, about: str, names: Sequence[str], *, number: int = 1) -> tuple[str, ...]:
    """Draw `number` different names, in the order drawn. The order in which `names` are given does not matter.

    RefusedError `conference_votes.lot_names` if there are not as many names.
    """
    left = sorted(set(names))
    if not 0 < number <= len(left):
        raise RefusedError("conference_votes.lot_names", number=number, names=len(left))
    drawn: list[str] = []
    stream = _numbers(_checked(seed), about.encode("utf-8"))
    while len(drawn) < number:
        fair = _SPAN - _SPAN % len(left)
        value = next(stream)
        if value < fair:
            drawn.append(left.pop(value % len(left)))
    return tuple(drawn)


def _numbers(seed: bytes, about: bytes) -> Iterator[int]:
    turn = 0
    while True:
        block = hmac.new(seed, _DRAW + turn.to_bytes(8, "big") + about, hashlib.sha256).digest()
        yield from (int.from_bytes(block[place : place + 8], "big") for place in range(0, 32, 8))
        turn += 1


def _checked(seed: bytes) -> bytes:
    if len(seed) != SEED_BYTES:
        raise MalformedError("conference_votes.lot_seed", bytes=SEED_BYTES)
    return seed
