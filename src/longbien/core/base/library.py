# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one reader of `longbien/data`: YAML without its surprises.

What is written is what is read. A plain scalar that YAML readers disagree on (`no`, `on`, `010`, `12:30`, `~`) is
refused with its file and line and must be quoted, so that Norway stays `"NO"`. Dates stay text. Duplicate keys, anchors and
deep nesting are refused.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final

import yaml

from longbien.core.base.canonical import MAX_INTEGER, Json
from longbien.core.base.errors import MalformedError

_MAX_DEPTH: Final = 32
_INTEGER: Final = re.compile(r"0|-?[1-9][0-9]*")
_DECIMAL: Final = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+Z)?")
_ONE_LETTER_BOOLEANS: Final = frozenset("yYnN")
_LITERALS: Final[Mapping[str, bool | None]] = {"true": True, "false": False, "null": None}
_RESOLVER: Final = yaml.resolver.Resolver()
_TEXT_TAG: Final = "tag:yaml.org,2002:str"
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where it is there: the same events, several times faster, at each start of a command."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A YAML file as plain values, with the line on which each mapping and list starts."""

    value: Json
    source: str
    lines: Mapping[str, int] = field(repr=False)

    def place(self, where: str) -> str:
        """Give `file:line` of the mapping or list at `where` (`$.duties[2]`), or of the nearest one around it."""
        while where not in self.lines and where != "$":
            where = where[: max(where.rfind("."), where.rfind("["))] or "$"
        return f"{self.source}:{self.lines.get(where, 1)}"


def read_data(path: str) -> Document:
    """Read one YAML file of the package's data, such as `convention/articles.yaml`."""
    try:
        text = data_bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise MalformedError("base.not_utf8", position=error.start) from error
    return parse_yaml(text, source=path)


def data_bytes(path: str) -> bytes:
    """Read one file of the package's data as bytes."""
    try:
        return _data(path).read_bytes()
    except OSError as error:
        raise MalformedError("base.data_path", path=path[:80]) from error


def data_files(folder: str, *, ending: str = ".yaml") -> tuple[str, ...]:
    """List the files of one data folder, sorted, as paths that `read_data` takes; none if there is no folder."""
    place = _data(folder)
    if not place.is_dir():
        return ()
    names = sorted(item.name for item in place.iterdir() if item.is_file() and item.name.endswith(ending))
    return tuple(f"{folder}/{name}" for name in names)


def parse_yaml(text: str, *, source: str) -> Document:
    """Read YAML text; MalformedError with `source` and `line` for anything ambiguous or broken."""
    builder = _Builder(source)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise MalformedError("base.yaml_broken", source=source, line=line) from error
    except (yaml.YAMLError, ValueError) as error:
        raise MalformedError("base.yaml_broken", source=source, line=1) from error
    if not builder.finished:
        raise MalformedError("base.yaml_broken", source=source, line=1)
    return Document(value=builder.root, source=source, lines=builder.lines)


def _data(path: str) -> Traversable:
    if path.startswith("/") or ".." in path.split("/"):
        raise MalformedError("base.data_path", path=path[:80])
    place = resources.files("longbien").joinpath("data")
    for part in path.split("/"):
        place = place.joinpath(part)
    return place


@dataclass(slots=True)
class _Frame:
    """A mapping or list that is being read."""

    held: dict[str, Json] | list[Json]
    where: str
    key: str | None = None


class _Builder:
    """Builds plain values from parser events, with its own stack: no input makes it recurse."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.root: Json = None
        self.finished = False
        self.lines: dict[str, int] = {}
        self._stack: list[_Frame] = []

    def take(self, event: yaml.Event) -> None:
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise MalformedError("base.yaml_anchor", source=self.source, line=line)
        if isinstance(event, yaml.MappingStartEvent):
            self._open({}, line)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open([], line)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._stack.pop()
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, yaml.DocumentStartEvent) and self.finished:
            raise MalformedError("base.yaml_broken", source=self.source, line=line)

    def _open(self, held: dict[str, Json] | list[Json], line: int) -> None:
        if self._stack and isinstance(self._stack[-1].held, dict) and self._stack[-1].key is None:
            raise MalformedError("base.yaml_key", source=self.source, line=line)
        if len(self._stack) >= _MAX_DEPTH:
            raise MalformedError("base.too_deep", limit=_MAX_DEPTH)
        where = self._place(held)
        self.lines[where] = line
        self._stack.append(_Frame(held=held, where=where))

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        value = self._resolve(event, line)
        frame = self._stack[-1] if self._stack else None
        if frame is None or isinstance(frame.held, list) or frame.key is not None:
            self._place(value)
            return
        if not isinstance(value, str):
            raise MalformedError("base.yaml_key", source=self.source, line=line)
        if value in frame.held:
            raise MalformedError("base.key_twice", field=value[:80], source=self.source, line=line)
        frame.key = value

    def _place(self, value: Json) -> str:
        """Put a value where it belongs and give its place."""
        if not self._stack:
            self.root, self.finished = value, True
            return "$"
        frame = self._stack[-1]
        if isinstance(frame.held, list):
            frame.held.append(value)
            return f"{frame.where}[{len(frame.held) - 1}]"
        key, frame.key = frame.key or "", None
        frame.held[key] = value
        return f"{frame.where}.{key}"

    def _resolve(self, event: yaml.ScalarEvent, line: int) -> Json:
        text: str = event.value
        if event.tag is not None:
            raise MalformedError("base.yaml_tag", source=self.source, line=line)
        if not event.implicit[0] or event.style:
            return text
        if text in _LITERALS:
            return _LITERALS[text]
        if _INTEGER.fullmatch(text) and len(text) < 17 and abs(int(text)) <= MAX_INTEGER:
            return int(text)
        if _DECIMAL.fullmatch(text):
            return float(text)
        resolved = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call] # PyYAML has no types here
        if (resolved == _TEXT_TAG and text not in _ONE_LETTER_BOOLEANS) or _DATE.fullmatch(text):
            return text
        raise MalformedError("base.yaml_ambiguous", value=text[:40], source=self.source, line=line)
