# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tokens at the door: for what they were given, how long, and how many wrong ones may be tried."""

import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from django.core.cache import cache

from longbien.actions.people.tokens import revoke_token, tokens
from longbien.api.callers import Answers
from tests.pair import Pair


def test_a_token_opens_only_what_it_was_given_for(pair: Pair, program: Callable[..., Any]) -> None:
    reader = program(pair.vn, "duty", scopes=("read",))
    assert reader.ask("GET", "/requests")[0] == 200
    status, problem = reader.ask("POST", "/drafts", {"form": "preservation", "partner": "AT"})
    assert (status, problem["code"], "draft" in problem["detail"]) == (403, "people.token_scope", True)


def test_without_a_token_or_with_a_wrong_one_nothing_opens(pair: Pair, program: Callable[..., Any]) -> None:
    asking = program(pair.vn, "duty")
    right = asking.secret
    for wrong in ("", "lb1_", right[:-1] + ("A" if right[-1] != "A" else "B"), right.upper(), "x" * 5000):
        asking.secret = wrong
        status, problem = asking.ask("GET", "/requests")
        assert (status, problem["code"]) == (401, "http.unauthorized")


def test_a_revoked_and_an_expired_token_open_nothing(pair: Pair, program: Callable[..., Any]) -> None:
    first, second = program(pair.vn, "duty"), program(pair.vn, "approver")
    with pair.vn as vn:
        (token,) = tokens(node=vn.node, actor=vn.officers["duty"])
        revoke_token(node=vn.node, actor=vn.officers["duty"], token_id=token.token_id)
    assert (first.ask("GET", "/requests")[0], second.ask("GET", "/requests")[0]) == (401, 200)
    pair.clock.go(days=31)
    assert second.ask("GET", "/requests")[0] == 401


def test_wrong_tokens_are_tried_thirty_times_a_minute(pair: Pair, program: Callable[..., Any]) -> None:
    asking = program(pair.vn, "duty")
    right, asking.secret = asking.secret, "lb1_" + "0" * 16 + "_" + "a" * 43
    assert {asking.ask("GET", "/requests")[0] for _ in range(30)} == {401}
    assert asking.ask("GET", "/requests")[1]["code"] == "http.too_many"
    asking.secret = right
    assert asking.ask("GET", "/requests")[0] == 429


def test_questions_are_counted_by_officer(pair: Pair, program: Callable[..., Any]) -> None:
    asking, other = program(pair.vn, "duty"), program(pair.vn, "approver")
    key = Answers().get_cache_key(SimpleNamespace(auth="vn-duty-1"))  # type: ignore[arg-type]
    cache.set(key, [time.time()] * 599, 60)
    assert [asking.ask("GET", "/forms")[0] for _ in range(2)] == [200, 429]
    assert other.ask("GET", "/forms")[0] == 200
