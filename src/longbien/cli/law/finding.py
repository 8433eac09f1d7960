# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an assessor or a reviewer found, at the terminal: options, a file of JSON, or a file with options over it."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Final, ParamSpec, TypeVar

import click

from longbien.cli.inputs import read_file
from longbien.core.base.canonical import Json, decode_loose
from longbien.core.base.errors import UsageError
from longbien.core.base.fields import Fields
from longbien.core.law.concordance.codes import Coverage, Practice, Seat
from longbien.core.law.concordance.table import Assessment
from longbien.core.law.concordance.written import read_value

_P = ParamSpec("_P")
_R = TypeVar("_R")
_MAX_FILE: Final = 1024 * 1024
_LONG_AGO: Final = date(2000, 1, 1)
_COVERAGES: Final = [one.value for one in Coverage if one is not Coverage.NOT_ASSESSED]
_PRACTICES: Final = [one.value for one in Practice]
_SAID: Final = ("law", "practice", "reason", "gap", "risk", "note")
_FINDING: Final = (
    click.option("--law", type=click.Choice(_COVERAGES), default=None, help="What you found of the law."),
    click.option(
        "--practice", type=click.Choice(_PRACTICES), default=None, help="What you found of the practice."
    ),
    click.option("--reason", default="", help="Why it is not applicable."),
    click.option("--gap", default="", help="What is missing."),
    click.option("--risk", default="", help="What fails if a partner asks tomorrow."),
    click.option("--note", default="", help="A note."),
    click.option(
        "--file",
        type=click.Path(dir_okay=False, path_type=Path),
        default=None,
        help="The whole finding as JSON: elements, options, safeguards, evidence.",
    ),
)


def finding_options(command: Callable[_P, _R]) -> Callable[_P, _R]:
    """Give a command the options of a finding, which it receives as one value, `found`."""

    @wraps(command)
    def finding(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        options = {name: kwargs.pop(name) for name in _SAID}
        file = kwargs.pop("file")
        kwargs["found"] = _read_finding(file if isinstance(file, Path) else None, options)
        return command(*args, **kwargs)

    for option in reversed(_FINDING):
        finding = option(finding)
    return finding


def _read_finding(file: Path | None, options: Mapping[str, object]) -> Assessment:
    """Make a finding of a file (the shape of an assessment in JSON), and of options over it."""
    written: dict[str, Json] = {}
    if file is not None:
        value = decode_loose(read_file(file, _MAX_FILE), max_bytes=_MAX_FILE)
        if not isinstance(value, dict):
            raise UsageError("law.assessment_empty")
        written |= value
    written |= {"seat": Seat.FIRST.value, "round": 1, "author": "-", "day": _LONG_AGO.isoformat()}
    written |= {name: str(text) for name, text in options.items() if text}
    fields = Fields(written)
    found = read_value(Assessment, fields)
    fields.done()
    return found
