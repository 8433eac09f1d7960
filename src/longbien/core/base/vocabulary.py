# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coded lists: what travels is a code, what is read is its label in the reader's language.

One file per list in `data/vocabularies`, named after it (`LEGAL-BASIS` is `legal-basis.yaml`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import Source, mistake, reading, sources
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, data_files, read_data

FOLDER: Final = "vocabularies"
SCHEMA: Final = "longbien/vocabulary/1"
CODE_PATTERN: Final = r"[a-z0-9][a-z0-9./-]{0,63}"
_LIST_PATTERN: Final = r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One entry of a list. `label` and `help` are English, to be translated."""

    code: str
    label: str
    help: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """One coded list, in the order in which it is shown."""

    list_id: str
    label: str
    codes: Mapping[str, Code]

    def __contains__(self, code: object) -> bool:
        """Tell whether `code` is in the list."""
        return code in self.codes

    def label_of(self, code: str) -> str:
        """Give the English label; an unknown code is shown as itself."""
        entry = self.codes.get(code)
        return entry.label if entry else code


def parse_vocabulary(document: Document) -> Vocabulary:
    """Read one list; MalformedError with file and line for a mistake, such as a code given twice."""
    with reading(document, schema=SCHEMA) as fields:
        list_id = fields.text("list", pattern=_LIST_PATTERN, max_length=40)
        label = fields.text("label", max_length=120)
        codes: dict[str, Code] = {}

        def one(item: Fields) -> Code:
            code = item.text("code", pattern=CODE_PATTERN, max_length=64)
            if code in codes:
                raise mistake(item, "code")
            codes[code] = Code(
                code=code,
                label=item.text("label", max_length=160),
                help=item.optional("help", item.text) or "",
                sources=sources(item),
            )
            return codes[code]

        fields.objects("codes", one, min_items=1, max_items=500)
        if document.source.rsplit("/", 1)[-1] != f"{list_id.lower()}.yaml":
            raise mistake(fields, "list")
    return Vocabulary(list_id=list_id, label=label, codes=MappingProxyType(codes))


@cache
def vocabulary(list_id: str) -> Vocabulary:
    """Give a list by its id; MalformedError `base.list_unknown` if the data have none of that name."""
    path = f"{FOLDER}/{list_id.lower()}.yaml"
    if path not in data_files(FOLDER):
        raise MalformedError("base.list_unknown", list=list_id[:40])
    return parse_vocabulary(read_data(path))


@cache
def vocabularies() -> tuple[Vocabulary, ...]:
    """Give every list of the data, by file name."""
    return tuple(parse_vocabulary(read_data(path)) for path in data_files(FOLDER))
