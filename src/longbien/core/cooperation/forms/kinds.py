# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Request kinds as data: one file in `data/forms` per kind, sharing the header. To add a kind is to add a file.

The loader refuses what would mislead an officer: an unknown name, a list or field that does not exist, a code outside its
list, an identifier given twice, a condition on a field that comes from nowhere; always with file and line.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import Source, mistake, reading, sources
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, data_files, read_data
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.forms.conditions import Condition, read_condition

FOLDER: Final = "forms"
SCHEMA: Final = "longbien/form/1"
HEADER: Final = "header"
NEEDS: Final = ("mandatory", "conditional", "optional")
TYPES: Final = (
    "text",
    "long-text",
    "date",
    "moment",
    "period",
    "code",
    "codes",
    "contact",
    "identifiers",
    "attachment",
    "tick",
    "number",
    "language",
)
CODED: Final = ("code", "codes")
MEASURES: Final = ("preservation", "disclosure", "assistance", "surrender", "arrest", "offer")
"""What a request asks to be decided (coded list MEASURE), each on its own."""
_NAME: Final = r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*"
_SLUG: Final = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_DEFAULT_LENGTHS: Final[Mapping[str, int]] = {"text": 1000, "long-text": 20_000}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question of a form. `list` names a coded list; `minimum` and `maximum` bound a number or a count of items."""

    id: str
    section: str
    label: str
    help: str
    type: str
    need: str
    when: Condition | None
    list: str
    minimum: int | None
    maximum: int | None
    max_length: int
    sources: tuple[Source, ...]

    def needed(self, values: Mapping[str, object]) -> bool:
        """Tell whether the field must be filled, given the other values."""
        if self.need == "conditional":
            return self.when is not None and self.when.holds(values)
        return self.need == "mandatory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A decision that a request asks for: its measure, with the row of grounds it is decided by."""

    measure: str
    grounds: str
    when: Condition | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A group of fields, as shown on one part of a page."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A request kind: its fields (header first), the act that carries it and the decisions it asks for."""

    id: str
    version: int
    act: str
    label: str
    help: str
    article: str
    authority: str
    asks: tuple[Asked, ...]
    sections: tuple[Section, ...]
    fields: Mapping[str, Field]

    def measures(self, values: Mapping[str, object]) -> tuple[Asked, ...]:
        """Give the decisions that a request with these values asks for."""
        return tuple(asked for asked in self.asks if asked.when is None or asked.when.holds(values))


@cache
def forms() -> Mapping[str, Form]:
    """Give every request kind by its id."""
    header = _header()
    found: dict[str, Form] = {}
    for path in data_files(FOLDER):
        if path != f"{FOLDER}/{HEADER}.yaml":
            form = parse_form(read_data(path), header=header)
            found[form.id] = form
    return MappingProxyType(found)


def form(form_id: str, *, version: int | None = None) -> Form:
    """Give one kind; RefusedError if this node does not know the kind or that version of it."""
    found = forms().get(form_id)
    if found is None:
        raise RefusedError("cooperation.form_unknown", form=form_id[:64])
    if version is not None and version != found.version:
        raise RefusedError("cooperation.form_version", form=form_id, version=version, known=found.version)
    return found


def form_of_act(kind: str) -> Form | None:
    """Give the request kind that an act of `kind` carries, or None if it carries none."""
    return next((found for found in forms().values() if found.act == kind), None)


@cache
def _header() -> Form:
    return parse_form(read_data(f"{FOLDER}/{HEADER}.yaml"), header=None)


def parse_form(document: Document, *, header: Form | None) -> Form:
    """Read a form's file; `header` is the one it may include (None when reading the header itself)."""
    with reading(document, schema=SCHEMA) as fields:
        form_id = fields.text("form", pattern=_SLUG, max_length=40)
        if document.source.rsplit("/", 1)[-1] != f"{form_id}.yaml":
            raise mistake(fields, "form")
        included = _included(fields, header)
        sections = _sections(fields, included)
        known = dict(included.fields) if included else {}
        fields.objects("fields", lambda item: _field(item, sections, known), min_items=1, max_items=200)
        _conditions_resolve(fields, known)
        return Form(
            id=form_id,
            version=fields.integer("version", minimum=1, maximum=999),
            act=fields.text("act", pattern=r"request\.[a-z0-9-]+") if header else "",
            label=fields.text("label", max_length=160),
            help=fields.optional("help", fields.text) or "",
            article=fields.text("article", max_length=20),
            authority=_code(fields, "authority", "AUTHORITY") if header else "",
            asks=fields.objects("asks", lambda item: _asked(item, known), min_items=1) if header else (),
            sections=sections,
            fields=MappingProxyType(known),
        )


def _included(fields: Fields, header: Form | None) -> Form | None:
    if header is None:
        return None
    fields.choice("includes", (header.id,))
    return header


def _sections(fields: Fields, included: Form | None) -> tuple[Section, ...]:
    sections = list(included.sections if included else ())

    def one(item: Fields) -> None:
        section = Section(id=item.text("id", pattern=_NAME), label=item.text("label", max_length=160))
        if any(section.id == other.id for other in sections):
            raise mistake(item, "id")
        sections.append(section)

    fields.objects("sections", one, min_items=1, max_items=40)
    return tuple(sections)


def _field(item: Fields, sections: tuple[Section, ...], known: dict[str, Field]) -> None:
    name = item.text("id", pattern=_NAME, max_length=64)
    if name in known:
        raise mistake(item, "id")
    kind = item.choice("type", TYPES)
    need = item.choice("need", NEEDS)
    if (need == "conditional") is not item.has("when"):
        raise mistake(item, "when")
    if (kind in CODED) is not item.has("list"):
        raise mistake(item, "list")
    known[name] = Field(
        id=name,
        section=item.choice("section", [section.id for section in sections]),
        label=item.text("label", max_length=160),
        help=item.optional("help", item.text) or "",
        type=kind,
        need=need,
        when=read_condition(item.object("when")) if need == "conditional" else None,
        list=_list(item) if kind in CODED else "",
        minimum=item.optional("minimum", item.integer),
        maximum=item.optional("maximum", item.integer),
        max_length=item.optional("max_length", item.integer) or _DEFAULT_LENGTHS.get(kind, 1000),
        sources=sources(item),
    )


def _list(item: Fields) -> str:
    try:
        return vocabulary(item.text("list")).list_id
    except MalformedError as error:
        raise mistake(item, "list") from error


def _code(fields: Fields, name: str, list_id: str) -> str:
    return fields.choice(name, vocabulary(list_id).codes)


def _asked(item: Fields, known: Mapping[str, Field]) -> Asked:
    when = read_condition(item.object("when")) if item.has("when") else None
    if when is not None and not _resolves(when, known):
        raise mistake(item, "when")
    return Asked(
        measure=item.choice("measure", MEASURES), grounds=item.text("grounds", pattern=_SLUG), when=when
    )


def _conditions_resolve(fields: Fields, known: Mapping[str, Field]) -> None:
    own = fields.value("fields")
    for index, entry in enumerate(own if isinstance(own, list) else ()):
        item = Fields(entry, where=f"{fields.where}.fields[{index}]")
        when = known[item.text("id")].when
        if when is not None and not _resolves(when, known):
            raise mistake(item, "when")


def _resolves(when: Condition, known: Mapping[str, Field]) -> bool:
    """Tell whether a condition names a field that exists, of a fitting type, and codes of its list."""
    target = known.get(when.field)
    if target is None or (when.test == "ticked") is not (target.type == "tick"):
        return False
    return not when.codes or (
        target.type in CODED and all(code in vocabulary(target.list) for code in when.codes)
    )
