# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The terminal's door: `longbien`. Starts without Django, so that `longbien verify` runs in a court's bare Python."""

import sys
from importlib.metadata import version

import click

from longbien.core.base.errors import LongBienError
from longbien.texts import sentence


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("longbien"), prog_name="longbien")
def commands() -> None:
    """Long Biên: cooperation under the UN Convention against Cybercrime."""


def main() -> None:
    """Run the command line; each family of errors has its own exit status."""
    try:
        commands()
    except LongBienError as error:
        click.echo(f"{sentence(error.code, **error.params)} [{error.code}]", err=True)
        sys.exit(error.exit_status)
