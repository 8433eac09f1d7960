# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 24: an officer sends to a wrong State. It is recalled; that nothing can be opened there is shown; it is set down."""

import json
import sqlite3

import pytest

from tests.scenarios.crossing import Crossing, acts_of, refused
from tools.nodes import Node

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow]


def incidents(node: Node, verb: str) -> list[dict[str, object]]:
    """Read the node's internal records of incidents, as an authority with access to the node would."""
    with sqlite3.connect(f"file:{node.home / 'node.sqlite3'}?mode=ro", uri=True) as rows:
        found = rows.execute("SELECT record FROM longbien_decisionrecord WHERE verb = ?", [verb])
        return [json.loads(bytes(row[0]))["facts"] for row in found]


def test_evidence_for_a_wrong_state_is_recalled_before_anybody_can_open_it(case: Crossing) -> None:
    request_id, object_id = case.announced("WRONG-1", b"meant for somebody else\n" * 1000)
    case.until(lambda: held(case, object_id))
    case.asked.json("evidence", "recall", object_id, "--reason", "Meant for another State.")

    # The sealer shows that no key left; the incident is set down.
    shown = case.asked.json("evidence", "no-release", object_id)
    assert shown["object_id"] == object_id
    assert shown["acts"] >= 2
    known = incidents(case.asked.node, "evidence.incident")
    (incident,) = [one for one in known if one["object"] == object_id]
    assert (incident["recipient"], incident["key_released"]) == ("VN", False)

    # The recipient sees the recall, holds ciphertext only, and can neither accept nor open.
    page = case.arrived(case.asking, request_id, "evidence.recalled")
    assert page["state"]["evidence"] == {object_id: "recalled"}
    file = case.folder / "opened"
    said = refused(case.asking, "evidence", "open", object_id, "--to", str(file))
    assert "evidence.not_released" in said.err
    assert not file.exists()
    assert "cooperation.transition" in refused(case.asking, "evidence", "accept", object_id).err


def test_a_request_to_a_wrong_state_is_recalled_and_the_answer_is_a_declaration(case: Crossing) -> None:
    request_id = case.ask("preservation", "WRONG-2")
    (act,) = case.receipted(case.asking, request_id)["thread"]
    case.approved(case.asking, "act", "recall", act["digest"], "--reason", "Sent to a wrong State.")
    (incident,) = [
        one for one in incidents(case.asking.node, "exchange.incident") if one["act"] == act["digest"]
    ]
    assert (incident["recipient"], incident["delivered"]) == ("AT", True)
    (recalled,) = acts_of(case.arrived(case.asked, request_id, "act.recalled"), "act.recalled")
    case.approved(case.asked, "act", "declare", recalled["digest"], "read")
    page = case.arrived(case.asking, request_id, "act.recall-answer")
    (answer,) = acts_of(page, "act.recall-answer")
    assert (answer["body"]["act"], answer["body"]["declared"]) == (act["digest"], "read")


def held(case: Crossing, object_id: str) -> bool:
    """Tell whether every segment is at VN."""
    parts = case.asking.json("evidence", "status", object_id)["parts"]
    return all(one["complete_at"] for one in parts)
