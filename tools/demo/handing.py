# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence comes back: sealed, announced, its conditions accepted by two; then the key follows, and it is opened and exported."""

from pathlib import Path
from typing import Any, Final

from longbien.cli.progress import amount
from tools.demo import requests
from tools.demo.case import Case
from tools.demo.crossing import approve
from tools.nodes import APPROVER, DUTY, NodeError
from tools.waiting import PATIENCE, code_of, until, until_state

LARGE: Final = 64 * 1024 * 1024
"""Bytes from which on sealing shows its own progress, at the price of another start of Python."""
_SLOWEST: Final = 2_000_000
"""Bytes in a second that a transfer on one machine reaches at the very least."""


def hand_over(case: Case, source: Path) -> None:
    """Seal evidence, announce it, accept its conditions; the key follows, the segments travel, it is opened."""
    vn, at, tell = case.vn, case.at, case.telling
    sealed = _seal(case, source)
    with tell.step("AT duty", "announces it with its conditions") as result:
        at.run("evidence", "announce", case.evidence, "--request", requests.FOLLOW_UP, by=DUTY)
        result.text = "the payload may travel now: without its header it is ciphertext"
    with tell.step("VN duty", "proposes to accept the conditions") as result:
        found = until(vn, "evidence", "accept", case.evidence, "--json", by=DUTY).value
        result.text = "conditions bind the State: two officers again"
    meaning = "accepted; AT's node releases the key in answer to it, as a logged act"
    approve(case, vn, str(found["proposal"]), meaning)
    _open(case, source, sealed)
    with tell.step("AT duty", "reads that it was received, and closes the request") as result:
        page = until_state(at, case.stored_data, "evidence", "received", case.evidence)
        at.run("request", "close", requests.FOLLOW_UP, "--outcome", "executed", by=DUTY)
        result.text = (
            f"{len(page['evidence'][0]['custody'])} custody records are signed and logged on this side"
        )


def export(case: Case) -> None:
    """Write the court bundle, and audit both logs."""
    until_state(case.vn, case.stored_data, "request", "closed")
    for node, other in ((case.vn, case.at), (case.at, case.vn)):
        with case.telling.step(
            f"{node.party} duty", f"lets {other.party} witness its newest leaves"
        ) as result:
            said = node.run("log", "exchange", other.party, by=DUTY, expect=None)
            if said.status and code_of(said) != "exchange.checkpoint_hour":
                raise NodeError(said.err)
            result.text = f"the hourly exchange, brought forward: {(said.out or said.err).strip()}"
    with case.telling.step("VN duty", "writes the court bundle") as result:
        words = (
            "evidence",
            "export",
            requests.FOLLOW_UP,
            "--bundle",
            str(case.bundle),
            "--purpose",
            "exercise",
        )
        found = case.vn.json(*words, by=DUTY)
        result.text = f"{found['files']} files in {case.bundle}"
        result.brief = f"{found['files']} files"
    for node in case.nodes:
        with case.telling.step(f"{node.party} approver", "audits the whole log") as result:
            (log,) = node.json("log", "audit", by=APPROVER)
            result.text = f"sound: {log['tree']['size']} leaves, {log['tree']['checkpoints']} checkpoints, {log['rows']} rows"


def _seal(case: Case, source: Path) -> Any:
    words = ("evidence", "seal", str(source), "--request", requests.FOLLOW_UP, "--exhibit", "EXERCISE-E-1")
    more = ("--case", requests.FOLLOW_UP, "--place", "this machine", "--json")
    type_it = case.at.show if _size(source) >= LARGE else case.at.run
    with case.telling.step("AT duty", f"seals {source.name}") as result:
        sealed = type_it(*words, *more, by=DUTY).value
        case.evidence = sealed["object_id"]
        result.text = f"{sealed['size']:,} bytes, sealed once as an age file; object {case.evidence}"
        result.brief = f"{sealed['size']:,} bytes, sealed once as an age file"
    return sealed


def _open(case: Case, source: Path, sealed: Any) -> None:
    vn, tell = case.vn, case.telling
    copy = case.folder / f"opened-{source.name}"

    def look() -> None:
        parts = vn.json("evidence", "status", case.evidence, by=DUTY)["parts"]
        held, leaves = (sum(part[name] for part in parts) for name in ("held", "leaves"))
        tell.progress(f"{held} of {leaves} segments ({amount(sealed['size'])} in all)")

    with tell.step("VN duty", "opens it once every segment and the key are there") as result:
        words = ("evidence", "open", case.evidence, "--to", str(copy), "--purpose", "exercise", "--json")
        patience = PATIENCE + sealed["size"] / _SLOWEST
        opened = until(vn, *words, by=DUTY, patience=patience, meanwhile=look).value
        if opened["sha256"] != sealed["sha256"]:
            raise NodeError("what was opened is not what was sealed")
        result.text = f"every segment checked on arrival; SHA-256 equal on both sides: {opened['sha256']}"
        result.brief = "every segment checked on arrival; SHA-256 equal on both sides"


def _size(source: Path) -> int:
    if source.is_dir():
        return sum(file.lstat().st_size for file in source.rglob("*"))
    return source.stat().st_size
