# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Invented texts of a treaty with 68 articles, as plain text in seven languages: no word of them is the Convention's."""

from collections.abc import Mapping
from typing import Final

HEADINGS: Final[Mapping[str, str]] = {
    "ar": "المادة {}",
    "en": "Article {}",
    "es": "Artículo {}",
    "fr": "Article {}",
    "ru": "Статья {}",
    "vi": "Điều {}",
    "zh": "第{}条",
}
CHAPTERS: Final[Mapping[str, str]] = {
    "ar": "الفصل الأول",
    "en": "Chapter I",
    "es": "Capítulo I",
    "fr": "Chapitre I",
    "ru": "Глава I",
    "vi": "Chương I",
    "zh": "第一章",
}
BODIES: Final[Mapping[str, str]] = {
    "ar": "1. يجوز للسفن أن ترسو في الميناء وأن تغادره في أي وقت.",
    "en": "1. The ships of the harbour and of the river shall leave the quay.",
    "es": "1. Los barcos y las barcas del puerto dejan el muelle y las orillas.",
    "fr": "1. Les navires et les barques quittent la rade et les quais.",
    "ru": "1. Суда выходят из гавани и возвращаются в нее вечером.",
    "vi": "1. Các tàu và thuyền của cảng hoặc của sông rời bến.",
    "zh": "一、船舶离开港口,傍晚返回。",
}
TITLES: Final[Mapping[str, str]] = {
    "ar": "السفن",
    "en": "Ships",
    "es": "Barcos",
    "fr": "Navires",
    "ru": "Суда",
    "vi": "Tàu thuyền",
    "zh": "船舶",
}


def plain_text(language: str, numbers: tuple[int, ...] = tuple(range(1, 69))) -> str:
    """Give a plain text: a preamble, a chapter, and for each number heading, title and body."""
    parts = [BODIES[language], "", CHAPTERS[language], TITLES[language], ""]
    for number in numbers:
        parts += [
            HEADINGS[language].format(number),
            TITLES[language],
            "",
            f"{BODIES[language]} ({number})",
            "",
        ]
        if number == 6:
            parts += [CHAPTERS[language], TITLES[language], ""]
    return "\n".join(parts)
