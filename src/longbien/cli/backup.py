# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien backup`: copy the node to a file."""

import os
from pathlib import Path

import click
from django.conf import settings

from longbien.actions.log.backup import backup
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.bridge.archive import add_file, writing
from longbien.bridge.keyfile import read_passphrase
from longbien.cli.acting import acting
from longbien.cli.init import SETTINGS
from longbien.core.base.errors import UsageError
from longbien.core.base.moments import print_moment


@click.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@acting
def command(actor: Officer, file: Path) -> None:
    """Copy this node to FILE, locked by the node's passphrase.

    Everything is in it but the passphrase itself: keep that elsewhere.
    """
    config = settings.CONFIG
    if file.exists():
        raise UsageError("cli.file_exists", file=file.name)
    unfinished = file.with_name(file.name + ".unfinished")
    passphrase = read_passphrase(config.passphrase_file)
    with unfinished.open("xb") as sink:
        with writing(sink, passphrase, config.keyring_work_factor) as write:
            # First the files: a restored node needs its settings before it can take rows.
            for path in (config.home / SETTINGS, config.keyring_file, config.tls_certificate, config.tls_key):
                if path.exists():
                    add_file(write, path)
            about = backup(node=current_node(), actor=actor, write=write)
        sink.flush()
        os.fsync(sink.fileno())
    unfinished.rename(file)
    size = file.stat().st_size
    click.echo(
        f"{about.party}, log {about.origin} of {about.log_size} leaves at {print_moment(about.made_at)}: {size:,} bytes."
    )
    click.echo("Locked by this node's passphrase, which is not in the file.")
