# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How national laws word each duty of an article and each element of an offence or power, one file for each language (`data/law/duties`).

They cut finer than `words.language`: which of an article's provisions answers this paragraph, and in which words an element stands. Vocabulary
only, as there: never the words, the number or the name of any one State's law.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import mistake, reading
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, data_files, read_data
from longbien.core.law.words.language import nearest, texts_of, word_languages
from longbien.core.treaty.provisions.citation import ProvisionId, article_of
from longbien.core.treaty.provisions.convention import convention

SCHEMA: Final = "longbien/law-duty-words/1"
FOLDER: Final = "law/duties"
SHARED: Final = (
    "mental",
    "without_right",
    "penalty",
    "attempt",
    "authority",
    "data",
    "holder",
    "offences",
    "compulsion",
    "secrecy",
)
"""Elements that are worded alike in many offences and powers; every file has them."""
_SAYS: Final = "says"
_MOST: Final = 60
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyWords:
    """How one duty is worded: `says` for the duty, `elements` for those that it has for itself (by their key in its grid: `conduct.2`)."""

    duty: ProvisionId
    says: tuple[str, ...]
    elements: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FineWords:
    """The finer words of one language: of its duties, and of the elements that many duties share."""

    language: str
    reviewed: bool
    shared: Mapping[str, tuple[str, ...]]
    duties: Mapping[ProvisionId, DutyWords]

    def of_article(self, number: int) -> tuple[DutyWords, ...]:
        """Give the duties of an article that have words, in the order of the treaty."""
        return tuple(one for name, one in self.duties.items() if article_of(name) == number)

    def of_element(self, duty: str, key: str) -> tuple[str, ...]:
        """Give the wordings of an element of a duty: its own first, then those that many duties share."""
        own = self.duties.get(ProvisionId(duty))
        return (*(own.elements.get(key, ()) if own else ()), *self.shared.get(key, ()))


def fine_languages() -> tuple[str, ...]:
    """Give the languages that have a file, in alphabetical order."""
    return tuple(path.rpartition("/")[2].removesuffix(".yaml") for path in data_files(FOLDER))


def fine_words(language: str) -> FineWords | None:
    """Give the finer words of the language in which a law's articles are asked for; None if it has none yet. UsageError `law.language`."""
    asked = nearest(language, word_languages())
    return _fine(asked) if asked in fine_languages() else None


def parse_fine_words(document: Document) -> FineWords:
    """Read one file; MalformedError with file and line, also for a duty that the Convention does not have and an element that is missing."""
    with reading(document, schema=SCHEMA) as fields:
        language = fields.text("language", pattern=r"[a-z]{2,3}")
        reviewed = fields.boolean("reviewed")
        shared = fields.object("elements")
        common = {name: _texts(shared, name) for name in SHARED}
        shared.done()
        inner = fields.object("duties")
        duties = dict(_duty(inner, name) for name in inner.names())
        inner.done()
        return FineWords(
            language=language,
            reviewed=reviewed,
            shared=MappingProxyType(common),
            duties=MappingProxyType(duties),
        )


@cache
def _fine(code: str) -> FineWords:
    return parse_fine_words(read_data(f"{FOLDER}/{code}.yaml"))


def _duty(fields: Fields, name: str) -> tuple[ProvisionId, DutyWords]:
    if not convention().has(name):
        raise mistake(fields, name)
    one = fields.object(name)
    elements = {key: _texts(one, key) for key in one.names() if key != _SAYS}
    found = DutyWords(duty=ProvisionId(name), says=_texts(one, _SAYS), elements=MappingProxyType(elements))
    one.done()
    return found.duty, found


def _texts(fields: Fields, name: str) -> tuple[str, ...]:
    return texts_of(fields, name, least=1, most=_MOST, longest=_LONGEST)
