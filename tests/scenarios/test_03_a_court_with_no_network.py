# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 3: a sceptical expert of the defence gets a stick and has no network, no node and nothing installed."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.scenarios.crossing import Crossing

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow]

CONTENT = b"Nov 19 21:14:07 host sshd[4242]: Failed password for root from 8.8.8.8 port 51515\n" * 40_000
"""Some 3.3 MB: more than three segments."""


def verify(bag: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the verifier of the bag alone, in isolation: the standard library and nothing else."""
    return subprocess.run(
        [sys.executable, "-I", "-S", str(bag / "data" / "verify.py"), str(bag), *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=bag.parent,
        env={},
    )


def test_the_stick_proves_what_it_can_and_names_what_it_cannot(case: Crossing) -> None:
    request_id, object_id = case.announced("COURT-1", CONTENT)
    case.accept(request_id, object_id)
    assert case.opened(object_id, "opened") == CONTENT
    bag, trust = case.folder / "stick", case.folder / "trust.json"
    case.asking.json("evidence", "export", request_id, "--bundle", str(bag), "--purpose", "trial")
    case.asking.node.run("evidence", "trust", "AT", "VN", "--to", str(trust), by="duty")

    # With keys that were obtained elsewhere, everything is proven, and what is not proven is said.
    proven = verify(bag, "--trust", str(trust))
    assert proven.returncode == 0, proven.stdout + proven.stderr
    assert "content MATCHES what AT sealed" in proven.stdout
    for open_question in ("that the content is true", "that it was collected lawfully"):
        assert open_question in proven.stdout.partition("NOT PROVEN")[2]

    # Without them it holds together, but whose keys these are is not proven; with a stranger's it is wrong.
    assert verify(bag).returncode == 3
    assert verify(bag, "--fingerprint", f"AT={'0' * 64}").returncode == 1

    # One byte is flipped: file and segment are named, by the stand-alone verifier and by the command alike.
    file = bag / "data" / "evidence" / object_id / "content"
    data = bytearray(file.read_bytes())
    data[2 * 1024 * 1024 + 12_345] ^= 1
    file.write_bytes(data)
    for said in (
        verify(bag, "--trust", str(trust)),
        subprocess.run(
            [sys.executable, "-m", "longbien.cli.main", "verify", str(bag), "--trust", str(trust)],
            capture_output=True,
            text=True,
            check=False,
        ),
    ):
        assert said.returncode == 1, said.stdout + said.stderr
        (line,) = [one for one in said.stdout.splitlines() if "segment" in one and "content" in one]
        assert f"data/evidence/{object_id}/content" in line
        assert "2" in line.partition("segment")[2]
