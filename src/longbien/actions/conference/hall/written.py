# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was typed or sent by a form, as an event's body: texts become the numbers, lists and truths that the kind's members are."""

import json
from collections.abc import Callable, Mapping
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.conference.hall.kinds import KINDS

_TRUE: Final = frozenset({"yes", "true", "on", "1"})
_FALSE: Final = frozenset({"no", "false", "off", "0"})
_MAX_DIGITS: Final = 9


def written_body(kind: str, typed: Mapping[str, Json]) -> dict[str, Json]:
    """Give the body of an event of `kind` from texts; empty ones are left out, unknown ones stay (the engine refuses them).

    A list is written with commas; parts as `1,2,preamble-` (a hyphen after it: not operative) or in JSON. MalformedError `conference.member_wrong`.
    """
    known = KINDS.get(kind)
    shapes = (
        {} if known is None else {name.removesuffix("?"): shape.name for name, shape in known.members.items()}
    )
    found: dict[str, Json] = {}
    for name, value in typed.items():
        read = _READERS.get(shapes.get(name, ""))
        if value in ("", None):
            continue
        try:
            found[name] = read(value) if read is not None and not isinstance(value, dict) else value
        except ValueError as error:
            raise MalformedError("conference.member_wrong", kind=kind[:40], field=name[:40]) from error
    return found


def _number(value: Json) -> Json:
    text = str(value).strip()
    if isinstance(value, bool) or not text.isdecimal() or len(text) > _MAX_DIGITS:
        raise ValueError(text)
    return int(text)


def _truth(value: Json) -> Json:
    text = str(value).strip().lower()
    if text not in _TRUE | _FALSE:
        raise ValueError(text)
    return text in _TRUE


def _names(value: Json) -> list[str]:
    rows = value if isinstance(value, list) else str(value).split(",")
    return [str(row).strip() for row in rows if str(row).strip()]


def _ids(value: Json) -> Json:
    return [*_names(value)]


def _parts(value: Json) -> Json:
    if isinstance(value, list) and any(isinstance(row, dict) for row in value):
        return value
    return [{"id": name.removesuffix("-"), "operative": not name.endswith("-")} for name in _names(value)]


def _table(value: Json) -> dict[str, str]:
    """Read `a=1,b=2`."""
    if isinstance(value, str) and value.lstrip().startswith("{"):
        rows = json.loads(value)
        return {str(name): str(row) for name, row in rows.items()}
    pairs = [row.partition("=") for row in _names(value)]
    if any(not mark or not name.strip() for name, mark, _row in pairs):
        raise ValueError(str(value))
    return {name.strip(): row.strip() for name, _mark, row in pairs}


def _choices(value: Json) -> Json:
    return {**_table(value)}


def _tallies(value: Json) -> Json:
    return {name: _number(row) for name, row in _table(value).items()}


_READERS: Final[Mapping[str, Callable[[Json], Json]]] = {
    "count": _number,
    "seconds": _number,
    "hours": _number,
    "true or false": _truth,
    "ids": _ids,
    "parts": _parts,
    "choices": _choices,
    "tallies": _tallies,
}
"""How each shape is written, by its name (`longbien.core.conference.hall.shapes`). The other shapes are texts."""
