# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence on the pages: announced with conditions, accepted by two, shown with progress and custody."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.actions.steps import accepted, announced, granted, sealed
from tests.pair import Pair

SMALL = b"one line of a log\n" * 100
QUERIES = 9


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow_with_the_rows(
    pair: Pair, desk: Callable[..., Any], count: int
) -> None:
    request_id = granted(pair)
    for _ in range(count):
        sealed(pair, request_id, SMALL)
    custodian = desk(pair.at, "custodian")
    custodian.page("/evidence/")
    with pair.at, CaptureQueriesContext(connection) as queries:
        page = custodian.page("/evidence/")
        assert len(queries) == QUERIES
    assert page.count("sealed here") == count


def test_a_custodian_announces_with_the_conditions_of_the_decision(
    pair: Pair, desk: Callable[..., Any]
) -> None:
    found = sealed(pair, granted(pair), SMALL)
    custodian = desk(pair.at, "custodian")
    page = custodian.page(f"/evidence/{found.object_id}/")
    assert "auth.log" in page
    form = {"condition-TOTAL_FORMS": "0", "condition-INITIAL_FORMS": "0"}
    done = custodian.post(f"/evidence/{found.object_id}/announce/", form, follow=True)
    assert "Signed, written to the log" in done.content.decode()
    pair.settle()
    theirs = desk(pair.vn, "custodian").page(f"/evidence/{found.object_id}/")
    assert "auth.log" not in theirs
    assert "Nobody here can open it yet." in theirs
    assert "announced, conditions to be answered" in theirs


def test_conditions_are_accepted_by_two(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id, object_id = announced(pair, SMALL)
    custodian = desk(pair.vn, "custodian")
    assert custodian.post(f"/evidence/{object_id}/accept/").status_code == 409
    done = custodian.post(f"/evidence/{object_id}/accept/", {"read": "on"}, follow=True)
    assert "once a second person has approved it" in done.content.decode()
    assert "Evidence" in desk(pair.vn, "duty").page(f"/requests/{request_id}/")
    assert desk(pair.vn, "duty").get(f"/evidence/{object_id}/accept/").status_code == 403


def test_declining_says_why(pair: Pair, desk: Callable[..., Any]) -> None:
    _, object_id = announced(pair, SMALL)
    custodian = desk(pair.vn, "custodian")
    done = custodian.post(f"/evidence/{object_id}/decline/", {"reason": "Too narrow."}, follow=True)
    assert "conditions declined" in done.content.decode()


def test_progress_is_a_fragment(pair: Pair, desk: Callable[..., Any]) -> None:
    _, object_id = accepted(pair, SMALL)
    desk_there = desk(pair.vn, "custodian")
    part = desk_there.get(f"/evidence/{object_id}/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert 'max="1" value="0"' in part


def test_an_unknown_object_is_a_page(pair: Pair, desk: Callable[..., Any]) -> None:
    custodian = desk(pair.vn, "custodian")
    assert custodian.get("/evidence/" + "0" * 32 + "/").status_code == 404
    assert custodian.get("/evidence/nonsense/accept/").status_code == 404
