# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien upgrade`: bring a node's tables up to this version; and the check that `serve` makes before it starts."""

import click
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from longbien.core.base.errors import UsageError


@click.command("upgrade")
def command() -> None:
    """Bring this node's tables up to this version. Make a backup first; stop the node while it runs."""
    steps = pending()
    if not steps:
        click.echo("Nothing to do: the tables are of this version.")
        return
    call_command("migrate", verbosity=0, interactive=False)
    click.echo(f"Done: {', '.join(steps)}.")


def pending() -> list[str]:
    """Name the changes of the tables that are not made yet."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{step.app_label} {step.name}" for step, _ in plan]


def require_current() -> None:
    """Refuse to go on with tables of an earlier version; UsageError `cli.upgrade_needed`."""
    if pending():
        raise UsageError("cli.upgrade_needed")
