# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The engine as a whole: never anything but a refusal, the same again on replay, nothing changed by what is refused."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from longbien.core.base.canonical import encode
from longbien.core.conference.hall import engine
from longbien.core.conference.hall.engine import HANDLERS, begin, decide, step, with_refusal
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.kinds import KINDS, VOTE
from longbien.core.conference.hall.life import ALLOWED
from longbien.core.conference.hall.matters import SORTS
from longbien.core.conference.hall.printing import sitting_json
from longbien.core.conference.hall.refusing import Refused
from longbien.core.conference.hall.series import Series
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.rules.load import profiles, rule_set
from longbien.texts import SENTENCES, sentence
from tests.core.conference.hall.walks import events, meetings
from tests.hall import everybody

RULE = re.compile(r'rules\.value\("([a-z_.]+)"\)')


def folded(said: list[Event]) -> Sitting:
    sitting = begin(rule_set(), everybody())
    for event in said:
        try:
            sitting = step(sitting, event)
        except Refused as refused:
            sitting = with_refusal(sitting, event, refused)
    return sitting


@settings(max_examples=40, deadline=None)
@given(events())
def test_whatever_is_said_the_engine_accepts_it_or_refuses_it_with_a_rule(said: list[Event]) -> None:
    sitting = begin(rule_set(), everybody())
    for event in said:
        try:
            sitting = step(sitting, event)
        except Refused as refused:
            refusal = refused.refusal
            assert refusal.code in SENTENCES
            assert refusal.rule.path
            assert "(" not in sentence(refusal.code, **dict.fromkeys(refusal.facts, "x"))


@settings(max_examples=12, deadline=None)
@given(meetings())
def test_replay_gives_the_same_record_byte_by_byte(said: list[Event]) -> None:
    once, again = decide(rule_set(), everybody(), said), decide(rule_set(), everybody(), list(said))
    assert once == again == folded(said)
    assert encode(sitting_json(once)) == encode(sitting_json(again))


@settings(max_examples=12, deadline=None)
@given(meetings())
def test_a_refused_event_changes_nothing(said: list[Event]) -> None:
    whole = decide(rule_set(), everybody(), said)
    refused = {one.seq for one in whole.refusals}
    accepted = decide(rule_set(), everybody(), [event for event in said if event.seq not in refused])
    assert replace(whole, refusals=Series()) == accepted


@settings(max_examples=12, deadline=None)
@given(meetings())
def test_while_a_vote_runs_only_what_concerns_it_is_accepted(said: list[Event]) -> None:
    sitting = begin(rule_set(), everybody())
    for event in said:
        running, appealed = bool(sitting.voting), bool(sitting.order)
        try:
            sitting = step(sitting, event)
        except Refused:
            continue
        if running:
            assert VOTE in KINDS[event.kind].amid or (appealed and event.kind == "vote.announced")
            if event.kind == "order.raised":
                assert event.text("about") == "vote"


@settings(max_examples=12, deadline=None)
@given(meetings())
def test_a_proposal_changes_only_as_its_table_of_life_says(said: list[Event]) -> None:
    sitting = begin(rule_set(), everybody())
    for event in said:
        before = sitting.proposals
        try:
            sitting = step(sitting, event)
        except Refused:
            continue
        changes = {
            (before[name].state, held.state) for name, held in sitting.proposals.items() if name in before
        }
        assert {change for change in changes if change[0] != change[1]} <= ALLOWED


def test_every_kind_has_a_handler_and_every_handler_a_kind() -> None:
    assert sorted(HANDLERS) == sorted(KINDS)


@pytest.mark.parametrize("size", [0, 1, 63, 64, 65, 200])
def test_a_series_is_the_sequence_that_was_added(size: int) -> None:
    series: Series[int] = Series()
    for number in range(size):
        series = series.added(number)
    assert (tuple(series), len(series)) == (tuple(range(size)), size)
    assert series == Series(range(size))
    assert hash(series) == hash(Series(range(size)))
    assert [series[place] for place in range(-size, size)] == [*range(size), *range(size)]
    assert series[1:3] == tuple(range(size))[1:3]
    with pytest.raises(IndexError):
        series[size]


@pytest.mark.parametrize("profile", [one.id for one in profiles()])
def test_every_rule_that_the_hall_asks_for_is_there_in_every_profile(profile: str) -> None:
    rules = rule_set(profile)
    folder = Path(engine.__file__).parent
    asked = {name for path in sorted(folder.glob("*.py")) for name in RULE.findall(path.read_text("utf-8"))}
    assert len(asked) > 20
    assert sorted(asked - set(rules.values)) == []
    assert {row.rule for row in SORTS.values()} <= set(rules.values)
