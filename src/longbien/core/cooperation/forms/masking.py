# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Masking the names of victims, children and whoever else is to be masked: in values, and in the JSON of acts.

What is left of such a person is the role. Where the name was written into a free text it is blackened there too, as far as it
was written the same way; what a person wrote otherwise no machine finds.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.cooperation.forms.values import PROTECTED_ROLES, FieldValue, Person

BLACK: Final = "█████"
"""Stands for a name in a free text."""
_SHORTEST: Final = 3
_MOST: Final = 2000


def hidden_names(values: Iterable[FieldValue]) -> tuple[str, ...]:
    """Give the names and other names of persons who are masked, the longest first."""
    return _names(
        text
        for value in values
        if isinstance(value, tuple)
        for one in value
        if isinstance(one, Person) and one.hidden
        for text in (one.name, one.aliases)
    )


def hidden_persons(values: Iterable[FieldValue]) -> int:
    """Count the persons who are masked."""
    return sum(
        isinstance(one, Person) and one.hidden
        for value in values
        if isinstance(value, tuple)
        for one in value
    )


def masked_values(values: Mapping[str, FieldValue]) -> dict[str, FieldValue]:
    """Give the values of a request without what tells who a masked person is."""
    names = hidden_names(values.values())
    return {name: _masked_value(value, names) for name, value in values.items()}


def masked_body(body: Mapping[str, Json]) -> Mapping[str, Json]:
    """Give the body of an act as somebody reads it who has no need of masked names; the very same body if it holds none."""
    names = _names(_json_names(dict(body)))
    found = masked_json(dict(body), names)
    return found if isinstance(found, dict) and found != body else body


def masked_json(value: Json, names: tuple[str, ...]) -> Json:
    """Give JSON (the body of an act) without masked persons and with their names blackened."""
    if isinstance(value, str):
        return blackened(value, names)
    if isinstance(value, list):
        return [masked_json(one, names) for one in value]
    if isinstance(value, dict):
        if _is_hidden(value):
            return {"role": value["role"], "masked": True}
        return {name: masked_json(one, names) for name, one in value.items()}
    return value


def blackened(text: str, names: tuple[str, ...]) -> str:
    """Blacken names in a text, in whatever case they were written."""
    if not names or not text:
        return text
    return re.sub("|".join(re.escape(name) for name in names[:_MOST]), BLACK, text, flags=re.IGNORECASE)


def _masked_value(value: FieldValue, names: tuple[str, ...]) -> FieldValue:
    if isinstance(value, str):
        return blackened(value, names)
    if isinstance(value, tuple) and any(isinstance(one, Person) for one in value):
        return tuple(
            Person(role=one.role, masked=True) if one.hidden else one
            for one in value
            if isinstance(one, Person)
        )
    return value


def _is_hidden(value: Mapping[str, Json]) -> bool:
    role = value.get("role")
    is_person = isinstance(role, str) and bool({"name", "aliases", "description", "masked"} & value.keys())
    return is_person and (value.get("masked") is True or role in PROTECTED_ROLES)


def _names(texts: Iterable[str]) -> tuple[str, ...]:
    """Cut names and lists of other names apart; the longest first."""
    found = {name.strip() for text in texts for name in (text, *re.split(r"[,;\n]", text))}
    return tuple(sorted((name for name in found if len(name) >= _SHORTEST), key=lambda one: (-len(one), one)))


def _json_names(value: Json) -> Iterator[str]:
    """Give the names and other names of the masked persons in a body."""
    if isinstance(value, dict):
        if _is_hidden(value):
            yield from (str(value[part]) for part in ("name", "aliases") if value.get(part))
        for one in value.values():
            yield from _json_names(one)
    elif isinstance(value, list):
        for one in value:
            yield from _json_names(one)
