# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading `data/procedure`: sections of values, open points with their options, profiles. Every node carries rule, sources and confidence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, data_files, read_data
from longbien.core.conference.rules.sources import sources
from longbien.core.conference.rules.values import CONFIDENCES, RuleValue

_SECTIONS: Final = "longbien/procedure/1"
_VARIANTS: Final = "longbien/procedure-variants/1"
_PROFILE: Final = "longbien/procedure-profile/1"
_NAME: Final = r"[a-z][a-z0-9_]{0,59}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A choice that a variant offers: the values that it sets, and on whose word."""

    id: str
    label: str
    sets: Mapping[str, Json]
    rule: str | None
    sources: tuple[str, ...]
    confidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """An open or contested point: the question, why it is open, its options and the default among them."""

    id: str
    question: str
    why: str
    sources: tuple[str, ...]
    confidence: str
    default: str
    options: Mapping[str, Option]

    @property
    def paths(self) -> tuple[str, ...]:
        """The values that it governs."""
        return tuple(self.options[self.default].sets)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A body's rules: the sources that are its own, its options, and the values in which it differs from the default.

    `bodies` are names by which others call the body; a report that has one of them is read under this profile.
    """

    id: str
    title: str
    status: str
    note: str
    own: tuple[str, ...]
    bodies: tuple[str, ...]
    choices: Mapping[str, str]
    values: Mapping[str, RuleValue]


@cache
def default_values() -> Mapping[str, RuleValue]:
    """Give every value of the default profile by its path; MalformedError if the data are broken."""
    found: dict[str, RuleValue] = {}
    for path in data_files("procedure"):
        fields = Fields(read_data(path).value)
        if fields.text("schema") != _SECTIONS:
            continue
        sections = fields.object("sections")
        for name in sections.names():
            for value in _walk(sections.object(name), name):
                if value.path in found:
                    raise MalformedError("conference.procedure_twice", path=value.path)
                found[value.path] = value
        fields.done()
    return MappingProxyType(found)


@cache
def open_points() -> Mapping[str, Variant]:
    """Give every variant by its id; MalformedError if the data are broken."""
    fields = _file(read_data("procedure/variants.yaml"), _VARIANTS)
    rows = fields.object("variants")
    found = {name: _variant(name, rows.object(name)) for name in rows.names()}
    fields.done()
    return MappingProxyType(found)


@cache
def bodies() -> Mapping[str, Profile]:
    """Give every profile by its id, the default first; MalformedError if the data are broken."""
    read = [_profile(_file(read_data(path), _PROFILE)) for path in data_files("procedure/profiles")]
    read.sort(key=lambda one: (one.status != "candidate", one.id))
    return MappingProxyType({one.id: one for one in read})


def _file(document: Document, schema: str) -> Fields:
    fields = Fields(document.value)
    fields.choice("schema", (schema,))
    return fields


def _walk(fields: Fields, path: str) -> Iterator[RuleValue]:
    """Give the values below `path`: an object that has `v` is one."""
    if fields.has("v"):
        yield _node(fields, path, label=fields.text("label"))
        return
    for name in fields.names():
        yield from _walk(fields.object(name), f"{path}.{name}")


def _node(fields: Fields, path: str, *, label: str) -> RuleValue:
    found = RuleValue(
        path=path,
        label=label,
        value=fields.value("v"),
        rule=fields.text("rule", min_length=0),
        sources=_sources(fields),
        confidence=fields.choice("conf", CONFIDENCES),
        variant=fields.optional("variant", fields.text),
        text=fields.optional("text", fields.text) or "",
        note=fields.optional("note", fields.text) or "",
    )
    fields.done()
    return found


def _sources(fields: Fields) -> tuple[str, ...]:
    found = fields.texts("src")
    for name in found:
        if name not in sources():
            raise MalformedError("conference.procedure_source", source=name, where=fields.where)
    if not found:
        raise MalformedError("base.field_value", field="src", where=fields.where)
    return found


def _variant(name: str, fields: Fields) -> Variant:
    names, confidence = _sources(fields), fields.choice("conf", CONFIDENCES)
    rows = fields.object("options")
    options = {}
    for one in rows.names():
        row = rows.object(one)
        sets = row.object("sets")
        options[one] = Option(
            id=one,
            label=row.text("label"),
            sets=MappingProxyType({path: sets.value(path) for path in sets.names()}),
            rule=row.text("rule", min_length=0) if row.has("rule") else None,
            sources=_sources(row) if row.has("src") else names,
            confidence=row.choice("conf", CONFIDENCES) if row.has("conf") else confidence,
        )
        row.done()
    found = Variant(
        id=name,
        question=fields.text("title"),
        why=fields.text("text"),
        sources=names,
        confidence=confidence,
        default=fields.choice("default", tuple(options)),
        options=MappingProxyType(options),
    )
    fields.done()
    return found


def _profile(fields: Fields) -> Profile:
    choices = fields.object("choices")
    rows = fields.object("values")
    values = {}
    for path in rows.names():
        default = default_values().get(path)
        if default is None:
            raise MalformedError("conference.procedure_path", path=path, where=rows.where)
        values[path] = _node(rows.object(path), path, label=default.label)
    found = Profile(
        id=fields.text("id", pattern=r"[a-z][a-z0-9-]{0,39}"),
        title=fields.text("title"),
        status=fields.choice("status", ("candidate", "reference", "adopted", "superseded")),
        note=fields.text("text"),
        own=fields.texts("own"),
        bodies=fields.texts("bodies") if fields.has("bodies") else (),
        choices=MappingProxyType({name: choices.text(name, pattern=_NAME) for name in choices.names()}),
        values=MappingProxyType(values),
    )
    fields.done()
    return found
