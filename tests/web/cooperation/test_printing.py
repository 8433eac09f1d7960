# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers from the page of a request: languages chosen, files given, schemas for everybody."""

import json
from collections.abc import Callable
from typing import Any

from django.test import Client
from jsonschema import Draft202012Validator

from longbien.core.cooperation.paper.schemas import schema, schema_kinds
from tests.actions.steps import preserved
from tests.pair import Pair


def test_each_act_and_its_receipt_are_given_as_files(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id = preserved(pair)
    for side in (pair.vn, pair.at):
        duty = desk(side, "duty")
        assert f"/requests/{request_id}/paper/" in duty.page(f"/requests/{request_id}/")
        with side:
            from longbien.store.models.exchange import Act  # app ready

            acts = list(Act.objects.filter(thread=request_id))
        assert len(acts) == 4
        for act in acts:
            path = f"/requests/{request_id}/paper/?act={act.digest}"
            assert "On paper:" in duty.page(path)
            data = duty.post(path, {"first": "en", "as": "json"}).getvalue()
            assert list(Draft202012Validator(schema(act.kind)).iter_errors(json.loads(data))) == []
            if act.direction == "made":
                path += "&receipt=1"
                pdf = duty.post(path, {"first": "ar", "second": "en", "as": "pdf"})
                assert pdf.getvalue().startswith(b"%PDF")


def test_the_request_in_two_languages(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id = preserved(pair)
    duty = desk(pair.vn, "duty")
    path = f"/requests/{request_id}/paper/"
    made = duty.post(path, {"first": "vi", "second": "ar", "t_facts": "دخل شخص إلى خادم.", "as": "pdf"})
    assert made["Content-Disposition"].startswith(
        'attachment; filename="EXERCISE-C-2026_118-request-preservation.pdf"'
    )
    assert made.getvalue().startswith(b"%PDF")
    same = duty.post(path, {"first": "vi", "second": "vi", "as": "pdf"})
    assert same.status_code == 409
    assert "two different ones" in same.content.decode()
    masked = json.loads(duty.post(path, {"first": "en", "masked": "on", "as": "json"}).getvalue())
    assert "facts" in masked["masked"]
    assert "facts" not in masked["body"]["fields"]


def test_schemas_are_published_to_everybody(client: Client, db: None) -> None:
    listed = client.get("/schemas/").content.decode()
    for kind in schema_kinds():
        assert f"/schemas/{kind}.json" in listed
    found = client.get("/schemas/answer.decided.json")
    assert found["Content-Type"] == "application/schema+json"
    assert found.json() == schema("answer.decided")
    assert client.get("/schemas/nothing.json").status_code in {404, 409}
