# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""States, articles, record, sources: what each page says, and how it refuses."""

import re

import pytest
from django.utils.html import escape

from longbien.core.treaty.provisions.convention import convention
from longbien.core.treaty.record.entries import record
from longbien.core.treaty.status.events import EventKind, seed
from longbien.core.treaty.status.participants import participants
from tests.web.treaty.conftest import Reader


def test_every_participant_is_in_the_list_and_has_a_page(reader: Reader) -> None:
    page = reader.page("/treaty/states/")
    for row in participants().values():
        assert f'href="/treaty/states/{row.code}/"' in page
    for code in ("VN", "eu", "PS", "US"):
        assert f"<h1>{participants()[code.upper()].name()}</h1>" in reader.page(f"/treaty/states/{code}/")  # type: ignore[index]


def test_a_state_shows_the_four_states_and_its_reservations_with_sources(reader: Reader) -> None:
    page = reader.page("/treaty/states/QA/")
    assert page.count("to be confirmed") > 3
    assert 'href="/treaty/articles/14/"' in page
    assert "RAPSI" in page
    assert "between 25 October 2025 and 13 February 2026, the day is not known" in page
    for words in ("Qatar", "قطر", "卡塔尔", "Катар"):
        assert words in page


def test_a_state_can_be_seen_on_an_earlier_day(reader: Reader) -> None:
    assert "no step known" in reader.page("/treaty/states/QA/?on=2025-01-01")


def test_the_list_narrows_by_name_in_any_language_and_by_group(reader: Reader) -> None:
    page = reader.page("/treaty/states/?q=Катар")
    assert page.count('<th scope="row">') == 1
    africa = sum(row.group == "africa" for row in participants().values())
    assert reader.page("/treaty/states/?group=africa").count('<th scope="row">') == africa


def test_every_article_has_a_page_with_every_duty(reader: Reader) -> None:
    for article in convention().articles:
        page = reader.page(f"/treaty/articles/{article.number}/")
        for duty in article.duties:
            assert f'id="p{duty.id}"' in page
        assert "not the treaty text" in page


def test_each_duty_has_an_address(reader: Reader) -> None:
    for duty in convention().duties:
        assert (
            reader.get(f"/treaty/duties/{duty.id}/")["location"]
            == f"/treaty/articles/{duty.article}/#p{duty.id}"
        )


def test_a_duty_says_who_must_what_by_when_and_how_sure_it_is(reader: Reader) -> None:
    page = reader.page("/treaty/articles/25/")
    duty = page.split('id="p25.2"')[1].split("</article>")[0]
    assert "each State Party must:" in duty
    assert "at most 90 days" in duty
    assert "checked against the text" in duty or "agrees with a parent treaty" in duty


def test_references_and_desks_are_links(reader: Reader) -> None:
    page = reader.page("/treaty/articles/42/")
    assert 'href="/requests/new/">Expedited preservation of stored electronic data' in page
    assert re.search(r'href="/treaty/articles/40/#p40\.21\.b"><bdi dir="ltr">40\(21\)\(b\)', page)


def test_an_article_leads_to_the_desks_that_carry_it_out(reader: Reader) -> None:
    assert 'href="/conference/"' in reader.page("/treaty/articles/57/")
    assert "assistance" in reader.page("/treaty/articles/54/").lower()


def test_every_entry_of_the_record_is_shown_with_its_sources(reader: Reader) -> None:
    page = reader.page("/treaty/record/")
    for entry in record():
        assert f'id="e-{entry.entry_id}"' in page
    assert page.count("Sources disagree.") == sum(entry.disputed for entry in record())


def test_the_record_narrows_by_kind(reader: Reader) -> None:
    wanted = [entry for entry in record() if entry.kind == "session"]
    assert reader.page("/treaty/record/?kind=session").count('<li id="e-') == len(wanted)


def test_what_is_not_known_is_said(reader: Reader) -> None:
    page = reader.page("/treaty/about/")
    for note in seed().notes:
        assert escape(note.says) in page


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/treaty/articles/69/", 404, "treaty.article_unknown"),
        ("/treaty/articles/0/", 404, "treaty.article_unknown"),
        ("/treaty/duties/40.99/", 404, "treaty.duty_unknown"),
        ("/treaty/states/QQ/", 404, "treaty.participant_unknown"),
        ("/treaty/status/?state=drunk", 409, "treaty.state_unknown"),
        ("/treaty/record/?kind=feast", 409, "treaty.record_kind_unknown"),
        ("/treaty/status.exe", 404, "http.not_found"),
    ],
)
def test_what_is_not_there_is_refused_with_a_sentence(
    reader: Reader, path: str, status: int, code: str
) -> None:
    response = reader.get(path)
    assert (response.status_code, code in response.content.decode()) == (status, True)


def test_no_event_is_without_words(reader: Reader) -> None:
    from longbien.web.treaty.words import EVENTS

    assert set(EVENTS) == {kind.value for kind in EventKind}
