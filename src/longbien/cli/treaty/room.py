# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty`: the Convention, who is bound on a day, and what a State must do to join. Wakes the node only where rows are needed."""

import click

from longbien.cli.treaty import (
    articles,
    basis,
    forecast,
    join,
    record,
    status,
    status_event,
    status_history,
    status_page,
    texts,
)


@click.group("treaty")
def command() -> None:
    """Ask the Convention and the status tables: what it demands, who is bound on a day, and on whose word."""


for _part in (
    articles.COMMANDS,
    basis.COMMANDS,
    forecast.COMMANDS,
    join.COMMANDS,
    record.COMMANDS,
    status.COMMANDS,
    texts.COMMANDS,
):
    for _command in _part:
        command.add_command(_command)
for _command in (*status_page.COMMANDS, *status_event.COMMANDS, *status_history.COMMANDS):
    status.status.add_command(_command)
