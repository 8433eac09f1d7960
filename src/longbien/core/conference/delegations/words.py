# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words by which columns and functions are known in a delegation's list (`data/procedure/delegations/list.yaml`)."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.base.library import read_data
from longbien.core.conference.delegations.functions import NAMED_ON_NOTES, Function

PATH: Final = "procedure/delegations/list.yaml"
COLUMNS: Final = ("name", "family_name", "given_name", "function", "post", "email")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Columns and functions by their folded words, and the order of the columns in a list without a heading."""

    columns: Mapping[str, str]
    functions: Mapping[str, Function]
    order: tuple[str, ...]


@cache
def words() -> Words:
    """Read the words; MalformedError `conference.list_words` if the file names what is not known here."""
    value = read_data(PATH).value
    if not isinstance(value, dict):
        raise MalformedError("conference.list_words")
    columns, functions = _table(value.get("columns")), _table(value.get("functions"))
    order = value.get("order")
    if (
        set(columns.values()) != set(COLUMNS)
        or set(functions.values()) != {one.value for one in NAMED_ON_NOTES}
        or not isinstance(order, list)
    ):
        raise MalformedError("conference.list_words")
    return Words(
        columns=MappingProxyType(columns),
        functions=MappingProxyType({word: Function(one) for word, one in functions.items()}),
        order=tuple(str(one) for one in order),
    )


def folded(text: str) -> str:
    """Give a word as words are compared: composed, without case, with single spaces and without stops."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace(".", "").strip(" :*")
    return " ".join(plain.split())


def _table(value: Json) -> dict[str, str]:
    if not isinstance(value, dict):
        raise MalformedError("conference.list_words")
    found: dict[str, str] = {}
    for code, spellings in value.items():
        for one in spellings if isinstance(spellings, list) else []:
            if found.setdefault(folded(str(one)), code) != code:
                raise MalformedError("conference.list_words")
    return found
