# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The papers and records of a session in a real browser: written by keyboard and form, read by everybody, in English, French and Arabic, on a phone."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from longbien.actions.conference.papers.agenda import draw_up, send_agenda
from longbien.actions.conference.record.make import make_record
from longbien.bridge.pages import Papers
from tests.browser.conftest import Visitor
from tests.conference import CLOSING, VOTED, hold, open_session, plan_meeting
from tests.pair import Pair

PAGES = (
    "agenda/",
    "programme/",
    "documents/",
    "records/",
    "cosp-1-m1/record/",
    "cosp-1-m1/what-if/?rules=ga-committee",
)
WRITING = ("agenda/new/", "programme/new/", "documents/new/", "papers/")


@pytest.fixture
def session(pair: Pair) -> Pair:
    """Give a session with an agenda that was sent and a meeting with its record."""
    with pair.vn as vn:
        vn.node = replace(vn.node, papers=Papers())
        open_session(vn)
        meeting = plan_meeting(vn)
        actor = vn.officers["conference"]
        draw_up(node=vn.node, actor=actor, conference_id="cosp-1")
        send_agenda(node=vn.node, actor=actor, conference_id="cosp-1")
        hold(vn, meeting, (*VOTED, *CLOSING))
        make_record(node=vn.node, actor=actor, meeting_id=meeting.meeting_id)
    return pair


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_everybody_reads_without_a_flaw_and_on_a_phone(
    session: Pair, desk: Callable[..., Visitor], language: str
) -> None:
    for width in (1200, 360):
        reader = desk(session.vn, "", language, width=width)
        for page in PAGES:
            reader.open(f"/conference/cosp-1/{page}")
            assert reader.violations() == []
            assert reader.overflow() == 0
        assert reader.complaints == []


def test_the_secretariat_plans_files_and_circulates(
    session: Pair, desk: Callable[..., Visitor], tmp_path: Path
) -> None:
    clerk = desk(session.vn, "conference")
    clerk.complaints.clear()
    for path in WRITING:
        clerk.open(f"/conference/cosp-1/{path}")
        assert clerk.violations() == []
    page = clerk.page
    for title in ("Opening", "Bureau"):
        clerk.open("/conference/cosp-1/programme/new/")
        for name, value in (("title", title), ("begins", "10:00"), ("ends", "13:00"), ("room", "Hall")):
            page.fill(f"[name={name}]", value)
        page.click("main form.lb-form button")
    assert "The room is taken twice: Hall." in page.inner_text("main")
    clerk.open("/conference/cosp-1/documents/new/")
    page.fill("[name=symbol]", "CAC/COSP/2027/L.4")
    page.fill("[name=title]", "Draft resolution")
    page.fill("[name=items]", "3")
    page.click("main form.lb-form button")
    draft = tmp_path / "L4.pdf"
    draft.write_bytes(b"%PDF-1.7 draft")
    page.select_option("form[enctype] [name=language]", "en")
    page.set_input_files("[name=file]", draft)
    page.check("[name=circulate]")
    page.click("form[enctype] button")
    assert "no; missing:" in page.inner_text("main")
    reader = desk(session.vn)
    reader.open("/conference/cosp-1/documents/?q=resolution")
    with reader.page.expect_download() as given:
        reader.page.click("main table a[lang=en]")
    assert Path(given.value.path()).read_bytes() == b"%PDF-1.7 draft"
    assert clerk.complaints == []
