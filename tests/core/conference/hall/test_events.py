# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading events: what does not fit is refused with its place, and what was written is read again."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from longbien.core.base.canonical import Json, decode_loose, encode
from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.conference.hall.events import Event, event_json, read_event
from tests.core.conference.hall.walks import events
from tests.fuzz import mutate

GOOD: dict[str, Json] = {
    "seq": 7,
    "at": "2027-03-01T09:00:00.000Z",
    "kind": "proposal.tabled",
    "by": "VN",
    "body": {
        "id": "L.1",
        "sponsors": ["VN", "X-EU"],
        "question": "substance",
        "operative_parts": [{"id": "OP1", "operative": True}],
    },
}


def test_an_event_is_read_as_it_was_written() -> None:
    event = read_event(GOOD)
    assert (event.seq, event.by, event.texts("sponsors")) == (7, "VN", ("VN", "X-EU"))
    assert event_json(event) == GOOD


@settings(max_examples=40, deadline=None)
@given(events())
def test_what_can_be_written_is_read_again_or_was_malformed(said: list[Event]) -> None:
    for event in said:
        try:
            read = read_event(event_json(event))
        except MalformedError:
            continue
        assert read == event


@pytest.mark.parametrize(
    ("changed", "code", "where"),
    [
        ({"seq": 0}, "base.field_value", "$"),
        ({"at": "2027-03-01T09:00:00Z"}, "base.field_value", "$"),
        ({"kind": "no.such"}, "base.field_value", "$"),
        ({"by": "a b"}, "base.field_value", "$"),
        ({"body": []}, "base.field_type", "$"),
        ({"extra": 1}, "base.field_unknown", "$"),
        ({"body": {"id": "L.1"}}, "base.field_missing", "$.body"),
        ({"body": {"id": "L.1", "sponsors": ["a b"]}}, "base.field_value", "$.body.sponsors[0]"),
        ({"body": {"id": "L.1", "sponsors": [], "x": 1}}, "base.field_unknown", "$.body"),
        (
            {"body": {"id": "L.1", "sponsors": [], "operative_parts": [{"id": "OP1"}]}},
            "base.field_missing",
            "$.body.operative_parts[0]",
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(changed: dict[str, Json], code: str, where: str) -> None:
    with pytest.raises(MalformedError) as error:
        read_event({**GOOD, **changed})
    assert (error.value.code, error.value.params["where"]) == (code, where)


@pytest.mark.fuzz
def test_bytes_end_in_an_event_or_an_error_of_the_family(rounds: Iterator[random.Random]) -> None:
    good = encode(GOOD)
    for chance in rounds:
        try:
            read_event(decode_loose(mutate(good, chance), max_bytes=100_000))
        except LongBienError:
            continue
