# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One sentence per error and message code: the only place where the software speaks.

The core gives codes; a door asks here for the sentence in its reader's language. Sentences are marked for
extraction with `_` in `longbien.sentences`; values are named (`%(field)s`).
"""

import gettext
import re
from functools import cache
from pathlib import Path
from typing import Final

from longbien.sentences import (
    base,
    bridge,
    cli,
    config,
    cooperation,
    evidence,
    exchange,
    http,
    joining,
    log,
    paper,
    parties,
    people,
    safeguards,
    sealing,
    treaty,
    words,
)

ROOMS: Final = (
    base,
    bridge,
    cli,
    config,
    cooperation,
    evidence,
    exchange,
    http,
    joining,
    log,
    paper,
    parties,
    people,
    safeguards,
    sealing,
    treaty,
    words,
)
"""The sentences, room by room: one module each in `longbien.sentences`."""

SENTENCES: Final[dict[str, str]] = {code: text for room in ROOMS for code, text in room.SENTENCES.items()}
"""Every sentence by its code."""

_LOCALE: Final = str(Path(__file__).with_name("locale"))
_NO_NAME: Final = re.compile(r"[-./]")


def sentence(code: str, /, **params: object) -> str:
    """Give the English sentence of `code`, filled with `params`; an unknown code is shown as itself."""
    return translated("en", code, **params)


def translated(language: str, code: str, /, **params: object) -> str:
    """Give the sentence of `code` in `language` (in English as long as that catalogue lacks it)."""
    text = SENTENCES.get(code)
    if text is None:
        return code
    return _catalogue(language).gettext(text) % _Values(params)


def phrase(language: str, english: str, /) -> str:
    """Give the words of the data (a label or help of a form or coded list) in `language`, or as they are."""
    return _catalogue(language).gettext(english) if english else ""


def word(language: str, table: str, code: str, /) -> str:
    """Give the words of a code (a state, a kind of act, a role: `longbien.sentences.words`); one without words as it is."""
    name = f"word.{table}.{_NO_NAME.sub('_', code)}"
    return translated(language, name) if name in SENTENCES else code


class _Values(dict[str, object]):
    """Values by name; a missing one shows its name, so that an error is never hidden by another."""

    def __missing__(self, name: str) -> str:
        return f"({name})"


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    name, _hyphen, script = language.partition("-")
    locale = f"{name}_{script.title()}" if script else name
    return gettext.translation("django", localedir=_LOCALE, languages=[locale], fallback=True)
