# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The court: `verify.py` in a bare Python with no node and nothing installed.

First without anchors, then with the fingerprints that the States gave, then with one byte of the evidence flipped.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tools.demo.case import Case
from tools.nodes import NodeError

UNANCHORED: Final = 3
WRONG: Final = 1
_VERDICT: Final = "EXERCISE - NOT A REAL CASE. "


def judge(case: Case) -> None:
    """Check the bundle three times; NodeError if any result is not the one expected."""
    tell, bundle = case.telling, case.bundle
    anchors = [f"{node.party}={node.fingerprint.replace(' ', '')}" for node in case.nodes]
    with tell.step("a court", "checks the bundle, trusting nobody") as result:
        result.text = f"status {UNANCHORED}: {_verdict(_verify(bundle, [], UNANCHORED))}"
    with tell.step("a court", "checks it with fingerprints that both States gave") as result:
        report = _verify(bundle, anchors, 0)
        result.text = f"status 0: {_verdict(report)}"
    content = min((bundle / "data" / "evidence").glob("*/content*"))
    with (
        _one_bit_flipped(content) as place,
        tell.step("a court", f"checks it with one bit flipped, in byte {place:,}") as result,
    ):
        damaged = _verify(bundle, anchors, WRONG)
        named = [
            line.strip(" -") for line in damaged.splitlines() if "segment" in line and content.name in line
        ]
        if not named:
            raise NodeError(f"file and segment are not named: {damaged}")
        result.text = f"status {WRONG}: {named[0]}"
        result.brief = f"status {WRONG}: {named[0].partition(', ')[2]}"
    tell.headline("What verify.py says of the bundle, and what it does not prove")
    print(report)


def _verify(bundle: Path, anchors: list[str], expected: int) -> str:
    words = [word for anchor in anchors for word in ("--fingerprint", anchor)]
    # -I and -S: no variable, no folder and no installed package is looked at; what is left is the standard library.
    done = subprocess.run(
        [_bare_python(), "-I", "-S", str(bundle / "data" / "verify.py"), str(bundle), *words],
        capture_output=True,
        check=False,
        text=True,
        env={},
        cwd="/",
    )
    if done.returncode != expected:
        raise NodeError(f"verify.py ended with {done.returncode}, not {expected}: {done.stdout}{done.stderr}")
    return done.stdout


def _bare_python() -> str:
    """Find the interpreter below this one's virtual environment."""
    found = Path(sys.base_prefix) / "bin" / "python3"
    return str(found) if found.exists() else sys.executable


def _verdict(report: str) -> str:
    lines = [line for line in report.splitlines() if line.startswith(_VERDICT)]
    return lines[0].removeprefix(_VERDICT) if lines else report


@contextmanager
def _one_bit_flipped(file: Path) -> Iterator[int]:
    """Flip a bit in the middle of a file, give its byte's place, and flip it back in the end."""
    place = file.stat().st_size // 2
    _flip(file, place)
    try:
        yield place
    finally:
        _flip(file, place)


def _flip(file: Path, place: int) -> None:
    with file.open("r+b") as opened:
        opened.seek(place)
        byte = opened.read(1)
        opened.seek(place)
        opened.write(bytes([byte[0] ^ 1]))
