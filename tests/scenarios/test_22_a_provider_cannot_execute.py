# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 22: a provider cannot execute. Its answer comes as data, a lawyer reads it, and the requesting State learns why."""

import json
import re
import zlib
from pathlib import Path

import pytest

from tests.scenarios.crossing import Crossing, acts_of, refused

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow]


ANSWER = {
    "provider": "Provider One",
    "reference": "P-77",
    "outcome": "cannot-execute",
    "reasons": ["privilege", "third-country-law"],
    "explanation": "The account belongs to a law firm.",
    "privilege": ["lawyer"],
    "privilege_explanation": "Letters between lawyer and client.",
    "law": "Data Act",
    "provision": "section 4",
    "interest": "Secrecy of the bar.",
    "why_applicable": "The data rest there.",
    "why_conflict": "It forbids to keep them for another State.",
    "link": "Seat of the provider.",
    "penalties": "A fine.",
    "clarification": "Is the account of a lawyer meant?",
    "preserved_meanwhile": True,
}


def order_inside(pdf: bytes) -> dict[str, object]:
    """Read the order that the letter carries for programs."""
    found = re.search(rb"/Type\s*/EmbeddedFile.*?stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    assert found is not None
    value: dict[str, object] = json.loads(zlib.decompress(found[1]))
    return value


def test_a_provider_cannot_execute(case: Crossing, tmp_path: Path) -> None:
    request_id = case.ask("preservation", "PROVIDER-1")
    case.acknowledge(request_id)

    # The letter carries the order as data: its number, and nothing of the case or of the State that asks.
    letter = tmp_path / "order.pdf"
    case.asked.json("request", "order", request_id, "--to", str(letter), "--addressee", "Provider One")
    order = order_inside(letter.read_bytes())
    assert (order["kind"], order["addressee"]) == ("provider.order", "Provider One")
    assert "VN" not in json.dumps(order)

    # The provider answers by the published schema: privilege, law of a third country, kept meanwhile.
    schema = json.loads(case.asked.node.run("request", "schema", "provider.answer").out)
    answer = {
        "schema": schema["properties"]["schema"]["const"],
        "kind": "provider.answer",
        "order_id": order["order_id"],
        **ANSWER,
    }
    file = tmp_path / "answer.json"
    file.write_text(json.dumps({**answer, "law": ""}))
    said = refused(case.asked, "request", "provider", "answer", request_id, "--data", str(file))
    assert "provider.answer_lacks" in said.err
    file.write_text(json.dumps(answer))
    taken = case.asked.json("request", "provider", "answer", request_id, "--data", str(file))
    assert taken["state"] == "review"
    number = str(taken["answer"])

    # Nothing is passed on before the lawyer to whom it was given has written an opinion.
    said = refused(case.asked, "request", "provider", "pass-on", number, "--means", "returned")
    assert "provider.not_ready" in said.err
    case.asked.json("request", "provider", "assign", number, "--lawyer", "at-approver-1")
    said = refused(case.asked, "request", "provider", "review", number, "--opinion", "It holds.")
    assert "provider.other_lawyer" in said.err or "people.not_permitted" in said.err
    case.asked.json(
        "request", "provider", "review", number, "--opinion", "The privilege holds.", by="approver"
    )
    case.asked.json("request", "provider", "pass-on", number, "--means", "returned")

    # The requesting State reads the reasons, and that the data are kept meanwhile; the opinion never left.
    page = case.arrived(case.asking, request_id, "answer.returned")
    (returned,) = acts_of(page, "answer.returned")
    assert returned["body"]["reasons"] == ["privilege", "third-country-law"]
    assert returned["body"]["preserved_meanwhile"] is True
    assert "privilege holds" not in json.dumps(page)
    (kept,) = case.asked.json("request", "provider", "list", request_id)
    assert (kept["state"], kept["reviewed_by"], kept["said"]) == ("done", "at-approver-1", "answer.returned")
