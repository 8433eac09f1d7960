# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 11: a request comes in a language that the State asked never declared. Kept first, returned for translation, read by its codes."""

import html
import json

import pytest

from longbien.texts import phrase
from tests.plain_browser import Browser
from tests.scenarios.crossing import Crossing, acts_of, clocks_of, fields_of, refused, tracks_of
from tools.crossing import FIELDS
from tools.nodes import APPROVER, DUTY

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow, pytest.mark.network]

CHECK = "cooperation.check.language"
FACTS = "Máy chủ bị xâm nhập bằng mật khẩu đoán được."
REASON = "No translator tonight; the log is deleted tomorrow."


def sent(case: Crossing) -> str:
    """Send a request in Vietnamese to AT, which accepts German and English, over the check that compares the two."""
    file = case.folder / "language.yaml"
    fields = {**FIELDS["preservation"], "reference": "LANG-1", "language": "vi", "facts": FACTS}
    file.write_text(json.dumps(fields), encoding="utf-8")
    made = case.asking.json("request", "new", "preservation", "--to", "AT", "--file", str(file))
    request_id = str(made["request_id"])
    assert [(one["code"], one["params"]["accepted"]) for one in made["standing"]] == [(CHECK, "de, en")]
    assert CHECK in refused(case.asking, "request", "submit", request_id).err
    case.asking.json("request", "override", request_id, CHECK, "--field", "language", "--reason", REASON)
    proposal = str(case.asking.json("request", "submit", request_id)["proposal"])
    case.asking.json("act", "approve", proposal, by=APPROVER)
    return request_id


def test_kept_first_then_returned_for_a_translation(case: Crossing) -> None:
    request_id = sent(case)

    # The other side's node compares it with its own notification too; what is coded is read in the officer's own language.
    page = case.arrived(case.asked, request_id, "request.preservation")
    assert CHECK in {one["code"] for one in page["findings"]}
    assert fields_of(page)["facts"]["value"] == FACTS
    officer = Browser(case.asked.node, "ar")
    officer.sign_in(DUTY)
    shown = html.unescape(officer.get(f"/requests/{request_id}/"))
    for words in ("Illegal access (Article 7)", "Legal basis", "Subscriber information", "Offences"):
        assert phrase("ar", words) != words
        assert phrase("ar", words) in shown, words

    # Returned for translation, as a coded act; the clock of the decision stands still on both sides.
    command = ("request", "return", request_id, "--reason", "wrong-language", "--field", "facts")
    case.asked.json(*command, "--text", "Please translate into German or English.", "--preserved-meanwhile")
    for page in (case.asked.page(request_id), case.arrived(case.asking, request_id, "answer.returned")):
        (act,) = acts_of(page, "answer.returned")
        assert (act["body"]["reasons"], act["body"]["preserved_meanwhile"]) == (["wrong-language"], True)
        assert tracks_of(page)["request"] == "returned"
        assert clocks_of(page)["decide-preservation"]["state"] == "paused"

    # Meanwhile the data are kept: a return is no refusal, and bars no freeze.
    case.keep(request_id)
    page = case.arrived(case.asking, request_id, "answer.executed")
    assert (tracks_of(page)["request"], tracks_of(page)["preservation"]) == ("returned", "in-force")

    # The translation comes as an answer; the request goes on.
    answer = ("request", "inform", request_id, "--text", "Translated.", "--field", "language=en")
    case.approved(case.asking, *answer, "--field", "facts=A server was entered with guessed passwords.")
    page = case.arrived(case.asked, request_id, "request.information")
    assert (tracks_of(page)["request"], tracks_of(page)["preservation"]) == ("acknowledged", "in-force")
    assert CHECK not in {one["code"] for one in page["findings"]}
    assert fields_of(page)["facts"]["mended"]
