# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading an object field by field."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import PartyId, parse_party_id


def failure(read: Callable[[], object]) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(MalformedError) as caught:
        read()
    return caught.value.code, caught.value.params


def test_each_kind_is_read() -> None:
    fields = Fields(
        {
            "text": "abc",
            "party": "VN",
            "number": 7,
            "flag": False,
            "hex": "00ff",
            "base64": "AP8=",
            "moment": "2025-10-25T03:00:00.000Z",
            "object": {"a": 1},
            "texts": ["x", "y"],
            "objects": [{"a": 1}, {"a": 2}],
        },
    )
    assert fields.text("text", pattern="[a-c]+") == "abc"
    assert fields.parsed("party", parse_party_id) == PartyId("VN")
    assert fields.integer("number", maximum=7) == 7
    assert fields.boolean("flag") is False
    assert fields.hex("hex", length=2) == b"\x00\xff"
    assert fields.base64("base64", length=2) == b"\x00\xff"
    assert fields.moment("moment") == datetime(2025, 10, 25, 3, tzinfo=UTC)
    assert fields.object("object").integer("a") == 1
    assert fields.texts("texts") == ("x", "y")
    assert fields.objects("objects", lambda item: item.integer("a")) == (1, 2)
    assert fields.optional("nothing", fields.text) is None
    assert fields.optional("text", fields.text) == "abc"
    fields.done()


@pytest.mark.parametrize(
    ("value", "read", "code"),
    [
        (None, lambda f: f.text("missing"), "base.field_missing"),
        (1, lambda f: f.text("x"), "base.field_type"),
        ("", lambda f: f.text("x"), "base.field_value"),
        ("abc", lambda f: f.text("x", max_length=2), "base.field_value"),
        ("abc\n", lambda f: f.text("x", pattern="abc"), "base.field_value"),
        ("d", lambda f: f.choice("x", ("a", "b")), "base.field_value"),
        (True, lambda f: f.integer("x"), "base.field_type"),
        (1.5, lambda f: f.integer("x"), "base.field_type"),
        (-1, lambda f: f.integer("x"), "base.field_value"),
        (0, lambda f: f.boolean("x"), "base.field_type"),
        ("0", lambda f: f.hex("x"), "base.field_value"),
        ("FF", lambda f: f.hex("x"), "base.field_value"),
        ("ff", lambda f: f.hex("x", length=2), "base.field_value"),
        ("AP9=", lambda f: f.base64("x"), "base.field_value"),
        ("AP8", lambda f: f.base64("x"), "base.field_value"),
        ("AP 8=", lambda f: f.base64("x"), "base.field_value"),
        ("é", lambda f: f.base64("x"), "base.field_value"),
        ("AP8=", lambda f: f.base64("x", max_length=1), "base.field_value"),
        ("vn", lambda f: f.parsed("x", parse_party_id), "base.field_value"),
        ("today", lambda f: f.moment("x"), "base.field_value"),
        ("2025-10-25T03:00:00Z", lambda f: f.moment("x"), "base.field_value"),
        ([], lambda f: f.object("x"), "base.field_type"),
        ({}, lambda f: f.texts("x"), "base.field_type"),
        ([], lambda f: f.objects("x", lambda item: item, min_items=1), "base.field_value"),
        (["a", "b"], lambda f: f.texts("x", max_items=1), "base.field_value"),
    ],
)
def test_what_is_refused(value: object, read: Callable[[Fields], object], code: str) -> None:
    fields = Fields({"x": value})  # type: ignore[dict-item]
    found, params = failure(lambda: read(fields))
    assert (found, params["field"], params["where"]) == (code, "missing" if value is None else "x", "$")


def test_a_field_that_nobody_read_is_refused() -> None:
    fields = Fields({"a": 1, "b": 2})
    fields.integer("a")
    assert failure(fields.done) == ("base.field_unknown", {"field": "b", "where": "$"})


def test_the_place_of_a_failure_is_named() -> None:
    fields = Fields({"items": [{"a": 1}, {"a": "x"}]})
    code, params = failure(lambda: fields.objects("items", lambda item: item.integer("a")))
    assert (code, params["where"]) == ("base.field_type", "$.items[1]")
    assert failure(lambda: Fields({"items": ["a", 2]}).texts("items"))[1]["where"] == "$.items[1]"


def test_only_an_object_has_fields() -> None:
    assert failure(lambda: Fields(["a"]))[0] == "base.field_type"
