# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Provisions as JSON lines: `{"id", "heading", "text"}` and, if known, `law`, `num` and `path`; one provision a line, UTF-8.

An id that comes again is kept with a mark (`ID#2`), and members of a line that nobody here knows are named: nothing is dropped in silence.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.law.provisions.provision import Provision

MAX_PROVISIONS: Final = 100_000
MAX_CHARACTERS: Final = 10_000_000
"""Characters of a whole set: some five times the longest national code that we know."""
MAX_ID: Final = 200
_MEMBERS: Final = frozenset({"id", "heading", "text", "law", "num", "path"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """What was read. `repeated`: ids that came again; `unread`: members that are not of this format, each once, in order."""

    provisions: tuple[Provision, ...]
    repeated: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def read_lines(data: bytes) -> Lines:
    """Read JSON lines; MalformedError `law.line_broken`, `law.lines_encoding`; RefusedError `law.lines_empty`, `…many`, `…size`."""
    found: dict[str, Provision] = {}
    repeated: list[str] = []
    unread: dict[str, None] = {}
    size = 0
    for number, value in read_objects(data, broken="law.line_broken"):
        if len(found) == MAX_PROVISIONS:
            raise RefusedError("law.lines_many", most=MAX_PROVISIONS)
        one = _provision(value, number)
        unread.update(dict.fromkeys(name for name in value if name not in _MEMBERS))
        if one.id in found:
            repeated.append(one.id)
            one = _marked(one, found)
        found[one.id] = one
        size += len(one.heading) + len(one.text)
        if size > MAX_CHARACTERS:
            raise RefusedError("law.lines_size", most=MAX_CHARACTERS)
    if not found:
        raise RefusedError("law.lines_empty")
    return Lines(provisions=tuple(found.values()), repeated=tuple(repeated), unread=tuple(unread))


def read_objects(data: bytes, *, broken: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    """Give each line's object with its number; blank lines are nothing.

    MalformedError `broken` for a line that holds no JSON object, `law.lines_encoding`; RefusedError `law.lines_size`.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MalformedError("law.lines_encoding", byte=error.start) from error
    if len(text) > 2 * MAX_CHARACTERS:  # escapes and member names stand beside the text itself
        raise RefusedError("law.lines_size", most=MAX_CHARACTERS)
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise MalformedError(broken, line=number) from error
        if not isinstance(value, dict):
            raise MalformedError(broken, line=number)
        yield number, value


def write_lines(provisions: Sequence[Provision]) -> bytes:
    """Write provisions so that `read_lines` gives the same ones back."""
    return b"".join(_line(one) for one in provisions)


def _line(one: Provision) -> bytes:
    value: dict[str, str | list[str]] = {"id": one.id, "heading": one.heading, "text": one.text}
    if one.law:
        value["law"] = one.law
    if one.number:
        value["num"] = one.number
    if one.path:
        value["path"] = list(one.path)
    return json.dumps(value, ensure_ascii=False).encode("utf-8") + b"\n"


def _provision(value: Mapping[str, object], line: int) -> Provision:
    """Read one object; only `id` and `text` must be there."""
    path = value.get("path") or []
    texts = {name: value.get(name) or "" for name in ("id", "heading", "text", "law", "num")}
    if not isinstance(path, list) or "text" not in value:
        raise MalformedError("law.line_broken", line=line)
    for one in (*texts.values(), *path):
        if not isinstance(one, str) or not _is_writable(one):
            raise MalformedError("law.line_broken", line=line)
    if not texts["id"] or len(str(texts["id"])) > MAX_ID:
        raise MalformedError("law.line_broken", line=line)
    return Provision(
        id=str(texts["id"]),
        heading=str(texts["heading"]),
        text=str(texts["text"]),
        law=str(texts["law"]),
        number=str(texts["num"]),
        path=tuple(str(one) for one in path),
    )


def _is_writable(text: str) -> bool:
    """Tell whether a text has a form in UTF-8: half a surrogate pair has none."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def _marked(one: Provision, found: Mapping[str, Provision]) -> Provision:
    """Give a provision whose id came before an id of its own."""
    count = 2
    while f"{one.id}#{count}" in found:
        count += 1
    return Provision(
        id=f"{one.id}#{count}",
        heading=one.heading,
        text=one.text,
        law=one.law,
        number=one.number,
        path=one.path,
    )
