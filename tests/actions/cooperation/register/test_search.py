# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register found by words: what is found, by whom, how lists are narrowed, and what stays masked."""

import pytest

from longbien.actions.cooperation.answers.acknowledge import acknowledge
from longbien.actions.cooperation.drafts.draft import discard, draft
from longbien.actions.cooperation.pages.inbox import inbox, listed_requests
from longbien.actions.cooperation.register.filters import filters
from longbien.core.base.errors import UsageError
from longbien.core.base.ids import PartyId
from longbien.store import models
from longbien.store.queries import register
from tests.actions.steps import send
from tests.pair import Pair, Side
from tests.requests import address, complete, person, preservation, stored_data


def found(side: Side, by: str = "duty", **given: str) -> list[str]:
    with side:
        rows = listed_requests(node=side.node, actor=side.officers[by], asked=filters(**given)).rows
        return [row.reference for row in rows]


@pytest.mark.parametrize(
    "text",
    [
        "C-2026/118",
        "c2026118",
        "118",
        "9.9.9.9",
        "nguyen thi hanh",
        "Nguyễn Thị Hạnh",
        "passw",
        "日志",
        "Viet Nam",
        "فييت نام",
        "VN guessed",
        "preservation",
    ],
)
def test_both_sides_find_a_request_by_its_words(pair: Pair, text: str) -> None:
    send(
        pair,
        "preservation",
        preservation(
            facts="A server was entered with guessed passwords. Suspect: Nguyễn Thị Hạnh. 服务器日志被删除.",
            identifiers=[address(value="9.9.9.9")],
        ),
    )
    assert found(pair.at, text=text) == ["C-2026/118"]
    assert found(pair.at, text=text, view="ended") == []
    assert found(pair.at, text=f"{text} unheard") == []


def test_the_answers_number_finds_the_request_on_both_sides(pair: Pair) -> None:
    request_id = send(pair, "preservation", preservation())
    with pair.at as at:
        acknowledge(node=at.node, actor=at.officers["duty"], request_id=request_id, reference="GZ 77.031/26")
    pair.settle()
    for side in (pair.vn, pair.at):
        assert found(side, text="77.031") == ["C-2026/118"]
        assert found(side, text=request_id[:12]) == ["C-2026/118"]


def test_contents_are_found_only_by_those_who_work_on_cases(pair: Pair) -> None:
    send(pair, "preservation", preservation(facts="Suspect: Nguyễn Thị Hạnh."))
    assert found(pair.at, "operator", text="C-2026/118") == ["C-2026/118"]
    assert found(pair.at, "operator", text="hanh") == []
    assert found(pair.at, "auditor", text="hanh") == ["C-2026/118"]


def test_a_draft_is_found_as_it_is_kept_and_no_more_once_given_up(pair: Pair) -> None:
    with pair.vn as vn:
        duty = vn.officers["duty"]
        kept = draft(
            node=vn.node,
            actor=duty,
            form_id="preservation",
            partner=PartyId("AT"),
            raw={"reference": "D-1", "facts": "badger"},
        )
    assert found(pair.vn, view="drafts", text="badger") == ["D-1"]
    with pair.vn as vn:
        discard(node=vn.node, actor=vn.officers["duty"], request_id=kept.request_id)
    assert found(pair.vn, view="all", text="badger") == []


def test_a_list_is_narrowed_by_each_filter(pair: Pair) -> None:
    send(pair, "preservation", preservation(urgency="volatile-data", urgency_reason="Tonight."))
    send(pair, "stored-data", stored_data(reference="C-2"))
    assert found(pair.at) == ["C-2026/118", "C-2"]
    assert found(pair.at, kind="stored-data") == ["C-2"]
    assert found(pair.at, urgency="any") == ["C-2026/118"]
    assert found(pair.at, urgency="volatile-data", text="guessed") == ["C-2026/118"]
    assert found(pair.at, state="delivered", partner="VN", basis="hanoi") == ["C-2026/118", "C-2"]
    assert found(pair.at, state="closed") == []
    assert found(pair.at, direction="outgoing", text="guessed") == []
    assert found(pair.at, due="day") == ["C-2026/118", "C-2"]
    assert found(pair.at, due="overdue") == []


@pytest.mark.parametrize("name", ["view", "direction", "kind", "state", "basis", "urgency", "due"])
def test_a_filter_that_says_nothing_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match=r"cooperation\.filter"):
        filters(**{name: "sideways"})


def test_words_that_have_not_changed_are_not_written_again(pair: Pair) -> None:
    request_id = send(pair, "preservation", preservation())
    with pair.at:
        (before,) = models.RequestWords.objects.filter(request_id=request_id).values_list("id", "mark")
        register.keep_words(request_id, {"outline": ("one",), "whole": ("one", "two")})
        (after,) = models.RequestWords.objects.filter(request_id=request_id).values_list("id", "mark")
        assert (before[0], before[1] != after[1]) == (after[0], True)


def test_a_page_beyond_the_last_is_the_last(pair: Pair) -> None:
    send(pair, "preservation", preservation())
    with pair.at as at:
        page = inbox(node=at.node, actor=at.officers["duty"], page=999_999)
    assert (page.page, page.pages, page.total, page.cut) == (1, 1, 1, False)


def test_what_is_masked_is_not_found(pair: Pair) -> None:
    victim = person(role="victim", masked="on", name="Badako Limuro")
    raw = complete("video-hearing", persons=[victim], facts="Badako Limuro wrote it down.")
    with pair.vn as vn:
        node, duty = vn.node, vn.officers["duty"]
        draft(node=node, actor=duty, form_id="video-hearing", partner=PartyId("AT"), raw=raw)
    assert found(pair.vn, view="drafts", text="interpreter") != []
    assert found(pair.vn, view="drafts", text="badako") == []
