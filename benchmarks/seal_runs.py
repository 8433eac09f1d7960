# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The single runs of `benchmarks.seal`, each in a process of its own that measures itself and prints JSON."""

import hashlib
import io
import json
import os
import pickle
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from longbien.bridge.files import DirectFile, open_source
from longbien.core.evidence.flow import page_buffer
from longbien.core.evidence.open import open_stream
from longbien.core.evidence.seal import Sealed, seal_stream
from longbien.core.log.merkle import leaf_hash
from longbien.core.sealing.age_recipients import HybridIdentity
from longbien.core.sealing.age_stream import CHUNK_BYTES, SEALED_CHUNK_BYTES, ChunkCipher
from longbien.core.sealing.keys import key_pair_from_seed
from longbien.core.sealing.suites import Algorithm, KeyUse
from tools.age_curve import X25519Identity

PASSPHRASE: Final = "bench"
MIB: Final = 1 << 20
PRIMITIVES_MIB: Final = 256


class Nowhere(io.BytesIO):
    """Takes everything and keeps nothing."""

    def write(self, data: "bytes | memoryview", /) -> int:  # type: ignore[override]
        """Count the bytes."""
        return len(data)


def identity() -> HybridIdentity:
    """Give the one key of the benchmark."""
    return HybridIdentity(pair=key_pair_from_seed(KeyUse.EVIDENCE, Algorithm.MLKEM768_X25519, bytes(32)))


@contextmanager
def measured(**more: float) -> Iterator[None]:
    """Print what the body took, and this process's greatest resident size."""
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = re.search(r"VmHWM:\s+(\d+)", status)
    print(json.dumps({"wall": wall, "cpu": cpu, "peak_mib": int(peak[1]) / 1024 if peak else 0, **more}))


def created(path: str | Path) -> DirectFile:
    """Make a file anew, as the node's own store does."""
    Path(path).unlink(missing_ok=True)
    return DirectFile(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def prepare(folder: Path, size: int) -> None:
    """Write `size` bytes that no compression makes smaller, and age's keys."""
    cipher, plain, sealed = ChunkCipher(bytes(16), bytes(16)), page_buffer(MIB), page_buffer(2 * MIB)
    with created(folder / "evidence") as file:
        for number in range(size // MIB):
            cipher.seal_run(16 * number, plain, sealed, final=None)
            file.write(sealed[:MIB])
        os.fsync(file.fileno())
    (folder / "age.key").write_text(X25519Identity(secret=bytes(range(32))).text() + "\n", encoding="ascii")
    recipient = X25519Identity(secret=bytes(range(32))).recipient()
    (folder / "age.pub").write_text(recipient.text() + "\n", encoding="ascii")


def warm(path: str) -> None:
    """Read a file, so that it is in the page cache for everybody alike."""
    with open_source(Path(path)) as source:
        while source.file.read(MIB):
            pass


def copy(source: str, target: str) -> None:
    """Read and write as sealing does, and nothing else."""
    view = page_buffer(4 * MIB)
    with open_source(Path(source)) as opened, measured(), created(target) as sink:
        while count := opened.file.readinto(view):  # type: ignore[attr-defined]
            sink.write(view[:count])
        os.fsync(sink.fileno())


def write(target: str, size: str) -> None:
    """Write one hot buffer again and again to a new file, as sealing writes, and sync it: what the disk takes."""
    view = page_buffer(2 * MIB)
    view[:] = os.urandom(len(view))
    with measured(), created(target) as sink:
        for _ in range(int(size) // len(view)):
            sink.write(view)
        os.fsync(sink.fileno())


def seal(source: str, target: str, facts: str) -> None:
    """Seal as a node does; keep what opening needs. `-` writes nothing."""
    with open_source(Path(source)) as opened, measured():
        sink: BinaryIO = Nowhere() if target == "-" else created(target)
        with sink:
            sealed = seal_stream(
                opened.file,
                sink,
                recipients=[identity().recipient()],
                randomness=os.urandom,
                expected_size=opened.size,
                watch=opened.state,
            )
            if target != "-":
                os.fsync(sink.fileno())
    Path(facts).write_bytes(pickle.dumps(sealed))


def open_sealed(source: str, target: str, facts: str) -> None:
    """Open as a node does: every segment against the tree, every MiB against its digest."""
    sealed: Sealed = pickle.loads(Path(facts).read_bytes())
    with open_source(Path(source)) as opened, measured(), created(target) as sink:
        open_stream(
            opened.file,
            sink,
            part=sealed.content.part,
            file_key=sealed.file_key,
            digests=sealed.digests,
            leaf_hashes=sealed.content.leaf_hashes,
        )
        os.fsync(sink.fileno())


def primitives() -> None:
    """Hash, encrypt and hash the leaves of hot buffers: what no pipeline can beat."""
    plain, sealed = page_buffer(MIB), page_buffer(16 * SEALED_CHUNK_BYTES)
    cipher, state = ChunkCipher(bytes(16), bytes(16)), hashlib.sha256()
    with measured(gb=PRIMITIVES_MIB * MIB / 1e9):
        for _ in range(PRIMITIVES_MIB):
            state.update(plain)
            cipher.seal_run(0, plain[: 16 * CHUNK_BYTES], sealed, final=None)
            leaf_hash(sealed[:MIB])


RUNS: Final[dict[str, Callable[..., None]]] = {
    "prepare": prepare,
    "warm": warm,
    "copy": copy,
    "write": write,
    "seal": seal,
    "open": open_sealed,
    "primitives": primitives,
}


if __name__ == "__main__":
    RUNS[sys.argv[1]](*sys.argv[2:])
