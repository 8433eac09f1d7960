# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making a request on the pages, from the choice of its kind to the proposal."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from longbien.actions.cooperation.drafts.draft import draft
from longbien.actions.parties.amend import amend_profile
from longbien.core.base.canonical import Json
from longbien.core.cooperation.acts.documents import MAX_DOCUMENT
from longbien.core.parties.contacts import Profile
from longbien.core.parties.requirements import Requirement
from tests.pair import Pair
from tests.requests import address, preservation, stored_data


def as_posted(raw: Mapping[str, Json]) -> dict[str, Any]:
    """Give raw values as a browser sends them."""
    found: dict[str, Any] = {}
    for name, value in raw.items():
        if isinstance(value, dict):
            found |= {f"{name}.{part}": text for part, text in value.items()}
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for number, item in enumerate(value):
                assert isinstance(item, dict)
                found |= {f"{name}.{number}.{part}": text for part, text in item.items()}
        elif value is True:
            found[name] = "on"
        else:
            found[name] = value
    return found


def test_a_request_is_made_kept_and_proposed(pair: Pair, desk: Callable[..., Any]) -> None:
    duty = desk(pair.vn, "duty")
    page = duty.page("/requests/new/")
    assert "State AT (AT)" in page
    assert (
        duty.get("/requests/new/?kind=preservation&party=AT")["Location"] == "/requests/new/preservation/AT/"
    )
    blank = duty.page("/requests/new/preservation/AT/")
    assert "Accounts, addresses and devices" in blank
    assert "Nothing has been checked yet." in blank
    kept = duty.post("/requests/new/preservation/AT/", as_posted(preservation()))
    path = kept["Location"]
    again = duty.page(path)
    assert "Give the draft up" in again
    assert 'value="C-2026/118"' in again
    assert 'value="8.8.8.8"' in again
    done = duty.post(path, as_posted(preservation()) | {"do": "submit"}, follow=True)
    assert "once a second person has approved it" in done.content.decode()
    request_id = path.split("/")[2]
    assert done.redirect_chain == [(f"/requests/{request_id}/", 302)]
    assert duty.get(path)["Location"] == f"/requests/{request_id}/"


def test_what_cannot_be_read_is_kept_and_said(pair: Pair, desk: Callable[..., Any]) -> None:
    duty = desk(pair.vn, "duty")
    posted = as_posted(preservation()) | {"identifiers.0.value": "8.8.8.888", "days": "many"}
    page = duty.post("/requests/new/preservation/AT/", posted, follow=True).content.decode()
    assert 'value="8.8.8.888"' in page
    assert 'value="many"' in page
    assert page.count('aria-invalid="true"') == 1
    assert "8.8.8.888" in page.split('id="findings"')[1].split("</section>")[0]


def test_another_identifier_is_asked_for_without_script(pair: Pair, desk: Callable[..., Any]) -> None:
    duty = desk(pair.vn, "duty")
    posted = as_posted(preservation()) | {"more": "identifiers"}
    page = duty.post("/requests/new/preservation/AT/", posted).content.decode()
    assert 'name="identifiers.1.kind"' in page
    assert 'value="8.8.8.8"' in page
    with pair.vn as vn:
        assert vn.officers["duty"].roles() == {"duty-officer"}


def test_a_draft_is_given_up(pair: Pair, desk: Callable[..., Any]) -> None:
    duty = desk(pair.vn, "duty")
    path = duty.post("/requests/new/preservation/AT/", as_posted(preservation()))["Location"]
    done = duty.post(f"{path}discard/", follow=True)
    assert "The draft was given up." in done.content.decode()
    assert duty.get(path).status_code == 409


def test_others_make_no_requests(pair: Pair, desk: Callable[..., Any]) -> None:
    auditor = desk(pair.vn, "auditor")
    assert auditor.get("/requests/new/").status_code == 403
    assert "/requests/new/" not in auditor.page("/requests/")


def test_unknown_kinds_and_parties(pair: Pair, desk: Callable[..., Any]) -> None:
    duty = desk(pair.vn, "duty")
    assert duty.get("/requests/new/unheard-of/AT/").status_code == 409
    assert duty.get("/requests/new/preservation/nowhere/").status_code == 400
    assert duty.get("/requests/nonsense/draft/").status_code == 404


def test_an_address_without_port_and_time_stops_until_a_reason_is_written(
    pair: Pair, desk: Callable[..., Any]
) -> None:
    duty = desk(pair.vn, "duty")
    bare = as_posted(preservation(identifiers=[address(port=None)]))
    path = duty.post("/requests/new/preservation/AT/", bare)["Location"]
    page = duty.page(path)
    assert "Pass over a check" in page
    stopped = duty.post(path, bare | {"do": "submit"}, follow=True)
    assert stopped.redirect_chain == [(path, 302)]
    given = {"check": "cooperation.check.ip_port", "field": "identifiers", "reason": "short"}
    assert "alert" in duty.post(f"{path}pass-over/", given, follow=True).content.decode()
    given["reason"] = "The provider keeps no ports, as it wrote on 1 November."
    page = duty.post(f"{path}pass-over/", given, follow=True).content.decode()
    assert "The provider keeps no ports" in page
    done = duty.post(path, bare | {"do": "submit"}, follow=True).content.decode()
    assert "once a second person has approved it" in done


def test_typing_is_checked_and_kept(pair: Pair, desk: Callable[..., Any]) -> None:
    duty = desk(pair.vn, "duty")
    empty = duty.post("/requests/new/preservation/AT/check/", {"legal_basis": "hanoi"}).content.decode()
    assert "Kept at" not in empty
    assert "Nothing here." in duty.page("/requests/?view=drafts")
    part = duty.post("/requests/new/preservation/AT/check/", {"reference": "C-1"}).content.decode()
    assert "<html" not in part
    assert 'data-stops="yes"' in part
    assert "Kept at" in part
    assert "C-1" in duty.page("/requests/?view=drafts")


def test_a_file_of_the_form_is_kept_sealed_and_can_be_taken_again(
    pair: Pair, desk: Callable[..., Any]
) -> None:
    duty = desk(pair.vn, "duty")
    order = SimpleUploadedFile("../\u202elệnh.pdf", b"%PDF-1.7 order", content_type="application/pdf")
    posted = as_posted(preservation()) | {"court_decision": order}
    path = duty.post("/requests/new/preservation/AT/", posted)["Location"]
    assert "lệnh.pdf" in duty.page(path)
    request_id = path.split("/")[2]
    again = re.findall(r'name="(court_decision\.[a-z0-9_]+)" value="([^"]*)"', duty.page(path))
    duty.post(path, as_posted(preservation()) | dict(again) | {"do": "submit"})
    assert "Take the document as a file" in duty.page(f"/requests/{request_id}/")
    response = desk(pair.vn, "approver").get(f"/requests/{request_id}/attachment/court_decision/")
    assert response.getvalue() == b"%PDF-1.7 order"
    assert response["Content-Disposition"] == "attachment; filename*=utf-8''EXERCISE-l%E1%BB%87nh.pdf"
    assert (response["Content-Type"], response["X-Content-Type-Options"]) == (
        "application/octet-stream",
        "nosniff",
    )
    assert response["Content-Length"] == "14"
    assert duty.get(f"/requests/{request_id}/attachment/facts/").status_code in {404, 409}


def test_a_file_that_is_too_large_is_refused_with_words(pair: Pair, desk: Callable[..., Any]) -> None:
    duty = desk(pair.vn, "duty")
    order = SimpleUploadedFile("order.pdf", b"x" * (MAX_DOCUMENT + 1), content_type="application/pdf")
    posted = as_posted(preservation()) | {"court_decision": order}
    page = duty.post("/requests/new/preservation/AT/", posted, follow=True).content.decode()
    assert "An attachment has at most" in page


def test_a_treaty_in_force_is_chosen_already(pair: Pair, desk: Callable[..., Any]) -> None:
    page = desk(pair.vn, "duty").page("/requests/new/preservation/AT/")
    assert '<option value="hanoi" selected>' in page


def test_what_the_other_state_asks_arrives_with_its_entry_and_is_shown(
    pair: Pair, desk: Callable[..., Any]
) -> None:
    row = Requirement(
        kinds=("stored-data",), required_fields=("location",), minimum_years=2, note="Ask us before."
    )
    with pair.at as at:
        officers = (at.officers["directory"], at.officers["registrar"])
        amend_profile(node=at.node, actors=officers, profile=Profile(requirements=(row,)))
    pair.carry(pair.at)
    duty = desk(pair.vn, "duty")
    assert "Ask us before." in duty.page("/parties/")
    page = duty.page("/requests/new/stored-data/AT/")
    for words in ("What State AT asks", "A maximum penalty of 2 years at least.", "Ask us before."):
        assert words in page
    assert '<option value="central" selected>' in page
    with pair.vn as vn:
        kept = draft(
            node=vn.node,
            actor=vn.officers["duty"],
            form_id="stored-data",
            partner=at.node.party,
            raw=stored_data(),
        )
    code = "cooperation.check.missing_by_profile"
    assert [(one.code, one.field) for one in kept.standing] == [
        (code, "location"),
        (code, "maximum_penalty_years"),
    ]
