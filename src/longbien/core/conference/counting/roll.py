# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The roll: the order in which delegations are called, from a name drawn by lot, in the alphabet of one language.

The order of every participant in six languages is data (`states/orders.yaml`); names without a code are ordered as they are spelt.
"""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import mistake, reading, sources
from longbien.core.base.errors import RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, read_data

SCHEMA: Final = "longbien/orders/1"
PATH: Final = "states/orders.yaml"
LANGUAGES: Final = ("en", "fr", "es", "ru", "zh", "ar")
"""The options of the variant `roll_language`."""


def roll(
    participants: Collection[str], *, drawn: str, language: str = "en", at_end: Collection[str] = ()
) -> tuple[str, ...]:
    """Give the order of the call: from the one drawn by lot to the end of the alphabet, then from its beginning.

    `at_end` are organisations, called after all States (data/procedure, `reio.roll_call_place`). RefusedError `conference_votes.roll_drawn`, `…roll_language`.
    """
    order = alphabetical([one for one in participants if one not in at_end], language)
    if drawn not in order:
        raise RefusedError("conference_votes.roll_drawn", drawn=drawn[:80])
    place = order.index(drawn)
    last = alphabetical([one for one in participants if one in at_end], language)
    return (*order[place:], *order[:place], *last)


def alphabetical(participants: Collection[str], language: str = "en") -> tuple[str, ...]:
    """Order codes by their names in a language; what is no known code comes after them, as it is spelt."""
    if language not in LANGUAGES:
        raise RefusedError("conference_votes.roll_language", language=language[:20])
    places = orders()[language]
    after = len(places)
    return tuple(sorted(set(participants), key=lambda one: (places.get(one, after), _spelt(one), one)))


@cache
def orders() -> Mapping[str, Mapping[str, int]]:
    """Give the place of each code in each language's alphabet."""
    return parse_orders(read_data(PATH))


def parse_orders(document: Document) -> Mapping[str, Mapping[str, int]]:
    """Read the orders; MalformedError with file and line, also where two languages do not order the same codes."""
    with reading(document, schema=SCHEMA) as fields:
        sources(fields)
        held = fields.object("orders")
        found = {language: _places(held, language) for language in LANGUAGES}
        held.done()
        if len({frozenset(places) for places in found.values()}) != 1:
            raise mistake(fields, "orders")
    return MappingProxyType(found)


def _places(held: Fields, language: str) -> Mapping[str, int]:
    codes: Sequence[str] = held.texts(language, max_length=20)
    if len(set(codes)) != len(codes):
        raise mistake(held, language)
    return MappingProxyType({code: place for place, code in enumerate(codes)})


def _spelt(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name)
    return "".join(one for one in parts if not unicodedata.combining(one)).casefold()
