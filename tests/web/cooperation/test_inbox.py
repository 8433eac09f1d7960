# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The inbox: what burns first, narrowed, in few queries."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.actions.steps import send
from tests.pair import Pair
from tests.requests import preservation, stored_data

QUERIES = 13


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow_with_the_rows(
    pair: Pair, desk: Callable[..., Any], count: int
) -> None:
    for number in range(count):
        send(pair, "preservation", preservation(reference=f"C-{number}"))
    duty = desk(pair.at, "duty")
    duty.page("/requests/")
    with pair.at, CaptureQueriesContext(connection) as queries:
        page = duty.page("/requests/")
        assert len(queries) == QUERIES
    assert page.count("nobody has acknowledged it") == count


def test_the_inbox_is_narrowed(pair: Pair, desk: Callable[..., Any]) -> None:
    send(pair, "preservation", preservation(reference="C-1"))
    send(pair, "stored-data", stored_data(reference="C-2"))
    duty = desk(pair.vn, "duty")
    assert "C-1" in duty.page("/requests/")
    assert "C-2" in duty.page("/requests/")
    assert "C-1" not in duty.page("/requests/?text=C-2")
    assert "Nothing here." in duty.page("/requests/?direction=incoming")
    assert "Nothing here." in duty.page("/requests/?view=ended")
    assert "C-1" in duty.page("/requests/?view=unheard-of&direction=sideways&page=-1")


def test_htmx_gets_the_list_alone(pair: Pair, desk: Callable[..., Any]) -> None:
    part = desk(pair.at, "duty").get("/requests/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert 'id="burning"' in part


def test_pages_are_kept_nowhere(pair: Pair, desk: Callable[..., Any]) -> None:
    assert desk(pair.at, "duty").get("/requests/")["Cache-Control"] == "private, no-store"
