# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The treaty desk for programs."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from longbien.core.treaty.provisions.convention import convention
from longbien.core.treaty.status.events import events_seed
from longbien.core.treaty.status.participants import participants

Ask = Callable[..., tuple[int, Any]]


def test_the_status_on_a_day_has_four_counts_and_a_row_for_each_participant(ask: Ask) -> None:
    status, found = ask("status")
    assert (status, found["on"], found["total"], len(found["rows"])) == (
        200,
        "2026-11-22",
        len(participants()),
        len(participants()),
    )
    states = ("signed", "approved", "deposited", "in_force")
    assert {state: found["counts"][state] for state in states} == {
        state: sum(row[state] is not None for row in found["rows"]) for state in states
    }
    assert found["entry_into_force"]["counted"] + found["entry_into_force"]["missing"] == 40


def test_each_event_of_the_status_carries_its_sources(ask: Ask) -> None:
    events = [event for row in ask("status")[1]["rows"] for event in row["events"]]
    assert sorted(event["id"] for event in events) == sorted(event.id for event in events_seed())
    assert all(source["ref"] and source["confidence"] for event in events for source in event["sources"])


def test_nothing_had_been_signed_on_the_day_of_adoption(ask: Ask) -> None:
    assert ask("status?on=2024-12-24")[1]["counts"] == {
        "signed": 0,
        "approved": 0,
        "deposited": 0,
        "in_force": 0,
        "confirmed": {"signed": 0, "approved": 0, "deposited": 0, "in_force": 0},
    }


def test_a_long_answer_comes_in_pages(ask: Ask) -> None:
    whole = ask("status")[1]["rows"]
    page = ask("status?offset=10&limit=5")[1]
    assert (page["rows"], page["total"], page["offset"]) == (whole[10:15], len(whole), 10)


def test_one_state_is_known_by_its_code(ask: Ask) -> None:
    status, found = ask("status/vn?on=2026-11-22")
    assert (status, found["code"], found["names"]["vi"]) == (200, "VN", "Việt Nam")


def test_a_supposition_changes_the_counts_and_is_named(ask: Ask) -> None:
    before, after = (
        ask("status?on=2027-01-01")[1],
        ask("status?on=2027-01-01&what_if=PT deposits 2026-12-20")[1],
    )
    assert after["counts"]["deposited"] == before["counts"]["deposited"] + 1
    assert (before["what_if"], after["what_if"]) == ([], ["PT deposits 2026-12-20"])


def test_search_finds_a_citation_and_words_of_another_language(ask: Ask) -> None:
    assert ask("search?q=40(15)(c)")[1][0]["id"] == "40.15.c"
    found = ask("search?q=dẫn độ&language=vi")[1]
    assert found[0]["id"] == "37"


def test_the_articles_are_all_there_with_each_duty(ask: Ask) -> None:
    lines = ask("articles")[1]
    assert [line["number"] for line in lines] == list(range(1, 69))
    found = ask("articles/40")[1]
    assert [duty["id"] for duty in found["duties"]] == [duty.id for duty in convention().article(40).duties]
    assert "not the treaty text" in found["notice"]
    assert found["duties"][0]["standing"] == convention().standing(convention().article(40).duties[0])


def test_the_record_can_be_cut_to_a_span(ask: Ask) -> None:
    found = ask("record?since=2025-10-25&until=2025-10-26")[1]
    assert found["total"] == len(found["entries"]) > 0
    assert all(entry["sources"] for entry in found["entries"])


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("status?on=2020-01-01", 400, "treaty.day_asked"),
        ("status?on=tomorrow", 400, "treaty.day_asked"),
        ("status?on=" + "9" * 200, 400, "http.parameter"),
        ("status?limit=251", 400, "http.parameter"),
        ("status?offset=-1", 400, "http.parameter"),
        ("status/QQ", 404, "treaty.participant_unknown"),
        ("status/%00", 400, "base.id"),
        ("articles/69", 404, "treaty.article_unknown"),
        ("articles/forty", 400, "http.parameter"),
        ("record?since=2026-01-02&until=2026-01-01", 400, "treaty.span"),
        ("search", 400, "http.parameter"),
        ("search?q=" + "x" * 201, 400, "http.parameter"),
        ("search?q=x&language=tlh", 400, "http.parameter"),
        ("status?what_if=everybody+deposits", 400, "treaty.what_if"),
        ("nowhere", 404, "http.not_found"),
    ],
)
def test_each_refusal_is_a_problem_document(ask: Ask, path: str, status: int, code: str) -> None:
    got, found = ask(path)
    assert (got, found["status"], found["code"], found["type"]) == (
        status,
        status,
        code,
        f"urn:longbien:problem:{code}",
    )
    assert found["detail"] != code


def test_what_has_not_changed_is_not_sent_again(ask: Ask, client: Client) -> None:
    first = client.get("/api/v1/treaty/articles/40")
    assert first["Cache-Control"] == "public, max-age=300"
    again = client.get("/api/v1/treaty/articles/40", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_nobody_writes_through_this_door(ask: Ask, client: Client) -> None:
    assert client.post("/api/v1/treaty/articles").status_code == 405
    assert client.post("/api/v1/nowhere").status_code == 404
