# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sealing and opening take the same memory whatever the size: measured in a process of its own, with room to spare."""

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

LIMIT_MIB: Final = 100
"""The target; about 43 are taken on the reference machine (benchmarks/seal.py)."""

SCRIPT: Final = """
import io, re, sys
from pathlib import Path
from longbien.core.evidence.open import open_stream
from longbien.core.evidence.seal import seal_stream
from tests.authority import chance
from tests.core.evidence.material import MIB, OURS

class Endless(io.RawIOBase):
    def __init__(self, size):
        self.left = size
    def readinto(self, buffer):
        count = min(len(buffer), self.left)
        self.left -= count
        return count

class Nowhere(io.RawIOBase):
    def writable(self):
        return True
    def write(self, data):
        return len(data)

size = int(sys.argv[1]) * MIB
with open(sys.argv[2], "wb", buffering=0) as sink:
    sealed = seal_stream(Endless(size), sink, recipients=[OURS.recipient()], randomness=chance("memory"))
with open(sys.argv[2], "rb", buffering=0) as source:
    open_stream(source, Nowhere(), part=sealed.content.part, file_key=sealed.file_key, digests=sealed.digests,
                leaf_hashes=sealed.content.leaf_hashes)
print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""


def peak_mebibytes(size: int, folder: Path) -> float:
    command = [sys.executable, "-c", SCRIPT, str(size), str(folder / "payload")]
    root = Path(__file__).resolve().parents[3]
    found = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    return int(found.stdout) / 1024


@pytest.mark.slow
def test_memory_does_not_grow_with_the_evidence(tmp_path: Path) -> None:
    if not Path("/proc/self/status").exists():
        pytest.skip("this system does not tell a process its peak memory")
    small, large = peak_mebibytes(64, tmp_path), peak_mebibytes(320, tmp_path)
    assert large < LIMIT_MIB
    assert large - small < 12
