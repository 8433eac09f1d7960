# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien verify`: the statuses of the verifier, without Django."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from longbien.cli.verify import command
from tests.core.evidence.bundles import anchors, put, small_case


def test_the_statuses_are_those_of_the_verifier(tmp_path: Path) -> None:
    place = put(small_case().files(), tmp_path)
    options = [word for text in anchors(small_case()) for word in ("--fingerprint", text)]
    run = CliRunner().invoke
    assert run(command, [str(place), *options]).exit_code == 0
    assert run(command, [str(place)]).exit_code == 3
    found = run(command, [str(place), *options, "--json"])
    assert json.loads(found.output)["result"] == "proven"
    assert run(command, [str(place), "--quiet"]).output.count("\n") == 1
    (place / "data/README.txt").write_bytes(b"changed")
    assert run(command, [str(place), *options]).exit_code == 1
    absent = run(command, [str(tmp_path / "absent")])
    assert (absent.exit_code, absent.stdout) == (2, "")


@pytest.mark.parametrize("forbidden", ["django", "httpx", "yaml", "sqlite3"])
def test_it_starts_without_the_node(forbidden: str) -> None:
    program = (
        f"import sys; import longbien.cli.main, longbien.cli.verify; sys.exit('{forbidden}' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
