# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How like two provisions are: the share of pairs of words that both have, in thousandths. The same measure in every language."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from longbien.core.law.comparing.tokens import plain_token, tokens
from longbien.core.law.provisions.provision import Provision

WHOLE: Final = 1000
"""The likeness of two texts with the same pairs of words."""
_SIGNS: Final = frozenset(" .,;:()[]«»“”\"'’-–—。，；：（）、،؛")


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """What is compared of a provision: its text with heading and white space levelled, and its pairs of words."""

    level: str
    pairs: frozenset[int]


def print_of(heading: str, text: str) -> Print:
    """Take the print of a provision. The number of a provision is no part of it, so that a renumbered one has the same print."""
    words = [plain_token(token).casefold() for token in (*tokens(heading), *tokens(text))]
    words = [word for word in words if word and word not in _SIGNS]
    pairs = {hash((one, other)) for one, other in zip(["", *words], words, strict=False)}
    return Print(level=" ".join(words), pairs=frozenset(pairs))


def prints_of(provisions: Iterable[Provision]) -> tuple[Print, ...]:
    """Take the prints of some provisions."""
    return tuple(print_of(one.heading, one.text) for one in provisions)


def likeness(one: Print, other: Print) -> int:
    """Give how much two provisions have in common: twice what both have by what each has (Dice), 0 to 1000."""
    count = len(one.pairs) + len(other.pairs)
    return WHOLE if not count else 2 * WHOLE * len(one.pairs & other.pairs) // count


def share_within(part: Print, whole: Print) -> int:
    """Give how much of a part stands in a whole, 0 to 1000."""
    return WHOLE * len(part.pairs & whole.pairs) // len(part.pairs) if part.pairs else 0
