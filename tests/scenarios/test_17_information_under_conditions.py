# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 17: spontaneous information under conditions. Seen and accepted before it opens; declined, no copy stays; other use is stopped."""

from pathlib import Path
from typing import Any

import pytest

from tests.scenarios.crossing import Crossing, refused
from tools.crossing import SAFEGUARDS
from tools.nodes import APPROVER

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow]

CONTENT = b"A name that nobody asked for.\n" * 200


def test_conditions_come_first_and_declining_leaves_no_copy(case: Crossing, tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_bytes(CONTENT)
    request_id, kept = offered(case, "OFFER-1", file)

    # The conditions stand on the item; nothing opens before two officers have accepted them.
    item = one_item(case, kept)
    assert [one["code"] for one in item["conditions"]] == ["purpose-only"]
    target = str(tmp_path / "early.txt")
    assert (
        "evidence.not_released"
        in refused(case.asked, "evidence", "open", kept, "--to", target, "--purpose", "x").err
    )

    # Use outside them is stopped and set down, even once it is opened.
    case.asked.json(
        "act", "approve", str(case.asked.json("evidence", "accept", kept)["proposal"]), by=APPROVER
    )
    opened = tmp_path / "opened.txt"

    def tried() -> bool:
        opened.unlink(missing_ok=True)
        case.asked.json("evidence", "open", kept, "--to", str(opened), "--purpose", "intelligence")
        return True

    case.until(tried)
    assert opened.read_bytes() == CONTENT
    words = (
        "evidence",
        "use",
        kept,
        "onward-transfer",
        "--recipient",
        "CH",
        "--purpose",
        "Another State asks.",
    )
    assert "safeguards.use_barred" in refused(case.asked, *words).err
    entries: list[Any] = case.asked.json("request", "oversight", "list", by=APPROVER)
    assert [one["kind"] for one in entries if one["request_id"] == request_id] == ["use-blocked"]

    declined(case, file)


def declined(case: Crossing, file: Path) -> None:
    """Decline another offer: the sealed bytes are removed, and custody says so."""
    _, other = offered(case, "OFFER-2", file)
    case.asked.json("evidence", "decline", other, "--reason", "We cannot keep that condition.")

    def gone() -> bool:
        found = one_item(case, other)
        return "destroy" in [step["action"] for step in found["custody"]] and all(
            part["held"] == 0 for part in found["parts"]
        )

    case.until(gone)
    target = str(case.folder / "never.txt")
    refused(case.asked, "evidence", "open", other, "--to", target, "--purpose", "x")


def offered(case: Crossing, reference: str, file: Path) -> tuple[str, str]:
    """Offer a file under a condition, after the rights check; give the ids of the request and, once it is announced, of the object."""
    request_id = case.draft("spontaneous-information", reference)
    assert "safeguards.missing" in refused(case.asking, "request", "submit", request_id).err
    case.asking.json("request", "safeguard", "record", request_id, "rights", *SAFEGUARDS["rights"])
    case.approved(case.asking, "request", "submit", request_id)
    object_id = str(case.asking.json("evidence", "seal", str(file), "--request", request_id)["object_id"])
    case.asking.json(
        "evidence", "announce", object_id, "--request", request_id, "--condition", "purpose-only"
    )
    case.arrived(case.asked, request_id, "evidence.announced")
    return request_id, object_id


def one_item(case: Crossing, object_id: str) -> Any:
    """Look at an object at the node to which it was offered."""
    found = case.asked.json("evidence", "status", object_id)
    return found[0] if isinstance(found, list) else found
