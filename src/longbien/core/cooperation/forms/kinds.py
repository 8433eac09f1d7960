# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Request kinds as data: one file in `data/forms` per kind, sharing the header. To add a kind is to add a file.

What several bodies ask word for word (the proceedings, the data, the authorisation, the undertakings) is a part of its own
in `data/forms/parts`: a form puts it among its sections with `{part: proceedings}`, or `without` some of its fields.

The loader refuses what would mislead an officer: an unknown name, a list or field that does not exist, a code outside its
list, an identifier given twice, a condition on a field that comes from nowhere; always with file and line.
"""

import re
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
PARTS: Final = "forms/parts"
SCHEMA: Final = "longbien/form/1"
PART_SCHEMA: Final = "longbien/form-part/1"
HEADER: Final = "header"
FAMILIES: Final = "FORM-FAMILY"
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
    "persons",
    "property",
    "attachment",
    "tick",
    "number",
    "language",
)
CODED: Final = ("code", "codes")
TENSES: Final = ("past", "future")
_TIMES: Final = ("date", "moment", "period")
MEASURES: Final = ("preservation", "disclosure", "assistance", "surrender", "arrest", "offer")
"""What a request asks to be decided (coded list MEASURE), each on its own."""
_NAME: Final = r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*"
_SLUG: Final = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_DEFAULT_LENGTHS: Final[Mapping[str, int]] = {"text": 1000, "long-text": 20_000}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question of a form. `list` names a coded list; `minimum` and `maximum` bound a number or a count of items.

    `tense`: a time that must lie in the `past` or in the `future` when the request leaves (a check stops it otherwise).
    """

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
    tense: str = ""

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
class FormPart:
    """Sections with their fields that several forms share."""

    id: str
    sections: tuple[Section, ...]
    fields: Mapping[str, Field]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A request kind: its fields (header first), the act that carries it and the decisions it asks for.

    `family`: a code of FORM-FAMILY, under which a list of kinds shows it; `authority`: whom it usually addresses.
    """

    id: str
    version: int
    act: str
    label: str
    help: str
    article: str
    authority: str
    family: str
    asks: tuple[Asked, ...]
    sections: tuple[Section, ...]
    fields: Mapping[str, Field]

    def measures(self, values: Mapping[str, object]) -> tuple[Asked, ...]:
        """Give the decisions that a request with these values asks for."""
        return tuple(asked for asked in self.asks if asked.when is None or asked.when.holds(values))


@cache
def forms() -> Mapping[str, Form]:
    """Give every request kind by its id: family by family, then by article."""
    header = _header()
    found: dict[str, Form] = {}
    for path in data_files(FOLDER):
        if path != f"{FOLDER}/{HEADER}.yaml":
            form = parse_form(read_data(path), header=header)
            found[form.id] = form
    families = ("", *vocabulary(FAMILIES).codes)
    ordered = sorted(found.values(), key=lambda one: (families.index(one.family), _numbers(one.article)))
    return MappingProxyType({one.id: one for one in ordered})


def _numbers(article: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall("[0-9]+", article))


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


@cache
def form_part(part_id: str) -> FormPart:
    """Give a part that forms share; MalformedError if there is none."""
    document = read_data(f"{PARTS}/{part_id}.yaml")
    with reading(document, schema=PART_SCHEMA) as fields:
        found = fields.text("part", pattern=_SLUG, max_length=40)
        if found != part_id:
            raise mistake(fields, "part")
        sections = fields.objects("sections", _section, min_items=1, max_items=40)
        known: dict[str, Field] = {}
        fields.objects("fields", lambda item: _field(item, sections, known), min_items=1, max_items=200)
        return FormPart(id=found, sections=sections, fields=MappingProxyType(known))


def parse_form(document: Document, *, header: Form | None) -> Form:
    """Read a form's file; `header` is the one it may include (None when reading the header itself)."""
    with reading(document, schema=SCHEMA) as fields:
        form_id = fields.text("form", pattern=_SLUG, max_length=40)
        if document.source.rsplit("/", 1)[-1] != f"{form_id}.yaml":
            raise mistake(fields, "form")
        included = _included(fields, header)
        known = dict(included.fields) if included else {}
        sections = _sections(fields, included, known)
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
            family=_code(fields, "family", FAMILIES) if header and fields.has("family") else "",
            asks=fields.objects("asks", lambda item: _asked(item, known), min_items=1) if header else (),
            sections=sections,
            fields=_in_order(known, sections),
        )


def _included(fields: Fields, header: Form | None) -> Form | None:
    if header is None:
        return None
    fields.choice("includes", (header.id,))
    return header


def _sections(fields: Fields, included: Form | None, known: dict[str, Field]) -> tuple[Section, ...]:
    """Read the sections in their order; a part brings its own, and its fields into `known`."""
    sections = list(included.sections if included else ())

    def one(item: Fields) -> None:
        fresh = _part(item, known) if item.has("part") else (_section(item),)
        if {section.id for section in fresh} & {section.id for section in sections}:
            raise mistake(item, "part" if item.has("part") else "id")
        sections.extend(fresh)

    fields.objects("sections", one, min_items=1, max_items=40)
    return tuple(sections)


def _section(item: Fields) -> Section:
    return Section(id=item.text("id", pattern=_NAME), label=item.text("label", max_length=160))


def _part(item: Fields, known: dict[str, Field]) -> tuple[Section, ...]:
    try:
        part = form_part(item.text("part", pattern=_SLUG, max_length=40))
    except MalformedError as error:
        if error.code == "base.data_mistake":
            raise
        raise mistake(item, "part") from error
    without = item.texts("without", max_items=50, max_length=64) if item.has("without") else ()
    if any(name not in part.fields for name in without):
        raise mistake(item, "without")
    taken = {name: field for name, field in part.fields.items() if name not in without}
    if taken.keys() & known.keys():
        raise mistake(item, "part")
    known.update(taken)
    return part.sections


def _in_order(known: Mapping[str, Field], sections: tuple[Section, ...]) -> Mapping[str, Field]:
    """Give the fields as a reader meets them: section by section."""
    place = {section.id: index for index, section in enumerate(sections)}
    ordered = sorted(known.values(), key=lambda field: place[field.section])
    return MappingProxyType({field.id: field for field in ordered})


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
        tense=item.choice("tense", TENSES) if kind in _TIMES and item.has("tense") else "",
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
    places = {
        item.text("id"): item
        for index, entry in enumerate(own if isinstance(own, list) else ())
        for item in (Fields(entry, where=f"{fields.where}.fields[{index}]"),)
    }
    for name, field in known.items():
        if field.when is not None and not _resolves(field.when, known):
            raise mistake(places.get(name, fields), "when" if name in places else "sections")


def _resolves(when: Condition, known: Mapping[str, Field]) -> bool:
    """Tell whether a condition names a field that exists, of a fitting type, and codes of its list."""
    target = known.get(when.field)
    if target is None or (when.test == "ticked") is not (target.type == "tick"):
        return False
    return not when.codes or (
        target.type in CODED and all(code in vocabulary(target.list) for code in when.codes)
    )
