# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Build the wheel and use it as a stranger would: in a bare environment, without the node, then out again.

    python -m tools.wheel

Ends with a status other than 0, and says why, if the wheel lacks a file of the source, if what it brings without the extra
`node` cannot be imported or run, or if any of the node's libraries came along.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tools.nodes import environment_of

ROOT: Final = Path(__file__).resolve().parent.parent
COMMANDS: Final = (
    ("--help",),
    ("verify", "--help"),
    ("treaty", "basis", "VN", "AT", "--exercise"),
)
"""What anybody can do without a node."""
STRANGERS: Final = ("django", "granian", "httpx", "psycopg", "typst")
"""Libraries that only the node needs."""
PROGRAM: Final = """
import importlib, importlib.util, pkgutil, sys
import longbien.core
found = [module.name for module in pkgutil.walk_packages(longbien.core.__path__, "longbien.core.")]
for name in found:
    importlib.import_module(name)
there = [name for name in sys.argv[1:] if importlib.util.find_spec(name)]
sys.exit(f"libraries of the node are there: {there}" if there else 0)
"""


def main() -> None:
    """Build, install, try."""
    uv = shutil.which("uv") or str(ROOT / ".boot/bin/uv")
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        _run([uv, "build", "--quiet", "--wheel", "--out-dir", folder, str(ROOT)], at)
        wheel = next(at.glob("*.whl"))
        missing = missing_files(wheel)
        if missing:
            sys.exit(f"the wheel lacks {len(missing)} files, such as {missing[0]}")
        _run([uv, "venv", "--quiet", "--python", sys.executable, str(at / "bare")], at)
        python = str(at / "bare/bin/python")
        _run([uv, "pip", "install", "--quiet", "--python", python, str(wheel)], at)
        _run([python, "-W", "error", "-c", PROGRAM, *STRANGERS], at)
        for words in COMMANDS:
            _run([str(at / "bare/bin/longbien"), *words], at)
        verifier = next((at / "bare/lib").glob("**/data/verifier/verify.py"))
        _run([sys.executable, "-I", "-S", str(verifier), "--help"], at)
    print(f"{wheel.name}: whole; core, data and verifier run without the node")


def missing_files(wheel: Path) -> list[str]:
    """Give the files of the source, and the compiled catalogues, that are not in the wheel."""
    listed = subprocess.run(["git", "ls-files", "src"], cwd=ROOT, check=True, capture_output=True, text=True)
    names = {name.removeprefix("src/") for name in listed.stdout.splitlines()}
    names |= {name.removesuffix(".po") + ".mo" for name in names if name.endswith("/django.po")}
    with zipfile.ZipFile(wheel) as archive:
        return sorted(names - set(archive.namelist()))


def _run(words: Sequence[str], folder: Path) -> None:
    environment = environment_of(folder)
    environment.pop("LONGBIEN_HOME")
    environment.pop("VIRTUAL_ENV", None)
    environment["PATH"] = os.defpath
    done = subprocess.run(words, cwd=folder, env=environment, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(words)[:200]} ended with {done.returncode}:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    main()
