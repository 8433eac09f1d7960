# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A law before it is cut: blocks of text (paragraphs, lines) with their places, whatever file they came in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from longbien.core.base.errors import RefusedError
from longbien.core.law.provisions.lines import MAX_CHARACTERS
from longbien.core.law.provisions.provision import Provision

MAX_BLOCKS: Final = 500_000
TEXT: Final = "text"
HEADING: Final = "heading"
CONTENTS: Final = "contents"
NOTE: Final = "note"
CELL: Final = " | "
"""What stands between two cells of a table's row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands in the file: `unit` is line, paragraph, page or element; `number` counts from 1 (0: the whole file)."""

    unit: str
    number: int = 0

    def __str__(self) -> str:
        """Give the place for programs: `line 12`."""
        return f"{self.unit} {self.number}" if self.number else self.unit


WHOLE: Final = Place(unit="file")


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """Something that a reader should look at: a code with its values (sentence in `longbien.texts`), where, and in which provision (its id)."""

    code: str
    place: Place = WHOLE
    provision: str = ""
    values: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph or line. `style`: text, heading (`level` from 1), contents (a line of a table of contents) or note (foot- and side notes).

    `cells`: of a row of a table (`tables.py`), what each cell holds; `text` is then the row in one line.
    """

    text: str
    place: Place
    style: str = TEXT
    level: int = 0
    cells: tuple[tuple["Block", ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """A file's text in order. `provisions` and `places`, if the file was cut already (Akoma Ntoso, JSON lines); `notes`: what its form showed."""

    form: str
    blocks: tuple[Block, ...] = ()
    notes: tuple[Diagnostic, ...] = ()
    provisions: tuple[Provision, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Text that is in no provision. `kind`: preamble, contents, note, annex, dropped (by the recipe), quoted or all."""

    kind: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A law cut into provisions. `places`: where each begins, in the same order; every letter of the file is in a provision or in `rest`."""

    provisions: tuple[Provision, ...]
    places: tuple[Place, ...]
    notes: tuple[Diagnostic, ...]
    rest: tuple[Rest, ...]
    form: str
    language: str


def bounded(blocks: Blocks) -> Blocks:
    """Give the blocks if they are not too many or too long; RefusedError `law_reading.too_long`, `law_reading.no_text`."""
    size = sum(len(one.text) for one in blocks.blocks)
    size += sum(len(one.text) + len(one.heading) for one in blocks.provisions)
    if size > MAX_CHARACTERS or len(blocks.blocks) > MAX_BLOCKS:
        raise RefusedError("law_reading.too_long", limit=MAX_CHARACTERS)
    if not size:
        raise RefusedError("law_reading.no_text")
    return blocks
