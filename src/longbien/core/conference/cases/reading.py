# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file of cases: situations with their inputs and the outcome that a lawyer expects (form `longbien.conference-cases/0.1`).

The form is read strictly: an unknown member, a wrong type or a broken line is refused with its line and column. What the inputs
of a kind mean is read in the rooms beside this one; an input that a kind does not use is reported, never silently dropped.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.library import parse_yaml
from longbien.core.conference.cases.inputs import fault
from longbien.core.conference.cases.places import placed, yaml_place

SCHEMA: Final = "longbien.conference-cases/0.1"
MAX_CASES: Final = 20_000
_ID: Final = r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}"
_KIND: Final = r"[a-z][a-z_]{0,39}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case: what happened where, by which source and how sure, its inputs and the outcome expected.

    `where` is its place in the file (`$.cases[3]`), for the errors of its inputs.
    """

    id: str
    kind: str
    title: str
    when: str
    body: str
    source: str
    confidence: str
    note: str
    tags: tuple[str, ...]
    inputs: Mapping[str, Json]
    expected: Mapping[str, Json]
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """The cases of a file, and its text, by which a place inside it is turned into line and column."""

    source: str
    text: str
    cases: tuple[Case, ...]

    def placed(self, error: MalformedError) -> MalformedError:
        """Give an error about a place inside the file with its line and column; one of our own data as it is."""
        inside = str(error.params.get("where", "")).startswith("$.cases[")
        return placed(error, self.text, self.source) if inside else error


def read_cases(text: str, *, source: str) -> CaseFile:
    """Read a file of cases; MalformedError `conference_cases.…` with file, line and column."""
    try:
        value = parse_yaml(text, source=source).value
    except MalformedError as error:
        raise yaml_place(error, text, source) from error
    try:
        return CaseFile(source=source, text=text, cases=_cases(value))
    except MalformedError as error:
        raise placed(error, text, source) from error


def _cases(value: Json) -> tuple[Case, ...]:
    fields = Fields(value)
    fields.choice("schema", (SCHEMA,))
    found = fields.objects("cases", _case, max_items=MAX_CASES)
    fields.done()
    seen: set[str] = set()
    for one in found:
        if one.id in seen:
            raise fault("id_twice", field="id", where=one.where, id=one.id)
        seen.add(one.id)
    return found


def _case(fields: Fields) -> Case:
    inputs, expected = fields.object("inputs"), fields.object("expected")
    return Case(
        id=fields.text("id", pattern=_ID),
        kind=fields.text("kind", pattern=_KIND),
        title=_optional(fields, "title"),
        when=_optional(fields, "when"),
        body=_optional(fields, "body"),
        source=_optional(fields, "source"),
        confidence=_optional(fields, "confidence"),
        note=_optional(fields, "note"),
        tags=fields.texts("tags") if fields.has("tags") else (),
        inputs=MappingProxyType({name: inputs.value(name) for name in inputs.names()}),
        expected=MappingProxyType({name: expected.value(name) for name in expected.names()}),
        where=fields.where,
    )


def _optional(fields: Fields, name: str) -> str:
    """Read what is only shown: a text, or a number such as a year that was not quoted."""
    if not fields.has(name):
        return ""
    value = fields.value(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return fields.text(name, min_length=0, max_length=4000)
