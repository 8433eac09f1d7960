# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole request by programs alone but for the second person: drafted, checked, submitted, acknowledged, granted, read on both sides."""

from collections.abc import Callable
from typing import Any

import pytest

from longbien.actions.exchange.propose import approve
from longbien.actions.exchange.waiting import find_proposal
from tests.pair import Pair, Side
from tests.requests import preservation


def approved(side: Side, number: int) -> None:
    with side:
        approve(node=side.node, actor=side.officers["approver"], proposal=find_proposal(number))


def sent(pair: Pair, program: Callable[..., Any]) -> tuple[Any, str]:
    vn = program(pair.vn, "duty")
    status, kept = vn.ask(
        "POST", "/drafts", {"form": "preservation", "partner": "AT", "fields": preservation()}
    )
    assert (status, kept["errors"], kept["standing"]) == (201, [], [])
    _, said = vn.ask("POST", f"/drafts/{kept['request_id']}/submit")
    assert said["act"] == ""
    approved(pair.vn, said["proposal"])
    pair.settle()
    return vn, kept["request_id"]


def test_a_request_crosses_by_programs_and_one_second_person(pair: Pair, program: Callable[..., Any]) -> None:
    vn, request_id = sent(pair, program)
    at = program(pair.at, "duty")
    (row,) = at.ask("GET", "/requests?text=guessed")[1]["rows"]
    assert (row["request_id"], row["unseen"], row["partner"]) == (request_id, True, "VN")
    (said,) = at.ask("POST", f"/requests/{request_id}/acknowledge", {"reference": "GZ 7"})[1]
    assert said["act"]
    pair.settle()
    page = vn.ask("GET", f"/requests/{request_id}")[1]
    assert [act["kind"] for act in page["thread"]] == ["request.preservation", "answer.acknowledged"]
    assert {one["track"]: one["state"] for one in page["tracks"]}["request"] == "acknowledged"
    assert page["thread"][0]["receipt"]["party"] == "AT"
    assert vn.ask("GET", "/requests?text=gz+7")[1]["total"] == 1
    assert [row["request_id"] for row in at.ask("GET", "/burning")[1]["rows"]] == [request_id]
    assert at.ask("GET", f"/requests/{request_id}/checks")[1]["standing"] == []
    assert at.ask("GET", "/evidence")[1] == []


def test_a_draft_is_checked_changed_passed_over_and_given_up(pair: Pair, program: Callable[..., Any]) -> None:
    vn = program(pair.vn, "duty")
    fields = preservation(identifiers=[{"kind": "ipv4", "value": "8.8.8.8"}])
    status, checked = vn.ask("POST", "/checks", {"form": "preservation", "partner": "AT", "fields": fields})
    assert (status, checked["request_id"]) == (200, "")
    assert "cooperation.check.ip_port" in checked["standing"]
    _, kept = vn.ask("POST", "/drafts", {"form": "preservation", "partner": "AT", "fields": fields})
    where = f"/drafts/{kept['request_id']}"
    status, problem = vn.ask("POST", f"{where}/submit")
    assert (status, problem["code"]) == (409, "cooperation.check.ip_port")
    mended = {"fields": {"identifiers": preservation()["identifiers"]}, "cleared": ["necessity"]}
    status, changed = vn.ask("PATCH", where, mended)
    assert (status, "necessity" in changed["fields"]) == (200, False)
    assert vn.ask("GET", where)[1] == changed
    assert vn.ask("DELETE", where) == (204, None)
    assert vn.ask("GET", where)[1]["code"] == "cooperation.not_a_draft"


def test_forms_say_what_they_ask_in_the_readers_language(pair: Pair, program: Callable[..., Any]) -> None:
    vn = program(pair.vn, "duty")
    lines = vn.ask("GET", "/forms")[1]
    assert "preservation" in [one["form"] for one in lines]
    english, vietnamese = (
        vn.ask("GET", "/forms/preservation", **{"accept-language": language})[1] for language in ("en", "vi")
    )
    assert [one["field"] for one in english["fields"]] == [one["field"] for one in vietnamese["fields"]]
    assert english["fields"][0]["sources"]
    assert vn.ask("GET", "/forms/preservation/schema")[1]["type"] == "object"
    status, problem = vn.ask("GET", "/forms/unheard-of", **{"accept-language": "vi"})
    assert (status, problem["code"]) == (404, "cooperation.form_unknown")


def test_a_token_never_approves(pair: Pair, program: Callable[..., Any]) -> None:
    vn = program(pair.vn, "duty")
    kept = vn.ask("POST", "/drafts", {"form": "preservation", "partner": "AT", "fields": preservation()})[1]
    number = vn.ask("POST", f"/drafts/{kept['request_id']}/submit")[1]["proposal"]
    approver = program(pair.vn, "approver")
    assert [one["proposal"] for one in approver.ask("GET", "/proposals")[1]] == [number]
    for step, body in (("approve", None), ("refuse", {"reason": "No."})):
        status, problem = approver.ask("POST", f"/proposals/{number}/{step}", body)
        assert (status, problem["code"]) == (403, "people.token_alone")


def test_a_signed_in_person_approves_and_needs_the_csrf_token(
    pair: Pair, program: Callable[..., Any]
) -> None:
    vn = program(pair.vn, "duty")
    kept = vn.ask("POST", "/drafts", {"form": "preservation", "partner": "AT", "fields": preservation()})[1]
    number = vn.ask("POST", f"/drafts/{kept['request_id']}/submit")[1]["proposal"]
    person = program(pair.vn, "approver")
    person.secret = ""
    with pair.vn:
        person.client.force_login(
            pair.vn.officers["approver"], backend="django.contrib.auth.backends.ModelBackend"
        )
    person.client.handler.enforce_csrf_checks = True
    assert person.ask("POST", f"/proposals/{number}/approve")[0] == 403
    person.client.handler.enforce_csrf_checks = False
    assert person.ask("POST", f"/proposals/{number}/approve")[1]["act"]


def test_roles_are_those_of_the_officer_at_that_moment(pair: Pair, program: Callable[..., Any]) -> None:
    reader = program(pair.vn, "operator")
    assert reader.ask("GET", "/requests")[0] == 200
    status, problem = reader.ask("POST", "/drafts", {"form": "preservation", "partner": "AT", "fields": {}})
    assert (status, problem["code"]) == (403, "people.not_permitted")
    duty = program(pair.vn, "duty")
    with pair.vn as vn:
        vn.officers["duty"].grants.update(ended_at=pair.clock.now)
    assert duty.ask("GET", "/requests")[0] == 401


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        (("GET", "/requests?view=sideways", None), 400, "cooperation.filter"),
        (("GET", "/requests?page=0", None), 400, "http.parameter"),
        (("GET", "/requests/" + "0" * 32, None), 404, "cooperation.request_unknown"),
        (("GET", "/requests/nothing", None), 400, "http.parameter"),
        (("POST", "/drafts", b"{"), 400, "http.body"),
        (("POST", "/drafts", b'{"a":"\\ud800"}'), 400, "http.body"),
        (("POST", "/drafts", b'{"a":"\\u0000"}'), 400, "http.body"),
        (("POST", "/drafts", b"[" * 5000), 400, "http.body"),
        (("POST", "/drafts", b'{"a":NaN}'), 400, "http.body"),
        (("POST", "/drafts", {"form": "unheard", "partner": "AT"}), 404, "cooperation.form_unknown"),
        (("POST", "/drafts", {"form": "preservation", "partner": "FR"}), 409, "parties.not_introduced"),
        (("POST", "/proposals/0/approve", None), 400, "http.parameter"),
        (("POST", "/proposals/99/refuse", {"reason": ""}), 400, "http.parameter"),
    ],
)
def test_each_refusal_is_a_problem_document(
    pair: Pair, program: Callable[..., Any], asked: tuple[str, str, object], status: int, code: str
) -> None:
    got, found = program(pair.vn, "duty").ask(*asked)
    assert (got, found["code"]) == (status, code)
