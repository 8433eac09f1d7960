# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Document symbols: `<BODY>/<ORGAN>/<YEAR>/<SERIES?><N>[/Add.n][/Rev.n][/Corr.n]`, read and written in one spelling.

One symbol stands for all language versions of a document. The body's prefix of this Convention's Conference is not known: it is a
conference's own setting. Series and their separators are data (`data/procedure/papers/symbols.yaml`).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import CONFIDENCE, reading
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.library import read_data

MAX_SYMBOL: Final = 80
"""The longest symbol, in characters."""

_FILE: Final = "procedure/papers/symbols.yaml"
_PREFIX: Final = re.compile(r"[A-Z][A-Za-z0-9.]{0,15}(?:/[A-Z][A-Za-z0-9.-]{0,15}){0,2}")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,3}")
_NUMBERED: Final = re.compile(r"([A-Z]{1,4})[./]([1-9][0-9]{0,3})")
_MARK: Final = re.compile(r"(Add|Rev|Corr)\.([1-9][0-9]{0,2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One series: its letters, what it holds, what stands before the number, and whether all official languages are due."""

    code: str
    label: str
    separator: str
    all_languages: bool
    source: str
    confidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One mark behind the number: `Add` (addendum), `Rev` (revision) or `Corr` (corrigendum), and its own number."""

    kind: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """One symbol. `prefix` is body and organ (`CAC/COSP`); `year` is None where an organ numbers through; `series` "" is the general one."""

    prefix: str
    year: int | None
    series: str
    number: int
    marks: tuple[Mark, ...] = ()

    def __str__(self) -> str:
        """Write it in its one spelling."""
        parts = [self.prefix]
        if self.year is not None:
            parts.append(str(self.year))
        parts.append(f"{self.series}{series()[self.series].separator}{self.number}")
        parts += [f"{mark.kind}.{mark.number}" for mark in self.marks]
        return "/".join(parts)

    @property
    def base(self) -> "Symbol":
        """The symbol without any mark: the document that addenda, revisions and corrigenda belong to."""
        return replace(self, marks=())

    @property
    def revision(self) -> int:
        """The number of the revision that it is: 0 for a first issue. What stands behind the last `Rev` does not count."""
        last = self._uncorrected[-1:]
        return last[0].number if last and last[0].kind == "Rev" else 0

    @property
    def corrects(self) -> "Symbol | None":
        """The document that a corrigendum corrects; None for anything else."""
        if self.marks and self.marks[-1].kind == "Corr":
            return replace(self, marks=self._uncorrected)
        return None

    @property
    def unrevised(self) -> "Symbol":
        """The symbol of the first issue: without its own revision. `X/Add.1/Rev.2` is `X/Add.1`."""
        marks = self._uncorrected
        return replace(self, marks=marks[:-1] if self.revision else marks)

    def supersedes(self, other: "Symbol") -> bool:
        """Tell whether this document takes the place of `other`: a later revision of the same first issue."""
        if self.corrects is not None or other.corrects is not None:
            return False
        return self.unrevised == other.unrevised and self.revision > other.revision

    @property
    def _uncorrected(self) -> tuple[Mark, ...]:
        return self.marks[:-1] if self.marks and self.marks[-1].kind == "Corr" else self.marks


@cache
def series() -> Mapping[str, Series]:
    """Give the series by their letters, from the data."""
    document = read_data(_FILE)
    with reading(document, schema="longbien/document-symbols/1") as fields:
        fields.text("pattern")
        fields.texts("examples")
        fields.choice("prefix_confidence", CONFIDENCE)
        found = fields.objects("series", _series)
        fields.objects(
            "marks", lambda item: (item.choice("code", ("Add", "Rev", "Corr")), item.text("label"))
        )
    return MappingProxyType({one.code: one for one in found})


def parse_symbol(text: str) -> Symbol:
    """Read a symbol in any spelling that is in use (`L.3`, `NGO/1` and `NGO.1`); MalformedError `conference_papers.symbol`."""
    if len(text) > MAX_SYMBOL:
        raise _wrong(text)
    parts = text.split("/")
    marks, rest = _marks(parts, text)
    prefix, year, letters, number = _numbered(rest, text)
    if _PREFIX.fullmatch(prefix) is None or letters not in series():
        raise _wrong(text)
    return Symbol(prefix=prefix, year=year, series=letters, number=number, marks=marks)


def parse_prefix(text: str) -> str:
    """Read a body's prefix, such as `CAC/COSP`; MalformedError `conference_papers.symbol_prefix`."""
    if _PREFIX.fullmatch(text) is None or any(part in series() and part for part in text.split("/")):
        raise MalformedError("conference_papers.symbol_prefix", value=text[:80])
    return text


def latest(symbol: Symbol, among: Iterable[Symbol]) -> Symbol | None:
    """Give the latest of `among` that took the place of a document; None while it stands."""
    later = [one for one in among if one.supersedes(symbol)]
    return max(later, key=lambda one: one.revision, default=None)


def _series(item: Fields) -> Series:
    return Series(
        code=item.text("code", pattern=r"[A-Z]{0,4}", min_length=0),
        label=item.text("label"),
        separator=item.text("separator", pattern=r"[./]?", min_length=0),
        all_languages=item.boolean("all_languages"),
        source=item.text("source"),
        confidence=item.choice("confidence", CONFIDENCE),
    )


def _marks(parts: list[str], text: str) -> tuple[tuple[Mark, ...], list[str]]:
    """Take the marks off the end: each kind once, a corrigendum last."""
    found: list[Mark] = []
    rest = list(parts)
    while rest and (match := _MARK.fullmatch(rest[-1])):
        found.insert(0, Mark(kind=match[1], number=int(match[2])))
        rest.pop()
    kinds = [mark.kind for mark in found]
    if len(set(kinds)) != len(kinds) or "Corr" in kinds[:-1]:
        raise _wrong(text)
    return tuple(found), rest


def _numbered(rest: list[str], text: str) -> tuple[str, int | None, str, int]:
    """Read prefix, year, series and number from what stands before the marks."""
    letters = ""
    if len(rest) > 1 and (match := _NUMBERED.fullmatch(rest[-1])):
        letters, number = match[1], int(match[2])
        head = rest[:-1]
    elif len(rest) > 2 and (match := _NUMBERED.fullmatch("/".join(rest[-2:]))) and match[1] in series():
        letters, number = match[1], int(match[2])
        head = rest[:-2]
    elif len(rest) > 1 and _NUMBER.fullmatch(rest[-1]):
        number, head = int(rest[-1]), rest[:-1]
    else:
        raise _wrong(text)
    year = int(head[-1]) if len(head) > 1 and _YEAR.fullmatch(head[-1]) else None
    return "/".join(head[:-1] if year is not None else head), year, letters, number


def _wrong(text: str) -> MalformedError:
    return MalformedError("conference_papers.symbol", value=text[:MAX_SYMBOL])
