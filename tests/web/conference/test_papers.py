# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The papers of a session on pages: public reads, the secretariat writes, calendars subscribe, files are saved and never shown."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from icalendar import Calendar

from longbien.store import models
from tests.conference import open_session, plan_meeting
from tests.pair import Pair
from tests.web.conftest import Desk

PAGES = ("agenda", "programme", "documents")
WRITING = ("agenda/new", "papers", "programme/new", "documents/new")
SLOT = {
    "kind": "plenary",
    "title": "Opening",
    "day": "2027-03-01",
    "begins": "10:00",
    "ends": "13:00",
    "room": "Hall",
    "items": "1, 2",
    "public": "on",
}
DOCUMENT = {
    "symbol": "CAC/COSP/2027/L.1",
    "title": "Draft resolution",
    "submitted_by": "VN, AT",
    "items": "3",
    "original": "en",
    "access": "public",
}


@pytest.fixture
def seats(pair: Pair, desk: Callable[..., Any]) -> tuple[Desk, Desk]:
    """Give the secretariat and somebody who is not signed in, at a session with one meeting."""
    with pair.vn as vn:
        open_session(vn)
        plan_meeting(vn)
    return desk(pair.vn, "conference"), Desk(side=pair.vn, client=Client())


def pdf() -> SimpleUploadedFile:
    """Give a file to upload."""
    return SimpleUploadedFile("L1.pdf", b"%PDF-1.7 draft", content_type="text/html")


def test_everybody_reads_and_only_the_secretariat_writes(
    seats: tuple[Desk, Desk], pair: Pair, desk: Callable[..., Any]
) -> None:
    officer, public = seats
    duty = desk(pair.vn, "duty")
    for page in PAGES:
        assert "<h1>" in public.page(f"/conference/cosp-1/{page}/")
        assert "<h1>" in officer.page(f"/conference/cosp-1/{page}/")
    for page in WRITING:
        assert public.get(f"/conference/cosp-1/{page}/").status_code == 302
        assert duty.get(f"/conference/cosp-1/{page}/").status_code == 403
        assert "<form" in officer.page(f"/conference/cosp-1/{page}/")
    assert public.get("/conference/nowhere/agenda/").status_code in (404, 409)


def test_a_draft_agenda_is_the_secretariats_until_it_is_sent(seats: tuple[Desk, Desk]) -> None:
    officer, public = seats
    do = "/conference/cosp-1/agenda/do/"
    assert officer.post(do, {"do": "draw"}).status_code == 302
    assert "Opening of the session" in officer.page("/conference/cosp-1/agenda/")
    assert "Opening of the session" not in public.page("/conference/cosp-1/agenda/")
    item = {"title": "Review", "memorandum": "Why", "allocated_to": "plenary", "number": ""}
    assert officer.post("/conference/cosp-1/agenda/new/", item).status_code == 302
    assert officer.post("/conference/cosp-1/agenda/new/", {**item, "number": "7"}).status_code == 409
    assert officer.post("/conference/cosp-1/agenda/new/", {**item, "number": "x"}).status_code == 409
    assert (
        officer.post(
            "/conference/cosp-1/agenda/item/7/", {**item, "number": "7", "title": "Reviewed"}
        ).status_code
        == 302
    )
    assert officer.get("/conference/cosp-1/agenda/item/9/").status_code == 404
    assert officer.post(do, {"do": "send"}).status_code == 302
    assert "Reviewed" in public.page("/conference/cosp-1/agenda/")
    assert "What the rules expect otherwise" not in public.page("/conference/cosp-1/agenda/")
    assert officer.post(do, {"do": "take-off", "number": "7"}).status_code == 409
    fates = {f"item-{number}": "adopted" for number in range(1, 7)} | {"item-7": "deferred"}
    adopted = officer.post(do, {"do": "adopt", "meeting": "cosp-1-m1", **fates})
    assert adopted.status_code == 302
    assert "deferred" in public.page("/conference/cosp-1/agenda/")
    assert officer.post(do, {"do": "adopt", "meeting": "cosp-1-m1", **fates}).status_code == 409
    assert officer.post(do, {"do": "allocate", "number": "7", "body": "bureau"}).status_code == 302
    assert officer.post(do, {"do": "nothing"}).status_code == 404


def test_a_programme_is_a_page_and_a_calendar(seats: tuple[Desk, Desk]) -> None:
    officer, public = seats
    assert officer.post("/conference/cosp-1/programme/new/", SLOT).status_code == 302
    hidden = {**SLOT, "kind": "bureau", "title": "Bureau", "public": ""}
    assert officer.post("/conference/cosp-1/programme/new/", hidden).status_code == 302
    assert officer.post("/conference/cosp-1/programme/new/", {**SLOT, "ends": "09:00"}).status_code == 409
    assert officer.post("/conference/cosp-1/programme/new/", {**SLOT, "items": "x"}).status_code == 409
    page = officer.page("/conference/cosp-1/programme/")
    assert "The room is taken twice" in page
    assert "10:00–13:00" in public.page("/conference/cosp-1/programme/")
    assert "Bureau" not in public.page("/conference/cosp-1/programme/")
    answer = public.get("/conference/cosp-1/programme.ics")
    found = Calendar.from_ical(answer.content)
    events = list(found.walk("VEVENT"))
    assert [str(one["summary"]) for one in events] == ["Opening"]
    assert str(events[0].decoded("dtstart")) == "2027-03-01 10:00:00+01:00"
    slot = models.ProgrammeSlot
    with officer.side:
        slot_id = slot.objects.get(title="Opening").slot_id
    assert officer.get(f"/conference/cosp-1/programme/{slot_id}/").status_code == 200
    assert officer.post(f"/conference/cosp-1/programme/{slot_id}/off/").status_code == 302
    assert "Opening" not in public.page("/conference/cosp-1/programme/")


def test_a_document_is_filed_circulated_found_and_saved(seats: tuple[Desk, Desk]) -> None:
    officer, public = seats
    base = "/conference/cosp-1/documents"
    assert officer.post(f"{base}/new/", {**DOCUMENT, "symbol": "L.1"}).status_code == 409
    assert officer.post(f"{base}/new/", DOCUMENT).status_code == 302
    symbol = DOCUMENT["symbol"]
    refused = officer.post(f"{base}/version/{symbol}", {"language": "en", "file": io.BytesIO(b"MZ")})
    assert refused.status_code == 409
    filed = officer.post(f"{base}/version/{symbol}", {"language": "en", "file": pdf()})
    assert filed.status_code == 302
    assert public.get(f"{base}/show/{symbol}").status_code == 404
    assert public.get(f"{base}/file/en/{symbol}").status_code == 404
    assert officer.post(f"{base}/circulate/{symbol}", {"language": ["en"]}).status_code == 302
    assert "no; missing:" in officer.page(f"{base}/show/{symbol}")
    assert symbol in public.page(f"{base}/?q=resolution")
    assert symbol not in public.page(f"{base}/?q=nothing")
    assert symbol in public.page(f"{base}/?item=3")
    given = public.get(f"{base}/file/en/{symbol}")
    assert given["Content-Type"] == "application/octet-stream"
    assert given["Content-Disposition"].startswith("attachment")
    with officer.side:
        assert b"".join(given.streaming_content) == b"%PDF-1.7 draft"
    assert public.get(f"{base}/show/not-a-symbol").status_code == 400


def test_the_prefix_is_marked_as_a_setting(seats: tuple[Desk, Desk]) -> None:
    officer, public = seats
    assert "is an example" in public.page("/conference/cosp-1/documents/")
    given = {"symbols": "CAC/COSP", "zone": "Europe/Vienna"}
    assert officer.post("/conference/cosp-1/papers/", given).status_code == 302
    assert "a setting of the secretariat" in public.page("/conference/cosp-1/documents/")
    assert officer.post("/conference/cosp-1/papers/", {**given, "zone": "Nowhere"}).status_code == 409


def test_a_session_leads_to_its_papers_and_they_lead_back(seats: tuple[Desk, Desk]) -> None:
    _officer, public = seats
    page = public.page("/conference/cosp-1/")
    for name in ("agenda", "programme", "documents", "records"):
        assert f'href="/conference/cosp-1/{name}/"' in page
    assert 'href="/conference/cosp-1/"' in public.page("/conference/cosp-1/agenda/")
