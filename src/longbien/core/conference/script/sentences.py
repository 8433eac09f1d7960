# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the Chair may read out at each step, in the six languages of the United Nations and Vietnamese (`data/procedure/script`).

    spoken("fr", "floor.given", {"participant": "Viet Nam"}).text

The wording is this project's, not any body's, and was not reviewed by native readers except in English: a screen says so.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.library import data_files, read_data

_SCHEMA: Final = "longbien/procedure-script/1"
_PLACE: Final = re.compile(r"%\(([a-z_]+)\)s")
_CODE: Final = re.compile(r"[a-z_]+(?:\.[a-z_]+)+")
_ENGLISH: Final = "en"
_UNKNOWN: Final = "…"

OFFICIAL: Final = ("en", "fr", "es", "ru", "ar", "zh")
"""The official languages, in the order in which a screen offers them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A sentence to read out, its language, and whether a native reader has reviewed the wording."""

    code: str
    language: str
    text: str
    reviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """All sentences of one language, by the code of the step."""

    language: str
    reviewed: bool
    sentences: Mapping[str, str]


@cache
def scripts() -> Mapping[str, Script]:
    """Give the script of every language, English first; MalformedError if the data are broken or the languages disagree.

    `conference_script.codes` (a sentence too few or too many), `conference_script.values` (other values than in English).
    """
    read = [_script(path) for path in data_files("procedure/script")]
    read.sort(key=lambda one: (*(one.language != name for name in OFFICIAL), one.language))
    english = next(one for one in read if one.language == _ENGLISH)
    for one in read:
        if one.sentences.keys() != english.sentences.keys():
            code = min(one.sentences.keys() ^ english.sentences.keys())
            raise MalformedError("conference_script.codes", language=one.language, step=code)
        for code, text in one.sentences.items():
            if values_of(text) != values_of(english.sentences[code]):
                raise MalformedError("conference_script.values", language=one.language, step=code)
    return MappingProxyType({one.language: one for one in read})


def spoken(language: str, code: str, values: Mapping[str, object] | None = None) -> Spoken | None:
    """Give the sentence of a step in a language (`zh-hans` is `zh`; in English if there is no such script).

    A code without a sentence is looked up without its last part (`floor.given.minister`: `floor.given`); nothing if there is none.
    A value that is not given appears as an ellipsis, for the Chair to fill.
    """
    held = scripts()
    script = held.get(language) or held.get(language.partition("-")[0]) or held[_ENGLISH]
    found = code
    while found not in script.sentences:
        found = found.rpartition(".")[0]
        if not found:
            return None
    filled = dict.fromkeys(values_of(script.sentences[found]), _UNKNOWN)
    filled.update({name: str(value) for name, value in (values or {}).items() if value not in (None, "")})
    return Spoken(
        code=found,
        language=script.language,
        text=script.sentences[found] % filled,
        reviewed=script.reviewed,
    )


def spoken_everywhere(code: str, values: Mapping[str, object] | None = None) -> tuple[Spoken, ...]:
    """Give the sentence of a step in every language that there is, the official ones first; empty if there is none."""
    found = (spoken(language, code, values) for language in scripts())
    return tuple(one for one in found if one is not None)


def values_of(text: str) -> frozenset[str]:
    """Give the names of the values that a sentence takes."""
    return frozenset(_PLACE.findall(text))


def _script(path: str) -> Script:
    fields = Fields(read_data(path).value)
    fields.choice("schema", (_SCHEMA,))
    rows = fields.object("sentences")
    sentences = {}
    for code in rows.names():
        text = rows.text(code)
        if _CODE.fullmatch(code) is None or "%" in _PLACE.sub("", text):
            raise MalformedError("base.field_value", field=code[:80], where=path)
        sentences[code] = text
    found = Script(
        language=fields.text("language", pattern=r"[a-z]{2}"),
        reviewed=fields.boolean("reviewed"),
        sentences=MappingProxyType(sentences),
    )
    fields.done()
    return found
