# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a data file of the package field by field: each mistake names its file and line.

    with reading(document, schema="longbien/form/1") as fields:
        label = fields.text("label")

An unknown name, a value outside its list, a missing field or a name given twice is one MalformedError
`base.data_mistake`, so that the person who edits the data finds the place at once.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document

CONFIDENCE: Final[Mapping[str, str]] = {
    "high": "the paraphrase of the Convention agrees with a stored authentic text or parent text",
    "medium": "firm memory of the Convention; the parent text has known differences",
    "low": "existence, number or lettering is uncertain",
    "read": "read in the named document",
    "treaty": "read in the text of the named sister treaty",
    "memory": "from memory, to be confirmed",
    "judgement": "a choice of this project, no instrument asks for it",
}
"""How sure we are of a datum: the marks of the reference files, carried on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a datum comes from: a paragraph of the Convention (`42.3.b`) or a named instrument, and how sure we are."""

    ref: str
    confidence: str


@contextmanager
def reading(document: Document, *, schema: str) -> Iterator[Fields]:
    """Open `document` as an object with `schema`; every MalformedError inside becomes one with file and line."""
    where = "$"
    try:
        fields = Fields(document.value)
        fields.choice("schema", (schema,))
        yield fields
        fields.done()
    except MalformedError as error:
        if error.code == "base.data_mistake" or "source" in error.params:
            raise
        where = str(error.params.get("where", where))
        field = str(error.params.get("field", ""))
        raise MalformedError(
            "base.data_mistake", place=document.place(where), field=field, mistake=error.code
        ) from error


def mistake(fields: Fields, name: str) -> MalformedError:
    """Make the error for a value that is well-formed but wrong, such as a reference to nothing."""
    return MalformedError("base.field_value", field=name, where=fields.where)


def sources(fields: Fields, name: str = "source") -> tuple[Source, ...]:
    """Read the list of sources: at least one, each with its mark of confidence."""

    def one(item: Fields) -> Source:
        return Source(ref=item.text("ref", max_length=120), confidence=item.choice("confidence", CONFIDENCE))

    return fields.objects(name, one, min_items=1, max_items=20)
