# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first difference of two values, and the links of events: both name the place."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError
from longbien.core.conference.record.chain import last_link, link_events, unlink_events
from longbien.core.conference.record.difference import Difference, first_difference

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("recorded", "computed", "expected"),
    [
        ({"a": [1, 2]}, {"a": [1, 3]}, ("a[1]", "2", "3")),
        ({"a": [1]}, {"a": [1, 2]}, ("a[1]", "-", "2")),
        ({"a": [1, {"b": "x"}]}, {"a": [1]}, ("a[1]", "{'b': 'x'}", "-")),
        ({"a": 1}, {}, ("a", "1", "-")),
        ({}, {"a": None}, ("a", "-", "None")),
        ({"a": True}, {"a": 1}, ("a", "True", "1")),
        ([], {}, ("$", "[]", "{}")),
    ],
)
def test_the_first_difference_is_named_with_both_values(
    recorded: Any, computed: Any, expected: tuple[str, str, str]
) -> None:
    where, one, other = expected
    assert first_difference(recorded, computed) == Difference(where=where, recorded=one, computed=other)


@given(VALUES)
def test_a_value_does_not_differ_from_itself(value: Any) -> None:
    assert first_difference(value, value) is None


@given(VALUES, VALUES)
def test_two_values_differ_exactly_if_they_are_not_equal(one: Any, other: Any) -> None:
    same = one == other and repr(one) == repr(other)
    found = first_difference(one, other)
    assert found is None if same else True
    if found is None:
        assert one == other


EVENTS = st.lists(st.dictionaries(st.sampled_from("abc"), st.integers(0, 3), max_size=3), max_size=6)


@given(EVENTS)
def test_links_come_off_as_they_went_on(events: list[dict[str, Any]]) -> None:
    part = link_events(events, meeting="m")
    found = unlink_events(part, meeting="m")
    assert (list(found.events), found.broken_at) == (events, None)
    assert bool(last_link(part)) is bool(events)


@given(EVENTS.filter(bool), st.data())
def test_a_changed_event_breaks_its_own_link(events: list[dict[str, Any]], data: st.DataObject) -> None:
    part: Any = link_events(events, meeting="m")
    place = data.draw(st.integers(0, len(events) - 1))
    part[place] = {**part[place], "a": 99}
    assert unlink_events(part, meeting="m").broken_at == place + 1
    assert unlink_events(part, meeting="another").broken_at == 1


@pytest.mark.parametrize("part", [None, {}, "x", [1], [["a"]]])
def test_what_is_no_list_of_events_is_refused(part: Any) -> None:
    with pytest.raises(MalformedError) as caught:
        unlink_events(part, meeting="m")
    assert caught.value.code == "conference_record.malformed"
