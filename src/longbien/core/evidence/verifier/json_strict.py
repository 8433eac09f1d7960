# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""JSON read strictly: only the bytes that RFC 8785 would write, so that one value has one form and one digest."""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING

from longbien.core.evidence.verifier.flaws import FlawError

if TYPE_CHECKING:
    from typing import Final, NoReturn, TypeAlias

    Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

MAX_INTEGER: Final = 2**53 - 1
"""The largest integer that every JSON reader holds exactly."""
_MAX_DEPTH: Final = 32
_LITERALS: Final = {None: "null", True: "true", False: "false"}
_MAX_DIGITS: Final = 400
# A string (closed or cut off, so that matching never fails and never looks at a byte twice), or one bracket.
_STRING_OR_BRACKET: Final = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{}]', re.DOTALL)


def read_json(data: bytes, limit: int) -> Json:
    """Read canonical JSON of at most `limit` bytes; FlawError `json.…` for anything else."""
    if len(data) > limit:
        raise FlawError("json.too_large", f"it is larger than the {limit} bytes allowed here")
    _bound_depth(data)
    try:
        value: Json = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_float,
            parse_constant=_constant,
        )
    except ValueError:
        raise FlawError("json.not_json", "it is not readable JSON") from None
    if canonical_json(value) != data:
        raise FlawError("json.not_canonical", "its JSON is not in the canonical form of RFC 8785")
    return value


def canonical_json(value: Json) -> bytes:
    """Write a value in the one form of RFC 8785."""
    try:
        return _write(value).encode("utf-8")
    except UnicodeEncodeError:
        raise FlawError("json.not_json", "it has a text that is not Unicode") from None


def _write(value: Json) -> str:
    if isinstance(value, dict):
        # Names are ordered by their UTF-16 code units (RFC 8785, 3.2.3).
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(_write(name) + ":" + _write(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(_write(item) for item in value) + "]"
    if isinstance(value, float):
        return _write_float(value)
    if isinstance(value, str):
        return json.encoder.encode_basestring(value)
    return _LITERALS[value] if value is None or isinstance(value, bool) else str(value)


def _write_float(value: float) -> str:
    """Write a double as ECMAScript does (RFC 8785, 3.2.2.3): the shortest digits that give it back."""
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    point = len(whole) + int(exponent or 0) - (len(whole + fraction) - len(digits))
    digits = digits.rstrip("0")
    count = len(digits)
    if count <= point <= 21:
        return sign + digits + "0" * (point - count)
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    rest = "." + digits[1:] if count > 1 else ""
    return f"{sign}{digits[0]}{rest}e{point - 1:+d}"


def _bound_depth(data: bytes) -> None:
    """Refuse nesting beyond the limit before the parser sees it."""
    depth = 0
    for match in _STRING_OR_BRACKET.finditer(data):
        first = data[match.start()]
        if first in b"[{":
            depth += 1
            if depth > _MAX_DEPTH:
                raise FlawError("json.too_deep", "its JSON is nested too deeply")
        elif first in b"]}":
            depth -= 1


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise FlawError("json.name_twice", "its JSON has one name twice in one object")
    return found


def _integer(digits: str) -> int:
    if len(digits) > 17 or abs(int(digits)) > MAX_INTEGER:
        raise FlawError("json.number", "it has a number that is too large")
    return int(digits)


def _float(digits: str) -> float:
    if len(digits) > _MAX_DIGITS or not math.isfinite(float(digits)):
        raise FlawError("json.number", "it has a number that is too large")
    return float(digits)


def _constant(name: str) -> NoReturn:
    raise FlawError("json.number", "it has a number that is none")
