# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What if: drafts of any form are read or refused, and the same rules never change anything."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.canonical import decode_loose
from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.conference.hall.kinds import KINDS
from longbien.core.conference.record.course import course_of_draft
from longbien.core.conference.rules.compare import read_spec
from longbien.core.conference.rules.load import profiles, rule_set
from longbien.core.conference.whatif.compare import what_if
from tests.conference import CLOSING, VOTED
from tests.fuzz import mutate

DRAFT: list[Any] = [{"by": by, "kind": kind, "body": body} for by, kind, body in (*VOTED, *CLOSING)]


def test_a_roll_call_that_fails_by_one_vote_is_carried_by_a_simple_majority() -> None:
    found = what_if(course_of_draft(DRAFT), read_spec("ga-committee"))
    assert found.first is not None
    assert (found.first.before, found.first.after) == ({"vote:v1": "rejected"}, {"vote:v1": "adopted"})
    assert [(one.name, one.after) for one in found.standings] == [("vote:v1", "adopted")]


@pytest.mark.parametrize("profile", [one.id for one in profiles()])
def test_the_same_rules_change_nothing(profile: str) -> None:
    course = course_of_draft({"rules": {"profile": profile}, "events": DRAFT})
    found = what_if(course, rule_set(profile))
    assert (found.steps, found.verdicts, found.standings) == ((), (), ())


def test_one_option_that_is_changed_is_found_at_the_event_that_it_decides() -> None:
    few = [
        one
        for one in DRAFT
        if one["kind"] != "presence.marked" or one["body"]["participant"] in ("VN", "AT", "BR")
    ]
    found = what_if(course_of_draft(few), read_spec("cosp-default:quorum_base=participating"))
    assert found.first is None or found.first.event.kind in KINDS


@pytest.mark.parametrize(
    "draft",
    [
        None,
        1,
        "x",
        {},
        {"events": {}},
        [1],
        [{}],
        [{"kind": "meeting.opened"}],
        [{"kind": "x", "by": "chair"}],
        {"events": [], "more": 1},
    ],
)
def test_what_is_no_draft_is_refused(draft: Any) -> None:
    with pytest.raises(MalformedError) as caught:
        course_of_draft(draft)
    assert caught.value.code == "conference_record.malformed"


BODIES = st.dictionaries(
    st.sampled_from(("id", "on", "participant", "method", "choice", "vote", "outcome", "sponsors")),
    st.sampled_from(("v1", "L.1", "VN", "AT", "yes", "no", "recorded", "adopted", "proposal:L.1"))
    | st.just(["VN"]),
    max_size=3,
)


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "by": st.sampled_from(("chair", "secretariat", "VN", "AT")),
                "kind": st.sampled_from(sorted(KINDS)),
                "body": BODIES,
            }
        ),
        max_size=8,
    )
)
def test_any_list_of_events_is_compared_or_refused(events: list[Any]) -> None:
    try:
        course = course_of_draft(events)
    except MalformedError:
        return
    found = what_if(course, rule_set("ilo"))
    assert found.events == len(events)


@pytest.mark.fuzz
def test_fuzzed_drafts_end_in_the_family(rounds: Iterator[Random]) -> None:
    data = json.dumps(DRAFT).encode()
    for chance in rounds:
        try:
            what_if(
                course_of_draft(decode_loose(mutate(data, chance), max_bytes=1024 * 1024)), rule_set("ilo")
            )
        except LongBienError:
            continue
