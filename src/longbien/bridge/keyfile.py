# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The files that hold a node's secrets: its keyring (an age file, encrypted), the passphrase, and the server's TLS key.

Only bytes are moved here; what they mean is the core's. Every file is readable by the node's account only and is
replaced whole: after a power cut there is the old one or the new one.
"""

import os
import secrets
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from longbien.core.base.errors import UsageError
from longbien.core.sealing.keyring import WORK_FACTOR, Keyring, read_keyring, write_keyring

MAX_KEYRING: Final = 1024 * 1024
"""The largest keyring that is read, in bytes."""
_MAX_PASSPHRASE: Final = 1024
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKeyStore:
    """A keyring in a file, its passphrase in another (`longbien.bridge.ports.KeyStore`)."""

    keyring: Path
    passphrase: Path
    work_factor: int = WORK_FACTOR

    def load(self) -> Keyring:
        """Read and decrypt the keyring."""
        return read_keyring(read_secret(self.keyring), read_passphrase(self.passphrase))

    def save(self, keyring: Keyring) -> None:
        """Encrypt the keyring anew and replace the file."""
        data = write_keyring(
            keyring,
            read_passphrase(self.passphrase),
            randomness=secrets.token_bytes,
            work_factor=self.work_factor,
        )
        write_secret(self.keyring, data)


def read_secret(path: Path, *, limit: int = MAX_KEYRING) -> bytes:
    """Read a secret file; UsageError `bridge.secret_missing`, or `bridge.secret_open` if others may read it."""
    try:
        with path.open("rb") as file:
            if stat.S_IMODE(os.fstat(file.fileno()).st_mode) & _OTHERS:
                raise UsageError("bridge.secret_open", file=path.name)
            data = file.read(limit + 1)
    except OSError as error:
        raise UsageError("bridge.secret_missing", file=path.name) from error
    if len(data) > limit:
        raise UsageError("bridge.secret_missing", file=path.name)
    return data


def read_passphrase(path: Path) -> str:
    """Read a passphrase: the first line of a secret file, not empty."""
    lines = read_secret(path, limit=_MAX_PASSPHRASE).decode("utf-8", "replace").splitlines()
    if not lines or not lines[0].strip():
        raise UsageError("bridge.secret_missing", file=path.name)
    return lines[0].strip()


def write_secret(path: Path, data: bytes) -> None:
    """Write or replace a secret file, synced."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".new")
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    folder = os.open(path.parent, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def stamp(path: Path) -> tuple[int, int, int]:
    """Give what tells one state of a file from another (inode, size, time of change); zeros if there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return (0, 0, 0)
    return (found.st_ino, found.st_size, found.st_mtime_ns)
