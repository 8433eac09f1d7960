# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words in the reasons of a refusal that point to a ground which the legal basis may forbid (`data/words/forbidden-grounds.yaml`)."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import mistake, reading
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, read_data
from longbien.core.base.vocabulary import vocabulary

PATH: Final = "words/forbidden-grounds.yaml"
SCHEMA: Final = "longbien/ground-words/1"


def grounds_in_words(text: str) -> frozenset[str]:
    """Give the codes of REFUSAL that a text speaks of, as far as the list of words knows. A hit is a hint, never proof."""
    folded = " ".join(text.casefold().split())
    return frozenset(
        code for code, words in ground_words().items() if any(word.casefold() in folded for word in words)
    )


@cache
def ground_words() -> Mapping[str, tuple[str, ...]]:
    """Give the words by ground."""
    return parse_ground_words(read_data(PATH))


def parse_ground_words(document: Document) -> Mapping[str, tuple[str, ...]]:
    """Read the file; MalformedError with file and line."""
    with reading(document, schema=SCHEMA) as fields:
        found: dict[str, tuple[str, ...]] = {}

        def one(item: Fields) -> None:
            code = item.choice("ground", vocabulary("REFUSAL").codes)
            if code in found:
                raise mistake(item, "ground")
            found[code] = item.texts("words", max_items=200, max_length=80)

        fields.objects("rows", one, min_items=1)
    return MappingProxyType(found)
