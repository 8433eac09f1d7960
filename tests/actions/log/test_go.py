# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Go's own `golang.org/x/mod/sumdb` verifies the exported log: its checkpoint, its tiles, every entry, every earlier size.

Needs Debian's packages golang-go and golang-golang-x-mod-dev; nothing is downloaded.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from longbien.actions.log.export import export_log
from longbien.core.log.note import print_vkey
from tests.actions.log.test_append import SIGNER, fill

DEBIAN = Path("/usr/share/gocode")
PROGRAM = Path(__file__).with_name("verify_log.go")


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the Go program with Debian's copy of the module, or skip."""
    if shutil.which("go") is None:
        pytest.skip("Go is not installed (Debian: golang-go)")
    if not (DEBIAN / "src/golang.org/x/mod/sumdb/tlog").is_dir():
        pytest.skip("Go's sumdb packages are not installed (Debian: golang-golang-x-mod-dev)")
    place = tmp_path_factory.mktemp("go")
    environment = os.environ | {
        "GO111MODULE": "off",
        "GOPATH": str(DEBIAN),
        "GOCACHE": str(place / "cache"),
        "GOFLAGS": "-mod=mod",
    }
    built = place / "verify_log"
    subprocess.run(["go", "build", "-o", str(built), str(PROGRAM)], check=True, env=environment, cwd=place)
    return built


def run(verifier: Path, folder: Path) -> tuple[int, str]:
    vkey = print_vkey(SIGNER.keys.keys[0])
    done = subprocess.run([verifier, folder, vkey], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def write(folder: Path) -> None:
    def to_file(path: str, data: bytes) -> None:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)

    export_log(to_file)


@pytest.mark.slow
@pytest.mark.django_db
def test_go_verifies_the_exported_log_and_refuses_a_damaged_one(verifier: Path, tmp_path: Path) -> None:
    fill([1000, 66_000, 1, 5])
    write(tmp_path)
    assert run(verifier, tmp_path) == (0, "67006 entries verified\n")
    for damaged in ("tile/0/007", "tile/1/000", "tile/entries/100", "checkpoint"):
        data = (tmp_path / damaged).read_bytes()
        (tmp_path / damaged).write_bytes(data[:40] + bytes([data[40] ^ 1]) + data[41:])
        status, said = run(verifier, tmp_path)
        assert status == 1, said
        (tmp_path / damaged).write_bytes(data)
    assert run(verifier, tmp_path)[0] == 0
