# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Clocks: started and stopped by acts only, standing still while a question is open, sorted by what will be lost first."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.library import parse_yaml
from longbien.core.cooperation.acts.bodies import Body, Decided, Executed, Information, InformationWanted
from longbien.core.cooperation.acts.bodies_json import kind_of, write_body
from longbien.core.cooperation.clocks.clocks import About, Clock, Due, Target, clocks_of, in_zones, what_burns
from longbien.core.cooperation.clocks.rules import clock_rules, parse_rules
from longbien.core.cooperation.clocks.spans import Span, WeekendsOnly
from longbien.core.cooperation.life.events import REQUESTED, REQUESTING, Event, event_of_act
from longbien.core.cooperation.life.lifecycle import RequestState, replay
from tests.requests import complete, preservation, request, stored_data

START = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def after(days: float) -> datetime:
    return START + timedelta(days=days)


def said(body: Body, day: float, *, linked: str = "") -> Event:
    kind = kind_of(body)
    by = REQUESTED if kind.startswith("answer") else REQUESTING
    return event_of_act(
        kind=kind, by=by, at=after(day), act=f"{kind}@{day}", body=write_body(body), linked=linked
    )


def bare(kind: str, day: float, *, by: str = REQUESTED, item: str = "") -> Event:
    return Event(kind=kind, by=by, at=after(day), act=f"{kind}@{day}{item}", item=item)


ASKED = said(request(preservation(), kind="preservation"), 0)
GRANTED = said(Decided(measure="preservation", decision="granted"), 1)
KEPT = said(Executed(measure="preservation", outcome="executed", since=after(1), until=after(61)), 1)
WANTS_DATA = said(request(stored_data(), kind="stored-data"), 0)
QUESTION = said(InformationWanted(questions="Which account?"), 2)
REPLY = said(Information(text="This one.", form="stored-data", form_version=2, values={}), 6)


def clock(state: RequestState, rule: str, *, day: float, urgent: bool = False) -> Clock:
    found = [one for one in clocks_of(state, now=after(day), about=About(urgent=urgent)) if one.rule == rule]
    assert len(found) == 1
    return found[0]


def rules(state: RequestState, *, day: float) -> list[str]:
    found = [one.rule for one in what_burns(clocks_of(state, now=after(day)), after(day))]
    return [one for one in found if one != "renew-order"]


def test_a_request_waits_for_its_acknowledgement() -> None:
    waiting = clock(replay([ASKED]), "acknowledge", day=0.5)
    assert (waiting.due_at, waiting.state, waiting.nature) == (after(1), "running", "target")
    assert waiting.started_by == ASKED.act
    assert clock(replay([ASKED]), "acknowledge", day=0.5, urgent=True).due_at == START + timedelta(hours=1)
    seen = clock(replay([ASKED, bare("answer.acknowledged", 0.2)]), "acknowledge", day=0.5)
    assert (seen.state, seen.stopped_at, seen.stopped_by) == (
        "stopped",
        after(0.2),
        "answer.acknowledged@0.2",
    )


def test_preservation_is_the_legal_clock_and_moves_with_an_extension() -> None:
    """Art. 42(8)-(9)."""
    state = replay([ASKED, GRANTED, KEPT])
    assert (
        clock(state, "preservation-ends", day=2).nature,
        clock(state, "preservation-ends", day=2).due_at,
    ) == (
        "legal",
        after(61),
    )
    assert clock(state, "ask-extension", day=2).due_at == after(51)
    longer = said(Executed(measure="preservation", outcome="executed", since=after(1), until=after(120)), 40)
    extended = replay([ASKED, GRANTED, KEPT, longer])
    assert clock(extended, "preservation-ends", day=41).due_at == after(120)
    assert clock(extended, "preservation-ends", day=41).started_by == KEPT.act


def test_a_lapse_runs_out_by_time_alone() -> None:
    over = clock(replay([ASKED, GRANTED, KEPT]), "preservation-ends", day=62)
    assert (over.state, over.stopped_at, over.stopped_by, over.due_at) == (
        "run-out",
        after(61),
        "",
        after(61),
    )
    assert rules(replay([ASKED, GRANTED, KEPT]), day=62) == []


def test_a_follow_up_request_stops_the_clock_of_preservation() -> None:
    follow_up = said(request(stored_data(), kind="stored-data"), 30, linked="mla")
    stopped = clock(replay([ASKED, GRANTED, KEPT, follow_up]), "preservation-ends", day=31)
    assert (stopped.state, stopped.stopped_by) == ("stopped", follow_up.act)


@pytest.mark.parametrize(("kind", "by"), [("answer.closed", REQUESTED), ("request.withdrawn", REQUESTING)])
def test_no_clock_runs_on_in_a_request_that_has_ended(kind: str, by: str) -> None:
    granted = said(Decided(measure="disclosure", decision="granted"), 1)
    assert "carry-out-disclosure" in rules(replay([WANTS_DATA, granted]), day=2)
    assert rules(replay([WANTS_DATA, granted, bare(kind, 3, by=by)]), day=4) == []


def test_a_question_makes_the_clock_stand_still() -> None:
    """Scenario 11: shown as stopped, by a recorded act; the end moves by as much."""
    standing = clock(replay([WANTS_DATA, QUESTION]), "decide-disclosure", day=4)
    assert (standing.state, standing.paused_since) == ("paused", after(2))
    assert standing.left(after(4)) == standing.left(after(5)) == 28 * DAY
    going = clock(replay([WANTS_DATA, QUESTION, REPLY]), "decide-disclosure", day=7)
    assert (going.state, going.due_at, going.paused_since) == ("running", after(34), None)
    assert clock(replay([WANTS_DATA, QUESTION]), "answer-question", day=4).acts == REQUESTING


def test_a_question_before_the_clock_began_does_not_move_it() -> None:
    decided = said(Decided(measure="disclosure", decision="granted"), 8)
    assert clock(
        replay([WANTS_DATA, QUESTION, REPLY, decided]), "carry-out-disclosure", day=9
    ).due_at == after(98)


def test_the_moment_asked_for_is_a_clock_of_its_own() -> None:
    state = replay([WANTS_DATA])
    assert [one.rule for one in clocks_of(state, now=START) if one.rule == "needed-by"] == []
    (needed,) = [
        one for one in clocks_of(state, now=START, about=About(needed_by=after(9))) if one.rule == "needed-by"
    ]
    assert needed.due_at == after(9)


def test_each_item_of_evidence_has_its_own_clock() -> None:
    decided = said(Decided(measure="disclosure", decision="granted"), 1)
    items = [bare("evidence.announced", 2, item=item) for item in "ab"]
    accepted = bare("evidence.accepted", 3, by=REQUESTING, item="a")
    found = clocks_of(replay([WANTS_DATA, decided, *items, accepted]), now=after(4))
    assert [(one.rule, one.item, one.state) for one in found if one.item] == [
        ("accept-conditions", "a", "stopped"),
        ("accept-conditions", "b", "running"),
        ("release-key", "a", "running"),
    ]


def test_a_partner_can_have_other_targets_but_no_other_law() -> None:
    state = replay([ASKED, GRANTED, KEPT])
    three = Target(number=7, span=Span(amount=3, unit="h"))
    about = About(targets={"acknowledge": three, "preservation-ends": three, "renew-order": three})
    clocks = clocks_of(state, now=after(2), about=about)
    found = {one.rule: one.due_at for one in clocks}
    assert {one.rule for one in clocks if one.target == 7} == {"acknowledge"}
    assert found["acknowledge"] == START + timedelta(hours=3)
    assert found["preservation-ends"] == after(61)


def test_an_end_that_was_kept_stays_whatever_is_set_later() -> None:
    state = replay([ASKED])
    first = clock(state, "acknowledge", day=0.5)
    kept = {
        ("acknowledge", "", ASKED.act, START): Due(
            at=first.due_at, version=1, calendar="old", zone="UTC", target=3
        )
    }
    later = About(kept=kept, targets={"acknowledge": Target(number=9, span=Span(amount=9, unit="h"))})
    (found,) = [one for one in clocks_of(state, now=after(0.5), about=later) if one.rule == "acknowledge"]
    assert (found.due_at, found.calendar, found.target) == (first.due_at, "old", 3)
    moved = About(kept={("acknowledge", "", ASKED.act, after(1)): kept.popitem()[1]}, targets=later.targets)
    (found,) = [one for one in clocks_of(state, now=after(0.5), about=moved) if one.rule == "acknowledge"]
    assert (found.due_at, found.target) == (START + timedelta(hours=9), 9)


def test_secrecy_is_reviewed_on_the_day_named_or_after_ninety_days() -> None:
    state = replay([ASKED])

    def reviews(about: About) -> list[datetime]:
        return [
            one.due_at for one in clocks_of(state, now=START, about=about) if one.rule == "secrecy-review"
        ]

    assert reviews(About()) == []
    secret = frozenset({"secret"})
    assert reviews(About(facts=secret)) == [datetime(2027, 2, 19, 23, 59, 59, tzinfo=UTC)]
    assert reviews(About(facts=secret, review_on=after(30))) == [after(30)]


def test_an_emergency_has_hours_and_no_other_request_has_them() -> None:
    state = replay([WANTS_DATA])

    def decided_by(kind: str, *, urgent: bool) -> dict[str, timedelta]:
        found = clocks_of(state, now=START, about=About(kind=kind, urgent=urgent))
        return {one.rule: one.due_at - START for one in found if one.rule.startswith("decide")}

    assert decided_by("emergency", urgent=True) == {"decide-emergency": timedelta(hours=1)}
    assert decided_by("emergency", urgent=False) == {"decide-emergency": timedelta(hours=4)}
    assert decided_by("stored-data", urgent=False) == {"decide-disclosure": 30 * DAY}


def test_what_was_asked_orally_is_confirmed_in_writing_within_a_day() -> None:
    draft = replay([bare("draft", 0.5, by=REQUESTING)])
    about = About(facts=frozenset({"oral"}), oral_at=START)
    (found,) = [one for one in clocks_of(draft, now=after(0.6), about=about) if one.rule == "confirm-oral"]
    assert (found.due_at, found.acts) == (after(1), REQUESTING)
    sent = clocks_of(replay([ASKED]), now=after(0.6), about=about)
    assert [one.rule for one in sent if one.rule == "confirm-oral"] == []


def test_the_law_of_the_arresting_state_sets_the_release_in_its_own_days() -> None:
    """Scenario 28: the statutory clock counts in the arresting State's zone, from the arrest."""
    asked = said(request(complete("provisional-arrest"), kind="provisional-arrest"), 0)
    granted = said(Decided(measure="arrest", decision="granted"), 1)
    held = said(Executed(measure="arrest", outcome="executed", since=after(1), until=after(41)), 1)
    state = replay([asked, granted, held])
    vienna = {REQUESTED: WeekendsOnly(zone="Europe/Vienna")}
    about = About(kind="provisional-arrest", arrest_days=40, calendars=vienna)
    found = {one.rule: one for one in clocks_of(state, now=after(2), about=about)}
    release = found["release-by-law"]
    assert release.due_at == datetime(2027, 1, 1, 22, 59, 59, tzinfo=UTC)  # the end of 1 January in Vienna
    assert (release.nature, release.zone) == ("legal", "Europe/Vienna")
    assert "release-by-law" not in {
        one.rule for one in clocks_of(state, now=after(2))
    }  # no profile names days


def test_what_will_be_lost_first_comes_first() -> None:
    question = said(InformationWanted(questions="Go on?"), 57)
    state = replay([ASKED, bare("answer.acknowledged", 0.1), GRANTED, KEPT, question])
    assert rules(state, day=57.5) == ["ask-extension", "preservation-ends", "answer-question"]
    assert rules(state, day=58.5) == ["preservation-ends", "ask-extension", "answer-question"]
    both = replay([WANTS_DATA, bare("answer.acknowledged", 0.1), QUESTION])
    assert rules(both, day=3) == ["answer-question", "decide-disclosure"]


def test_a_moment_is_shown_as_each_side_reads_it() -> None:
    here, there = in_zones(START, ("Asia/Ho_Chi_Minh", "Europe/Vienna"))
    assert (here.isoformat(), there.isoformat()) == ("2026-11-21T10:00:00+07:00", "2026-11-21T04:00:00+01:00")
    for name in ("Mars/Olympus", "", "../etc/passwd", "a" * 300):
        with pytest.raises(RefusedError) as refused:
            in_zones(START, (name,))
        assert refused.value.code == "cooperation.zone_unknown"


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    choices = [
        ASKED,
        WANTS_DATA,
        GRANTED,
        KEPT,
        QUESTION,
        REPLY,
        bare("answer.returned", 1.5),
        bare("answer.acknowledged", 0.1),
    ]
    return draw(st.lists(st.sampled_from(choices), max_size=8))


@given(history=histories(), day=st.integers(0, 100))
def test_clocks_of_any_history_are_whole_and_repeatable(history: list[Event], day: int) -> None:
    state = replay(history)
    found = clocks_of(state, now=after(day), about=About(needed_by=after(20)))
    assert found == clocks_of(state, now=after(day), about=About(needed_by=after(20)))
    keys = [(one.rule, one.item, one.started_by) for one in found]
    assert len(set(keys)) == len(keys)
    for one in found:
        assert (one.stopped_at is None) == (one.state in ("running", "paused"))
        assert (one.paused_since is not None) == (one.state == "paused")
    burning = what_burns(found, after(day))
    assert sorted(burning, key=repr) == sorted((one for one in found if one.stopped_at is None), key=repr)


def test_only_law_makes_legal_clocks() -> None:
    legal = [rule for rule in clock_rules() if rule.nature == "legal"]
    assert [(rule.rule, rule.sources[0].ref) for rule in legal] == [
        ("preservation-ends", "42.8"),
        ("arrest-ends", "37.10"),
        ("renew-order", "25.2"),
        ("consent-ends", "40.19"),
        ("release-by-law", "37.10"),
    ]
    assert not any(rule.may_be_set for rule in legal)


GOOD = """schema: longbien/clocks/1
rules:
  - rule: one
    version: 1
    label: "One"
    nature: target
    acts: requested
    loses: answer
    track: request
    runs_in: [sent]
    due: hours
    hours: 1
    urgent_hours: 1
    pauses: false
    source: [{ref: "house", confidence: judgement}]
"""


@pytest.mark.parametrize(
    ("before", "after_"),
    [
        ("runs_in: [sent]", "runs_in: [asked]"),
        ("runs_in: [sent]", "runs_in: []"),
        ("    hours: 1\n", ""),
        ("due: hours", "due: kept-until"),
        ("due: hours", "due: hours\n    days_before: 3"),
        ("due: hours", "due: after"),
        ("due: hours\n    hours: 1\n    urgent_hours: 1", 'due: after\n    after: "soon"'),
        ("pauses: false", "pauses: false\n    alarms: [d-4]"),
        ("pauses: false", "pauses: false\n    when: sunny"),
        ("nature: target", "nature: divine"),
        ("acts: requested", "acts: nobody"),
        ("track: request", "track: paper"),
        ("rule: one", "rule: One"),
    ],
)
def test_a_mistake_names_its_place(before: str, after_: str) -> None:
    with pytest.raises(MalformedError) as refused:
        parse_rules(parse_yaml(GOOD.replace(before, after_), source="clocks/test.yaml"))
    assert refused.value.params["place"] == "clocks/test.yaml:3"


def test_a_rule_given_twice_is_refused() -> None:
    with pytest.raises(MalformedError):
        parse_rules(parse_yaml(GOOD + GOOD.split("rules:\n")[1], source="clocks/test.yaml"))
