# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Speaking in the languages of one paper at once: every text as one cell per language, each with the language it is really in."""

import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final, TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from longbien.core.base.canonical import JsonInput
from longbien.core.base.moments import parse_moment
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.paper.record import PaperParty
from longbien.texts import Said, say, say_phrase, say_word

RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"})
UNTRANSLATED: Final = " [en]"
_FIRST_STRONG, _END = "\u2068", "\u2069"
_SCRIPTS: Final = (("ARABIC", "ar"), ("CYRILLIC", "ru"), ("CJK", "zh-hans"), ("LATIN", ""))

Cell: TypeAlias = dict[str, JsonInput]
"""One text: `text`, its language for readers and screen readers, and whether it runs from right to left."""
Cells: TypeAlias = list[Cell]
"""One text in each language of the paper, in their order."""


def cell(text: str, language: str) -> Cell:
    """Make a cell of words in a language."""
    base = language.partition("-")[0]
    return {"text": text, "lang": base if 2 <= len(base) <= 3 else "en", "rtl": base in RIGHT_TO_LEFT}


def apart(text: object) -> str:
    """Keep a value in its own direction (Unicode isolates), whatever stands around it."""
    return f"{_FIRST_STRONG}{text}{_END}" if text != "" else ""


class Voice:
    """The languages of one paper, and the parties between whom it passes (their time zones show beside UTC)."""

    def __init__(self, languages: tuple[str, ...], parties: Iterable[PaperParty]) -> None:
        """Speak `languages`, first one first."""
        self.languages = languages
        self.parties = tuple(parties)
        self.missing = False
        """Whether words were missing in one of the languages."""

    def say(self, code: str, /, **params: object) -> Cells:
        """Give a sentence in every language; values keep their own direction."""
        given = {name: apart(value) for name, value in params.items()}
        return [self._cell(one, say(one, code, **given)) for one in self.languages]

    def phrase(self, english: str, /) -> Cells:
        """Give words of the data in every language."""
        return [self._cell(one, say_phrase(one, english)) for one in self.languages]

    def word(self, table: str, code: str) -> Cells:
        """Give the words of a code (a state, a kind, a role) in every language."""
        return [self._cell(one, say_word(one, table, code)) for one in self.languages]

    def same(self, text: str) -> Cells:
        """Give one text for all languages: a number, an id, an address, which runs from left to right everywhere."""
        return [cell(text, "en") for _ in self.languages]

    def codes(self, list_id: str, codes: Iterable[str]) -> Cells:
        """Give coded words in every language, a line for each code, with the code itself: it is what counts."""
        known = vocabulary(list_id)
        rows = [(one, self.phrase(known.label_of(one))) for one in codes]
        found = []
        for place, language in enumerate(self.languages):
            lines = [f"{cells[place]['text']} {apart(f'[{code}]')}" for code, cells in rows]
            said = {str(cells[place]["lang"]) for _code, cells in rows}
            found.append(cell("\n".join(lines), "en" if said == {"en"} else language))
        return found

    def joined(self, rows: Iterable[Cells], between: str = "\n") -> Cells:
        """Put several texts into one cell per language."""
        found = list(rows)
        return [
            cell(between.join(_lines(str(one[place]["text"])) for one in found), language)
            for place, language in enumerate(self.languages)
        ]

    def moment(self, text: str) -> Cells:
        """Give a moment in UTC and in the time zones of both parties."""
        return self.same(self.clock(parse_moment(text)))

    def clock(self, at: datetime) -> str:
        """Write a moment: UTC, and the time of each party with its UTC offset."""
        lines = [f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"]
        for one in self.parties:
            local = at.astimezone(zone(one.time_zone))
            offset = local.strftime("%z")
            shown = f"{local:%Y-%m-%d %H:%M} UTC{offset[:3]}:{offset[3:]} ({one.party})"
            if local.utcoffset() and shown not in lines:
                lines.append(shown)
        return "\n".join(lines)

    def name(self, one: PaperParty) -> Cells:
        """Give a party's name in every language, as its directory entry has it."""
        found = []
        for language in self.languages:
            base = language.partition("-")[0]
            known = next((key for key in (language, base) if key in one.names), "en")
            found.append(cell(one.names.get(known, one.party), known))
        return found

    def place_of(self, text: str, stated: tuple[str, ...]) -> int:
        """Tell in which column a free text belongs: that of its language, as stated or as its letters say; -1 if in none.

        What the letters say counts more than what was stated: an Arabic text in an English request is Arabic.
        """
        script = script_of(text)
        bases = [one.partition("-")[0] for one in self.languages]
        for tag in stated[:1]:
            base = tag.partition("-")[0].lower()
            if base in bases and _writes(base, script):
                return bases.index(base)
        fitting = [place for place, base in enumerate(bases) if _writes(base, script)]
        return fitting[0] if script and len(fitting) == 1 and not _stated_otherwise(stated, script) else -1

    def _cell(self, asked: str, said: Said) -> Cell:
        if said.language == asked or not said.text:
            return cell(said.text, asked)
        self.missing = True
        return cell(said.text + UNTRANSLATED, said.language)


def _lines(text: str) -> str:
    """Keep each line in its own direction: isolates end with the line."""
    return "\n".join(apart(line) for line in text.split("\n"))


def script_of(text: str) -> str:
    """Name the script of most of a text's letters (`ARABIC`, `CYRILLIC`, `CJK`, `LATIN`), "" for none of these."""
    counts = dict.fromkeys((name for name, _ in _SCRIPTS), 0)
    for letter in text[:2000]:
        if letter.isalpha():
            name = unicodedata.name(letter, "")
            for script in counts:
                counts[script] += name.startswith(script)
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else ""


def language_of_script(text: str) -> str:
    """Give a language for the direction and the voice of a text whose language nobody said."""
    return dict(_SCRIPTS).get(script_of(text)) or "en"


def zone(name: str) -> ZoneInfo:
    """Give a time zone by its name, UTC for one that this machine does not know."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def _writes(base: str, script: str) -> bool:
    """Tell whether a language is written in a script; a text without letters fits everywhere."""
    own = {"ar": "ARABIC", "ru": "CYRILLIC", "zh": "CJK"}.get(base, "LATIN")
    return not script or own == script


def _stated_otherwise(stated: tuple[str, ...], script: str) -> bool:
    """Tell whether another language of the same script was stated: then the letters do not tell which one it is."""
    return any(_writes(one.partition("-")[0].lower(), script) for one in stated[:1])
