# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names of things, each its own type, each read by one function that raises MalformedError."""

import re
from collections.abc import Callable
from typing import Final, NewType, TypeVar

from longbien.core.base.errors import MalformedError

PartyId = NewType("PartyId", str)
"""A State (its ISO 3166-1 alpha-2 code) or an organisation (`X-` and 2 to 16 capitals or digits)."""
ActId = NewType("ActId", str)
"""One signed act: 32 lower-case hexadecimal digits."""
ObjectId = NewType("ObjectId", str)
"""One sealed object, such as an evidence item: 32 lower-case hexadecimal digits."""
RequestId = NewType("RequestId", str)
"""One request between parties, the same on both sides: 32 lower-case hexadecimal digits."""
KeyId = NewType("KeyId", str)
"""One public key or key set: 32 lower-case hexadecimal digits."""
Digest = NewType("Digest", str)
"""A SHA-256 value: 64 lower-case hexadecimal digits."""

_PARTY: Final = re.compile(r"[A-Z]{2}|X-[A-Z0-9]{2,16}")
_HEX_32: Final = re.compile(r"[0-9a-f]{32}")
_HEX_64: Final = re.compile(r"[0-9a-f]{64}")

_T = TypeVar("_T")


def _parse(text: str, pattern: re.Pattern[str], kind: str, make: Callable[[str], _T]) -> _T:
    if pattern.fullmatch(text) is None:
        raise MalformedError("base.id", kind=kind, value=text[:80])
    return make(text)


def parse_party_id(text: str) -> PartyId:
    """Read the id of a State or an organisation."""
    return _parse(text, _PARTY, "party", PartyId)


def parse_act_id(text: str) -> ActId:
    """Read the id of an act."""
    return _parse(text, _HEX_32, "act", ActId)


def parse_object_id(text: str) -> ObjectId:
    """Read the id of a sealed object."""
    return _parse(text, _HEX_32, "object", ObjectId)


def parse_request_id(text: str) -> RequestId:
    """Read the id of a request."""
    return _parse(text, _HEX_32, "request", RequestId)


def parse_key_id(text: str) -> KeyId:
    """Read the id of a key."""
    return _parse(text, _HEX_32, "key", KeyId)


def parse_digest(text: str) -> Digest:
    """Read a SHA-256 value."""
    return _parse(text, _HEX_64, "digest", Digest)
