# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A request form as a page shows it: sections of questions, each with its control, help, source and what is wrong with it.

Generated from the form's data alone: a new kind of request needs no template.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from longbien.core.base.canonical import Json
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.forms.blocks import BLOCKS, BlockPart
from longbien.core.cooperation.forms.fields import FieldError
from longbien.core.cooperation.forms.kinds import Field, Form
from longbien.core.cooperation.forms.values import CONTACT_PARTS
from longbien.web.cooperation.posted import ATTACHMENT_PARTS, IDENTIFIER_PARTS, PERIOD_PARTS

CONTROLS: Final[Mapping[str, str]] = {
    "text": "line",
    "date": "line",
    "moment": "line",
    "number": "line",
    "language": "line",
    "long-text": "area",
    "code": "list",
    "codes": "boxes",
    "tick": "tick",
    "contact": "parts",
    "period": "parts",
    "identifiers": "groups",
    "persons": "blocks",
    "property": "blocks",
    "attachment": "file",
}
"""The control of each type of field: the template `control_<name>.html`."""

HINTS: Final[Mapping[str, Promise]] = {
    "date": _("Year, month, day: 2026-11-22"),
    "moment": _("With its UTC offset: 2026-11-22 03:14:07 +07:00"),
    "period": _("Each with its UTC offset: 2026-11-22 03:14:07 +07:00"),
    "language": _("The tag of the language: en, vi, de"),
}
PARTS: Final[Mapping[str, Promise]] = {
    "organisation": _("Organisation"),
    "person": _("Person"),
    "function": _("Function"),
    "address": _("Address"),
    "phone": _("Telephone"),
    "mobile": _("Mobile telephone"),
    "email": _("E-mail"),
    "fax": _("Fax"),
    "office_hours": _("Office hours"),
    "time_zone": _("Time zone, such as Asia/Ho_Chi_Minh"),
    "from": _("From"),
    "until": _("Until"),
    "kind": _("Kind"),
    "value": _("Value"),
    "port": _("Port"),
    "at": _("Time"),
    "offset": _("UTC offset"),
    "service": _("Service"),
    "note": _("Note"),
    "role": _("Role"),
    "name": _("Full name"),
    "aliases": _("Other names"),
    "sex": _("Sex"),
    "birth_date": _("Date or year of birth"),
    "birth_place": _("Place of birth"),
    "nationalities": _("Nationalities, as codes of States: VN, AT"),
    "documents": _("Passport or other document"),
    "whereabouts": _("Whereabouts"),
    "description": _("Description"),
    "masked": _("Mask the name in lists and papers"),
    "nature": _("What it is to the case"),
    "location": _("Location"),
    "reference": _("Account, wallet or register number"),
    "holder": _("Holder"),
    "amount": _("Estimated value"),
    "currency": _("Currency, such as EUR or BTC"),
}
_LATIN: Final = frozenset({"day", "states", "amount", "currency"})
"""Shapes of parts that are read from left to right in every language."""
_MACHINE: Final = frozenset({"date", "moment", "number", "language", "period"})
"""Types whose value is read from left to right in every language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One code of a list."""

    code: str
    label: str
    help: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a contact, a period, an identifier, a person or a piece of property."""

    name: str
    label: Promise
    value: str
    choices: tuple[Choice, ...] = ()
    number: int = 0
    shape: str = "line"
    ltr: bool = False
    max_length: int = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One identifier, person or piece of property: its number on the page, its parts and what is wrong with it."""

    number: int
    parts: tuple[Part, ...]
    errors: tuple[FieldError, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One field with all that the page shows of it."""

    field: Field
    control: str
    hint: Promise | None
    ltr: bool
    value: str
    choices: tuple[Choice, ...]
    parts: tuple[Part, ...]
    groups: tuple[Group, ...]
    sources: tuple[tuple[str, tuple[str, ...]], ...]
    """Marks of confidence, each with the places it speaks of."""
    errors: tuple[FieldError, ...]

    @property
    def short(self) -> bool:
        """Whether the question fits half the width of a page."""
        return self.control.endswith(("_line.html", "_list.html", "_tick.html"))

    @property
    def grouped(self) -> bool:
        """Whether several controls answer the question together: they need a legend, not a label."""
        return self.control.endswith(("_boxes.html", "_parts.html", "_groups.html", "_blocks.html"))

    @property
    def more(self) -> bool:
        """Whether another group may be added."""
        return not self.field.maximum or len(self.groups) < self.field.maximum

    @property
    def attributes(self) -> SafeString:
        """Tie the control to its help and to what is wrong with it, for screen readers."""
        name = self.field.id
        told = [f"{name}-help"] if self.field.help or self.hint else []
        told += [f"{name}-error"] if self.errors else []
        invalid = SafeString(' aria-invalid="true"') if self.errors else SafeString("")
        return invalid + (format_html(' aria-describedby="{}"', " ".join(told)) if told else SafeString(""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One section of the form."""

    id: str
    label: str
    questions: tuple[Question, ...]


def chapters(
    form: Form,
    raw: Mapping[str, Json],
    errors: Iterable[FieldError] = (),
    *,
    groups: Mapping[str, int] = MappingProxyType({}),
) -> tuple[Chapter, ...]:
    """Lay out `form` with the values `raw`; a field of groups shows one at least, or as many as `groups` says of it."""
    wrong: dict[str, list[FieldError]] = {}
    for error in errors:
        wrong.setdefault(error.field, []).append(error)
    asked = [
        _question(field, raw.get(field.id), tuple(wrong.get(field.id, ())), groups.get(field.id, 1))
        for field in form.fields.values()
    ]
    return tuple(
        Chapter(
            id=section.id,
            label=section.label,
            questions=tuple(one for one in asked if one.field.section == section.id),
        )
        for section in form.sections
    )


def _question(field: Field, raw: Json, errors: tuple[FieldError, ...], groups: int) -> Question:
    control = CONTROLS[field.type]
    return Question(
        field=field,
        control=f"longbien/cooperation/control_{control}.html",
        hint=HINTS.get(field.type),
        ltr=field.type in _MACHINE,
        value=_written(raw),
        choices=_choices(field.list, raw) if field.list else (),
        parts=_parts(field, raw),
        groups=_groups(field, raw, errors, groups) if control in ("groups", "blocks") else (),
        sources=_sources(field),
        errors=errors,
    )


def _sources(field: Field) -> tuple[tuple[str, tuple[str, ...]], ...]:
    marks = dict.fromkeys(source.confidence for source in field.sources)
    return tuple((mark, tuple(one.ref for one in field.sources if one.confidence == mark)) for mark in marks)


def _choices(list_id: str, raw: Json) -> tuple[Choice, ...]:
    chosen = raw if isinstance(raw, list) else [raw]
    return tuple(
        Choice(code=code.code, label=code.label, help=code.help, chosen=code.code in chosen)
        for code in vocabulary(list_id).codes.values()
    )


def _parts(field: Field, raw: Json) -> tuple[Part, ...]:
    names = {"contact": CONTACT_PARTS, "period": PERIOD_PARTS, "attachment": ATTACHMENT_PARTS}.get(
        field.type, ()
    )
    given = raw if isinstance(raw, dict) else {}
    return tuple(
        Part(name=f"{field.id}.{name}", label=PARTS.get(name, _("Part")), value=_written(given.get(name)))
        for name in names
    )


def _groups(field: Field, raw: Json, errors: tuple[FieldError, ...], least: int) -> tuple[Group, ...]:
    given = raw if isinstance(raw, list) else []
    items = [item if isinstance(item, dict) else {} for item in given]
    items += [{}] * (least - len(items))
    return tuple(_group(field, number, item, errors) for number, item in enumerate(items))


def _group(field: Field, number: int, item: Mapping[str, Json], errors: tuple[FieldError, ...]) -> Group:
    prefix, mine = f"{field.id}.{number}", tuple(error for error in errors if error.item == number)
    if field.type in BLOCKS:
        parts = tuple(_block_part(prefix, number, part, item) for part in BLOCKS[field.type])
        return Group(number=number, parts=parts, errors=mine)
    return Group(number=number, parts=_identifier_parts(prefix, number, item), errors=mine)


def _identifier_parts(prefix: str, number: int, item: Mapping[str, Json]) -> tuple[Part, ...]:
    return tuple(
        Part(
            name=f"{prefix}.{name}",
            label=PARTS[name],
            value=_written(item.get(name, item.get("local") if name == "at" else None)),
            choices=_choices("IDENTIFIER", item.get(name)) if name == "kind" else (),
            number=number,
        )
        for name in IDENTIFIER_PARTS
    )


def _block_part(prefix: str, number: int, part: BlockPart, item: Mapping[str, Json]) -> Part:
    raw = item.get(part.name)
    return Part(
        name=f"{prefix}.{part.name}",
        label=PARTS[part.name],
        value=", ".join(_written(one) for one in raw) if isinstance(raw, list) else _written(raw),
        choices=_choices(part.list, raw) if part.list else (),
        number=number,
        shape=part.shape,
        ltr=part.shape in _LATIN,
        max_length=part.max_length,
    )


def _written(raw: Json) -> str:
    if raw is None or isinstance(raw, dict | list):
        return ""
    if isinstance(raw, bool):
        return "on" if raw else ""
    return str(raw)
