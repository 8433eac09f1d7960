# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien evidence`: seal, hand over, receive, open and export evidence."""

import click

from longbien.cli.evidence import export, hand_over, look, seal, use


@click.group("evidence")
def command() -> None:
    """Seal evidence, hand it over under conditions, receive, open and export it.

    The payload may travel at any time; the key leaves only in answer to the recipient's signed acceptance of the conditions.
    """


for _part in (seal.COMMANDS, hand_over.COMMANDS, look.COMMANDS, export.COMMANDS, use.COMMANDS):
    for _command in _part:
        command.add_command(_command)
