# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""JSON as bytes that can be signed: RFC 8785 (JSON Canonicalization Scheme), read strictly.

`decode` accepts exactly the bytes that `encode` would write, so that one value has one form and one digest.
`decode_loose` is for JSON that people write; it is never used on anything signed.
"""

import json
import math
import re
from collections.abc import Mapping, Sequence
from typing import Final, NoReturn, TypeAlias, cast

import rfc8785

from longbien.core.base.errors import MalformedError

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
"""A JSON value as `decode` gives it."""

JsonInput: TypeAlias = "bool | int | float | str | Sequence[JsonInput] | Mapping[str, JsonInput] | None"
"""What `encode` takes. Sequences are lists or tuples, mappings are dicts (covariant for the type checker)."""

MAX_INTEGER: Final = 2**53 - 1
"""The largest integer that every JSON reader holds exactly (RFC 7493, 2.2)."""

_MAX_INTEGER_DIGITS: Final = 17
_PLAIN: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
# A string (closed or cut off) or one bracket. Possessive, so that no input makes it look at a byte twice.
_STRING_OR_BRACKET: Final = re.compile(rb'"(?:[^"\\]++|\\.)*+"?|[\[\]{}]', re.DOTALL)


def encode(value: JsonInput) -> bytes:
    """Write `value` in its canonical form; MalformedError for a value that has none."""
    fast = _encode_plain(value)
    if fast is not None:
        return fast
    try:
        return rfc8785.dumps(cast("Json", value))
    except (rfc8785.IntegerDomainError, rfc8785.FloatDomainError) as error:
        raise MalformedError("base.number_range") from error
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as error:
        raise MalformedError("base.not_json") from error
    except RecursionError as error:
        raise MalformedError("base.too_deep") from error


def decode(data: bytes, *, max_bytes: int, max_depth: int = 32) -> Json:
    """Read canonical bytes; MalformedError for anything else, in memory bounded by `max_bytes`."""
    value = _parse(data, max_bytes=max_bytes, max_depth=max_depth)
    if encode(value) != data:
        raise MalformedError("base.not_canonical")
    return value


def decode_loose(data: bytes, *, max_bytes: int, max_depth: int = 32) -> Json:
    """Read JSON that need not be canonical, with every other bound of `decode`."""
    value = _parse(data, max_bytes=max_bytes, max_depth=max_depth)
    encode(value)  # refuses what has no canonical form, such as half a surrogate pair
    return value


def _encode_plain(value: JsonInput) -> bytes | None:
    """Write what the standard library already writes canonically, seven times faster; None if that is not sure.

    Sure are texts, booleans, nulls, integers in range, and names in ASCII (whose order by code point is that by UTF-16 unit).
    """
    try:
        data = _PLAIN.encode(value).encode(
            "utf-8"
        )  # first: it refuses circles, which would hold up the walk below
    except (TypeError, ValueError, RecursionError):
        return None
    held: list[object] = [value]
    while held:
        item = held.pop()
        if isinstance(item, str) or item is None or item is True or item is False:
            continue
        if type(item) is int:
            if not -MAX_INTEGER <= item <= MAX_INTEGER:
                return None
        elif isinstance(item, dict):
            if not all(isinstance(name, str) and name.isascii() for name in item):
                return None
            held.extend(item.values())
        elif isinstance(item, list | tuple):
            held.extend(item)
        else:
            return None
    return data


def _parse(data: bytes, *, max_bytes: int, max_depth: int) -> Json:
    if len(data) > max_bytes:
        raise MalformedError("base.too_large", limit=max_bytes)
    _bound_depth(data, max_depth)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise MalformedError("base.not_utf8", position=error.start) from error
    try:
        value: Json = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_float,
            parse_constant=_constant,
        )
    except json.JSONDecodeError as error:
        raise MalformedError("base.not_json", position=error.pos) from error
    return value


def _bound_depth(data: bytes, max_depth: int) -> None:
    """Refuse nesting beyond the limit before the parser sees it: a bomb costs no memory here."""
    if data.count(b"[") + data.count(b"{") <= max_depth:
        return
    depth = 0
    for match in _STRING_OR_BRACKET.finditer(data):
        first = data[match.start()]
        if first in b"[{":
            depth += 1
            if depth > max_depth:
                raise MalformedError("base.too_deep", limit=max_depth)
        elif first in b"]}":
            depth -= 1


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                raise MalformedError("base.key_twice", field=name[:80])
            seen.add(name)
    return found


def _integer(digits: str) -> int:
    if len(digits) > _MAX_INTEGER_DIGITS or abs(value := int(digits)) > MAX_INTEGER:
        raise MalformedError("base.number_range")
    return value


def _float(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise MalformedError("base.number_range")
    return value


def _constant(name: str) -> NoReturn:
    raise MalformedError("base.number_range")
