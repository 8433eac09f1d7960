# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`--format json` of the treaty room's commands, and the house's `--json` for the same."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import click

_P = ParamSpec("_P")
_R = TypeVar("_R")


def format_options(command: Callable[_P, _R]) -> Callable[_P, _R]:
    """Give a command --format and --json, which it receives as `as_json`."""

    @click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
    @click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
    @wraps(command)
    def shaped(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        form = kwargs.pop("form")
        kwargs["as_json"] = bool(kwargs["as_json"]) or form == "json"
        return command(*args, **kwargs)

    return shaped
