# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The record of a meeting: signed once it is closed, in the log, checked and replayed by anybody, every changed byte laid at a door."""

import base64
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from longbien.actions.conference.record.make import make_record
from longbien.actions.conference.record.printed import record_sheet
from longbien.actions.conference.record.read import record_of, records_of
from longbien.core.base.canonical import encode
from longbien.core.base.errors import LongBienError
from longbien.core.base.ids import Digest
from longbien.core.conference.record.check import check_record
from longbien.core.conference.record.course import course_of_record
from longbien.core.conference.record.file import RecordFile, parse_file, print_file
from longbien.core.conference.record.replay import replay
from longbien.core.conference.rules.compare import read_spec
from longbien.core.conference.whatif.compare import what_if
from longbien.store import models
from longbien.texts import sentence
from tests.conference import CLOSING, SCRIPT, VOTED, hold, open_session, plan_meeting
from tests.fuzz import mutate
from tests.pair import Pair, Side


def held(side: Side) -> models.Meeting:
    """Hold a short meeting and close it."""
    open_session(side)
    meeting = plan_meeting(side)
    hold(side, meeting)
    return meeting


def made(side: Side) -> RecordFile:
    """Give the record of such a meeting."""
    meeting = held(side)
    make_record(node=side.node, actor=side.officers["conference"], meeting_id=meeting.meeting_id)
    return record_of(meeting.meeting_id)


def wrong(record: RecordFile) -> list[str]:
    """Give the codes of everything that does not hold; each has its sentence."""
    found = (*check_record(record).findings, *replay(record).findings)
    assert all("%(" not in sentence(one.code, **one.params) for one in found)
    return [one.code.removeprefix("conference_record.") for one in found if not one.good]


def test_a_record_is_made_of_a_closed_meeting_and_holds(pair: Pair) -> None:
    with pair.vn as vn:
        record = made(vn)
    again = parse_file(print_file(record))
    assert again == record
    assert wrong(again) == []
    checked = check_record(again)
    assert not checked.anchored
    assert checked.not_proven[0] == "conference_record.unproven_keys"
    anchored = check_record(again, fingerprints=[Digest(checked.fingerprint)])
    assert anchored.anchored
    assert anchored.holds
    assert "conference_record.unproven_keys" not in anchored.not_proven
    outcome: Any = again.parts["outcome"]
    assert [(one["on"], one["outcome"], one["how"]) for one in outcome["decisions"]] == [
        ("proposal:L.1", "adopted", "consensus")
    ]
    assert outcome["refusals"] == []


def test_another_fingerprint_than_the_readers_is_wrong(pair: Pair) -> None:
    with pair.vn as vn:
        record = made(vn)
    checked = check_record(record, fingerprints=[Digest("0" * 64)])
    assert not checked.holds
    assert not checked.anchored


def test_an_open_meeting_has_no_record_and_only_the_secretariat_makes_one(pair: Pair) -> None:
    with pair.vn as vn:
        open_session(vn)
        meeting = plan_meeting(vn)
        hold(vn, meeting, SCRIPT)
        for name, code in (
            ("conference", "conference_record.still_open"),
            ("auditor", "people.not_permitted"),
        ):
            with pytest.raises(LongBienError) as caught:
                make_record(node=vn.node, actor=vn.officers[name], meeting_id=meeting.meeting_id)
            assert caught.value.code == code
        with pytest.raises(LongBienError) as caught:
            record_of(meeting.meeting_id)
        assert caught.value.code == "conference_record.without_not_found"
        assert [one.number for one in records_of("cosp-1")] == [0]


def test_a_second_record_names_the_one_whose_place_it_takes(pair: Pair) -> None:
    with pair.vn as vn:
        first = made(vn)
        make_record(node=vn.node, actor=vn.officers["conference"], meeting_id="cosp-1-m1")
        second = record_of("cosp-1-m1")
        assert record_of("cosp-1-m1", number=1).statement == first.statement
        assert [one.numbers for one in records_of("cosp-1")] == [(1, 2)]
    assert second.statement.number == 2
    assert second.statement.previous == check_record(first).digest
    assert wrong(second) == []


def test_a_record_of_the_second_meeting_replays_from_the_first(pair: Pair) -> None:
    with pair.vn as vn:
        made(vn)
        meeting = plan_meeting(vn)
        hold(vn, meeting, (("chair", "meeting.opened", {}), ("chair", "meeting.closed", {})))
        make_record(node=vn.node, actor=vn.officers["conference"], meeting_id=meeting.meeting_id)
        record = record_of(meeting.meeting_id)
    assert wrong(record) == []
    part: Any = record.parts
    assert part["meeting"]["begins_at"] > 1
    assert part["outcome"]["decisions"] == []


Change = Callable[[Any], object]


@pytest.mark.parametrize(
    ("part", "change", "expected"),
    [
        ("events", lambda part: part[8].update(by="AT"), ["replay_part", "replay_event", "replay_differs"]),
        ("events", lambda part: part.pop(), ["replay_part", "replay_differs"]),
        ("electorate", lambda part: part["participants"][0].update(role="ngo"), ["replay_part"]),
        (
            "outcome",
            lambda part: part["decisions"][0].update(outcome="rejected"),
            ["replay_part", "replay_differs"],
        ),
        (
            "rules",
            lambda part: part["choices"].update(tie_rule="second_vote_48h"),
            ["replay_part", "replay_rule"],
        ),
        ("meeting", lambda part: part.update(title="Another"), ["replay_part"]),
        ("documents", lambda part: part.append({"symbol": "A/B/1"}), ["replay_part"]),
    ],
)
def test_a_changed_part_is_named(pair: Pair, part: str, change: Change, expected: list[str]) -> None:
    with pair.vn as vn:
        record = made(vn)
    parts = json.loads(encode(dict(record.parts)))
    change(parts[part])
    found = wrong(replace(record, parts=parts))
    assert set(expected) <= set(found)


def test_the_first_event_that_was_changed_is_named(pair: Pair) -> None:
    with pair.vn as vn:
        record = made(vn)
    parts = json.loads(encode(dict(record.parts)))
    parts["events"][9]["by"] = "AT"
    findings = check_record(replace(record, parts=parts)).findings
    assert [one.params["number"] for one in findings if one.code == "conference_record.replay_event"] == [10]


def test_signature_log_and_keys_are_checked(pair: Pair) -> None:
    with pair.vn as vn:
        record = made(vn)
        make_record(node=vn.node, actor=vn.officers["conference"], meeting_id="cosp-1-m1")
        other = record_of("cosp-1-m1")
    with pair.at as at:
        foreign = made(at)
    assert wrong(replace(record, receipt=other.receipt)) == ["replay_log"]
    assert wrong(replace(record, decision=other.decision, receipt=other.receipt)) == ["replay_log"]
    assert wrong(replace(record, entry=foreign.entry)) == ["replay_entry"]
    envelope = json.loads(record.envelope)
    value = bytearray(base64.b64decode(envelope["signatures"][1]["sig"]))
    value[100] ^= 1
    envelope["signatures"][1]["sig"] = base64.b64encode(value).decode()
    assert "replay_signature" in wrong(replace(record, envelope=encode(envelope)))


@pytest.fixture(scope="module")
def sample() -> dict[str, bytes]:
    """Keep one record for the tests that change its bytes."""
    return {}


@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_flipped_bit_goes_unnoticed(pair: Pair, sample: dict[str, bytes], place: float, bit: int) -> None:
    if "file" not in sample:
        with pair.vn as vn:
            sample["file"] = print_file(made(vn))
    data = bytearray(sample["file"])
    data[int(place * len(data))] ^= 1 << bit
    try:
        record = parse_file(bytes(data))
        assert wrong(record) != []
    except LongBienError as error:
        assert "%(" not in sentence(error.code, **error.params)  # noqa: PT017 # which family ends it, and that it has words


@pytest.mark.fuzz
def test_fuzzed_records_end_in_the_family(pair: Pair, rounds: Iterator[Random]) -> None:
    with pair.vn as vn:
        data = print_file(made(vn))
    for chance in rounds:
        changed = mutate(data, chance)
        if changed == data:
            continue
        try:
            assert wrong(parse_file(changed)) != []
        except LongBienError:
            continue


def test_a_meeting_under_other_rules_tells_where_it_changes(pair: Pair) -> None:
    with pair.vn as vn:
        record = made(vn)
    course = course_of_record(record)
    assert what_if(course, read_spec("cosp-default")).first is None
    few = [
        event
        for event in course.events
        if event.kind != "presence.marked" or event.text("participant") in ("VN", "AT")
    ]
    found = what_if(replace(course, events=tuple(few)), read_spec("cosp-default"))
    assert found.first is None


def test_votes_stand_in_the_record_by_name_with_verdict_and_declaration_side_by_side(pair: Pair) -> None:
    with pair.vn as vn:
        open_session(vn)
        meeting = plan_meeting(vn)
        hold(vn, meeting, (*VOTED, *CLOSING))
        make_record(node=vn.node, actor=vn.officers["conference"], meeting_id=meeting.meeting_id)
        record = record_of(meeting.meeting_id)
    assert wrong(record) == []
    outcome: Any = record.parts["outcome"]
    vote = outcome["votes"][0]
    assert vote["ballots"] == {"VN": "yes", "AT": "no", "BR": "yes", "EG": "abstain", "FR": "no", "KE": "yes"}
    verdict = vote["verdict"]
    assert (verdict["outcome"], verdict["votes_needed"], verdict["for"]) == ("rejected", 4, 3)
    assert (vote["declared"], vote["differs"]) == ("adopted", True)
    assert [one["choice"] for one in vote["corrections"]] == ["yes"]
    found = what_if(course_of_record(record), read_spec("ga-committee"))
    assert found.first is not None
    assert found.first.event.kind == "vote.closed"
    assert [
        (one.vote, one.before and one.before.outcome, one.after and one.after.outcome)
        for one in found.verdicts
    ] == [("v1", "rejected", "adopted")]
    sheet = record_sheet(record, "en")
    told = "\n".join(cell for section in sheet.sections for row in section.rows for cell in row.cells)
    assert "The declaration differs from what is computed: computed rejected, declared adopted." in told
    assert "Austria explained its vote: The text goes too far." in told


def test_rules_that_change_only_figures_are_told_apart_from_those_that_change_an_outcome(pair: Pair) -> None:
    script = tuple(line for line in VOTED if line[:2] not in {("AT", "ballot.cast"), ("FR", "ballot.cast")})
    with pair.vn as vn:
        open_session(vn)
        meeting = plan_meeting(vn)
        hold(vn, meeting, (*script, *CLOSING))
        make_record(node=vn.node, actor=vn.officers["conference"], meeting_id=meeting.meeting_id)
        course = course_of_record(record_of(meeting.meeting_id))
    found = what_if(course, read_spec("cosp-default:quorum_base=participating"))
    assert found.first is None
    simple = what_if(course, read_spec("ga-committee"))
    assert (simple.first, [one.vote for one in simple.verdicts]) == (None, ["v1"])
