# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What comes and leaves on paper, on the pages of the desk."""

from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.actions.evidence.test_bring_in import bring, mail, outgoing
from tests.pair import Pair
from tests.requests import preservation


def test_a_mail_is_taken_in_typed_and_marked(pair: Pair, desk: Callable[..., Any]) -> None:
    duty = desk(pair.at, "duty")
    assert "/requests/import/" in duty.page("/requests/")
    assert "32 MiB" in duty.page("/requests/import/")
    empty = duty.post(
        "/requests/import/", {"sender": "BR", "channel": "e-mail", "received": "2026-11-22T02:00:00Z"}
    )
    assert empty.status_code == 409
    given = {
        "sender": "BR",
        "channel": "e-mail",
        "received": "2026-11-22T02:00:00Z",
        "kind": "preservation",
        "file": SimpleUploadedFile("mail.eml", mail(), content_type="message/rfc822"),
    }
    taken = duty.post("/requests/import/", given)
    assert taken.status_code == 302
    path = taken["Location"]
    assert "Summary of the facts" in duty.page(path)
    typed = duty.post(path, {"reference": "BR-5", "facts": "They came in.", "do": "type"})
    assert typed.status_code == 302
    page = duty.page(path.replace("type-in/", ""))
    for words in ("NOT VERIFIED", "desk@ministry.example", "BR-5", "They came in.", "came outside the nodes"):
        assert words in page
    assert "Who sends" not in page


def test_the_original_is_given_as_it_came(pair: Pair, desk: Callable[..., Any]) -> None:
    with pair.at as at:
        request_id = bring(at, mail(), preservation())
    duty = desk(pair.at, "duty")
    page = duty.page(f"/requests/{request_id}/")
    start = page.index(f"/requests/{request_id}/original/")
    found = duty.get(page[start : page.index('"', start)])
    assert found.getvalue() == mail()
    assert found["Content-Disposition"].startswith("attachment")


def test_a_paper_to_a_state_without_a_node_is_handed_over_and_answered(
    pair: Pair, desk: Callable[..., Any]
) -> None:
    with pair.vn as vn:
        request_id = outgoing(pair, vn)
    duty = desk(pair.vn, "duty")
    assert "not yet handed over" in duty.page(f"/requests/{request_id}/")
    pair.clock.go(minutes=10)
    moment = f"{pair.clock.now:%Y-%m-%dT%H:%M:%SZ}"
    carried = duty.post(
        f"/requests/{request_id}/carried/", {"channel": "diplomatic", "at": moment, "to": "Embassy"}
    )
    assert carried.status_code == 302
    assert "handed over: Diplomatic channel" in duty.page(f"/requests/{request_id}/")
    path = f"/requests/{request_id}/answer-outside/?kind=answer.acknowledged"
    assert "Handled by" in duty.page(path)
    answered = duty.post(
        path, {"channel": "post", "received": moment, "m_reference": "BR-1", "m_note": "We have it."}
    )
    assert answered.status_code == 302
    assert "BR-1" in duty.page(f"/requests/{request_id}/")


def test_a_draft_for_a_state_without_a_node_is_begun_on_the_page(
    pair: Pair, desk: Callable[..., Any]
) -> None:
    duty = desk(pair.vn, "duty")
    assert "Brazil" in duty.page("/requests/new/")
    begun = duty.get("/requests/new/?kind=preservation&elsewhere=BR")
    assert begun["Location"].endswith("/requests/new/preservation/BR/?on_paper=1")
    assert "has no node here" in duty.page(begun["Location"])
    kept = duty.post(begun["Location"])
    assert kept.status_code == 302
    assert "/draft/" in kept["Location"]
    assert duty.get(kept["Location"]).status_code == 200
