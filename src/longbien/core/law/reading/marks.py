# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the beginning of a line says: a provision's number, a part or chapter, an annex, a table of contents; or nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.law.reading.blocks import CELL
from longbien.core.law.reading.numbering import HAN_AFTER, Numbering, letters, number_pattern, read_number
from longbien.core.law.reading.numbers import han_printed

LONGEST_MARK: Final = 400
"""Characters of a line that are looked at."""
LONGEST_HEADING: Final = 250
_EAST: Final = "第제"
_OPEN: Final = r"^[\s>*_#•\[【\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]{0,12}"
_SEPARATOR: Final = (
    r"(?P<sep>[ \t\u00a0\u3000]{0,8}(?:[.:)\]．、：：°º】।։]|[\-–—−\u0640])?"
    r"(?:[ \t]{0,3}[.:)\-–—−\]\u0640]){0,3}[*_]{0,3}[\s\u3000]{0,40})"
)
_BARE: Final = re.compile(
    _OPEN
    + r"(?P<n>\d{1,4}(?:[^\W\d_]{1,2}(?![^\W_]))?(?:\.\d{1,3}){0,2})(?P<sep>[.)]?[-–—]?\s{0,20})(?P<rest>.*)$",
    re.DOTALL,
)
_ENDS: Final = tuple(".;:!?,。；：，！？؛،។။॥।՝։")
_STOPS: Final = tuple(".;:!?。；：！？؛؟।॥։។။")
_BRACKETS: Final = "([{（【［〔"
_NOTED: Final = re.compile(r"(?:\s*\[\d{1,4}\])+\s*$")
_CLOSERS: Final = " \t\u00a0)]}»”’\"'」』*_"
_ENUMERATED: Final = re.compile(
    r"^\s*(?:[(（\[]?(?:\d{1,3}|[a-zа-яđ]|[ivx]{1,5}|[一二三四五六七八九十]{1,3}|[أ-ي])[)）.\-–．、\]]|[-–—•*])\s*\S"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A line that may begin a provision. `unit`: which way of numbering; `sure`: False if only its place in the sequence can tell.

    `apart`: whether something stands between the number and the text: a space, a stop, a bracket.
    """

    block: int
    unit: int
    number: str
    rest: str
    sure: bool
    apart: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """One language's patterns. `units`: what each way of numbering is; `twofold`: those whose word divides laws, too.

    `added`: what stands before the article's own word where articles of a second series are added to a law (*Ek Madde 1*), by unit.
    """

    way: Numbering
    articles: re.Pattern[str]
    inside: re.Pattern[str]
    units: tuple[str, ...]
    twofold: frozenset[int]
    added: Mapping[int, str] = field(hash=False, compare=False)
    divisions: re.Pattern[str]
    annexes: re.Pattern[str]


@cache
def patterns(way: Numbering) -> Patterns:
    """Compile a language's way of numbering."""
    units = way.articles
    words = {one.replace("{n}", "").strip().casefold() for one in way.divisions}
    body = _articles(way)
    return Patterns(
        way=way,
        articles=re.compile(f"{_OPEN}{body}{_SEPARATOR}(?P<rest>.*)$", re.IGNORECASE | re.DOTALL),
        inside=re.compile(_inside(way), re.IGNORECASE),
        units=units,
        twofold=frozenset(
            at for at, one in enumerate(units) if one.replace("{n}", "").strip(" .").casefold() in words
        ),
        added=MappingProxyType(
            {
                at: one.removesuffix(other).strip()
                for at, one in enumerate(units)
                for other in units
                if one.endswith(f" {other}")
            }
        ),
        divisions=re.compile(f"{_OPEN}{_divisions(way)}(?P<rest>.*)$", re.IGNORECASE | re.DOTALL),
        annexes=re.compile(
            _OPEN
            + rf"(?:{'|'.join(letters(one) for one in sorted(way.annexes, key=len, reverse=True)) or '(?!)'})"
            + rf"(?![^\W\d_])[\s\u3000]{{0,4}}(?:{number_pattern(way)}|[A-Z](?!\w)|(?=[\s.:—–-]|$)|[{'一二三四五六七八九十'}\d]{{1,3}})",
            re.IGNORECASE,
        ),
    )


def _inside(way: Numbering) -> str:
    """Give the pattern of the end of a sentence behind which a provision might begin; what is found is looked at again."""
    firsts = {re.escape(one.partition("{n}")[0].strip()) for one in way.articles if not one.startswith("{n}")}
    words = "|".join(sorted(firsts, key=lambda one: (-len(one), one)) or ["(?!)"])
    return rf"(?<=[.;:。；!?؛”»\"』」)])[ \t\u3000]{{0,4}}(?=(?:{words})[\s.]{{0,3}}[\w(])"


def article_mark(text: str, known: Patterns, at: int, before: str) -> Mark | None:
    """Tell whether a block begins a provision; `before` is the end of the block before it (empty: none, or a heading)."""
    found = known.articles.match(text[:LONGEST_MARK])
    if found is None:
        return None
    unit = next(number for number in range(len(known.units)) if found[f"t{number}"] is not None)
    east = known.units[unit][0] in _EAST
    if "{n}" not in known.units[unit]:
        number = "1"
    elif east:
        number = han_printed(found[f"n{unit}"], found[f"a{unit}"] or "")
    else:
        side = "l" if known.units[unit].startswith("{n}") else "w"
        behind = found[f"x{side}"] or ""
        number = " ".join(filter(None, (read_number(found[f"n{side}"], known.way), behind)))
    if unit in known.added:
        number = f"{known.added[unit]} {number}"
    rest = found["rest"] + text[LONGEST_MARK:]
    sure = _sure(rest, found["sep"], known, east=east)
    if sure is None or not number or len(number) > 40:
        return None
    if sure and before and rest and _goes_on(before):
        sure = False
    apart = bool(found["sep"]) or not rest or rest[0] in _BRACKETS
    return Mark(block=at, unit=unit, number=number, rest=rest.strip(), sure=sure, apart=apart)


def bare_mark(text: str, at: int, unit: int) -> Mark | None:
    """Tell whether a block begins with a figure alone, as sections of many statutes do."""
    found = _BARE.match(text[:LONGEST_MARK])
    if found is None or not (found["sep"] or not found["rest"]):
        return None
    rest = (found["rest"] + text[LONGEST_MARK:]).strip()
    if is_small(rest[:1]) or (
        not found["sep"].strip() and not rest.startswith(("(", "[")) and not rest[:1].isupper()
    ):
        return None
    return Mark(
        block=at, unit=unit, number=found["n"], rest=rest, sure=is_heading_like(_before_paragraph(rest))
    )


def division_rank(text: str, known: Patterns, *, styled: bool) -> int | None:
    """Give the rank of a part's or chapter's heading (0: outermost); None for a line that is none."""
    if len(text) > LONGEST_HEADING or (text.rstrip().endswith(_ENDS) and not styled):
        return None
    found = known.divisions.match(text)
    if found is None:
        return None
    rank = _rank_of(found)
    rest = found["rest"].lstrip()
    first = rest.split(maxsplit=1)[0].strip(",") if rest else ""
    if rest[:1] in {",", ";", "(", "、", "，"} or (first in known.way.references and not styled):
        return None
    return (
        None
        if is_small(rest[:1]) and not styled and not found["rest"].startswith((".", ":", " -", " –"))
        else rank
    )


def word_rank(text: str, known: Patterns) -> int | None:
    """Give the rank of a division whose number is none that the language's table has (*Chapitre unique*); None without a division's word."""
    firsts = [word.strip(_CLOSERS + "([.:,") for word in text.casefold().split()[:3]]
    words = (one.replace("{n}", "").strip(" .-").casefold() for one in known.way.divisions)
    return next((rank for rank, word in enumerate(words) if word and word in firsts), None)


def is_heading_like(text: str) -> bool:
    """Tell whether a line could be a heading: short, no stop at its end (nor a Chinese one inside), no enumeration at its beginning, no small letter first, no row of a table."""
    plain = text.strip()
    return (
        0 < len(plain) <= LONGEST_HEADING
        and not _NOTED.sub("", plain).rstrip(_CLOSERS).endswith(_ENDS)
        and not is_small(plain[0])
        and plain[0] not in "-–—•,;)"
        and "。" not in plain
        and CELL not in plain
        and any(letter.isalpha() for letter in plain[:40])
        and _ENUMERATED.match(plain) is None
    )


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends with a full stop or its like, whatever closes behind it, marks of footnotes (`[61]`) too."""
    return _NOTED.sub("", text).rstrip(_CLOSERS).endswith(_STOPS)


def is_enumerated(text: str) -> bool:
    """Tell whether a block begins with a letter or figure of a list."""
    return _ENUMERATED.match(text) is not None


def is_small(letter: str) -> bool:
    """Tell whether a letter is a small one in a script that has capitals (Georgian's everyday letters count as small in Unicode)."""
    return letter.islower() and not "\u10d0" <= letter <= "\u10ff"


def _sure(rest: str, separator: str, known: Patterns, *, east: bool) -> bool | None:
    """Judge what follows a number: True begins a provision, None only cites one, False may be either."""
    if not rest:
        return True
    stopped = bool(separator.strip(" \t\u3000\u00a0*_\n"))
    if rest[0] in ",;،؛、，；)”»" or rest.startswith(("/", "%")):
        return None
    if east:
        cited = rest.startswith(known.way.references)
        return (not cited) or (False if separator or "第" not in rest[:1] else None)
    first = re.split(r"[\s,;.:)(\u00a0]", rest, maxsplit=1)[0]
    if first in known.way.references and not stopped:
        return None
    if rest[0] in "([" and not separator and not stopped:
        return False
    if is_small(rest[0]):
        return False if stopped else None
    return bool(separator) or rest[0] in "([【" or rest[0].isupper()


def _goes_on(before: str) -> bool:
    """Tell whether a block ends in the middle of a sentence, so that the next line may only go on with it."""
    plain = before.rstrip()
    return len(plain) > 50 and (
        plain.endswith((",", "،", "，")) or (is_small(plain[-1:]) and not ends_sentence(plain))
    )


def _before_paragraph(rest: str) -> str:
    """Give what stands before the first `(1)` of a section."""
    return re.split(r"[.\s]*[—–-]?\s*\(\d", rest[:LONGEST_MARK], maxsplit=1)[0]


def _articles(way: Numbering) -> str:
    """Give the pattern of all ways of numbering: `t…` tells which; the number in words, which is long in some languages, stands in it only twice."""
    every = list(enumerate(way.articles))
    parts = [rf"(?P<t{at}>{letters(one)}(?![^\W\d_]))" for at, one in every if "{n}" not in one]
    for at, one in every:
        if one[0] in _EAST:
            before, _, after = one.partition("{n}")
            number = number_pattern(way, f"n{at}", east=True)
            parts.append(rf"(?P<t{at}>{letters(before)}{number}{letters(after)}(?P<a{at}>{HAN_AFTER}))")
    behind = "|".join(letters(one) for one in way.suffixes) or "(?!)"
    led, leading = [], []
    for at, one in every:
        if "{n}" not in one or one[0] in _EAST:
            continue
        before, _, after = one.partition("{n}")
        tail = rf"[ \u00a0]{{0,2}}{letters(after.strip())}{_edge(after)}" if after else ""
        if before:
            gap = r"[\s\u00a0.:\-–—]{0,4}" if before.endswith(" ") else r"\s{0,3}"
            leading.append(rf"(?P<t{at}>{letters(before.rstrip())}){gap}")
        else:
            led.append(rf"(?P<t{at}>{tail})")
    shape = r"(?:[(\[]\s?)?{0}(?:\s?[)\]])?(?:[ \u00a0]?(?P<x{1}>{2})(?![^\W\d_]))?"
    if leading:
        parts.append(rf"(?:{'|'.join(leading)}){shape.format(number_pattern(way, 'nw'), 'w', behind)}")
    if led:
        parts.append(rf"{shape.format(number_pattern(way, 'nl'), 'l', behind)}(?:{'|'.join(led)})")
    return "(?:" + "|".join(parts) + ")"


def _edge(after: str) -> str:
    """Give what ends a word behind a number."""
    return r"(?![^\W\d_])" if after.strip()[-1:].isalpha() else ""


def _divisions(way: Numbering) -> str:
    """Give the pattern of all divisions; the number in words, which is long in some languages, stands in it only twice."""
    every = list(enumerate(way.divisions))
    east = [(at, one) for at, one in every if one[0] in _EAST]
    led = [(at, one.partition("{n}")[2]) for at, one in every if one.startswith("{n}")]
    plain = [(at, one) for at, one in every if "{n}" not in one]
    number = rf"(?:{number_pattern(way)}|[A-ZА-ЯΑ-Ω]{{1,2}}(?![^\W\d_]))"
    parts = []
    for at, one in east:
        before, _, after = one.partition("{n}")
        parts.append(
            rf"(?P<d{at}>{letters(before)}{number_pattern(way, east=True)}{letters(after)}{HAN_AFTER})"
        )
    if plain:
        words = "|".join(rf"(?P<d{at}>{letters(one)})" for at, one in plain)
        parts.append(rf"(?:{words})(?![^\W\d_])[\s\u00a0.:\-–—]{{0,4}}{number}")
    behind = [rf"(?P<e{at}>{letters(one.strip(' .'))})(?![^\W\d_])" for at, one in led]
    behind += [rf"(?P<e{at}>{letters(one)})\s*$" for at, one in plain]
    if behind:
        parts.append(rf"{number}[.\s\u00a0-]{{0,3}}(?:{'|'.join(behind)})")
    return "(?:" + "|".join(parts or ["(?!)"]) + ")"


def _rank_of(found: re.Match[str]) -> int:
    """Give the rank of the division that a pattern of `_divisions` found."""
    return min(
        int(name[1:]) for name, held in found.groupdict().items() if held is not None and name[0] in "de"
    )
