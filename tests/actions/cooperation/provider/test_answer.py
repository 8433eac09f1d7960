# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A provider's answer: read strictly, seen by a lawyer where it must be, passed on by the verbs of the desk."""

import json
from collections.abc import Mapping
from datetime import timedelta

import pytest
from jsonschema import Draft202012Validator

from longbien.actions.cooperation.answers.acknowledge import acknowledge
from longbien.actions.cooperation.pages.request import request_page
from longbien.actions.cooperation.provider.answer import (
    answers_of,
    assign_lawyer,
    pass_on,
    review_answer,
    take_answer,
)
from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError
from longbien.core.base.moments import print_moment
from longbien.core.cooperation.paper.schemas import PROVIDER_SCHEMA, schema
from longbien.core.cooperation.provider.answer import ANSWER, provider_reasons, read_answer
from tests.actions.steps import send
from tests.pair import Pair
from tests.requests import preservation

CANNOT: dict[str, Json] = {
    "provider": "Provider One",
    "outcome": "cannot-execute",
    "reasons": ["privilege", "third-country-law"],
    "explanation": "The account is a law firm's.",
    "privilege": ["lawyer"],
    "privilege_explanation": "Letters between lawyer and client.",
    "law": "Data Act",
    "provision": "section 4",
    "why_conflict": "It forbids to keep them for another State.",
    "preserved_meanwhile": True,
}


def as_file(body: Mapping[str, Json]) -> bytes:
    return json.dumps({"schema": PROVIDER_SCHEMA, "kind": ANSWER, **body}).encode()


def code_of(raw: Mapping[str, Json]) -> str:
    with pytest.raises(LongBienError) as caught:
        read_answer(as_file(raw))
    return caught.value.code


def test_an_answer_is_valid_by_the_published_schema_and_read_strictly() -> None:
    checker = Draft202012Validator(schema(ANSWER))
    assert checker.is_valid(json.loads(as_file(CANNOT)))
    read = read_answer(as_file(CANNOT))
    assert (read["reasons"], read["preserved_meanwhile"], read["clarification"]) == (
        CANNOT["reasons"],
        True,
        "",
    )
    assert code_of({**CANNOT, "law": ""}) == "provider.answer_lacks"
    assert code_of({**CANNOT, "reasons": []}) == "provider.answer_lacks"
    assert code_of({**CANNOT, "reasons": ["duplicate"]}) == "provider.answer_reason"
    assert code_of({**CANNOT, "unknown": "x"}) == "base.field_unknown"
    assert code_of({**CANNOT, "reasons": ["nothing"]}) == "base.field_value"
    assert code_of({"provider": "P"}) == "provider.answer_lacks"
    for data in (b"", b"[]", b"{", b"[" * 100_000, b"{}", bytes(300_000)):
        with pytest.raises(LongBienError) as caught:
            read_answer(data)
        assert caught.value.code == "provider.answer_file"


def test_the_reasons_are_those_of_annex_three() -> None:
    assert len(provider_reasons()) == 12
    assert not set(provider_reasons()) & {
        "wrong-language",
        "illegible",
        "duplicate",
        "overbroad",
        "not-verifiable",
    }


def test_a_lawyer_reads_it_before_it_is_passed_on(pair: Pair) -> None:
    request_id = send(pair, "preservation", preservation())
    with pair.at as at:
        duty, lawyer = at.officers["duty"], at.officers["lawyer"]
        acknowledge(node=at.node, actor=duty, request_id=request_id)
        taken = take_answer(node=at.node, actor=duty, request_id=request_id, data=as_file(CANNOT))
        assert taken.state == "review"

        def refused(verb: object, **given: object) -> str:
            with pytest.raises(LongBienError) as caught:
                verb(node=at.node, answer=taken.answer, **given)  # type: ignore[operator]
            return caught.value.code

        assert refused(pass_on, actor=duty, means="returned") == "provider.not_ready"
        assert refused(assign_lawyer, actor=duty, lawyer="at-duty-1") == "provider.no_lawyer"
        assert refused(review_answer, actor=lawyer, opinion="Fine.") == "provider.other_lawyer"
        assert refused(review_answer, actor=duty, opinion="Fine.") == "people.not_permitted"
        assign_lawyer(node=at.node, actor=duty, answer=taken.answer, lawyer=lawyer.role_id)
        review_answer(node=at.node, actor=lawyer, answer=taken.answer, opinion="The privilege holds.")
        assert pass_on(node=at.node, actor=duty, answer=taken.answer, means="returned").made
        assert refused(pass_on, actor=duty, means="returned") == "provider.not_ready"
        (found,) = answers_of(actor=duty, request_id=request_id)
        assert (found.state, found.said, found.reviewed_by) == ("done", "answer.returned", lawyer.role_id)
        page = request_page(node=at.node, actor=duty, request_id=request_id)
        assert page.thread[-1].body["reasons"] == CANNOT["reasons"]
        assert page.thread[-1].body["preserved_meanwhile"] is True
        assert page.state.request == "returned"


def test_what_is_kept_is_passed_on_without_a_lawyer(pair: Pair) -> None:
    request_id = send(pair, "preservation", preservation())
    with pair.at as at:
        duty = at.officers["duty"]
        acknowledge(node=at.node, actor=duty, request_id=request_id)
        from longbien.actions.cooperation.answers.decide_measure import decide_measure

        decide_measure(
            measure="preservation", node=at.node, actor=duty, request_id=request_id, decision="granted"
        )
        now = pair.clock.now
        raw: dict[str, Json] = {
            "provider": "Provider One",
            "reference": "P-1",
            "outcome": "kept",
            "kept_from": print_moment(now),
            "kept_until": print_moment(now + timedelta(days=90)),
        }
        taken = take_answer(node=at.node, actor=duty, request_id=request_id, raw=raw)
        assert taken.state == "ready"
        pair.clock.go(minutes=1)
        assert pass_on(node=at.node, actor=duty, answer=taken.answer, means="executed").made
        page = request_page(node=at.node, actor=duty, request_id=request_id)
        assert page.state.preservation == "in-force"
    with pair.vn as vn, pytest.raises(LongBienError) as caught:
        take_answer(node=vn.node, actor=vn.officers["duty"], request_id=request_id, raw=raw)
    assert caught.value.code == "provider.not_here"
