# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One sentence per error and message code: the only place where the software speaks.

The core gives codes; a door asks here for the sentence in its reader's language. Sentences are marked for
extraction with `_` in `longbien.sentences`; values are named (`%(field)s`).
"""

import gettext
import importlib
import pkgutil
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from longbien import sentences

ROOMS: Final = tuple(
    importlib.import_module(f"longbien.sentences.{one.name}")
    for one in pkgutil.iter_modules(sentences.__path__)
    if one.name != "mark"
)
"""The sentences, room by room: every module of `longbien.sentences` but the mark itself, in the order of their names."""

SENTENCES: Final[dict[str, str]] = {code: text for room in ROOMS for code, text in room.SENTENCES.items()}
"""Every sentence by its code."""

LANGUAGES: Final[Mapping[str, str]] = {
    "ar": "العربية",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "ru": "Русский",
    "vi": "Tiếng Việt",
    "zh-hans": "中文",
}
"""The languages that have a catalogue, each by its own name, for the reader who cannot read the page's present one."""

REVIEWED: Final = frozenset({"en"})
"""Languages whose words a native reader has reviewed; papers in the others say that theirs were not."""

_LOCALE: Final = str(Path(__file__).with_name("locale"))
_WORDS_OF_DATA: Final = frozenset(
    {"accepted", "authority", "basis", "channel", "label", "offences", "role", "undertaking"}
)
"""Values of sentences that are labels of forms and coded lists: English in the finding, in the reader's language in the sentence."""
_HALL: Final = ("conference_hall.", "conference_votes.")
_CODED_FACTS: Final[Mapping[str, str]] = {
    "choice": "conference_choice",
    "debate": "conference_text",
    "first": "conference_motion",
    "kind": "conference_do",
    "known": "conference_motion",
    "method": "conference_method",
    "motion": "conference_motion",
    "phase": "conference_state",
    "question": "conference_question",
    "right": "conference_right",
    "role": "conference_role",
    "side": "conference_side",
    "state": "conference_text",
    "threshold": "conference_threshold",
    "who": "conference_who",
}
"""Facts of a refusal in the hall of the Conference that are codes, and the table of their words."""
_NO_NAME: Final = re.compile(r"[-./]")


def sentence(code: str, /, **params: object) -> str:
    """Give the English sentence of `code`, filled with `params`; an unknown code is shown as itself."""
    return translated("en", code, **params)


def translated(language: str, code: str, /, **params: object) -> str:
    """Give the sentence of `code` in `language` (in English as long as that catalogue lacks it)."""
    text = SENTENCES.get(code)
    if text is None:
        return code
    return _catalogue(language).gettext(text) % _Values(_in_words(language, _facts(language, code, params)))


def phrase(language: str, english: str, /) -> str:
    """Give the words of the data (a label or help of a form or coded list) in `language`, or as they are."""
    return _catalogue(language).gettext(english) if english else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words, and the language in which they really are: English as long as the catalogue asked for lacks them."""

    text: str
    language: str


def say(language: str, code: str, /, **params: object) -> Said:
    """Give the sentence of `code` as `translated` does, with the language that it turned out in."""
    text = SENTENCES.get(code)
    if text is None:
        return Said(text=code, language="en")
    found = _catalogue(language).gettext(text)
    values = _in_words(language, _facts(language, code, params))
    return Said(text=found % _Values(values), language=_really(language, found))


def say_phrase(language: str, english: str, /) -> Said:
    """Give words of the data as `phrase` does, with the language that they turned out in."""
    found = _catalogue(language).gettext(english) if english else ""
    return Said(text=str(found), language=_really(language, found))


def say_word(language: str, table: str, code: str, /) -> Said:
    """Give the words of a code as `word` does, with the language that they turned out in."""
    name = f"word.{table}.{_NO_NAME.sub('_', code)}"
    return say(language, name) if name in SENTENCES else Said(text=code, language="en")


def known_language(tag: str, /) -> str:
    """Give the language of this software that a tag means (`zh` is `zh-hans`, `pt-BR` is none), or nothing."""
    low = tag.lower()
    base = low.partition("-")[0]
    if low in LANGUAGES:
        return low
    return next((one for one in LANGUAGES if one.partition("-")[0] == base), "")


def word(language: str, table: str, code: str, /) -> str:
    """Give the words of a code (a state, a kind of act, a role: `longbien.sentences.words`); one without words as it is."""
    name = f"word.{table}.{_NO_NAME.sub('_', code)}"
    return translated(language, name) if name in SENTENCES else code


def _facts(language: str, code: str, params: Mapping[str, object]) -> dict[str, object]:
    """Put the facts of a refusal in the hall of the Conference that are codes into words; a name is left as it is."""
    if not code.startswith(_HALL):
        return dict(params)
    return {
        name: ", ".join(word(language, _CODED_FACTS[name], one) for one in value.split(", "))
        if name in _CODED_FACTS and isinstance(value, str)
        else value
        for name, value in params.items()
    }


def _in_words(language: str, params: Mapping[str, object]) -> dict[str, object]:
    """Put the values that are words of the data (a label, several joined by semicolons) into the language of the sentence."""
    catalogue = _catalogue(language)
    return {
        name: "; ".join(str(catalogue.gettext(one)) for one in value.split("; "))
        if name in _WORDS_OF_DATA and isinstance(value, str) and value
        else value
        for name, value in params.items()
    }


class _Values(dict[str, object]):
    """Values by name; a missing one shows its name, so that an error is never hidden by another."""

    def __missing__(self, name: str) -> str:
        return f"({name})"


class _English(str):
    """A sentence that no catalogue had."""

    __slots__ = ()


class _Last(gettext.NullTranslations):
    """What answers when a catalogue has no translation: the sentence itself, marked as English."""

    def gettext(self, message: str) -> str:
        """Give the sentence as it is."""
        return _English(message)


def _really(language: str, found: str) -> str:
    return "en" if isinstance(found, _English) else language


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    name, _hyphen, script = language.partition("-")
    locale = f"{name}_{script.title()}" if script else name
    found = gettext.translation("django", localedir=_LOCALE, languages=[locale], fallback=True)
    if type(found) is gettext.NullTranslations:
        return _Last()
    found.add_fallback(_Last())
    return found
