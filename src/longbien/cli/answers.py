# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a command answers: words and tables for a person, or with --json one JSON value for a program.

The JSON is the frozen value that the verb gave, field by field: moments as in the protocol, bytes in base64, sets sorted.
"""

import base64
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import PurePath
from typing import Final, TypeVar

import click

from longbien.cli.tables import WIDTH, plain, wrapped
from longbien.core.base.canonical import Json
from longbien.core.base.moments import print_moment

_Command = TypeVar("_Command", bound=Callable[..., object])

EXERCISE: Final = "EXERCISE EXERCISE EXERCISE"
"""What stands above everything that an exercise node shows; not translated, so that everybody knows it."""


def json_option(command: _Command) -> _Command:
    """Give a command the flag --json, which it receives as `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for programs.")(command)


def answer(
    value: object, words: str | Callable[[], str], *, as_json: bool = False, exercise: bool = False
) -> None:
    """Answer on standard output: `value` for a program, `words` for a person."""
    if as_json:
        click.echo(json.dumps(as_value(value), ensure_ascii=False, indent=1))
        return
    if exercise:
        click.secho(EXERCISE, bold=True)
    click.echo(words if isinstance(words, str) else words())


def say(text: str) -> None:
    """Say something beside the answer, on standard error, so that an answer in a pipe stays clean."""
    for line in wrapped(plain(text, lines=True), WIDTH):
        click.echo(line, err=True)


def as_value(value: object) -> Json:
    """Give a frozen value as JSON; TypeError for what no verb gives."""
    if value is None or (isinstance(value, bool | int | str) and not isinstance(value, Enum)):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_value(getattr(value, field.name)) for field in fields(value)}
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return write(value)
    if isinstance(value, Mapping):
        return {str(as_value(name)): as_value(item) for name, item in value.items()}
    if isinstance(value, set | frozenset):
        return sorted((as_value(item) for item in value), key=str)
    if isinstance(value, Iterable):
        return [as_value(item) for item in value]
    raise TypeError(type(value).__name__)


_WRITERS: Final[tuple[tuple[type, Callable[..., Json]], ...]] = (
    (Enum, lambda value: as_value(value.value)),
    (datetime, print_moment),
    (date, date.isoformat),
    (bytes, lambda value: base64.b64encode(value).decode("ascii")),
    (PurePath, str),
)
