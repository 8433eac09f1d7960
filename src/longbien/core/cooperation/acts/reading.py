# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the readers and writers of bodies share: clean texts, codes, moments (docs/protocol/requests.md)."""

from datetime import datetime
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.moments import parse_moment, print_moment
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.acts.bodies import Condition
from longbien.core.cooperation.forms.plain import clean_text

MAX_TEXT: Final = 20_000
MAX_SHORT: Final = 1000


def codes(fields: Fields, name: str, list_id: str) -> tuple[str, ...]:
    """Read a list of codes of a coded list, each once."""
    codes = fields.texts(name, max_items=50, max_length=64)
    if len(set(codes)) != len(codes) or any(code not in vocabulary(list_id) for code in codes):
        raise MalformedError("base.field_value", field=name, where=fields.where)
    return codes


def names(fields: Fields) -> tuple[str, ...]:
    """Read the names of fields."""
    return fields.texts("fields", max_items=200, max_length=64)


def short_text(fields: Fields, name: str) -> str:
    """Read a line that may be empty."""
    return _clean(fields, name, fields.text(name, min_length=0, max_length=MAX_SHORT))


def long_text(fields: Fields, name: str) -> str:
    """Read a text that may be empty."""
    return _clean(fields, name, fields.text(name, min_length=0, max_length=MAX_TEXT))


def needed_text(fields: Fields, name: str) -> str:
    """Read a text that must say something."""
    return _clean(fields, name, fields.text(name, max_length=MAX_TEXT))


def _clean(fields: Fields, name: str, text: str) -> str:
    """Refuse a text with hidden characters: it would be shown on pages, papers and terminals."""
    if clean_text(text, max_length=MAX_TEXT, lines=True) != text:
        raise MalformedError("base.field_value", field=name, where=fields.where)
    return text


def neat(value: Json) -> Json:
    """Give a body with each text in the form that the readers take."""
    if isinstance(value, str):
        return clean_text(value, max_length=MAX_TEXT, lines=True)
    if isinstance(value, list):
        return [neat(item) for item in value]
    if isinstance(value, dict):
        return {name: neat(item) for name, item in value.items()}
    return value


def moment(fields: Fields, name: str) -> datetime | None:
    """Read a moment; None for the empty text."""
    text = fields.text(name, min_length=0, max_length=40)
    if not text:
        return None
    found = parse_moment(text)
    if print_moment(found) != text:
        raise MalformedError("base.field_value", field=name, where=fields.where)
    return found


def write_moment(given: datetime | None) -> str:
    """Write a moment; the empty text for none."""
    return print_moment(given) if given is not None else ""


def condition(item: Fields) -> Condition:
    """Read one condition of use."""
    return Condition(
        code=item.choice("code", vocabulary("CONDITION").codes),
        text=long_text(item, "text"),
        until=moment(item, "until"),
    )


def write_conditions(conditions: tuple[Condition, ...]) -> list[Json]:
    """Write conditions of use."""
    return [{"code": one.code, "text": one.text, "until": write_moment(one.until)} for one in conditions]
