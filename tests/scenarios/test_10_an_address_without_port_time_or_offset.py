# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 10: a victim's investigator sends an IP address with no port, time or offset. It stays here, with the reason in his language."""

import html
import json
import re

import pytest

from longbien.texts import translated
from tests.plain_browser import Browser
from tests.scenarios.crossing import Crossing, acts_of, refused
from tools.crossing import FIELDS
from tools.nodes import APPROVER, DUTY

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow, pytest.mark.network]

CHECK = "cooperation.check."
BARE = {"kind": "ipv4", "value": "8.8.8.8"}
WITHOUT_OFFSET = {"kind": "ipv4", "value": "8.8.4.4", "port": "443", "at": "2026-11-19 21:14:07"}
REASON = "The victim's host keeps no ports; the hour stands in his mail."


def test_it_is_stopped_with_the_reason_and_passes_only_with_one(case: Crossing) -> None:
    file = case.folder / "bare.yaml"
    fields = {**FIELDS["preservation"], "reference": "BARE-1", "identifiers": [BARE, WITHOUT_OFFSET]}
    file.write_text(json.dumps(fields), encoding="utf-8")
    made = case.asking.json("request", "new", "preservation", "--to", "AT", "--file", str(file))
    request_id = str(made["request_id"])

    # It is stopped, and each rule says why it is there.
    stops = {one["code"]: one for one in made["standing"]}
    assert set(stops) == {f"{CHECK}{one}" for one in ("ip_port", "ip_time", "time_offset")}
    assert all("published reasons" in one["source"] and one["overridable"] for one in stops.values())
    said = refused(case.asking, "request", "submit", request_id)
    assert f"{CHECK}ip_port" in said.err

    # The page says it in the investigator's language: here Vietnamese, there Arabic.
    for language in ("vi", "ar"):
        officer = Browser(case.asking.node, language)
        officer.sign_in(DUTY)
        shown = html.unescape(officer.get(f"/requests/{request_id}/draft/"))
        shown = re.sub(
            "[\u2066\u2069]|</?span[^>]*>", "", shown
        )  # what keeps numbers in their own direction and on one line
        for code, one in stops.items():
            words = translated(language, code, **one["params"])
            assert words != translated("en", code, **one["params"])
            assert words in shown, (language, code)

    # A reason of one word passes nothing; a written one does, and nothing was sent before.
    for code in stops:
        command = ("request", "override", request_id, str(code), "--field", "identifiers", "--reason")
        assert "cooperation.override_reason" in refused(case.asking, *command, "No.").err
        case.asking.json(*command, REASON)
    proposal = str(case.asking.json("request", "submit", request_id)["proposal"])
    case.asking.json("act", "approve", proposal, by=APPROVER)

    # It is marked for both sides: in the act itself, and on the page of the State that is asked.
    for desk in (case.asking, case.asked):
        page = case.arrived(desk, request_id, "request.preservation")
        (act,) = acts_of(page, "request.preservation")
        assert {one["check"] for one in act["body"]["overrides"]} == set(stops)
        assert {one["reason"] for one in page["overrides"]} == {REASON}
        assert set(stops) <= {one["code"] for one in page["findings"]}
