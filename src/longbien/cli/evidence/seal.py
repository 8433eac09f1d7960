# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien evidence seal`: a file, a folder or a disk becomes one sealed object."""

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.evidence.seal import Opened, SealedObject, seal
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.bridge.files import open_folder, open_source
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.inputs import MOMENT, examples
from longbien.cli.progress import amount, progress
from longbien.cli.tables import facts
from longbien.core.evidence.inner import Acquired, Description

_BYTES: Final = "application/octet-stream"
_TAR: Final = "application/x-tar"


@click.command(
    "seal",
    epilog=examples(
        "longbien evidence seal auth.log --request 1f2e3d4c5b6a --case C-2026/118 --exhibit E-1",
        "longbien evidence seal /mnt/image/ --acquired-at 2026-11-21T09:30:00+07:00 --method copy",
    ),
)
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--request", "request", default="", help="The partner's request that it answers.")
@click.option("--name", default="", help="What it is called (otherwise the name of PATH).")
@click.option("--media-type", default="", help="Its media type (otherwise guessed from the name).")
@click.option("--case", default="", help="The case it belongs to.")
@click.option("--exhibit", default="", help="The exhibit's number.")
@click.option("--acquired-at", type=MOMENT, default=None, help="When it was acquired (otherwise now).")
@click.option("--acquired-by", default="", help="The role that acquired it (otherwise yours).")
@click.option("--place", default="", help="Where it was acquired.")
@click.option("--method", default="", help="How it was acquired.")
@click.option("--tool", default="", help="With what it was acquired.")
@click.option("--authority", default="", help="On whose authority.")
@click.option("--notes", default="", help="Anything else about the acquisition.")
@click.option("--sha512", is_flag=True, help="Compute SHA-512 too, where the partner's profile asks for it.")
@json_option
@acting
def seal_path(
    actor: Officer,
    /,
    *,
    path: Path,
    request: str,
    name: str,
    media_type: str,
    case: str,
    exhibit: str,
    acquired_at: datetime | None,
    acquired_by: str,
    sha512: bool,
    as_json: bool,
    **about: str,
) -> None:
    """Seal the file, folder or disk at PATH: once, in one pass. It stays here until it is announced.

    Progress is shown; an interrupted sealing leaves nothing behind.
    """
    node = current_node()
    acquired = Acquired(at=acquired_at or node.clock(), by_role=acquired_by or actor.role_id, **about)
    is_folder = path.is_dir()
    description = Description(
        name=name or path.resolve().name or str(path),
        media_type=media_type or (_TAR if is_folder else mimetypes.guess_type(path.name)[0] or _BYTES),
        form="folder" if is_folder else "file",
        case=case,
        exhibit=exhibit,
        acquired=acquired,
    )
    request_id = find_request_id(node, actor, request) if request else None
    with opening(path) as opened, progress(_("Sealing"), opened.size) as tell:
        found = seal(
            node=node,
            actor=actor,
            opened=opened,
            description=description,
            request_id=request_id,
            want_sha512=sha512,
            progress=tell,
        )
    answer(found, lambda: _words(found, description.name), as_json=as_json, exercise=node.exercise)


@contextmanager
def opening(path: Path) -> Iterator[Opened]:
    """Open what is to be sealed; RefusedError `evidence.source_missing`, `evidence.source_kind` and those of a folder."""
    if path.is_dir():
        with open_folder(path) as stream:
            yield Opened(source=stream, size=stream.size, members=lambda: stream.members)
    else:
        with open_source(path) as found:
            yield Opened(source=found.file, size=found.size, watch=found.state)


def _words(found: SealedObject, name: str) -> str:
    return facts(
        (
            (_("Sealed"), name),
            (_("Object"), found.object_id),
            (_("Size"), amount(found.size)),
            (_("SHA-256"), f"{found.sha256} {_('(secret: it stands in no log and no public part)')}"),
            (_("Manifest"), found.manifest),
            (_("Next"), f"longbien evidence announce {found.object_id[:12]} --request …"),
        )
    )


COMMANDS: Final = (seal_path,)
"""What `longbien evidence` takes from here."""
