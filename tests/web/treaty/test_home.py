# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The home page is right on any day: before and after the close of signature, before and after entry into force."""

import re
from datetime import date, timedelta

import pytest
from django.template.loader import render_to_string
from django.test import Client

from longbien.actions.treaty.known import Known
from longbien.actions.treaty.status import CurrentStatus
from longbien.core.base.datafile import Source
from longbien.core.treaty.status.events import Event, EventKind
from longbien.core.treaty.status.participants import participants
from longbien.web.treaty.days import Day
from longbien.web.treaty.home import clock, home_values
from longbien.web.treaty.tiles import STATES
from tests.web.treaty.conftest import Reader

FIRST = date(2026, 1, 1)


def instruments(number: int) -> Known:
    """Let the first States of the register deposit, one a day from 1 January 2026."""
    states = [row.code for row in participants().values() if row.is_state][:number]
    events = tuple(
        Event(
            id=f"{code.lower()}-accession",
            party=code,
            kind=EventKind.ACCESSION,
            day=FIRST + timedelta(days=place),
            sources=(Source(ref="test", confidence="high"),),
        )
        for place, code in enumerate(states)
    )
    status = CurrentStatus(events=events, known_on=FIRST, source="", applied_at=None)
    return Known(version=f"test-{number}", read=lambda: status)


def part(now: Known, day: date) -> str:
    """Render the page's own part."""
    return render_to_string("longbien/treaty/home_part.html", home_values(Day(on=day, today=day), now))


def heading(page: str) -> str:
    """Give the words of the first heading."""
    found = re.search(r"<h1>(.*?)</h1>", page, re.DOTALL)
    assert found is not None
    return re.sub(r"<[^>]+>", "", found[1])


@pytest.mark.parametrize(
    ("day", "words", "absent"),
    [
        ("2025-10-24", "Open for signature from", "Signature closes"),
        ("2026-12-29", "in 2 days", "Accession is open"),
        ("2026-12-30", "in 1 day<", "Accession is open"),
        ("2026-12-31", "today<", "Accession is open"),
        ("2027-01-01", "Accession is open", "Signature closes"),
        ("2031-06-01", "Accession is open", "Signature closes"),
    ],
)
def test_the_clock_to_the_close_of_signature(reader: Reader, day: str, words: str, absent: str) -> None:
    page = reader.on(day).page("/")
    assert words in page
    assert absent not in page


def test_the_last_minute_of_the_last_day_is_still_open() -> None:
    assert (clock(date(2026, 12, 31)).left, clock(date(2027, 1, 1)).left) == (0, None)


def test_forty_instruments_and_the_days_after_them(db: None) -> None:
    last = FIRST + timedelta(days=39)
    before, after = last - timedelta(days=1), last + timedelta(days=90)
    assert heading(part(instruments(40), before)).startswith("39 of the 40 instruments")
    assert "1 instrument is missing" in part(instruments(40), before)
    waiting = part(instruments(40), last)
    assert heading(waiting) == "Forty instruments are deposited: in force on 10 May 2026"
    assert "90 days are left of the ninety" in waiting
    assert "1 day is left of the ninety" in part(instruments(40), after - timedelta(days=1))
    assert heading(part(instruments(40), after)) == "In force since 10 May 2026, binding 40 Parties"
    assert (
        heading(part(instruments(45), date(2030, 1, 1))) == "In force since 10 May 2026, binding 45 Parties"
    )


def test_each_number_leads_to_its_rows(reader: Reader) -> None:
    page = reader.page("/")
    for state in STATES:
        number = re.search(rf'state={state}"><span class="lb-big">(\d+)<', page)
        assert number is not None
        rows = reader.page(f"/treaty/status/?state={state}")
        assert f"<h1>{number[1]} × " in rows
        assert rows.count("<h2><a href") == int(number[1])
        assert rows.count('<ul class="lb-sources">') >= int(number[1])


def test_there_is_one_tile_for_each_participant_with_name_and_state(reader: Reader) -> None:
    page = reader.page("/")
    assert page.count('class="lb-tile"') == len(participants())
    assert re.search(
        r'href="/treaty/states/VN/"><span>VN</span>.*?Viet Nam: instrument deposited, to be confirmed<', page
    )
    for row in participants().values():
        assert f'href="/treaty/states/{row.code}/"' in page


def test_what_is_not_sure_says_so(reader: Reader) -> None:
    page = reader.page("/")
    assert "0 confirmed, the rest to be confirmed" in page
    assert "Sources give more signatures than this page can name: 76" in page


def test_another_day_is_asked_for_in_the_address(reader: Reader) -> None:
    page = reader.page("/treaty/?on=2027-03-01")
    assert 'As on <time datetime="2027-03-01">1 March 2027</time>' in page
    assert "Accession is open" in page
    assert 'href="/treaty/states/VN/?on=2027-03-01"' in page


@pytest.mark.parametrize("day", ["2020-01-01", "2024-12-23", "2027-2-1", "tomorrow", "9999-01-01", "%00"])
def test_a_day_that_is_none_is_refused_with_a_sentence(reader: Reader, day: str) -> None:
    response = reader.get(f"/treaty/?on={day}")
    assert response.status_code == 400
    assert "treaty.day_asked" in response.content.decode()


def test_the_exercise_says_what_is_real(reader: Reader) -> None:
    page = reader.page("/")
    assert "<strong>EXERCISE</strong>" in page
    assert "What this page shows is the real status of the Convention." in page


def test_the_picture_carries_no_style_and_no_script(reader: Reader) -> None:
    page = reader.page("/")
    picture = page.split('class="lb-chart"')[1].split("<details>")[0]
    assert "<svg" in picture
    assert "style=" not in picture
    assert "<style" not in picture
    assert "<script" not in picture
    assert "http://" not in picture.replace('xmlns="http://www.w3.org/2000/svg"', "").replace(
        'xmlns:xlink="http://www.w3.org/1999/xlink"', ""
    )


def test_a_node_without_keys_has_a_home_page_too(client: Client, db: None) -> None:
    assert client.get("/").status_code == 200


def test_an_officer_starts_at_the_inbox_and_reaches_the_home_page(sign_in_duty: Client) -> None:
    assert sign_in_duty.get("/")["location"] == "/requests/"
    page = sign_in_duty.get("/treaty/").content.decode()
    assert 'accesskey="7" aria-current="page">Convention<' in page
