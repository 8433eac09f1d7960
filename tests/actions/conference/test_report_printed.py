# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report on credentials as a paper: paragraphs, remarks, what the Conference did."""

import pytest

from longbien.actions.conference.people.credentials import contest
from longbien.actions.conference.people.report import decide_report, make_report
from longbien.actions.conference.record.report_printed import report_sheet
from longbien.core.conference.credentials.report import Outcome
from tests.attendance import Attendance, attend
from tests.authority import authority
from tests.nodes import make_node


@pytest.fixture
def here(db: None) -> Attendance:
    found = attend(make_node(authority("AT")))
    found.open("VN")
    found.open("VN", rival=True)
    contest(
        node=found.node, actor=found.secretariat, delegation=found.open("FR"), by="CL", reasons="Unsigned."
    )
    return found


def test_each_delegation_stands_in_its_paragraph_with_what_is_recommended_and_why(here: Attendance) -> None:
    made = make_report(node=here.node, actor=here.secretariat, session=here.session, advice={})
    sheet = report_sheet(here.node, here.session, made, "en")
    assert (sheet.title, sheet.sections[0].rows[0].kind) == ("Report 1 on credentials", "text")
    assert sheet.lead.startswith("Examined by the Bureau")
    tables = {one.title: one.rows[0].rows[1:] for one in sheet.sections[1:-1]}
    told = {title: [row[:2] for row in rows] for title, rows in tables.items()}
    assert told == {
        "Nothing received (2)": [("Viet Nam", "accept"), ("Viet Nam (claim 2)", "defer")],
        "Contested or deferred (1)": [("France", "defer")],
    }
    assert "CL" in tables["Contested or deferred (1)"][0][2]
    assert len(sheet.sections[-1].rows) == 4


@pytest.mark.parametrize("language", ["en", "ar", "vi"])
def test_what_the_conference_did_stands_first_in_every_language(here: Attendance, language: str) -> None:
    given = {"node": here.node, "actor": here.secretariat, "session": here.session}
    make_report(**given, advice={})  # type: ignore[arg-type] # the three that both take
    decided = decide_report(**given, number=1, outcome=Outcome.ADOPTED, decision="cosp-1-m1 7")  # type: ignore[arg-type]
    sheet = report_sheet(here.node, here.session, decided, language)
    assert sheet.sections[0].rows[0].cells[1] == "\u2066cosp-1-m1 7\u2069"
    assert here.node.printer().sheet(sheet).startswith(b"%PDF-")
