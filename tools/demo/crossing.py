# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two requests as they cross: every step is a command of `longbien`, typed by an officer of one of the nodes.

What must first have crossed is asked for until it is there; that is part of the times told.
"""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tools.crossing import SAFEGUARDS
from tools.demo import requests
from tools.demo.case import Case
from tools.demo.telling import MARK
from tools.nodes import APPROVER, DUTY, Node, NodeError
from tools.waiting import code_of, until, until_state


def preserve(case: Case) -> None:
    """Ask for preservation, under four eyes; it crosses, is acknowledged and granted."""
    vn, at, tell = case.vn, case.at, case.telling
    case.preservation = _draft(case, "preservation", requests.preservation(_now()))
    number = _propose(case, case.preservation)
    with tell.step("VN duty", "tries to approve it too") as result:
        said = vn.run("act", "approve", number, by=DUTY, expect=77)
        result.text = f"REFUSED, as it must be: {said.err.strip()}"
        result.brief = f"REFUSED [{code_of(said)}]"
    approve(case, vn, number, "signed by two keys, sealed to AT, logged, queued")
    with tell.step("AT duty", "acknowledges it as soon as it is there") as result:
        until(at, "request", "acknowledge", requests.REFERENCE, "--reference", "EXERCISE-AT-1", by=DUTY)
        result.text = f"it crossed; the same thread on both sides: {case.preservation}"
        result.brief = "it crossed"
    with tell.step("AT duty", "decides on preservation, and only on that") as result:
        end = f"{_now() + timedelta(days=90):%Y-%m-%d}"
        words = ("request", "decide", "preservation", requests.REFERENCE, "granted", "--keep-until", end)
        at.run(*words, by=DUTY)
        result.text = f"granted: data frozen until {end}; nothing is disclosed by it"
    with tell.step("VN duty", "reads that the data are kept") as result:
        page = until_state(vn, case.preservation, "preservation", "in-force")
        if page["thread"][0]["receipt"] is None:
            raise NodeError("the receipt of the request is missing")
        result.text = f"in force; {len(page['thread'])} acts in the thread, AT's signed receipt is held"


def ask(case: Case) -> None:
    """Ask for the stored data; two officers of AT decide to disclose."""
    at, tell = case.at, case.telling
    fields = requests.stored_data(_now(), case.preservation)
    case.stored_data = _draft(case, "stored-data", fields, paper=_paper(case))
    _check(case)
    approve(case, case.vn, _propose(case, case.stored_data), "signed, sealed, logged, queued")
    with tell.step("AT duty", "acknowledges it") as result:
        until(at, "request", "acknowledge", requests.FOLLOW_UP, "--reference", "EXERCISE-AT-2", by=DUTY)
        result.text = "it crossed; the data stay preserved until it is decided"
    with tell.step("AT duty", "reads the court's decision that came with it") as result:
        copy = case.folder / "court-decision-as-received.txt"
        taking = ("request", "attachment", requests.FOLLOW_UP, "court_decision", "--to", str(copy))
        until(at, *taking, by=DUTY)
        if copy.read_bytes() != _paper(case).read_bytes():
            raise NodeError("the paper that arrived is not the one that was attached")
        result.text = "carried sealed, segment by segment; its SHA-256 is the one that was signed"
    words = ("request", "decide", "disclosure", requests.FOLLOW_UP, "granted")
    conditions = ("--condition", "purpose-only", "--condition", "confidential")
    with tell.step("AT duty", "tries to disclose before the safeguards were looked at") as result:
        said = at.run(*words, *conditions, by=DUTY, expect=77)
        result.text = f"REFUSED, as it must be: {said.err.strip()}"
        result.brief = f"REFUSED [{code_of(said)}]"
    with tell.step("AT duty", "takes the steps: rights, scope, dual criminality, necessity") as result:
        for step, answer in SAFEGUARDS.items():
            at.run("request", "safeguard", "record", requests.FOLLOW_UP, step, *answer, by=DUTY)
        result.text = f"{len(SAFEGUARDS)} steps, each with a written reason, each a leaf of the log"
    with tell.step("AT duty", "proposes to disclose, under conditions of use") as result:
        number = str(at.json(*words, *conditions, by=DUTY)[0]["proposal"])
        result.text = "a decision that lets data out takes two officers, always"
    approve(case, at, number, "disclosure granted: a decision of its own, with its own conditions")


def approve(case: Case, node: Node, number: str, meaning: str) -> None:
    """Let the second officer approve a proposal."""
    with case.telling.step(f"{node.party} approver", f"approves proposal {number}") as result:
        act = node.json("act", "approve", number, by=APPROVER)[0]["act"]
        result.text = f"{meaning} (act {act[:12]})"
        result.brief = meaning


def _check(case: Case) -> None:
    """Check the same request under the real status of the Convention, then under the one of the exercise."""
    with case.telling.step("VN duty", "checks it under the real status of treaties") as result:
        said = case.vn.run("request", "check", case.stored_data, "--real-status", by=DUTY, expect=77)
        result.text = f"REFUSED, as it must be: {said.err.strip()}"
        result.brief = f"REFUSED [{code_of(said)}]"
    with case.telling.step("VN duty", "checks it under the exercise's status") as result:
        basis = case.vn.json("request", "check", case.stored_data, by=DUTY)["basis"]
        result.text = f"legal basis: {basis['label']}, since {basis['row']['since']}"


def _paper(case: Case) -> Path:
    """Give the paper that goes with the second request."""
    file = case.folder / "court-decision.txt"
    if not file.exists():
        file.write_text(f"{MARK}\n\nDecision of a court that does not exist.\n", encoding="utf-8")
    return file


def _draft(case: Case, kind: str, fields: dict[str, Any], paper: Path | None = None) -> str:
    file = case.folder / f"{kind}.yaml"
    file.write_text(json.dumps(fields, indent=1), encoding="utf-8")  # JSON is YAML
    with case.telling.step("VN duty", f"drafts a request: {kind}") as result:
        words = ["request", "new", kind, "--to", "AT", "--file", str(file)]
        words += ["--attach", f"court_decision={paper}"] if paper is not None else []
        made = case.vn.json(*words, by=DUTY)
        if made["errors"] or made["standing"]:
            raise NodeError(f"the draft is not complete: {made['errors']} {made['standing']}")
        result.text = f"{len(made['values'])} fields, no check stops it"
        result.text += f"; {paper.name} is attached, sealed" if paper is not None else ""
    found: str = made["request_id"]
    return found


def _propose(case: Case, request: str) -> str:
    with case.telling.step("VN duty", "proposes to send it") as result:
        spoken = case.vn.json("request", "submit", request, by=DUTY)
        result.text = f"proposal {spoken['proposal']} waits for a second officer; nothing is signed yet"
    return str(spoken["proposal"])


def _now() -> datetime:
    return datetime.now(UTC)
