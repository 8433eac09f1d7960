# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien people`: officers and their roles."""

from pathlib import Path

import click

from longbien.actions.access import SAME_ROLE, Role
from longbien.actions.node import current_node
from longbien.actions.people.enrol import enrol, find_officer
from longbien.actions.people.list import officers, open_changes
from longbien.actions.people.roles import (
    CLOSE,
    END,
    GRANT,
    REOPEN,
    approve_change,
    find_change,
    propose_change,
    reject_change,
    suspend,
)
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting, officer, read_password
from longbien.cli.people.roster import COMMANDS as ROSTER
from longbien.cli.people.tokens import command as token

_ROLES = "Roles: " + ", ".join(Role) + "; administrator is another word for operator."
_SECOND = click.option("--with", "second", default="", help="The second person's name, who approves at once.")
_SECOND_FILE = click.option(
    "--with-password-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The second person's password.",
)


@click.group("people")
def command() -> None:
    """Officers and their roles. Nobody, whoever installed the node included, may do anything without a role."""


@command.command("add", epilog=_ROLES)
@click.argument("username")
@click.option("--role-id", required=True, help="What names the officer in acts, such as vn-duty-1.")
@click.option("--role", "roles", multiple=True, required=True, help="A role; may be given several times.")
@click.option(
    "--new-password-file", type=click.Path(dir_okay=False, path_type=Path), help="The new password."
)
@click.option(
    "--as", "actor_name", envvar="LONGBIEN_AS", help="You, an operator (not for the first officer)."
)
@click.option("--password-file", envvar="LONGBIEN_PASSWORD_FILE", type=click.Path(path_type=Path))
def add(
    *,
    username: str,
    role_id: str,
    roles: tuple[str, ...],
    new_password_file: Path | None,
    actor_name: str | None,
    password_file: Path | None,
) -> None:
    """Enrol an officer. The first one of a node needs no --as.

    The roles wait for a second person, except while the node is set up and there are no two people who could decide.
    """
    actor = officer(actor_name, password_file) if actor_name else None
    password = (
        read_password(new_password_file)
        if new_password_file
        else str(click.prompt(f"New password of {username}", hide_input=True, confirmation_prompt=True))
    )
    made = enrol(
        node=current_node(),
        actor=actor,
        username=username,
        role_id=role_id,
        roles=_codes(roles),
        password=password,
    )
    click.echo(
        f"{made.username} may sign in and acts as {made.role_id} ({', '.join(sorted(made.roles())) or '-'})."
    )
    if not made.roles():
        click.echo("The roles wait for a second person: longbien people changes")


@command.command("list")
@acting
def show(actor: Officer) -> None:
    """List officers with their roles."""
    for one in officers(actor=actor):
        state = "" if one.active else " (closed)"
        click.echo(f"{one.username:20} {one.role_id:20} {', '.join(one.roles) or '-'}{state}")


@command.command("grant", epilog=_ROLES)
@click.argument("role_id")
@click.argument("roles", nargs=-1, required=True)
@_SECOND
@_SECOND_FILE
@acting
def give(
    actor: Officer, role_id: str, roles: tuple[str, ...], second: str, with_password_file: Path | None
) -> None:
    """Propose to give the officer ROLE_ID further ROLES."""
    _propose(actor, role_id, GRANT, _codes(roles), _second(second, with_password_file))


@command.command("end", epilog=_ROLES)
@click.argument("role_id")
@click.argument("roles", nargs=-1, required=True)
@_SECOND
@_SECOND_FILE
@acting
def end(
    actor: Officer, role_id: str, roles: tuple[str, ...], second: str, with_password_file: Path | None
) -> None:
    """Propose to end ROLES of the officer ROLE_ID."""
    _propose(actor, role_id, END, _codes(roles), _second(second, with_password_file))


@command.command("close")
@click.argument("role_id")
@_SECOND
@_SECOND_FILE
@acting
def close(actor: Officer, role_id: str, second: str, with_password_file: Path | None) -> None:
    """Propose to close the account of the officer ROLE_ID, and to end all its roles."""
    _propose(actor, role_id, CLOSE, (), _second(second, with_password_file))


@command.command("reopen")
@click.argument("role_id")
@_SECOND
@_SECOND_FILE
@acting
def reopen(actor: Officer, role_id: str, second: str, with_password_file: Path | None) -> None:
    """Propose to open a barred or closed account of the officer ROLE_ID again."""
    _propose(actor, role_id, REOPEN, (), _second(second, with_password_file))


@command.command("suspend")
@click.argument("role_id")
@acting
def bar(actor: Officer, role_id: str) -> None:
    """Bar the account of ROLE_ID at once, alone, as when a password was stolen. Its roles stay; opening it again takes two."""
    suspend(node=current_node(), actor=actor, officer=find_officer(role_id))
    click.echo(f"{role_id}: barred. Open it again: longbien people reopen {role_id}")


@command.command("changes")
@acting
def changes(actor: Officer) -> None:
    """List the changes of roles that wait for a second person."""
    for one in open_changes(actor=actor):
        words = f"{one.step} {', '.join(one.roles)}".strip()
        yours = " (you may approve)" if one.may_approve else ""
        click.echo(f"{one.number:6} {one.officer:20} {words}, proposed by {one.proposed_by}{yours}")


@command.command("approve")
@click.argument("number", type=int)
@acting
def approve(actor: Officer, number: int) -> None:
    """Approve the change NUMBER that another person proposed; it is made at once."""
    change = find_change(number)
    approve_change(node=current_node(), actor=actor, change=change)
    click.echo(f"{change.officer.role_id}: done ({change.step}).")


@command.command("reject")
@click.argument("number", type=int)
@acting
def reject(actor: Officer, number: int) -> None:
    """Close the proposed change NUMBER without effect."""
    reject_change(node=current_node(), actor=actor, change=find_change(number))
    click.echo(f"{number}: rejected.")


for _command in (*ROSTER, token):
    command.add_command(_command)


def _codes(roles: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(SAME_ROLE.get(role, role) for role in roles)


def _second(name: str, password_file: Path | None) -> Officer | None:
    return officer(name, password_file) if name else None


def _propose(actor: Officer, role_id: str, step: str, roles: tuple[str, ...], second: Officer | None) -> None:
    node = current_node()
    change = propose_change(node=node, actor=actor, officer=find_officer(role_id), step=step, roles=roles)
    if second is None:
        click.echo(f"{role_id}: proposed. A second person: longbien people approve {change.pk}")
        return
    approve_change(node=node, actor=second, change=change)
    click.echo(f"{role_id}: done ({step}).")
