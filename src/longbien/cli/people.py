# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien people`: officers and their roles."""

from pathlib import Path

import click

from longbien.actions.access import Role
from longbien.actions.node import current_node
from longbien.actions.people.enrol import close_account, end_roles, enrol, find_officer, grant
from longbien.actions.people.list import officers
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting, officer, read_password

_ROLES = "Roles: " + ", ".join(Role) + "."


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
    """Enrol an officer. The first one of a node needs no --as."""
    actor = officer(actor_name, password_file) if actor_name else None
    password = (
        read_password(new_password_file)
        if new_password_file
        else str(click.prompt(f"New password of {username}", hide_input=True, confirmation_prompt=True))
    )
    made = enrol(
        node=current_node(), actor=actor, username=username, role_id=role_id, roles=roles, password=password
    )
    click.echo(f"{made.username} may sign in and acts as {made.role_id} ({', '.join(sorted(roles))}).")


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
@acting
def give(actor: Officer, role_id: str, roles: tuple[str, ...]) -> None:
    """Give the officer ROLE_ID further ROLES."""
    grant(node=current_node(), actor=actor, officer=find_officer(role_id), roles=roles)
    click.echo(f"{role_id}: granted {', '.join(roles)}.")


@command.command("end", epilog=_ROLES)
@click.argument("role_id")
@click.argument("roles", nargs=-1, required=True)
@acting
def end(actor: Officer, role_id: str, roles: tuple[str, ...]) -> None:
    """End ROLES of the officer ROLE_ID."""
    end_roles(node=current_node(), actor=actor, officer=find_officer(role_id), roles=roles)
    click.echo(f"{role_id}: ended {', '.join(roles)}.")


@command.command("close")
@click.argument("role_id")
@acting
def close(actor: Officer, role_id: str) -> None:
    """Close the account of the officer ROLE_ID."""
    close_account(node=current_node(), actor=actor, officer=find_officer(role_id))
    click.echo(f"{role_id}: closed.")
