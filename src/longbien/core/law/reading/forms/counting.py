# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The numbers that a word processor counts itself (`Article 1.`, `(a)`): they stand in no text, and are counted here as it does."""

from dataclasses import dataclass, field
from typing import Any, Final

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN: Final = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_HAN: Final = "〇一二三四五六七八九"
_DEEPEST: Final = 9
_MOST: Final = 3999


@dataclass(slots=True)
class _Level:
    """One level of a list: where it starts, how its figure is written, and the text around it (`Article %1.`)."""

    start: int = 1
    form: str = "decimal"
    text: str = ""


@dataclass(slots=True)
class Counting:
    """The lists of one document, and how far each has counted."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Any) -> "Counting":
        """Read a document's lists, and the styles that count."""
        made = cls()
        try:
            numbering = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return made
        for one in numbering.iter(f"{_W}abstractNum"):
            made.levels[str(one.get(f"{_W}abstractNumId"))] = {
                _integer(level.get(f"{_W}ilvl")): _level(level) for level in one.iter(f"{_W}lvl")
            }
        for one in numbering.iter(f"{_W}num"):
            made.lists[str(one.get(f"{_W}numId"))] = _value(one.find(f"{_W}abstractNumId"))
        for style in document.styles:
            found = style.element.find(f"{_W}pPr/{_W}numPr")
            if found is not None:
                name = _value(found.find(f"{_W}numId"))
                made.styles[style.style_id] = (name, _integer(_value(found.find(f"{_W}ilvl"))))
        return made

    def number(self, paragraph: Any, style_id: str) -> str:
        """Count one paragraph on, and give what the word processor would print before it (empty: it does not count)."""
        own = paragraph.find(f"{_W}pPr/{_W}numPr")
        name, at = self.styles.get(style_id, ("", 0))
        if own is not None:
            name = _value(own.find(f"{_W}numId")) or name
            at = _integer(_value(own.find(f"{_W}ilvl"))) if own.find(f"{_W}ilvl") is not None else at
        abstract = self.lists.get(name, "")
        levels = self.levels.get(abstract)
        if not levels or at not in levels or not 0 <= at < _DEEPEST:
            return ""
        counts = self.counts.setdefault(abstract, [0] * _DEEPEST)
        counts[at] = counts[at] + 1 if counts[at] else levels[at].start
        counts[at + 1 :] = [0] * (_DEEPEST - at - 1)
        text = levels[at].text
        for place in range(at + 1):
            level = levels.get(place, _Level())
            text = text.replace(f"%{place + 1}", figure(counts[place] or level.start, level.form))
        return "" if levels[at].form in {"bullet", "none"} else text.strip()


def figure(value: int, form: str) -> str:
    """Write a figure as a list does: decimal, roman, letters, Chinese."""
    if form in {"lowerLetter", "upperLetter"} and 1 <= value <= 26 * 26:
        letter = chr(ord("a") + (value - 1) % 26) * (1 + (value - 1) // 26)
        return letter if form == "lowerLetter" else letter.upper()
    if form in {"lowerRoman", "upperRoman"} and 1 <= value <= _MOST:
        roman, left = "", value
        for size, letters in _ROMAN:
            roman += letters * (left // size)
            left %= size
        return roman.lower() if form == "lowerRoman" else roman
    if form.startswith(("chinese", "japanese", "taiwanese", "ideograph")) and 1 <= value < 100:
        tens, ones = divmod(value, 10)
        return ("" if tens < 2 else _HAN[tens]) + ("十" if tens else "") + (_HAN[ones] if ones else "")
    return f"{value:02d}" if form == "decimalZero" else str(value)


def _level(element: Any) -> _Level:
    return _Level(
        start=_integer(_value(element.find(f"{_W}start")), 1),
        form=_value(element.find(f"{_W}numFmt")) or "decimal",
        text=_value(element.find(f"{_W}lvlText"))[:200],
    )


def _value(element: Any) -> str:
    return str(element.get(f"{_W}val") or "") if element is not None else ""


def _integer(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else otherwise
