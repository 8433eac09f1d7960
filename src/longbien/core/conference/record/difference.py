# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where two JSON values differ first, as a path with both values: what a replay shows instead of two long documents."""

from dataclasses import dataclass
from typing import Final

from longbien.core.base.canonical import Json

_NOTHING: Final = "-"
_SHORT: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The first place at which two values differ: its path, and both values as short text (`-` for nothing there)."""

    where: str
    recorded: str
    computed: str


def first_difference(recorded: Json, computed: Json, where: str = "") -> Difference | None:
    """Compare two values, objects by name and lists by place; None if they are equal."""
    if isinstance(recorded, dict) and isinstance(computed, dict):
        pairs = [
            (f"{where}.{name}".lstrip("."), recorded, computed, name) for name in {**recorded, **computed}
        ]
        return next((found for one in pairs if (found := _member(*one)) is not None), None)
    if isinstance(recorded, list) and isinstance(computed, list):
        both = min(len(recorded), len(computed))
        for place in range(both):
            found = first_difference(recorded[place], computed[place], f"{where}[{place}]")
            if found is not None:
                return found
        if len(recorded) != len(computed):
            extra = recorded[both:] or [None], computed[both:] or [None]
            one, other = (_short(rest[0]) if rest[0] is not None else _NOTHING for rest in extra)
            return Difference(where=f"{where}[{both}]", recorded=one, computed=other)
        return None
    if recorded == computed and type(recorded) is type(computed):
        return None
    return Difference(where=where or "$", recorded=_short(recorded), computed=_short(computed))


def _member(where: str, recorded: dict[str, Json], computed: dict[str, Json], name: str) -> Difference | None:
    if name in recorded and name in computed:
        return first_difference(recorded[name], computed[name], where)
    one = _short(recorded[name]) if name in recorded else _NOTHING
    other = _short(computed[name]) if name in computed else _NOTHING
    return Difference(where=where, recorded=one, computed=other)


def _short(value: Json) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
