# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a reader of the hall sends: one thing to be said in the meeting, from a button or from a form.

A button carries all of it in the value of `do`, written as an address carries a query (`kind=floor.given&participant=VN`): so
one form serves every button of a board, and the board holds nothing of its reader. A form has the same names as fields.
Only the shape is read here, as the table of the kinds gives it; what may be said, by whom and when is decided by the rules.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, urlencode

from django.http import QueryDict

from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.conference.hall.kinds import KINDS
from longbien.core.cooperation.forms.plain import clean_text

_KIND: Final = re.compile(r"[a-z]+\.[a-z_]+")
_NAME: Final = re.compile(r"[a-z][a-z_]{0,29}")
_NOT_SAID: Final = frozenset({"csrfmiddlewaretoken", "do", "kind", "ticket", "key", "back", "after"})
_LONGEST: Final = 4000
_MOST: Final = 400
_DIGITS: Final = re.compile(r"[0-9]{1,7}")
_BREAK: Final = re.compile(r"[\n,;،؛]+")
_TALLY: Final = re.compile(r"(.{1,80}?)[ \t:=]+([0-9]{1,7})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """What is to be said: its kind and its body. `do` is the button's value, by which a refusal finds its place again."""

    kind: str
    body: Mapping[str, Json]
    do: str = ""


def do_value(kind: str, **body: Json) -> str:
    """Give the value of a button that says `kind` with `body`; members that are objects do not fit into a button and are left out."""
    pairs: list[tuple[str, str]] = [("kind", kind)]
    for name, value in body.items():
        many = value if isinstance(value, list | tuple) else [value]
        pairs.extend((name, _written(one)) for one in many if isinstance(one, str | int) and one != "")
    return urlencode(pairs)


def read_posted(data: QueryDict) -> Posted:
    """Read a form; MalformedError `conference.said_malformed` names the field that cannot be read."""
    do = data.get("do", "")
    pairs = _pairs(do) if do else [(name, one) for name, values in data.lists() for one in values]
    if len(pairs) > _MOST:
        raise MalformedError("conference.said_malformed", field="do")
    kind = next((value for name, value in pairs if name == "kind"), "")
    if not _KIND.fullmatch(kind):
        raise MalformedError("conference.said_malformed", field="kind")
    return Posted(kind=kind, body=_body(kind, pairs), do=do)


def _written(value: str | int) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, strict_parsing=True, max_num_fields=_MOST)
    except ValueError as error:
        raise MalformedError("conference.said_malformed", field="do") from error


def _body(kind: str, pairs: Iterable[tuple[str, str]]) -> dict[str, Json]:
    """Read the members of the body; what was left empty is not in it."""
    found = KINDS.get(kind)
    shapes = {name.removesuffix("?"): shape.name for name, shape in found.members.items()} if found else {}
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if name in _NOT_SAID:
            continue
        if not _NAME.fullmatch(name):
            raise MalformedError("conference.said_malformed", field=name[:30])
        if text := _text(name, value):
            given.setdefault(name, []).append(text)
    return {name: _value(name, values, shapes.get(name, "")) for name, values in given.items()}


def _text(name: str, value: str) -> str:
    try:
        return clean_text(value, max_length=_LONGEST, lines=True)
    except LongBienError as error:
        raise MalformedError("conference.said_malformed", field=name) from error


def _value(name: str, texts: list[str], shape: str) -> Json:
    """Read what was typed into one member as its shape wants it."""
    reader = _READERS.get(shape)
    try:
        return reader(texts) if reader is not None else texts[-1]
    except ValueError as error:
        raise MalformedError("conference.said_malformed", field=name) from error


def _number(texts: list[str]) -> Json:
    if not _DIGITS.fullmatch(texts[-1]):
        raise ValueError(texts[-1])
    return int(texts[-1])


def _flag(texts: list[str]) -> Json:
    return (
        {"yes": True, "no": False, "on": True}[texts[-1]]
        if texts[-1] in ("yes", "no", "on")
        else _wrong(texts)
    )


def _list(texts: list[str]) -> Json:
    return [one for text in texts for part in _BREAK.split(text) if (one := part.strip())]


def _parts(texts: list[str]) -> Json:
    """Read the parts of a proposal: `1, 2, 3`; one that is not operative stands in brackets, as in `(P1)`."""
    names = _list(texts)
    if not isinstance(names, list):
        return _wrong(texts)
    return [{"id": str(one).strip("()"), "operative": not str(one).startswith("(")} for one in names]


def _tallies(texts: list[str]) -> Json:
    """Read the votes of candidates, one on each line: a name and a number."""
    found: dict[str, Json] = {}
    for line in "\n".join(texts).splitlines():
        match = _TALLY.fullmatch(line.strip())
        if match is None or match[1] in found:
            return _wrong(texts)
        found[match[1]] = int(match[2])
    return found


def _wrong(texts: list[str]) -> Json:
    raise ValueError(texts[-1][:40])


_READERS: Final[Mapping[str, Callable[[list[str]], Json]]] = {
    "count": _number,
    "seconds": _number,
    "hours": _number,
    "true or false": _flag,
    "ids": _list,
    "parts": _parts,
    "tallies": _tallies,
}
"""How a member is read from what was typed, by the name of its shape; every other shape is a text."""
