# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the conference's commands need of the node: to wake it, and the officer who signs in."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from longbien.cli.inputs import sign_in_options

if TYPE_CHECKING:
    from longbien.actions.node import Node
    from longbien.actions.people.sign_in import Officer

_Command = TypeVar("_Command", bound=Callable[..., object])


def wake_node() -> "Node":
    """Set Django up for the node in LONGBIEN_HOME and give it; UsageError where there is none."""
    from longbien.cli.main import wake  # slow import

    wake()
    from longbien.actions.node import current_node  # app ready

    return current_node()


def acting_options(command: _Command) -> _Command:
    """Give a command --as and --password-file, which it receives as `username` and `password_file` for `signed_in`."""
    return sign_in_options(required=True)(command)


def signed_in(username: object, password_file: object) -> "Officer":
    """Sign the officer in, on a node that is awake."""
    from longbien.cli.acting import officer  # app ready

    if not isinstance(username, str) or not isinstance(password_file, Path | None):
        raise TypeError(username)
    return officer(username, password_file)
