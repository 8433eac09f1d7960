# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the inputs of a case: an input that is missing or null is not known; one of a wrong type is refused with its place."""

from collections.abc import Mapping
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError

MAX_NUMBER: Final = 1_000_000
_MAX_TEXT: Final = 4000
_ROOM: Final = "conference_cases."


def fault(code: str, *, field: str, where: str, **params: str) -> MalformedError:
    """Give the error `conference_cases.CODE` about a field; line, column and file are added where the file's text is known."""
    given: dict[str, str] = {**params, "field": field, "where": where}
    return MalformedError(_ROOM + code, **given)


class Inputs:
    """The inputs of a case (or of a step in it), and which of them were read."""

    __slots__ = ("_read", "_value", "where")

    def __init__(self, value: Mapping[str, Json], *, where: str) -> None:
        """Take the inputs at `where`."""
        self._value = value
        self._read: set[str] = set()
        self.where = where

    def has(self, name: str) -> bool:
        """Tell whether an input is there and not null."""
        self._read.add(name)
        return self._value.get(name) is not None

    def value(self, name: str) -> Json:
        """Give an input as it is; None if it is missing."""
        self._read.add(name)
        return self._value.get(name)

    def number(self, name: str, *, least: int = 0) -> int | None:
        """Give a whole number; None if it is missing or null."""
        value = self.value(name)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(name, "integer")
        if not least <= value <= MAX_NUMBER:
            raise MalformedError("base.field_value", field=name, where=self.where)
        return value

    def text(self, name: str) -> str:
        """Give a text; empty if it is missing."""
        value = self.value(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.wrong(name, "text")
        if len(value) > _MAX_TEXT:
            raise MalformedError("base.field_value", field=name, where=self.where)
        return value

    def flag(self, name: str) -> bool | None:
        """Give true or false; None if it is missing."""
        value = self.value(name)
        if value is None or isinstance(value, bool):
            return value
        raise self.wrong(name, "boolean")

    def names(self, name: str) -> tuple[str, ...] | None:
        """Give names, written as a list or as one text with spaces between; None if it is missing."""
        value = self.value(name)
        if value is None:
            return None
        if isinstance(value, str):
            return tuple(value.split())
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(str(one) for one in value)
        raise self.wrong(name, "list")

    def inner(self, name: str) -> "Inputs | None":
        """Give an object; None if it is missing."""
        value = self.value(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.wrong(name, "object")
        return Inputs(value, where=f"{self.where}.{name}")

    def rows(self, name: str) -> "tuple[Inputs, ...]":
        """Give a list of objects (one object alone is a list of one); empty if it is missing."""
        value = self.value(name)
        if value is None:
            return ()
        if isinstance(value, dict):
            return (Inputs(value, where=f"{self.where}.{name}"),)
        if not isinstance(value, list):
            raise self.wrong(name, "list")
        found = []
        for place, one in enumerate(value):
            where = f"{self.where}.{name}[{place}]"
            if not isinstance(one, dict):
                raise MalformedError("base.field_type", field="", where=where, expected="object")
            found.append(Inputs(one, where=where))
        return tuple(found)

    def listed(self) -> tuple[str, ...]:
        """Give the names of all inputs, for an object whose names are data."""
        return tuple(self._value)

    def unused(self) -> tuple[str, ...]:
        """Give the names that nobody read."""
        return tuple(name for name in self._value if name not in self._read)

    def wrong(self, name: str, expected: str) -> MalformedError:
        """Give the error of a wrong type."""
        return MalformedError("base.field_type", field=name, where=self.where, expected=expected)
