# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers of provisions: what they look like in print, how they are written here, and which number follows which.

A number stays as it is printed, but in the digits of ASCII: `١٢` and `第十二` are `12`, `216¹` is `216^1`, 第二百八十七条之一 is `287-1`; letters,
dots, hyphens and words such as *bis* stay.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

_SUPERS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
HAN: Final = "〇零一二三四五六七八九十百千两兩壹贰叁肆伍陆柒捌玖拾佰仟廿卅○"
MULTIPLES: Final = "bis|ter|quater|quinquies|sexies|septies|octies|nonies|novies|decies|undecies|duodecies|terdecies|quaterdecies|quindecies"
"""Latin words by which a provision is put in after another without a new number."""
DIGITS: Final = (
    r"(?:[A-ZА-Я]{1,2}[.*]{0,2}[ \u00a0]?[-–]?[ \u00a0]?(?=\d))?"
    r"\d{1,5}(?:[.\-–‑/^]\d{1,4}){0,4}"
    rf"(?:\.?[{_SUPERS}]{{1,3}}|\^\d{{1,3}})?"
    r"(?:\.?[ºª°]|(?:er|re|th|st|nd|rd)(?![^\W_]))?"
    r"(?:[\-–‑/]?(?![ºª\u0640]|(?:er|re|th|st|nd|rd)(?![^\W_]))[^\W\d_]{1,2}(?![^\W_])"
    r"|\.(?-i:[A-Z])(?=\.|$)|[ \u00a0](?-i:[abcdfghjklmnpqrst])(?=\.?[ \u00a0]+(?:§|(?-i:[A-ZÄÖÜ]))|\.?$))?"
    rf"(?:[ \u00a0]?[-–]?(?:{MULTIPLES})(?![^\W\d_])(?:[.\- ]?\d{{1,2}}(?!\d)|[ \u00a0](?-i:[a-z])(?=[.:)]|\s*$))?)?"
)
"""A number in figures with what may cling to it: L34-1, 95-2, 342.1, 216^1, 216¹, 12/A, 176b, 12 bis, 12 bis c. Digits of any script."""
ROMAN: Final = r"(?-i:[IVXLCDM]{1,8})(?![^\W\d_])"
HAN_NUMBER: Final = rf"(?:[{HAN}]{{1,12}}|[0-9０-９]{{1,5}})"
HAN_AFTER: Final = rf"(?:[ 　]?(?:之|の|ノ|의)[ ]?(?:[{HAN}]{{1,4}}|[0-9０-９]{{1,3}})){{0,3}}"
_HAN_DIGITS: Final[Mapping[str, int]] = {
    **{letter: at for at, letter in enumerate("零一二三四五六七八九")},
    **{letter: at for at, letter in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "○": 0,
    "两": 2,
    "兩": 2,
}
_HAN_UNITS: Final[Mapping[str, int]] = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_ROMAN_VALUES: Final[Mapping[str, int]] = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_PIECES: Final = re.compile(r"\d+|[^\W\d_]+")
_RANKS: Final[Mapping[str, int]] = {word: at for at, word in enumerate(MULTIPLES.split("|"), start=2)}

Key = tuple[str, tuple[int, ...]]
"""What a number is compared by: its letter in front (`L`), then its parts as integers; a letter behind counts as its place in the alphabet."""


def printed(text: str) -> str:
    """Give a number's one spelling: digits of ASCII, `^` before what was raised, white space collapsed."""
    kept: list[str] = []
    raised = False
    for letter in text:
        if letter in _SUPERS:
            if not raised and "^" not in kept:
                kept.append("^")
            kept.append(str(_SUPERS.index(letter)))
            raised = True
            continue
        digit = unicodedata.decimal(letter, None)
        kept.append(str(digit) if digit is not None else letter)
    plain = re.sub(r"\.?[ºª°]|(?<=\d)(?:er|re|th|st|nd|rd)(?![^\W_])|\.(?=\^)", "", "".join(kept))
    return " ".join(plain.replace("‑", "-").replace("–", "-").split()).strip(" .")


def han(text: str) -> str:
    """Give a number in Chinese characters as figures: 二百八十七 is 287, 二八七 too."""
    if not any(letter in _HAN_UNITS or letter in "廿卅" for letter in text):
        return "".join(
            str(_HAN_DIGITS[letter]) if letter in _HAN_DIGITS else printed(letter) for letter in text
        )
    total = held = 0
    for letter in text.replace("廿", "二十").replace("卅", "三十"):
        unit = _HAN_UNITS.get(letter)
        if unit is None:
            held = _HAN_DIGITS.get(letter, 0)
        else:
            total += (held or 1) * unit
            held = 0
    return str(total + held)


def han_printed(number: str, after: str) -> str:
    """Give the number of 第…条之…: `287`, or `287-1` with what follows the word."""
    parts = re.findall(rf"[{HAN}]+|\d+", after)
    return "-".join((han(number), *(han(part) for part in parts)))


def roman(text: str) -> int:
    """Give the value of a Roman number; 0 for what is none."""
    total = before = 0
    for letter in reversed(text.upper()):
        value = _ROMAN_VALUES.get(letter, 0)
        if not value:
            return 0
        total += value if value >= before else -value
        before = max(before, value)
    return total


def key(number: str) -> Key:
    """Give what a number is compared by: `216^1` comes after `216` and before `217`."""
    pieces = _PIECES.findall(number)
    front = ""
    if pieces and not pieces[0].isdecimal():
        value = roman(pieces[0]) if pieces[0].isupper() else 0
        if value and len(pieces) == 1:
            return "", (value,)
        front, pieces = pieces[0], pieces[1:]
    return front, tuple(_value(piece) for piece in pieces[:6])


def leading(number: str) -> int:
    """Give the first figure of a number (0: it has none)."""
    parts = key(number)[1]
    return parts[0] if parts else 0


def follows(before: str, number: str) -> bool:
    """Tell whether `number` may come next after `before`: the next figure, or something put in between (12 → 12a, 12.1, 13)."""
    (front, old), (front_too, new) = key(before), key(number)
    if front != front_too or not new or not old:
        return bool(new) and front != front_too
    return new > old and new[0] <= old[0] + 1


def next_after(before: str, number: str) -> bool:
    """Tell the same more strictly: nothing is left out between the two."""
    (front, old), (front_too, new) = key(before), key(number)
    if front != front_too or not new or not old:
        return False
    if new[0] == old[0] + 1:
        return len(new) == 1 or new[1] <= 1
    if new[0] != old[0] or new <= old:
        return False
    for mine, other in zip(old, new, strict=False):
        if other != mine:
            return other == mine + 1
    return len(new) > len(old) and new[len(old)] <= 2


def _value(piece: str) -> int:
    if piece.isdecimal():
        return int(piece[:12])
    low = piece.casefold()
    if low in _RANKS:
        return _RANKS[low]
    if len(low) > 2:  # a word such as مكرر: put in once
        return 2
    value = 0
    for letter in low:
        value = value * 64 + _rank(letter)
    return value


def _rank(letter: str) -> int:
    """Give a letter's place in its alphabet, from 1."""
    first = next((start for start in "aаאαა" if ord(start) <= ord(letter) < ord(start) + 48), "")
    return ord(letter) - ord(first) + 1 if first else ord(letter) % 64
