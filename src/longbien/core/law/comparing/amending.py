# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A bill beside the law that it would change, where the bill has provisions of its own and gives whole new provisions within them.

No language's grammar of amending is read: a provision of the bill is put beside the provisions of the law whose numbers it names, or whose text it
is like. Whether it really replaces them is for a reader; what names nothing and is like nothing is shown as such.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from longbien.core.law.comparing.likeness import Print, likeness, print_of, prints_of, share_within
from longbien.core.law.comparing.pairing import numbers_of
from longbien.core.law.provisions.provision import Provision

WHOLE_TEXT: Final = 350
"""Likeness from which a passage of a bill is taken for the new text of a provision."""
_MOST_TARGETS: Final = 40
_LONGEST_PASSAGE: Final = 20_000
"""Characters of a passage that is compared with a provision."""
_AROUND: Final = " .:–—-\n\t“”„‟«»\"'‘’「」『』"
"""What stands around a passage that is quoted."""
_NUMBER: Final = re.compile(r"\w+(?:[.^\-–/]\w+)*")


class Reach(StrEnum):
    """What a bill's provision does to the law, as far as a machine sees."""

    NEW_TEXT = "new_text"
    """It gives a passage that is like a whole provision of the law."""
    NAMES = "names"
    """It names provisions of the law; what it does to them is to be read."""
    NOTHING = "nothing"
    """It names none and is like none: an addition, or a provision of the bill itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A provision of the law that a provision of the bill reaches. `passage` is its new text if the bill gives one, else empty."""

    provision: Provision
    passage: str = ""
    likeness: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """One provision of the bill with what it reaches."""

    bill: Provision
    reach: Reach
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """All provisions of the bill in their order, and how many provisions of the law none of them reaches."""

    amendments: tuple[Amendment, ...]
    counts: Mapping[Reach, int]
    untouched: tuple[str, ...]
    """Their ids."""


def compare_bill(law: Sequence[Provision], bill: Sequence[Provision]) -> Amended:
    """Put each provision of a bill beside those of the law that it reaches."""
    numbers: dict[str, list[int]] = {}
    for place, number in enumerate(numbers_of(law)):
        numbers.setdefault(number, []).append(place)
    prints = prints_of(law)
    found = tuple(_amendment(one, law, numbers, prints) for one in bill)
    reached = {target.provision.id for one in found for target in one.targets}
    counts = {reach: sum(one.reach is reach for one in found) for reach in Reach}
    return Amended(
        amendments=found, counts=counts, untouched=tuple(one.id for one in law if one.id not in reached)
    )


def _amendment(
    one: Provision, law: Sequence[Provision], numbers: Mapping[str, Sequence[int]], prints: Sequence[Print]
) -> Amendment:
    text = f"{one.heading}\n{one.text}" if one.heading else one.text
    named = [
        (found.end(), place)
        for found in _NUMBER.finditer(text)
        for place in numbers.get(found[0].casefold(), ())
    ]
    targets = _with_passages(text, named, law, prints)
    if not targets:
        targets = _alike(one, law, prints)
    reach = Reach.NOTHING
    if targets:
        reach = Reach.NEW_TEXT if any(target.passage for target in targets) else Reach.NAMES
    return Amendment(bill=one, reach=reach, targets=tuple(targets))


def _with_passages(
    text: str, named: Sequence[tuple[int, int]], law: Sequence[Provision], prints: Sequence[Print]
) -> list[Target]:
    """For each provision that is named, take the passage after its number, up to where the next one is named, that is most like it.

    Numbers within a text may be days or sums: with passages that are whole new texts, what is merely named beside them is left out.
    """
    best: dict[int, tuple[int, str]] = {}
    for start, place in named[:_MOST_TARGETS]:
        ends = [other for other, found in named if other > start and found != place]
        for end in (*ends[:2], len(text)):
            passage = text[start : min(end, start + _LONGEST_PASSAGE)]
            score = likeness(print_of("", passage), prints[place])
            if score > best.get(place, (-1, ""))[0]:
                best[place] = (score, passage)
    whole = [place for place, (score, _) in best.items() if score >= WHOLE_TEXT]
    return [
        Target(
            provision=law[place],
            passage=best[place][1].strip(_AROUND) if place in whole else "",
            likeness=best[place][0],
        )
        for place in sorted(whole or best)
    ]


def _alike(one: Provision, law: Sequence[Provision], prints: Sequence[Print]) -> list[Target]:
    """Find the provision of the law that stands in a bill's provision without its number."""
    own = print_of(one.heading, one.text)
    rated = [
        (min(likeness(own, other), share_within(other, own)), -place) for place, other in enumerate(prints)
    ]
    score, place = max(rated, default=(0, 0))
    if score < WHOLE_TEXT:
        return []
    return [Target(provision=law[-place], passage=one.text, likeness=score)]
