# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A recipe: what one source needs beside the rules of its language, as data. Its patterns run in linear time (RE2), whatever they say.

| member | what it says |
|---|---|
| `language`, `law`, `encoding` | what the reader would otherwise be told or guess |
| `article` | pattern of the line that begins a provision: groups `n` (number) and, if it is there, `h` (heading or first words) |
| `divisions` | patterns of headings of parts and chapters, outermost first |
| `start`, `end` | the first line that counts, the first that does not any more |
| `drop` | `{line: pattern}`, or `{from: pattern, to: pattern}` up to and with that line |
| `headings` | where headings stand: same, after, before, none |
| `quotes` | false: quotation marks mean nothing here |
| `superscripts` | true: 1596 between 159 and 160 is 159^6 |
| `unwrap` | true or false: whether lines are joined to paragraphs |
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from longbien.core.base.datafile import reading
from longbien.core.base.errors import MalformedError, UsageError
from longbien.core.base.fields import Fields
from longbien.core.base.library import parse_yaml
from longbien.core.law.reading.blocks import Block, Rest
from longbien.core.law.reading.marks import LONGEST_MARK, Mark
from longbien.core.law.reading.numbers import printed
from longbien.core.law.reading.outline import Division
from longbien.core.law.reading.sequence import Beginnings

SCHEMA: Final = "longbien/law-recipe/1"
MAX_RECIPE: Final = 64 * 1024
"""Bytes of a recipe."""
_MAX_PATTERN: Final = 500
_MEMORY: Final = 1 << 20
HEADINGS: Final = ("same", "after", "before", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """Lines that do not count: one at a time, or from one line up to another."""

    first: Any
    last: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One source's recipe; what is empty is left to the rules of the language. Patterns are compiled ones of RE2."""

    language: str = ""
    law: str = ""
    encoding: str = ""
    article: Any = None
    divisions: tuple[Any, ...] = ()
    start: Any = None
    end: Any = None
    drop: tuple[Drop, ...] = ()
    headings: str = ""
    quotes: bool = True
    superscripts: bool = False
    unwrap: bool | None = None


def read_recipe(data: bytes, *, source: str = "recipe") -> Recipe:
    """Read a recipe from YAML; MalformedError with file and line, `law_reading.pattern`; `base.too_large` beyond 64 KiB."""
    if len(data) > MAX_RECIPE:
        raise MalformedError("base.too_large", limit=MAX_RECIPE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MalformedError("base.not_utf8", position=error.start) from error
    with reading(parse_yaml(text, source=source), schema=SCHEMA) as fields:
        return Recipe(
            language=_text(fields, "language"),
            law=_text(fields, "law"),
            encoding=_text(fields, "encoding"),
            article=_article(fields),
            divisions=tuple(
                pattern(one) for one in fields.texts("divisions", max_items=20, max_length=_MAX_PATTERN)
            )
            if fields.has("divisions")
            else (),
            start=_pattern(fields, "start"),
            end=_pattern(fields, "end"),
            drop=fields.objects("drop", _drop, max_items=50) if fields.has("drop") else (),
            headings=fields.choice("headings", HEADINGS) if fields.has("headings") else "",
            quotes=fields.boolean("quotes") if fields.has("quotes") else True,
            superscripts=fields.boolean("superscripts") if fields.has("superscripts") else False,
            unwrap=fields.boolean("unwrap") if fields.has("unwrap") else None,
        )


def pattern(text: str) -> Any:
    """Compile a pattern that takes time in proportion to the text; MalformedError `law_reading.pattern`."""
    try:
        import re2  # optional
    except ImportError as error:
        raise UsageError("cli.node_not_installed") from error
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MEMORY
    try:
        return re2.compile(text, options)
    except re2.error as error:
        raise MalformedError("law_reading.pattern", pattern=text[:60]) from error


def dropped(blocks: Sequence[Block], recipe: Recipe) -> tuple[tuple[Block, ...], tuple[Rest, ...]]:
    """Take out what a recipe says does not count; it stays visible in the rest."""
    if not (recipe.drop or recipe.start or recipe.end):
        return tuple(blocks), ()
    kept: list[Block] = []
    rest: list[Rest] = []
    begun, until, ended = recipe.start is None, None, False
    for one in blocks:
        line = one.text[:LONGEST_MARK]
        if not begun and recipe.start.search(line):
            begun = True
        ended = ended or bool(begun and recipe.end is not None and recipe.end.search(line))
        out = not begun or ended or until is not None
        if until is not None and until.search(line):
            until = None
        elif not out:
            hit = next((drop for drop in recipe.drop if drop.first.search(line)), None)
            out = hit is not None
            until = hit.last if hit is not None and not (hit.last and hit.last.search(line)) else None
        if out:
            rest.append(Rest(kind="dropped", text=one.text, place=one.place))
        else:
            kept.append(one)
    return tuple(kept), tuple(rest)


def beginnings(blocks: Sequence[Block], recipe: Recipe, barred: frozenset[int]) -> Beginnings:
    """Find the lines that begin provisions by the recipe's own pattern."""
    marks = []
    for at, block in enumerate(blocks):
        found = recipe.article.search(block.text[:LONGEST_MARK]) if at not in barred else None
        number = printed(found.group("n") or "") if found else ""
        if found and number:
            rest = _named(found, "h")
            rest = (block.text[found.end() :] if rest is None else rest + block.text[found.end() :]).strip()
            marks.append(Mark(block=at, unit=0, number=number[:40], rest=rest, sure=True))
    return Beginnings(marks=tuple(marks))


def recipe_divisions(
    blocks: Sequence[Block], recipe: Recipe, begins: frozenset[int], barred: frozenset[int]
) -> dict[int, Division]:
    """Find the headings of parts and chapters by the recipe's own patterns."""
    found = {}
    for at, block in enumerate(blocks):
        if at in begins or at in barred:
            continue
        line = block.text[:LONGEST_MARK]
        rank = next((rank for rank, one in enumerate(recipe.divisions) if one.search(line)), None)
        if rank is not None:
            found[at] = Division(first=at, last=at, rank=rank, title=" ".join(block.text.split()))
    return found


def _named(found: Any, name: str) -> str | None:
    try:
        value = found.group(name)
    except (IndexError, KeyError):
        return None
    return str(value or "")


def _text(fields: Fields, name: str) -> str:
    return fields.text(name, max_length=40) if fields.has(name) else ""


def _pattern(fields: Fields, name: str) -> Any:
    return pattern(fields.text(name, max_length=_MAX_PATTERN)) if fields.has(name) else None


def _article(fields: Fields) -> Any:
    found = _pattern(fields, "article")
    if found is not None and "n" not in found.groupindex:
        raise MalformedError("law_reading.pattern_number")
    return found


def _drop(item: Fields) -> Drop:
    if item.has("line"):
        return Drop(first=_pattern(item, "line"))
    return Drop(
        first=pattern(item.text("from", max_length=_MAX_PATTERN)),
        last=pattern(item.text("to", max_length=_MAX_PATTERN)),
    )
