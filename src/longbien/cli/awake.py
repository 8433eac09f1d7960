# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""For commands of rooms that start without Django (`treaty`, `conference`, `law`): wake the node, and say who acts.

    @click.command("open")
    @acting_awake
    def open_(node: "Node", actor: "Officer", ...) -> None:

A command that only reads calls `wake_node`, or `wake_up` where rows are enough, in its body.
"""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from longbien.cli.inputs import sign_in_options

if TYPE_CHECKING:
    from longbien.actions.node import Node
    from longbien.actions.people.sign_in import Officer

_P = ParamSpec("_P")
_R = TypeVar("_R")


def wake_up() -> None:
    """Set Django up for the node in LONGBIEN_HOME, for a command that needs its rows only; UsageError where there is none."""
    from longbien.cli.main import wake  # slow import

    wake()


def wake_node() -> "Node":
    """Set Django up and give the node with its keys; UsageError where there is none."""
    wake_up()
    from longbien.actions.node import current_node  # app ready

    return current_node()


def signed_in(username: object, password_file: object) -> "Officer":
    """Sign the officer in, on a node that is awake."""
    from longbien.cli.acting import officer  # app ready

    if not isinstance(username, str) or not isinstance(password_file, Path | None):
        raise TypeError(username)
    return officer(username, password_file)


def acting_awake(command: "Callable[Concatenate[Node, Officer, _P], _R]") -> Callable[_P, _R]:
    """Give a command --as and --password-file, wake the node, and call it with the node and the officer who signed in."""

    @sign_in_options(required=True)
    @wraps(command)
    def awake(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        username, password_file = kwargs.pop("username"), kwargs.pop("password_file")
        return command(wake_node(), signed_in(username, password_file), *args, **kwargs)

    return awake
