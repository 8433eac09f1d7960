# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Records of meetings on pages: made by the secretariat, read, downloaded and questioned by everybody."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from longbien.bridge.pages import Papers
from longbien.core.conference.record.check import check_record
from longbien.core.conference.record.file import parse_file
from longbien.core.conference.record.replay import replay
from tests.conference import SCRIPT, hold, open_session, plan_meeting
from tests.pair import Pair
from tests.web.conftest import Desk

BASE = "/conference/cosp-1/cosp-1-m1"


@pytest.fixture
def seats(pair: Pair, desk: Callable[..., Any]) -> tuple[Desk, Desk]:
    """Give the secretariat and somebody who is not signed in, after a meeting."""
    with pair.vn as vn:
        vn.node = replace(vn.node, papers=Papers())
        open_session(vn)
        hold(vn, plan_meeting(vn))
    return desk(pair.vn, "conference"), Desk(side=pair.vn, client=Client())


def test_a_record_is_made_read_and_given_to_everybody(seats: tuple[Desk, Desk]) -> None:
    officer, public = seats
    assert "none yet" in public.page("/conference/cosp-1/records/")
    assert public.get(f"{BASE}/record/").status_code == 404
    assert public.get(f"{BASE}/record.json").status_code == 404
    assert public.post(f"{BASE}/record/make/").status_code == 302
    assert "none yet" in public.page("/conference/cosp-1/records/")
    assert officer.post(f"{BASE}/record/make/").status_code == 302
    page = public.page(f"{BASE}/record/")
    assert "Checked and replayed now: it holds." in page
    assert "adopted" in page
    given = public.get(f"{BASE}/record.json")
    record = parse_file(given.content)
    assert check_record(record).holds
    assert replay(record).same
    paper = public.get(f"{BASE}/record.pdf")
    assert paper.content.startswith(b"%PDF")
    assert paper["Content-Disposition"].endswith('cosp-1-m1-record-1-en.pdf"')


@pytest.mark.parametrize("language", ["ar", "fr", "zh-hans", "ru"])
def test_the_paper_is_set_in_the_readers_language(seats: tuple[Desk, Desk], language: str) -> None:
    officer, public = seats
    officer.post(f"{BASE}/record/make/")
    given = public.get(f"{BASE}/record.pdf", headers={"accept-language": language})
    assert given.content.startswith(b"%PDF")
    assert f'-{language}.pdf"' in given["Content-Disposition"]


def test_an_open_meeting_has_no_record(pair: Pair, desk: Callable[..., Any]) -> None:
    with pair.vn as vn:
        open_session(vn)
        hold(vn, plan_meeting(vn), SCRIPT)
    assert desk(pair.vn, "conference").post(f"{BASE}/record/make/").status_code == 409
    assert desk(pair.vn, "auditor").post(f"{BASE}/record/make/").status_code == 403


def test_everybody_asks_what_other_rules_would_have_made_of_it(seats: tuple[Desk, Desk]) -> None:
    officer, public = seats
    assert public.get(f"{BASE}/what-if/").status_code == 404
    officer.post(f"{BASE}/record/make/")
    assert "What if other rules had applied?" in public.page(f"{BASE}/what-if/")
    assert "Nothing changes" in public.page(f"{BASE}/what-if/?rules=cosp-default")
    assert public.get(f"{BASE}/what-if/?rules=nothing").status_code == 409
    changed = public.page(f"{BASE}/what-if/?rules=ilo")
    assert "What if" in changed


def test_agenda_and_programme_are_papers_too(seats: tuple[Desk, Desk]) -> None:
    officer, public = seats
    assert public.get("/conference/cosp-1/agenda.pdf").status_code == 404
    officer.post("/conference/cosp-1/agenda/do/", {"do": "draw"})
    officer.post("/conference/cosp-1/agenda/do/", {"do": "send"})
    slot = {
        "kind": "side_event",
        "title": "Evidence",
        "day": "2027-03-01",
        "begins": "10:00",
        "ends": "11:00",
        "public": "on",
    }
    for language in ("en", "ar"):
        for page in ("agenda", "programme"):
            given = public.get(f"/conference/cosp-1/{page}.pdf", headers={"accept-language": language})
            assert given.content.startswith(b"%PDF")
        officer.post("/conference/cosp-1/programme/new/", slot)
