# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A draft is never lost: kept while it is typed, against a second window, and over the end of a session, with and without script."""

import re
from collections.abc import Callable
from typing import Any

from django.test import Client

from longbien.store import models
from tests.actions.steps import send
from tests.pair import Pair
from tests.requests import preservation
from tests.web.cooperation.test_drafting import as_posted

NEW = "/requests/new/preservation/AT/"


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found is not None, name
    return found[1]


def typing(page: str, **typed: str) -> dict[str, str]:
    return {name: hidden(page, name) for name in ("draft", "seen", "ticket")} | typed


def kept(pair: Pair) -> list[tuple[str, int]]:
    with pair.vn:
        rows = models.Request.objects.filter(state="draft").order_by("created_at")
        return [(row.draft.get("reference", ""), row.draft_version) for row in rows]


def test_one_draft_grows_while_it_is_typed_and_its_page_is_named(
    pair: Pair, desk: Callable[..., Any]
) -> None:
    duty = desk(pair.vn, "duty")
    page = duty.page(NEW)
    first = duty.post(f"{NEW}check/", typing(page, reference="C"))
    seen = hidden(first.content.decode(), "seen")
    second = duty.post(f"{NEW}check/", typing(page, reference="C-1") | {"seen": seen})
    (one,), (two,) = (
        re.findall(r'data-address="([^"]+)"', part.content.decode()) for part in (first, second)
    )
    assert (kept(pair), one) == ([("C-1", 2)], two)
    again = duty.page(two)
    assert ('value="C-1"' in again, hidden(again, "seen")) == (True, "2")


def test_a_second_window_overwrites_nothing(pair: Pair, desk: Callable[..., Any]) -> None:
    duty = desk(pair.vn, "duty")
    path = duty.post(NEW, as_posted(preservation(reference="first")))["Location"]
    one, two = duty.page(path), duty.page(path)
    duty.post(f"{NEW}check/", typing(one, reference="of one"))
    part = duty.post(f"{NEW}check/", typing(two, reference="of two")).content.decode()
    assert "Another window changed this draft" in part
    assert kept(pair) == [("of one", 2)]
    address = re.search(r'href="([^"]+\?kept=[^"]+)"', part)
    assert address is not None
    mine = duty.page(address[1])
    assert 'value="of two"' in mine
    assert "Another version" in duty.page(path)
    # Kept on purpose, it takes the place; the page without script notices the same.
    duty.post(path, typing(mine, reference="of two") | {"kept": hidden(mine, "kept")})
    assert kept(pair) == [("of two", 3)]
    late = duty.post(path, typing(one, reference="late"))
    assert "?kept=" in late["Location"]
    assert kept(pair) == [("of two", 3)]


def test_what_comes_after_the_session_is_back_after_signing_in(pair: Pair, desk: Callable[..., Any]) -> None:
    duty = desk(pair.vn, "duty")
    page = duty.page(NEW)
    signed_in, duty.client = duty.client, Client()
    part = duty.post(f"{NEW}check/", typing(page, reference="typed on"), headers={"HX-Request": "true"})
    assert (part.status_code, "You were signed out" in part.content.decode()) == (200, True)
    away = duty.post(NEW, typing(page, reference="typed on", facts="A server was entered."))
    assert away["Location"].startswith("/sign-in/?next=")
    assert (kept(pair), duty.get(NEW).status_code) == ([], 302)
    duty.client = signed_in
    with pair.vn:
        address = f"{NEW}?kept={models.KeptForm.objects.get().kept_id}"
    back = duty.page(address)
    assert 'value="typed on"' in back
    assert "A server was entered." in back
    duty.post(NEW, typing(back, reference="typed on") | {"kept": hidden(back, "kept")})
    assert kept(pair) == [("typed on", 1)]
    with pair.vn:
        assert not models.KeptForm.objects.exists()


def test_what_one_officer_typed_is_no_others(pair: Pair, desk: Callable[..., Any]) -> None:
    duty = desk(pair.vn, "duty")
    page = duty.page(NEW)
    duty.client = Client()
    duty.post(NEW, typing(page, reference="private"))
    with pair.vn as vn:
        kept_id = models.KeptForm.objects.get().kept_id
        vn.officers["approver"].grants.create(
            role="duty-officer", granted_by="set-up", granted_at=pair.clock.now
        )
    assert "private" not in desk(pair.vn, "approver").page(f"{NEW}?kept={kept_id}")


def test_a_ticket_of_nobody_keeps_nothing(pair: Pair, desk: Callable[..., Any]) -> None:
    duty = desk(pair.vn, "duty")
    page = duty.page(NEW)
    duty.client = Client()
    duty.post(NEW, typing(page, reference="x") | {"ticket": hidden(page, "ticket")[:-2] + "xx"})
    duty.post(NEW, {"reference": "x"})
    with pair.vn:
        assert not models.KeptForm.objects.exists()


def test_an_answer_survives_its_session_too(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id = send(pair, "preservation", preservation())
    duty = desk(pair.at, "duty")
    path = f"/requests/{request_id}/say/ask/"
    page = duty.page(path)
    signed_in, duty.client = duty.client, Client()
    duty.post(path, {"ticket": hidden(page, "ticket"), "questions": "Which port was it?"})
    duty.client = signed_in
    with pair.at:
        (row,) = models.KeptForm.objects.all()
    assert "Which port was it?" in duty.page(f"{path}?kept={row.kept_id}")


def test_a_form_with_an_old_token_is_kept(pair: Pair, desk: Callable[..., Any]) -> None:
    duty = desk(pair.vn, "duty")
    page = duty.page(NEW)
    duty.client.handler.enforce_csrf_checks = True
    refused = duty.post(NEW, typing(page, reference="typed on"))
    assert (refused.status_code, "?kept=" in refused.content.decode()) == (403, True)
