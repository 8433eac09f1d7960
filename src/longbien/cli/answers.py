# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a command answers: words and tables for a person, or with --json one JSON value for a program.

The JSON is the frozen value that the verb gave, field by field (`longbien.core.base.described`).
"""

import json
from collections.abc import Callable
from typing import Final, TypeVar

import click

from longbien.cli.tables import WIDTH, plain, wrapped
from longbien.core.base.described import described

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
        click.echo(json.dumps(described(value), ensure_ascii=False, indent=1))
        return
    if exercise:
        click.secho(EXERCISE, bold=True)
    click.echo(words if isinstance(words, str) else words())


def say(text: str) -> None:
    """Say something beside the answer, on standard error, so that an answer in a pipe stays clean."""
    for line in wrapped(plain(text, lines=True), WIDTH):
        click.echo(line, err=True)
