# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whose answers a command of `longbien treaty join` is about: a file's, or those that the node keeps for its own State."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import click

from longbien.cli.awake import wake_up
from longbien.cli.inputs import MOMENT, read_file, sign_in_options
from longbien.cli.treaty.join_words import flaw_table
from longbien.cli.treaty.known import known
from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError, UsageError
from longbien.core.base.ids import parse_party_id
from longbien.core.base.library import parse_yaml
from longbien.core.treaty.joining.answers import MAX_BYTES, NOTHING, Answers, read_answers
from longbien.core.treaty.joining.checklist import Position, Recorded
from longbien.core.treaty.joining.flaws import FlawedError, NotReadyError
from longbien.core.treaty.joining.position import position_of
from longbien.core.treaty.status.days import check_asked

_P = ParamSpec("_P")
_R = TypeVar("_R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One State's joining: where it stands, what it answered, what its officers recorded."""

    position: Position
    answers: Answers
    records: tuple[Recorded, ...] = ()
    exercise: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a command takes its case from."""

    file: Path | None
    day: date | None
    exercise: bool
    username: str | None
    password_file: Path | None

    def case(self, party: str | None) -> Case:
        """Give the case: of `party` with the file's answers (or none yet), else the node's own; UsageError `joining.party_missing`."""
        if party is None and self.file is not None:
            raise UsageError("joining.party_missing")
        if party is None:
            return self._of_node()
        answers = read_answers_file(self.file) if self.file is not None else NOTHING
        day = check_asked(self.day) if self.day else date.today()  # noqa: DTZ011 # a day on this machine's calendar
        position = position_of(known().events, parse_party_id(party.upper()), day)
        return Case(position=position, answers=answers, exercise=self.exercise)

    def _of_node(self) -> Case:
        wake_up()
        from longbien.cli.treaty.join_held import held_case  # app ready

        found = held_case(self.username, self.password_file, day=self.day)
        return Case(
            position=found.position, answers=found.answers, records=found.records, exercise=found.exercise
        )


def read_answers_file(path: Path) -> Answers:
    """Read a file of answers (YAML; JSON is YAML), all flaws told; MalformedError with file and line, FlawedError."""
    given = parse_answers(read_file(path, MAX_BYTES), path.name)
    with telling():
        return read_answers(given)


def parse_answers(data: bytes, name: str) -> Json:
    """Read the bytes of a file of answers as plain values; MalformedError with file and line."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MalformedError("base.not_utf8", position=error.start) from error
    return parse_yaml(text, source=name).value


@contextmanager
def telling() -> Iterator[None]:
    """Tell every flaw on standard error before the error itself goes on."""
    try:
        yield
    except (FlawedError, NotReadyError) as error:
        click.echo(flaw_table(error.flaws), err=True)
        raise


def source_options(command: Callable[Concatenate[Source, _P], _R]) -> Callable[_P, _R]:
    """Give a command the options that say where its answers come from; it receives a `Source` first."""

    @click.option(
        "--answers",
        "file",
        type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
        help="A file of answers (YAML); otherwise those that the node keeps.",
    )
    @click.option("--on", "moment", type=MOMENT, default=None, help="The day (otherwise today).")
    @click.option(
        "--exercise",
        is_flag=True,
        help="Mark everything as an exercise (an exercise node does so by itself).",
    )
    @sign_in_options(required=False, words="The name you sign in with, to read the node's answers.")
    @wraps(command)
    def with_source(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        file, moment, exercise = kwargs.pop("file"), kwargs.pop("moment"), kwargs.pop("exercise")
        username, password_file = kwargs.pop("username"), kwargs.pop("password_file")
        source = Source(
            file=file if isinstance(file, Path) else None,
            day=moment.date() if isinstance(moment, datetime) else None,
            exercise=bool(exercise),
            username=username if isinstance(username, str) else None,
            password_file=password_file if isinstance(password_file, Path) else None,
        )
        return command(source, *args, **kwargs)

    return with_source
