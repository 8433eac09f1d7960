# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever is sent to any address of the desks, in its shape or out of it: an answer of the description, never a failure."""

import json
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import quote, urlencode

import pytest
from django.core.cache import cache
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api.cooperation.conftest import BASE
from tests.api.cooperation.test_a_case import sent
from tests.pair import Pair
from tests.requests import preservation
from tools.openapi import SNAPSHOT

DESCRIPTION: Final = json.loads(SNAPSHOT.read_text(encoding="utf-8"))
OPERATIONS: Final = [
    (path.removeprefix(BASE), method.upper(), operation)
    for path, methods in DESCRIPTION["paths"].items()
    for method, operation in methods.items()
    if path.startswith(BASE)
]
JSON: Final = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=30)
    | st.sampled_from(
        ["2026-11-22", "2026-11-22T03:00:00Z", "granted", "preservation", "hanoi", "8.8.8.8", "8"]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3),
    max_leaves=8,
)


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    """Follow a reference into the description."""
    while "$ref" in schema:
        schema = DESCRIPTION["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    return schema


def value_of(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Give values of a schema, as near as matters: the right type, bounds mostly kept."""
    found = resolved(schema)
    if "anyOf" in found:
        return st.one_of([value_of(one) for one in found["anyOf"]])
    kind = found.get("type")
    if kind == "object" and "properties" in found:
        needed = {name: value_of(one) for name, one in found["properties"].items()}
        return (
            st.fixed_dictionaries({}, optional=needed)
            if "required" not in found
            else st.fixed_dictionaries(needed)
        )
    if kind == "object":
        names = st.sampled_from([*preservation(), "x"])
        return st.dictionaries(names, JSON, max_size=6)
    if kind == "array":
        return st.lists(value_of(found.get("items", {})), max_size=3)
    if found.get("format") == "date-time":
        return st.datetimes().map(lambda at: at.isoformat() + "Z")
    plain: dict[str, st.SearchStrategy[Any]] = {
        "string": st.text(max_size=40)
        | st.sampled_from(["granted", "executed", "preservation", "disclosure", "AT"]),
        "integer": st.integers(min_value=-5, max_value=10**20),
        "boolean": st.booleans(),
    }
    return plain.get(str(kind), JSON)


@pytest.mark.parametrize(
    ("path", "method", "operation"), OPERATIONS, ids=[f"{one[1]} {one[0]}" for one in OPERATIONS]
)
def test_no_input_makes_the_door_fail(
    pair: Pair, program: Callable[..., Any], path: str, method: str, operation: dict[str, Any]
) -> None:
    vn, request_id = sent(pair, program)
    kept = vn.ask("POST", "/drafts", {"form": "preservation", "partner": "AT", "fields": preservation()})[1]
    known = {
        "request_id": [request_id, kept["request_id"]],
        "number": ["1", "2"],
        "form_id": ["preservation"],
    }
    known["field"] = ["court_decision"]
    parameters = operation.get("parameters", [])
    content = operation.get("requestBody", {}).get("content", {})
    shape = content.get("application/json", {}).get("schema")

    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
    @given(data=st.data())
    def ask(data: st.DataObject) -> None:
        address, query = path, {}
        for one in parameters:
            value = data.draw(
                value_of(one["schema"])
                if one["in"] == "query"
                else st.sampled_from(known[one["name"]]) | st.text(min_size=1, max_size=9)
            )
            if one["in"] == "path":
                address = address.replace("{" + one["name"] + "}", quote(str(value), safe=""))
            elif data.draw(st.booleans()):
                query[one["name"]] = str(value)
        body = data.draw(value_of(shape) | JSON) if shape else None
        cache.clear()  # how often one may ask is another test
        status, found = vn.ask(method, f"{address}?{urlencode(query, errors='replace')}", body)
        assert status < 500, found
        if status >= 400 and status != 405 and isinstance(found, dict):
            assert found["detail"] != found["code"]

    ask()
