# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one file `verify.py`: fresh, free of packages, and of one mind with `longbien verify`."""

import ast
import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from longbien.core.base.library import data_bytes
from longbien.core.evidence.bundle import VERIFIER
from longbien.core.evidence.fast import FAST
from longbien.core.evidence.verifier.main import Request, verify
from tests.core.evidence.bundles import OBJECT, anchors, put, small_case
from tools import join_verifier

SCRIPT = join_verifier.TARGET


def run(python: str, *arguments: str) -> tuple[int, str]:
    """Run the file as a court does: isolated, without site packages."""
    done = subprocess.run(
        [python, "-I", "-S", str(SCRIPT), *arguments], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_it_is_fresh_and_its_digest_is_published() -> None:
    assert SCRIPT.read_text(encoding="utf-8") == join_verifier.join(), "run python -m tools.join_verifier"
    digest = hashlib.sha256(SCRIPT.read_bytes()).hexdigest()
    assert join_verifier.DIGEST.read_text(encoding="ascii") == f"{digest}  verify.py\n"
    assert data_bytes(VERIFIER) == SCRIPT.read_bytes()


def test_it_imports_only_the_standard_library() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"))
    imported = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imported |= {item.name.partition(".")[0] for item in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(str(node.module).partition(".")[0])
    assert imported <= set(sys.stdlib_module_names)
    assert not imported & {"socket", "ssl", "http", "urllib", "ctypes", "subprocess", "pickle", "importlib"}


def test_it_is_written_for_python_3_9() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 9))


def test_it_is_in_the_bundle() -> None:
    assert small_case().files()["data/verify.py"] == SCRIPT.read_bytes()


def test_both_verifiers_say_the_same(tmp_path: Path) -> None:
    files = small_case().files()
    place = put(files, tmp_path)
    given = anchors(small_case())
    options = [word for text in given for word in ("--fingerprint", text)]
    expected = verify(Request(str(place), (), given, as_json=False, quiet=False), FAST)
    assert expected[0] == 0
    assert run(sys.executable, str(place), *options) == expected
    for path in (
        f"data/evidence/{OBJECT}/content",
        f"data/evidence/{OBJECT}/manifest.json",
        "data/trust/AT/0001.json",
    ):
        (place / path).write_bytes(files[path][:-9] + b"x" + files[path][-8:])
        expected = verify(Request(str(place), (), given, as_json=True, quiet=False), FAST)
        assert expected[0] == 1
        found = run(sys.executable, str(place), *options, "--json")
        assert (found[0], json.loads(found[1])) == (1, json.loads(expected[1]))
        (place / path).write_bytes(files[path])


def test_statuses_and_the_one_line(tmp_path: Path) -> None:
    place = put(small_case().files(), tmp_path)
    status, text = run(sys.executable, str(place), "--quiet")
    assert (status, text.count("\n")) == (3, 1)
    assert text.startswith("EXERCISE - NOT A REAL CASE. CONSISTENT")
    assert run(sys.executable, str(tmp_path / "absent"))[0] == 2


@pytest.mark.parametrize("name", ["python3.9", "python3.10", "python3.12", "python3.13", "python3.14"])
def test_other_pythons_agree(tmp_path: Path, name: str) -> None:
    python = shutil.which(name)
    if python is None or subprocess.run([python, "-c", ""], check=False, capture_output=True).returncode:
        pytest.skip(f"there is no {name} here")
    place = put(small_case().files(), tmp_path)
    assert run(python, str(place))[0] == 3
