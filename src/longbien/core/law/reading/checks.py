# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a reader should look at in a law that was cut: empty, double, missing and over-long provisions, letters and languages that are wrong."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median
from typing import Final

from longbien.core.law.provisions.provision import Provision
from longbien.core.law.reading.blocks import Block, Diagnostic, Place, Rest
from longbien.core.law.reading.numbers import follows, key, leading
from longbien.core.law.reading.tongue import doubted

LONGEST: Final = 20_000
"""Characters of a provision that are never usual."""
_TIMES: Final = 25
_LONG: Final = 6000
_AHEAD: Final = 80
_MISREAD: Final = re.compile(
    "Ã[\u0080-\u00bf©¨ªº«»¡³±]|â€[\u0099\u009c\u009d™œ“”]|Ð[\u0080-\u00bf]Ñ|á[º»][\u0080-\u00bf]|Ø[§-º]Ù|å[\u0080-\u00bf][\u0080-\u00bf]æ"
)
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_LETTERS: Final = (
    ("law_reading.replaced", re.compile("\ufffd")),
    ("law_reading.misread", _MISREAD),
    ("law_reading.private_use", _PRIVATE),
    ("law_reading.control", _CONTROL),
)


def checked_text(blocks: Sequence[Block], language: str) -> tuple[Diagnostic, ...]:
    """Look at the letters of a text, and at its language."""
    notes = []
    for code, pattern in _LETTERS:
        hits = [(len(pattern.findall(one.text)), one.place) for one in blocks if pattern.search(one.text)]
        if hits:
            values = {"count": sum(count for count, _ in hits)}
            notes.append(Diagnostic(code=code, place=hits[0][1], values=values))
    doubt = doubted((one.text for one in blocks), language)
    if doubt is not None:
        code = "law_reading.other_script" if doubt.kind == "script" else "law_reading.other_language"
        notes.append(Diagnostic(code=code, values={"language": language, "found": doubt.found}))
    return tuple(notes)


def checked(
    provisions: Sequence[Provision], places: Sequence[Place], rest: Sequence[Rest], *, superscripts: bool
) -> tuple[Diagnostic, ...]:
    """Look at the provisions; `superscripts`: lost ones were restored, so they are not named again."""
    if not provisions:
        return (Diagnostic(code="law_reading.none"),)
    at = list(zip(provisions, places, strict=True))
    notes = [*_each(at), *_outside(rest)]
    for _, group in groupby(at, key=lambda pair: pair[0].law):
        notes += _sequence(list(group), restored=superscripts)
    return tuple(sorted(notes, key=lambda one: (one.place.unit, one.place.number)))


def lost_superscripts(numbers: Sequence[str]) -> dict[int, str]:
    """Give numbers whose raised digit lost its place: between 159 and 160, 1596 is 159^6."""
    found: dict[int, str] = {}
    last = ""
    for at, number in enumerate(numbers):
        if not number.isdecimal() or len(number) > 8:
            last = number if not last else str(leading(number)) or last
            continue
        ahead = str(int(last) + 1) if last.isdecimal() else ""
        is_longer = bool(last) and number.startswith(last) and 1 <= len(number) - len(last) <= 2
        if is_longer and int(number) > int(last) + 1 and len(last) > 1 and ahead in numbers[at : at + _AHEAD]:
            found[at] = f"{last}^{number[len(last) :]}"
        else:
            last = number
    return found


def _each(at: Sequence[tuple[Provision, Place]]) -> Iterator[Diagnostic]:
    usual = median(len(one.text) for one, _ in at)
    for one, place in at:
        if not one.text.strip():
            yield Diagnostic(code="law_reading.empty", place=place, provision=one.id)
        elif len(one.text) > LONGEST or (len(one.text) > _LONG and len(one.text) > _TIMES * usual):
            yield Diagnostic(
                code="law_reading.long",
                place=place,
                provision=one.id,
                values={"characters": len(one.text), "usual": int(usual)},
            )


def _outside(rest: Sequence[Rest]) -> Iterator[Diagnostic]:
    for one in rest:
        if one.kind in {"outside", "annex"}:
            yield Diagnostic(
                code=f"law_reading.rest_{one.kind}",
                place=one.place,
                values={"characters": len(one.text), "begins": " ".join(one.text.split())[:60]},
            )


def _sequence(at: Sequence[tuple[Provision, Place]], *, restored: bool) -> Iterator[Diagnostic]:
    numbers = [one.number for one, _ in at]
    lost = {} if restored else lost_superscripts(numbers)
    seen: dict[str, Place] = {}
    last = ""
    for number, (one, place) in enumerate(at):
        if number in lost:
            values: dict[str, str | int] = {"number": one.number, "likely": lost[number]}
            yield Diagnostic(code="law_reading.superscript", place=place, provision=one.id, values=values)
            continue
        if not one.number:
            continue
        if one.number in seen:
            yield Diagnostic(
                code="law_reading.double",
                place=place,
                provision=one.id,
                values={"number": one.number, "first": str(seen[one.number])},
            )
        seen.setdefault(one.number, place)
        if last and not follows(last, one.number) and key(last)[0] == key(one.number)[0]:
            is_back = key(one.number)[1] <= key(last)[1]
            if not (is_back and (leading(one.number) == 1 or one.number == last)):
                code = "law_reading.back" if is_back else "law_reading.jump"
                values = {"before": last, "number": one.number}
                yield Diagnostic(code=code, place=place, provision=one.id, values=values)
        last = one.number
