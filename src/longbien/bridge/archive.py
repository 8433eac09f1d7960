# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The backup file: a tar archive inside an age v1 file locked by a passphrase. The stock tools `age` and `tar` open it."""

import secrets
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, cast

from longbien.bridge.ports import Member, WriteMember
from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.sealing.age_recipients import Passphrase
from longbien.core.sealing.age_writer import AgeReader, AgeWriter
from longbien.core.sealing.keyring import WORK_FACTOR

FILES: Final = "files/"
"""Where the node's settings and keyring stand in the archive."""


@contextmanager
def writing(sink: BinaryIO, passphrase: str, work_factor: int) -> Iterator[WriteMember]:
    """Give what writes members into an encrypted archive."""
    lock = Passphrase(secret=passphrase.encode(), work_factor=work_factor)
    with (
        AgeWriter(sink, [lock], randomness=secrets.token_bytes) as sealed,
        tarfile.open(fileobj=sealed, mode="w|", format=tarfile.PAX_FORMAT) as archive,
    ):

        def write(name: str, size: int, source: BinaryIO) -> None:
            member = tarfile.TarInfo(name)
            member.size, member.mode = size, 0o600
            archive.addfile(member, source)

        yield write


@contextmanager
def reading(source: BinaryIO, passphrase: str) -> Iterator[Iterator[Member]]:
    """Give the members of an encrypted archive, in order; each is read before the next is asked for."""
    lock = Passphrase(secret=passphrase.encode(), max_work_factor=WORK_FACTOR)
    try:
        with tarfile.open(fileobj=AgeReader(source, [lock]), mode="r|") as archive:
            yield _members(archive)
    except LongBienError:
        raise
    except (tarfile.TarError, OSError, EOFError) as error:
        raise MalformedError("log.backup_malformed", name="tar") from error


def _members(archive: tarfile.TarFile) -> Iterator[Member]:
    for found in archive:
        source = archive.extractfile(found) if found.isfile() else None
        if source is None:
            raise MalformedError("log.backup_malformed", name=found.name[:80])
        yield Member(name=found.name, size=found.size, source=cast("BinaryIO", source))


def add_file(write: WriteMember, path: Path) -> None:
    """Write one of the node's own files into the archive."""
    with path.open("rb") as source:
        write(f"{FILES}{path.name}", path.stat().st_size, source)
