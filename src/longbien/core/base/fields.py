# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a JSON object field by field, so that nothing is taken on trust and nothing is overlooked.

    fields = Fields(value)
    request = parse_request_id(fields.text("request"))
    note = fields.optional("note", fields.text)
    fields.done()

Every failure is a MalformedError that names the field and the object's place (`$`, `$.items[2]`).
"""

import base64
import binascii
import re
from collections.abc import Callable, Collection
from datetime import datetime
from typing import Final, TypeVar

from longbien.core.base.canonical import MAX_INTEGER, Json
from longbien.core.base.errors import MalformedError
from longbien.core.base.moments import parse_moment, print_moment

_T = TypeVar("_T")

_HEX: Final = re.compile(r"(?:[0-9a-f]{2})*")


class Fields:
    """One JSON object under inspection. Each reader takes a field's name; `done` refuses what was not read."""

    __slots__ = ("_seen", "_value", "where")

    def __init__(self, value: Json, *, where: str = "$") -> None:
        """Take `value`, which must be an object; `where` is its place in the whole document."""
        if not isinstance(value, dict):
            raise MalformedError("base.field_type", field="", where=where, expected="object")
        self._value = value
        self._seen: set[str] = set()
        self.where = where

    def value(self, name: str) -> Json:
        """Give the field's value as it is."""
        if name not in self._value:
            raise MalformedError("base.field_missing", field=name, where=self.where)
        self._seen.add(name)
        return self._value[name]

    def has(self, name: str) -> bool:
        """Tell whether the field is there (a null is there)."""
        return name in self._value

    def names(self) -> tuple[str, ...]:
        """Give the names of all fields, for an object whose names are data."""
        return tuple(self._value)

    def optional(self, name: str, read: Callable[[str], _T]) -> _T | None:
        """Read the field with `read` if it is there, else give None: `fields.optional("note", fields.text)`."""
        return read(name) if name in self._value else None

    def text(
        self,
        name: str,
        *,
        pattern: str | re.Pattern[str] | None = None,
        min_length: int = 1,
        max_length: int = 1000,
    ) -> str:
        """Read a text of bounded length (in characters) that the whole `pattern` matches."""
        value = self._text(name)
        if not min_length <= len(value) <= max_length:
            raise self._bad(name)
        if pattern is not None and re.fullmatch(pattern, value) is None:
            raise self._bad(name)
        return value

    def parsed(self, name: str, parse: Callable[[str], _T]) -> _T:
        """Read a text through a parser, such as `parse_party_id`, whose MalformedError becomes this field's."""
        value = self._text(name)
        try:
            return parse(value)
        except MalformedError as error:
            raise self._bad(name) from error

    def choice(self, name: str, options: Collection[str]) -> str:
        """Read a text that is one of `options`."""
        value = self._text(name)
        if value not in options:
            raise self._bad(name)
        return value

    def integer(self, name: str, *, minimum: int = 0, maximum: int = MAX_INTEGER) -> int:
        """Read an integer within bounds; a boolean and 1.0 are not integers."""
        value = self.value(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self._wrong_type(name, "integer")
        if not minimum <= value <= maximum:
            raise self._bad(name)
        return value

    def boolean(self, name: str) -> bool:
        """Read true or false."""
        value = self.value(name)
        if not isinstance(value, bool):
            raise self._wrong_type(name, "boolean")
        return value

    def hex(self, name: str, *, length: int | None = None) -> bytes:
        """Read lower-case hexadecimal digits as bytes; `length` counts bytes."""
        value = self._text(name)
        if _HEX.fullmatch(value) is None or (length is not None and len(value) != 2 * length):
            raise self._bad(name)
        return bytes.fromhex(value)

    def base64(self, name: str, *, length: int | None = None, max_length: int | None = None) -> bytes:
        """Read standard base64 with padding (RFC 4648, 4) in its one canonical spelling; lengths count bytes."""
        value = self._text(name)
        try:
            data = base64.b64decode(value, validate=True)
        except (binascii.Error, ValueError) as error:
            raise self._bad(name) from error
        if base64.b64encode(data).decode("ascii") != value:
            raise self._bad(name)
        if (length is not None and len(data) != length) or (
            max_length is not None and len(data) > max_length
        ):
            raise self._bad(name)
        return data

    def moment(self, name: str) -> datetime:
        """Read a moment in UTC in the one spelling that is written: with milliseconds (docs/protocol/acts.md, section 1)."""
        moment = self.parsed(name, parse_moment)
        if print_moment(moment) != self._text(name):
            raise self._bad(name)
        return moment

    def object(self, name: str) -> "Fields":
        """Read an object, to be inspected (and finished with `done`) by itself."""
        value = self.value(name)
        if not isinstance(value, dict):
            raise self._wrong_type(name, "object")
        return Fields(value, where=f"{self.where}.{name}")

    def list_of(
        self,
        name: str,
        read: Callable[[Json, str], _T],
        *,
        min_items: int = 0,
        max_items: int = 1000,
    ) -> tuple[_T, ...]:
        """Read a list of bounded length; `read` gets each item and its place."""
        value = self.value(name)
        if not isinstance(value, list):
            raise self._wrong_type(name, "list")
        if not min_items <= len(value) <= max_items:
            raise self._bad(name)
        return tuple(read(item, f"{self.where}.{name}[{index}]") for index, item in enumerate(value))

    def objects(
        self,
        name: str,
        read: Callable[["Fields"], _T],
        *,
        min_items: int = 0,
        max_items: int = 1000,
    ) -> tuple[_T, ...]:
        """Read a list of objects; every one is finished with `done` after `read`."""

        def one(value: Json, where: str) -> _T:
            fields = Fields(value, where=where)
            found = read(fields)
            fields.done()
            return found

        return self.list_of(name, one, min_items=min_items, max_items=max_items)

    def texts(self, name: str, *, max_items: int = 1000, max_length: int = 1000) -> tuple[str, ...]:
        """Read a list of texts that are not empty."""

        def one(value: Json, where: str) -> str:
            if not isinstance(value, str):
                raise MalformedError("base.field_type", field=name, where=where, expected="text")
            if not 1 <= len(value) <= max_length:
                raise MalformedError("base.field_value", field=name, where=where)
            return value

        return self.list_of(name, one, max_items=max_items)

    def done(self) -> None:
        """Refuse fields that nobody read: an unknown field is never silently dropped."""
        for name in self._value:
            if name not in self._seen:
                raise MalformedError("base.field_unknown", field=name[:80], where=self.where)

    def _text(self, name: str) -> str:
        value = self.value(name)
        if not isinstance(value, str):
            raise self._wrong_type(name, "text")
        return value

    def _bad(self, name: str) -> MalformedError:
        return MalformedError("base.field_value", field=name, where=self.where)

    def _wrong_type(self, name: str, expected: str) -> MalformedError:
        return MalformedError("base.field_type", field=name, where=self.where, expected=expected)
