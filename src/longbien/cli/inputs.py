# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person gives to a command: files of bounded size, moments, fields as `name=value`, examples that help shows."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError, UsageError
from longbien.core.base.library import parse_yaml
from longbien.core.cooperation.forms.plain import clean_date, clean_moment

_Command = TypeVar("_Command", bound=Callable[..., object])

MAX_REQUEST: Final = 1024 * 1024
"""Bytes of a file with a request's fields."""
_DAY: Final = 10


class Moment(click.ParamType[datetime]):
    """A moment with its UTC offset, or a day (its first second in UTC)."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Read it; MalformedError `cooperation.field_moment` and its kin."""
        if isinstance(value, datetime):
            return value
        text = str(value).strip()
        if len(text) == _DAY:
            return datetime.combine(clean_date(text), datetime.min.time(), tzinfo=UTC)
        return clean_moment(text)


MOMENT: Final = Moment()


def sign_in_options(
    *, required: bool, words: str = "The name you sign in with."
) -> Callable[[_Command], _Command]:
    """Give a command the options --as and --password-file, which it receives as `username` and `password_file`."""

    def give(command: _Command) -> _Command:
        command = click.option(
            "--password-file",
            envvar="LONGBIEN_PASSWORD_FILE",
            type=click.Path(dir_okay=False, path_type=Path),
            help="A file with your password, readable by you only; otherwise you are asked.",
        )(command)
        return click.option("--as", "username", envvar="LONGBIEN_AS", required=required, help=words)(command)

    return give


def examples(*lines: str) -> str:
    """Give the examples of a command as the end of its help."""
    return "\n".join(("\b", "Example:" if len(lines) == 1 else "Examples:", *(f"  {line}" for line in lines)))


def read_file(path: Path, limit: int) -> bytes:
    """Read a file of at most `limit` bytes (`-`: standard input); UsageError `cli.file_unreadable`, `base.too_large`."""
    try:
        with click.open_file(str(path), "rb") as file:
            data: bytes = file.read(limit + 1)
    except OSError as error:
        raise UsageError("cli.file_unreadable", file=path.name) from error
    if len(data) > limit:
        raise UsageError("base.too_large", limit=limit)
    return data


def read_fields(path: Path) -> dict[str, Json]:
    """Read a request's fields from YAML (JSON is YAML); MalformedError with file and line."""
    data = read_file(path, MAX_REQUEST)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MalformedError("base.not_utf8", position=error.start) from error
    found = parse_yaml(text, source=path.name).value
    if not isinstance(found, dict):
        raise MalformedError("cli.fields_expected", file=path.name)
    return found


def parse_fields(given: Sequence[str]) -> dict[str, Json]:
    """Read `name=value` as often as given: a name given again makes a list, `name.part` a group, `[` or `{` begins JSON.

    UsageError `cli.field_form`.
    """
    found: dict[str, Json] = {}
    for item in given:
        path, is_given, text = item.partition("=")
        if not is_given or not path:
            raise UsageError("cli.field_form", field=item[:80])
        _put(found, path.split("."), _value(text, item), item)
    return found


def _value(text: str, item: str) -> Json:
    if not text.lstrip().startswith(("[", "{")):
        return text
    try:
        value: Json = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError("cli.field_form", field=item[:80]) from error
    return value


def _put(place: dict[str, Json], path: Sequence[str], value: Json, item: str) -> None:
    name, *rest = path
    held = place.get(name)
    if rest:
        inner = held if held is not None else {}
        if not isinstance(inner, dict) or not all(rest):
            raise UsageError("cli.field_form", field=item[:80])
        place[name] = inner
        _put(inner, rest, value, item)
    elif name in place:
        place[name] = [*(held if isinstance(held, list) else [held]), value]
    else:
        place[name] = value
