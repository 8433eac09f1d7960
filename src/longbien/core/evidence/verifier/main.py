# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command line of `verify.py`, and the same with other primitives for `longbien verify`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from longbien.core.evidence.verifier.check import check_bundle
from longbien.core.evidence.verifier.directory import (
    MAX_TRUST_FILE,
    Anchors,
    read_fingerprint,
    read_trust_file,
)
from longbien.core.evidence.verifier.flaws import FlawError
from longbien.core.evidence.verifier.primitives import PLAIN_PYTHON, Primitives
from longbien.core.evidence.verifier.report import USAGE, Report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

    from longbien.core.evidence.verifier.entries import Entry

EPILOGUE: Final = """
Exit status: 0 everything holds and the keys are those you named; 1 something is wrong (file and segment are named);
2 usage; 3 everything holds together, but whose keys these are is not proven (no --trust or --fingerprint for them).
Obtain fingerprints from the authorities themselves, never from the bundle.
"""


class Request(NamedTuple):
    """What the reader asked for."""

    bag: str
    trust: tuple[str, ...]
    fingerprints: tuple[str, ...]
    as_json: bool
    quiet: bool


def verify(request: Request, primitives: Primitives) -> tuple[int, str]:
    """Check a bundle as asked: the exit status and the text to print. Never raises for anything in the bundle."""
    try:
        entries: list[Entry] = []
        for file in request.trust:
            entries += _read_trust(file)
        fingerprints = tuple(read_fingerprint(text) for text in request.fingerprints)
    except FlawError as flaw:
        return USAGE, f"verify: {flaw.text}\n"
    if not Path(request.bag).is_dir():
        return USAGE, f"verify: {request.bag} is not a folder\n"
    report = _check(request.bag, Anchors(fingerprints, tuple(entries)), primitives)
    if request.as_json:
        return report.status, report.as_json() + "\n"
    return report.status, report.result() + "\n" if request.quiet else report.as_text()


def _read_trust(file: str) -> list[Entry]:
    try:
        with open(file, "rb") as handle:  # noqa: PTH123 (one reader for both commands)
            data = handle.read(MAX_TRUST_FILE + 1)
        return read_trust_file(data)
    except OSError:
        raise FlawError("usage.trust", f"the trust file {file} cannot be read") from None
    except FlawError as flaw:
        raise FlawError("usage.trust", f"the trust file {file} is no directory entry: {flaw.text}") from None


def _check(bag: str, anchors: Anchors, primitives: Primitives) -> Report:
    try:
        return check_bundle(bag, anchors, primitives)
    except Exception as error:  # noqa: BLE001 (the last line of defence: a court sees a sentence, not a traceback)
        report = Report()
        report.flaw(
            "", FlawError("verifier.failed", f"the verifier could not finish ({type(error).__name__})")
        )
        return report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run as a program."""
    parser = argparse.ArgumentParser(
        prog="verify.py",
        description="Check a Long Biên court bundle. Needs nothing but this file and Python.",
        epilog=EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("bag", metavar="BAG", help="the folder of the bundle")
    parser.add_argument(
        "--trust",
        action="append",
        default=[],
        metavar="FILE",
        help="a directory entry or trust file obtained from an authority itself",
    )
    parser.add_argument(
        "--fingerprint",
        action="append",
        default=[],
        metavar="[PARTY=]HEX",
        help="the fingerprint of a directory entry, obtained from the authority itself",
    )
    parser.add_argument("--json", action="store_true", help="print the report for programs")
    parser.add_argument("--quiet", action="store_true", help="print one line")
    given = parser.parse_args(arguments)
    request = Request(given.bag, tuple(given.trust), tuple(given.fingerprint), given.json, given.quiet)
    status, text = verify(request, PLAIN_PYTHON)
    # Whatever the terminal can show: names in a bundle may be in any script.
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
    return status
