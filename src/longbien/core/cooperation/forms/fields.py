# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""From what a person or program sent to typed values: one cleaner per type of field, one coded error per field.

`clean` is lenient (a page sends texts, people type offsets and spaces); `read_values` is strict and for acts: it accepts
only the very form that `write_values` would write, so that both sides hold the same value.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeVar

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.forms.blocks import clean_person, clean_property
from longbien.core.cooperation.forms.contents import (
    clean_attachment,
    clean_contact,
    clean_group,
    clean_period,
)
from longbien.core.cooperation.forms.kinds import Field, Form
from longbien.core.cooperation.forms.plain import (
    clean_date,
    clean_language,
    clean_moment,
    clean_number,
    clean_text,
)
from longbien.core.cooperation.forms.values import FieldValue, Values, write_value

_T = TypeVar("_T")

_TICKED: Final = ("on", "true", "yes", "1")
_MAX_ITEMS: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldError:
    """Why one field could not be read: a code of `longbien.texts` with its values. `item` counts from 0 within a group."""

    field: str
    code: str
    params: Mapping[str, str | int]
    item: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """What could be read, and what could not. A draft may be kept with errors; an act never has any."""

    values: Values
    errors: tuple[FieldError, ...]

    def all_read(self) -> Values:
        """Give the values for an act; RefusedError `cooperation.draft_unread` names the first field that could not be read."""
        if self.errors:
            raise RefusedError("cooperation.draft_unread", field=self.errors[0].field)
        return self.values


class _ItemError(Exception):
    """A MalformedError of one item of a group."""

    def __init__(self, item: int, error: MalformedError) -> None:
        super().__init__(item)
        self.item = item
        self.error = error


def clean(form: Form, raw: Mapping[str, Json]) -> Cleaned:
    """Read every field of `raw` by the form; empty ones are left out, and nothing raises."""
    values: dict[str, FieldValue] = {}
    errors: list[FieldError] = []
    for name, given in raw.items():
        field = form.fields.get(name)
        if field is None:
            errors.append(FieldError(field=name[:64], code="cooperation.field_unknown", params={}))
            continue
        try:
            value = clean_field(field, given)
        except MalformedError as error:
            errors.append(FieldError(field=name, code=error.code, params=error.params))
        except _ItemError as found:
            inner = found.error
            errors.append(FieldError(field=name, code=inner.code, params=inner.params, item=found.item))
        else:
            if value is not None:
                values[name] = value
    ordered = {name: values[name] for name in form.fields if name in values}
    return Cleaned(values=MappingProxyType(ordered), errors=tuple(errors))


def read_values(form: Form, value: Json) -> Values:
    """Read the fields of an act: MalformedError for an unknown field, a wrong value, or another spelling of a right one."""
    if not isinstance(value, dict):
        raise MalformedError("base.field_type", field="fields", where="$", expected="object")
    cleaned = clean(form, value)
    for error in cleaned.errors:
        raise MalformedError(
            "cooperation.field_refused", field=error.field, reason=error.code, item=error.item or 0
        )
    for name, given in value.items():
        if name not in cleaned.values or not _same(write_value(cleaned.values[name]), given):
            raise MalformedError("cooperation.field_spelling", field=name)
    return cleaned.values


def _same(one: Json, other: Json) -> bool:
    """Tell whether two JSON values are one: `==`, but true is not 1 and 1 is not 1.0."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return one == other


def clean_field(field: Field, raw: Json) -> FieldValue | None:
    """Read one field; None if it is empty."""
    if raw is None or raw is False or (isinstance(raw, str | list | dict) and not raw):
        return None
    return _CLEANERS[field.type](field, raw)


def _text(field: Field, raw: Json) -> str | None:
    return clean_text(raw, max_length=field.max_length) or None


def _long_text(field: Field, raw: Json) -> str | None:
    return clean_text(raw, max_length=field.max_length, lines=True) or None


def _code(field: Field, raw: Json) -> str:
    text = clean_text(raw, max_length=200)
    if text not in vocabulary(field.list):
        raise MalformedError("cooperation.field_code", value=text[:64])
    return text


def _codes(field: Field, raw: Json) -> tuple[str, ...]:
    items = raw if isinstance(raw, list) else [raw]
    if len(items) > _MAX_ITEMS:
        raise MalformedError("cooperation.field_too_many", limit=_MAX_ITEMS)
    chosen = {_code(field, item) for item in items}
    return tuple(code for code in vocabulary(field.list).codes if code in chosen)


def _tick(field: Field, raw: Json) -> bool:
    if raw is True or (isinstance(raw, str) and raw.strip().lower() in _TICKED):
        return True
    raise MalformedError("cooperation.field_type", expected="tick")


def _items(field: Field, raw: Json, read: Callable[[Json], _T]) -> tuple[_T, ...]:
    """Read a list of objects; an error names its item."""
    limit = field.maximum or _MAX_ITEMS
    if not isinstance(raw, list):
        raise MalformedError("cooperation.field_type", expected="list")
    if len(raw) > limit:
        raise MalformedError("cooperation.field_too_many", limit=limit)
    found = []
    for index, item in enumerate(raw):
        try:
            found.append(read(item))
        except MalformedError as error:
            raise _ItemError(index, error) from error
    return tuple(found)


_CLEANERS: Final[Mapping[str, Callable[[Field, Json], FieldValue | None]]] = {
    "text": _text,
    "long-text": _long_text,
    "code": _code,
    "codes": _codes,
    "tick": _tick,
    "date": lambda _field, raw: clean_date(raw),
    "moment": lambda _field, raw: clean_moment(raw),
    "period": lambda _field, raw: clean_period(raw),
    "number": lambda field, raw: clean_number(raw, minimum=field.minimum, maximum=field.maximum),
    "language": lambda _field, raw: clean_language(raw),
    "contact": lambda _field, raw: clean_contact(raw),
    "attachment": lambda _field, raw: clean_attachment(raw),
    "identifiers": lambda field, raw: _items(field, raw, clean_group),
    "persons": lambda field, raw: _items(field, raw, clean_person),
    "property": lambda field, raw: _items(field, raw, clean_property),
}
