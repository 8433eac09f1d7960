# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schemas: every example of the protocol and of the tests is valid, by the jsonschema library; what is wrong is not."""

import json

import pytest
from jsonschema import Draft202012Validator

from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.acts.bodies_json import read_body, write_body
from longbien.core.cooperation.acts.eyes import FOUR_EYES
from longbien.core.cooperation.forms.kinds import forms
from longbien.core.cooperation.paper.members import act_tables
from longbien.core.cooperation.paper.record import record_json
from longbien.core.cooperation.paper.schemas import schema, schema_kinds
from tests.core.cooperation.test_protocol_page import EXAMPLES
from tests.records import answer_of, paper_of
from tests.requests import COMPLETE, complete, request

_IN_THREADS = ("act.", "answer.", "consultation.", "dispute.", "evidence.", "request.")


def valid(kind: str, value: Json) -> bool:
    checker = Draft202012Validator(schema(kind))
    return checker.is_valid(value)


@pytest.mark.parametrize("kind", schema_kinds())
def test_each_schema_is_a_schema(kind: str) -> None:
    Draft202012Validator.check_schema(schema(kind))
    assert json.loads(json.dumps(schema(kind))) == schema(kind)


@pytest.mark.parametrize(("kind", "text"), EXAMPLES, ids=[kind for kind, _ in EXAMPLES])
def test_each_example_of_the_protocol_is_valid(kind: str, text: str) -> None:
    record = record_json(answer_of(kind, json.loads(text)))
    errors = [error.message for error in Draft202012Validator(schema(kind)).iter_errors(record)]
    assert errors == []


@pytest.mark.parametrize("kind", sorted(COMPLETE))
def test_a_complete_request_of_each_kind_is_valid(kind: str) -> None:
    body = write_body(request(complete(kind), kind=kind))
    record = record_json(answer_of(f"request.{kind}", body))
    errors = [error.message for error in Draft202012Validator(schema(f"request.{kind}")).iter_errors(record)]
    assert errors == []


def test_every_kind_that_officers_say_has_a_table_or_a_form() -> None:
    kinds = {row.kind for row in FOUR_EYES if row.kind.startswith(_IN_THREADS)}
    assert kinds - set(act_tables()) == set()


@pytest.mark.parametrize(("kind", "text"), EXAMPLES, ids=[kind for kind, _ in EXAMPLES])
def test_the_table_names_what_the_reader_reads(kind: str, text: str) -> None:
    table = act_tables().get(kind)
    if table is not None:
        assert [one.id for one in table.members] == list(json.loads(text))
        assert read_body(kind, json.loads(text)) is not None


def test_what_is_wrong_is_not_valid() -> None:
    good = record_json(paper_of())
    assert valid("preservation", good)
    body = good["body"]
    assert isinstance(body, dict)
    fields = body["fields"]
    assert isinstance(fields, dict)
    wrong: tuple[dict[str, Json], ...] = (
        {**good, "extra": 1},
        {**good, "kind": "request.stored-data"},
        {**good, "body": {**body, "legal_basis": "treaty"}},
        {**good, "body": {**body, "fields": {**fields, "offences": ["nothing"]}}},
        {**good, "body": {**body, "fields": {**fields, "unknown": "x"}}},
        {name: value for name, value in good.items() if name != "act"},
    )
    for changed in wrong:
        assert not valid("preservation", changed)


def test_a_form_and_its_act_have_one_schema() -> None:
    assert all(schema(one.id) == schema(one.act) for one in forms().values())
    with pytest.raises(RefusedError) as caught:
        schema("request.nothing")
    assert caught.value.code == "cooperation.schema_unknown"
