# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 23: a lawyer shares a draft with the other side. No legal effect, no clock, comments inline; the request keeps the history."""

import html
import json
from typing import Any

import pytest

from tests.plain_browser import Browser
from tests.scenarios.crossing import Crossing, fields_of, refused
from tools.crossing import FIELDS, Desk
from tools.nodes import APPROVER, DUTY

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow, pytest.mark.network]


def shown(case: Crossing, desk: Desk, number: str, **wanted: int) -> Any:
    """Wait until a consultation has so many versions and comments at a node; give its page."""

    def tried() -> Any:
        page = desk.json("request", "consultation", "show", number)
        return page if all(len(page[name]) == count for name, count in wanted.items()) else None

    return case.until(tried)


def test_a_draft_is_shown_commented_mended_and_becomes_a_request(case: Crossing) -> None:
    fields = {**FIELDS["preservation"], "reference": "SHOWN-1"}
    del fields["facts"]
    file = case.folder / "shown.yaml"
    file.write_text(json.dumps(fields), encoding="utf-8")
    made = case.asking.json("request", "new", "preservation", "--to", "AT", "--file", str(file))
    request_id = str(made["request_id"])
    before = len(case.asked.json("request", "list", "--view", "all")["rows"])

    # Two officers show it, incomplete as it is: nothing is asked by it.
    case.approved(case.asking, "request", "consultation", "share", request_id, "--note", "Is this enough?")
    number = str(case.asking.json("request", "consultation", "list")[0]["consultation"])
    page = shown(case, case.asked, number, versions=1)
    assert (page["state"], page["versions"][0]["note"]) == ("shared", "Is this enough?")
    assert len(case.asked.json("request", "list", "--view", "all")["rows"]) == before
    assert "cooperation.request_unknown" in refused(case.asked, "request", "show", number).err

    # Comments stand beside the fields, from either side; the page says what a draft is.
    words = ("request", "consultation", "comment", number)
    case.asked.json(*words, "--field", "identifiers", "--text", "Which time zone is it?")
    case.asked.json(*words, "--field", "facts", "--text", "Say when.")
    page = shown(case, case.asking, number, comments=2)
    assert [(one["field"], one["party"]) for one in page["comments"]] == [
        ("identifiers", "AT"),
        ("facts", "AT"),
    ]
    officer = Browser(case.asking.node, "en")
    officer.sign_in(DUTY)
    seen = html.unescape(officer.get(f"/requests/consultations/{number}/"))
    for text in ("No legal effect.", "no clock runs", "Which time zone is it?", "Say when."):
        assert text in seen, text

    # The next version says what is other; then the request is made of it, and both sides keep what was said.
    case.asking.json("request", "edit", request_id, "--field", "facts=A server was entered on 19 November.")
    case.approved(case.asking, "request", "consultation", "share", request_id)
    page = shown(case, case.asked, number, versions=2)
    assert page["versions"][1]["changed"] == ["facts"]
    proposal = str(case.asking.json("request", "submit", request_id)["proposal"])
    case.asking.json("act", "approve", proposal, by=APPROVER)
    for desk in (case.asking, case.asked):
        request = case.arrived(desk, request_id, "request.preservation")
        assert fields_of(request)["consultation"]["value"] == request["consultation"] == number
        page = shown(case, desk, number, versions=2, comments=2, made=1)
        assert (page["state"], page["made"][0]["request_id"]) == ("converted", request_id)
    assert "cooperation.transition" in refused(case.asked, *words, "--text", "One more thing.").err
