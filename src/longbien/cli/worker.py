# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien worker`: the node's loop by itself. It delivers acts and evidence, exchanges checkpoints, watches clocks."""

import os

import click
from django.conf import settings


@click.command("worker")
@click.option("--once", is_flag=True, help="Do what can be done now, then end.")
def command(*, once: bool) -> None:
    """Deliver, transfer and watch clocks until interrupted. `longbien serve` runs this too."""
    words = [*settings.PROCESSES["worker"], *(["--once"] if once else [])]
    os.execv(words[0], words)  # noqa: S606 # the worker takes this process's place
