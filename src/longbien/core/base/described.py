# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A frozen value as JSON, field by field: moments as in the protocol, bytes in base64, sets sorted. What programs get from every door."""

import base64
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import PurePath
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.moments import print_moment


def described(value: object) -> Json:
    """Give a frozen value as JSON; TypeError for what no verb gives."""
    if value is None or (isinstance(value, bool | int | str) and not isinstance(value, Enum)):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: described(getattr(value, field.name)) for field in fields(value)}
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return write(value)
    if isinstance(value, Mapping):
        return {str(described(name)): described(item) for name, item in value.items()}
    if isinstance(value, set | frozenset):
        return sorted((described(item) for item in value), key=str)
    if isinstance(value, Iterable):
        return [described(item) for item in value]
    raise TypeError(type(value).__name__)


_WRITERS: Final[tuple[tuple[type, Callable[..., Json]], ...]] = (
    (Enum, lambda value: described(value.value)),
    (datetime, print_moment),
    (date, date.isoformat),
    (bytes, lambda value: base64.b64encode(value).decode("ascii")),
    (PurePath, str),
)
