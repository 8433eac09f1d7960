# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A badge of the Conference opens the Conference and what is public; every address of every other desk refuses it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from longbien.actions.access import RULES, permits
from longbien.actions.conference.people.badges import badge_of, session_of
from longbien.store import models
from tests.actions.steps import preserved
from tests.authority import NOW
from tests.pair import Pair
from tests.web.conftest import BACKEND

OWN = ("account/", "sign-in/", "sign-out/", "language/", "stay-signed-in/")
"""The own account."""
NAMES = {
    "<slug:party>": "AT",
    "<slug:kind>": "preservation",
    "<slug:name>": "acknowledge",
    "<int:number>": "1",
    "<int:pk>": "1",
}


def badge(function: str = "head", name: str = "cosp-1-0001") -> models.Officer:
    officer = models.Officer.objects.create_user(name)
    delegation, _ = models.Delegation.objects.get_or_create(
        conference="cosp-1", participant="VN", defaults={"kind": "state", "opened_by": "x", "opened_at": NOW}
    )
    row = models.Badge.objects.create(
        conference="cosp-1",
        number=int(name[-4:]),
        delegation=delegation,
        officer=officer,
        family_name="Nguyen",
        issued_by="x",
        issued_at=NOW,
    )
    row.functions.create(delegation=delegation, function=function, given_by="x", given_at=NOW)
    return officer


def addresses(patterns: list[Any], prefix: str = "") -> Iterator[tuple[str, object]]:
    for one in patterns:
        path = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from addresses(one.url_patterns, path)
        elif isinstance(one, URLPattern):
            yield path, getattr(one.callback, "access", None)


def filled(path: str, request_id: str) -> str:
    path = path.replace("<slug:request_id>", request_id)
    for name, value in NAMES.items():
        path = path.replace(name, value)
    while "<" in path:
        start, end = path.index("<"), path.index(">")
        path = path[:start] + "1" + path[end + 1 :]
    return "/" + path


@pytest.mark.slow
def test_no_address_of_another_desk_opens_to_a_badge(pair: Pair) -> None:
    request_id = preserved(pair, days=61)
    client = Client()
    with pair.vn:
        client.force_login(badge(), backend=BACKEND)
        closed = [
            path
            for path, access in addresses(get_resolver().url_patterns)
            if access not in ("public", "signed-in") and not path.startswith("api/") and "^" not in path
        ]
        assert len(closed) > 70
        for path in closed:
            for answer in (client.get(filled(path, request_id)), client.post(filled(path, request_id))):
                assert answer.status_code in (403, 405), path


def test_only_the_own_account_and_the_conference_open_to_whoever_is_signed_in() -> None:
    found = {path for path, access in addresses(get_resolver().url_patterns) if access == "signed-in"}
    assert {path for path in found if not path.startswith((*OWN, "conference/"))} == set()


def test_a_badge_holds_no_role_and_begins_no_verb(db: None) -> None:
    officer = badge()
    assert officer.roles() == frozenset()
    assert [verb for verb in RULES if permits(officer, verb)] == []


def test_the_frame_shows_a_badge_no_desk(pair: Pair) -> None:
    client = Client()
    with pair.vn:
        client.force_login(badge(), backend=BACKEND)
        page = client.get("/conference/").content.decode()
        start = client.get("/")
    assert "cosp-1-0001" in page
    for path in (
        "/requests/",
        "/evidence/",
        "/parties/",
        "/log/",
        "/people/",
        "/proposals/",
        "/account/tokens/",
    ):
        assert f'href="{path}"' not in page
    assert (start.status_code, start["Location"]) == (302, "/conference/")


def test_who_a_badge_is(db: None) -> None:
    officer = badge("chair")
    holder = badge_of(officer, "cosp-1")
    assert holder is not None
    assert (holder.participant, holder.function, holder.presides, holder.may_act) == (
        "VN",
        "chair",
        True,
        False,
    )
    assert badge_of(officer, "cosp-2") is None
    assert session_of(officer) == "cosp-1"
    officer.is_active = False
    assert badge_of(officer, "cosp-1") is None


def test_an_officer_of_the_node_is_no_badge(sign_in: Callable[..., Client]) -> None:
    sign_in()
    assert badge_of(models.Officer.objects.get(username="duty"), "cosp-1") is None
