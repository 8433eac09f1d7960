# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who acts at the terminal: every verb that changes something asks for an officer's own sign-in.

    @click.command("acknowledge")
    @acting
    def acknowledge(actor: Officer, ...) -> None:

The password comes from a file that only its owner may read, from LONGBIEN_PASSWORD_FILE, or from a prompt; never from an
argument, which every process on the machine can read.
"""

import os
import stat
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import click

from longbien.actions.people.presence import ONE_TIME_CODE, Presence, digest, set_presence
from longbien.actions.people.sign_in import Officer, sign_in
from longbien.cli.inputs import sign_in_options
from longbien.core.base.errors import RefusedError, UsageError

_P = ParamSpec("_P")
_R = TypeVar("_R")

_MAX_PASSWORD = 1024


def acting(command: Callable[Concatenate[Officer, _P], _R]) -> Callable[_P, _R]:
    """Give a command the options --as and --password-file and call it with the officer who signed in."""

    @sign_in_options(required=True)
    @wraps(command)
    def signed_in(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        username, password_file = kwargs.pop("username"), kwargs.pop("password_file")
        if not isinstance(username, str) or not isinstance(password_file, Path | None):
            raise TypeError(username)
        return command(officer(username, password_file), *args, **kwargs)

    return signed_in


def officer(username: str, password_file: Path | None) -> Officer:
    """Sign an officer in, asking at the terminal for what is missing."""
    password = read_password(password_file) if password_file else _ask(f"Password of {username}")
    try:
        found = sign_in(username=username, password=password)
    except RefusedError as error:
        if error.code != "people.code_needed":
            raise
        found = sign_in(username=username, password=password, code=_ask("Code of your second factor"))
        set_presence(_here(frozenset({ONE_TIME_CODE})))
    else:
        set_presence(_here(frozenset()))
    return found


def _here(proofs: frozenset[str]) -> Presence:
    """Tell from where this command is typed: which terminal session, and from which address it was opened."""
    address = os.environ.get("SSH_CONNECTION", "").partition(" ")[0]
    terminal = digest("terminal", str(os.getsid(0)), os.environ.get("SSH_TTY", ""))
    return Presence(door="terminal", session=terminal, address=address, proofs=proofs)


def read_password(path: Path) -> str:
    """Read the first line of a password file; UsageError `cli.password_file` if it is missing or others may read it."""
    try:
        with path.open("rb") as file:
            shared = stat.S_IMODE(os.fstat(file.fileno()).st_mode) & (stat.S_IRWXG | stat.S_IRWXO)
            line = file.read(_MAX_PASSWORD).decode("utf-8", "replace").partition("\n")[0].strip()
    except OSError as error:
        raise UsageError("cli.password_file", file=path.name) from error
    if shared or not line:
        raise UsageError("cli.password_file", file=path.name)
    return line


def _ask(question: str) -> str:
    return str(click.prompt(question, hide_input=True, err=True))
