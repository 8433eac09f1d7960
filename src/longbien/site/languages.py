# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which languages a node offers: English, and each one that has a catalogue.

A page in a language without a catalogue would be English under another name, and for Arabic even English from right
to left. The setting `preview_languages` shows one nevertheless, to its translators and to those who mend layouts.
"""

from collections.abc import Collection
from pathlib import Path
from typing import Final

NAMES: Final = {
    "ar": "العربية",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "ru": "Русский",
    "vi": "Tiếng Việt",
    "zh-hans": "中文",
}
"""Each language in its own name, for the reader who cannot read the page's present one."""


def offered_languages(locale: Path, preview: Collection[str]) -> list[tuple[str, str]]:
    """Give code and name of English, of the languages with a compiled catalogue in `locale`, and of `preview`."""
    return [
        (code, name)
        for code, name in NAMES.items()
        if code == "en" or code in preview or _catalogue(locale, code).is_file()
    ]


def _catalogue(locale: Path, code: str) -> Path:
    language, _, script = code.partition("-")
    folder = f"{language}_{script.title()}" if script else language
    return locale / folder / "LC_MESSAGES" / "django.mo"
