# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a JSON object field by field: each field has the type and form that its document promises, or it is a flaw.

Fields that nobody asks for are left alone: later versions may add some, and what is signed is the bytes.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING

from longbien.core.evidence.verifier.flaws import HEX_32, HEX_64, MOMENT, PARTY, FlawError

if TYPE_CHECKING:
    from longbien.core.evidence.verifier.json_strict import Json


class Fields:
    """One JSON object under inspection. Each reader takes the field's name; FlawError `malformed` if it is not right."""

    def __init__(self, value: Json) -> None:
        """Take the value, which must be an object."""
        if not isinstance(value, dict):
            raise FlawError("malformed", "it is not a JSON object")
        self._value = value

    def _take(self, name: str, kind: type) -> Json:
        value = self._value.get(name)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise FlawError("malformed", f"its field {name} is missing or of the wrong type")
        return value

    def optional(self, name: str) -> Json:
        """Give a value of any type, or None."""
        return self._value.get(name)

    def text(self, name: str, pattern: str | None = None) -> str:
        """Read a text; all of it must match `pattern`."""
        value = self._take(name, str)
        if not isinstance(value, str) or (pattern is not None and not re.fullmatch(pattern, value)):
            raise FlawError("malformed", f"its field {name} has a form that is not allowed")
        return value

    def constant(self, name: str, *allowed: str) -> str:
        """Read a text that is one of those allowed, such as a version or a suite."""
        value = self.text(name)
        if value not in allowed:
            raise FlawError(
                "unknown_version", f"its field {name} has a value that this verifier does not know"
            )
        return value

    def integer(self, name: str) -> int:
        """Read an integer that is not negative."""
        value = self._take(name, int)
        if not isinstance(value, int) or value < 0:
            raise FlawError("malformed", f"its field {name} is negative")
        return value

    def boolean(self, name: str) -> bool:
        """Read true or false."""
        return bool(self._take(name, bool))

    def party(self, name: str) -> str:
        """Read the id of a State or an organisation."""
        return self.text(name, PARTY)

    def id(self, name: str) -> str:
        """Read 32 hexadecimal digits."""
        return self.text(name, HEX_32)

    def digest(self, name: str) -> str:
        """Read 64 hexadecimal digits."""
        return self.text(name, HEX_64)

    def digest_or_none(self, name: str) -> str:
        """Read 64 hexadecimal digits, or the empty text."""
        return self.text(name, HEX_64 + "|")

    def moment(self, name: str) -> str:
        """Read a point in time."""
        return self.text(name, MOMENT)

    def moment_or_none(self, name: str) -> str:
        """Read a point in time, or the empty text."""
        return self.text(name, "(?:" + MOMENT + ")|")

    def base64(self, name: str) -> bytes:
        """Read bytes in standard base64 with padding."""
        return read_base64(self.text(name), f"its field {name}")

    def fields(self, name: str) -> Fields:
        """Read an object."""
        return Fields(self._take(name, dict))

    def items(self, name: str) -> list[Json]:
        """Read a list."""
        value = self._take(name, list)
        return value if isinstance(value, list) else []

    def texts(self, name: str) -> list[str]:
        """Read a list of texts."""
        found = [item for item in self.items(name) if isinstance(item, str)]
        if len(found) != len(self.items(name)):
            raise FlawError("malformed", f"its field {name} is not a list of texts")
        return found

    def objects(self, name: str) -> list[Fields]:
        """Read a list of objects."""
        return [Fields(item) for item in self.items(name)]


def read_base64(text: str, what: str) -> bytes:
    """Read standard base64 with padding in its one spelling; `what` names it in the flaw."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error):
        data = b""
    if base64.b64encode(data).decode("ascii") != text:
        raise FlawError("malformed", f"{what} is not base64")
    return data
