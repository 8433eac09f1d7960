# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules of procedure on public pages: list, values with their marks, comparison, and what is refused."""

import json

from django.test import Client

from longbien.core.conference.rules.load import profiles, rule_set


def page(path: str, status: int = 200, language: str = "en") -> str:
    response = Client().get(path, headers={"accept-language": language})
    assert response.status_code == status
    return str(response.content.decode())


def test_every_profile_is_listed_and_shown(db: None) -> None:
    listed = page("/conference/rules/")
    for one in profiles():
        assert f'href="/conference/rules/{one.id}/"' in listed
        assert one.title in page(f"/conference/rules/{one.id}/").replace("&#x27;", "'")


def test_a_value_is_shown_with_rule_source_and_mark(db: None) -> None:
    shown = page("/conference/rules/untoc/")
    assert "more than 1/2 of the States Parties" in shown
    assert "UNTOC 41" in shown
    assert "read in a public copy" in shown
    assert "not in this body's own texts" in shown


def test_an_option_in_the_address_is_applied(db: None) -> None:
    shown = page("/conference/rules/cosp-default/?quorum_base=participating")
    assert "more than 1/2 of the States Parties that take part in the session" in shown


def test_a_comparison_says_what_differs_and_what_it_comes_to(db: None) -> None:
    found = page("/conference/rules/compare/?a=cosp-default&b=cosp-default&b_quorum_base=participating")
    assert "1 value differs." in found
    assert "36 of them taking part: 21 must be present." in found
    assert "36 of them taking part: 19 must be present." in found
    assert "Nothing differs" in page("/conference/rules/compare/?a=untoc&b=untoc")


def test_a_set_that_there_is_not_is_not_found(db: None) -> None:
    assert "There is no such set of rules" in page("/conference/rules/nowhere/", 404)
    assert "quorum_base" not in page("/conference/rules/compare/?a=un&b=untoc", 404).partition("role=")[0]
    page("/conference/rules/untoc/?quorum_base=everybody", 404)
    page("/conference/rules/nowhere.json", 404)


def test_a_set_can_be_taken_as_a_file(db: None) -> None:
    found = json.loads(page("/conference/rules/untoc.json?tie_rule=second_vote_48h"))
    rules = rule_set("untoc", {"tie_rule": "second_vote_48h"})
    assert found["set"] == {"profile": "untoc", "choices": dict(rules.choices)}
    assert len(found["values"]) == len(rules.values)


def test_pages_exist_in_arabic_from_right_to_left(db: None) -> None:
    for path in (
        "/conference/rules/",
        "/conference/rules/uncac/",
        "/conference/rules/compare/?a=ilo&b=cites",
    ):
        assert 'dir="rtl"' in page(path, language="ar")
