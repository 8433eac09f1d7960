# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Consensus, its exhausted effort, and the silence procedure."""

import pytest

from longbien.core.base.canonical import Json
from longbien.core.conference.hall.matters import put
from longbien.core.conference.hall.refusing import Refused
from longbien.core.conference.hall.steps import next_steps
from longbien.core.conference.rules.load import rule_set
from tests.hall import Hall, opened

HOUR = 3600


def test_consensus_is_there_when_nobody_objects() -> None:
    hall = opened()
    hall.table()
    assert hall.code("consensus.declared") == "not_asked"
    after = hall.agree("proposal:L.1")
    assert [(one.on, one.how, one.outcome) for one in after.decisions] == [
        ("proposal:L.1", "consensus", "adopted")
    ]


def test_one_objection_breaks_consensus_until_the_chair_asks_again() -> None:
    hall = opened()
    hall.table()
    hall.say("consensus.asked", on="proposal:L.1")
    hall.say("consensus.objected", "AT")
    assert hall.code("consensus.objected", "AT") == "objected_already"
    refusal = hall.refused("consensus.declared")
    assert (refusal.code, refusal.facts["participant"]) == ("conference_hall.consensus_broken", "AT")
    hall.agree("proposal:L.1")


@pytest.mark.parametrize("one", ["SG", "NS", "X-IPU", "X-NGO"])
def test_signatories_and_observers_do_not_block_consensus(one: str) -> None:
    hall = opened()
    hall.table()
    hall.say("consensus.asked", on="proposal:L.1")
    refusal = hall.refused("consensus.objected", one)
    assert (refusal.code, refusal.rule.value) == ("conference_hall.no_right", False)
    hall.say("consensus.declared")


def test_substance_is_voted_only_after_every_effort_was_exhausted() -> None:
    hall = opened()
    hall.table()
    with pytest.raises(Refused) as refused:
        put(hall.sitting, "proposal:L.1")
    assert refused.value.refusal.code == "conference_hall.consensus_first"
    hall.say("effort.exhausted", on="proposal:L.1")
    assert put(hall.sitting, "proposal:L.1").threshold == "two_thirds"


def test_what_only_consensus_decides_is_never_voted() -> None:
    hall = opened()
    hall.table(question="amend_rules")
    hall.say("report.received", "secretariat", report="bureau_report")
    hall.say("effort.exhausted", on="proposal:L.1")
    with pytest.raises(Refused) as refused:
        put(hall.sitting, "proposal:L.1")
    assert refused.value.refusal.code == "conference_hall.consensus_only"


def test_amendments_and_parts_take_what_the_whole_takes() -> None:
    hall = opened()
    hall.table()
    hall.say("amendment.tabled", "AT", id="A.1", proposal="L.1")
    hall.say("effort.exhausted", on="proposal:L.1")
    assert put(hall.sitting, "amendment:A.1").threshold == "two_thirds"
    hall.say("question.ruled", id="r1", on="proposal:L.1", question="procedure")
    assert put(hall.sitting, "amendment:A.1").threshold == "simple"


@pytest.mark.parametrize("inner", ["amendment:A.1", "part:L.1/2"])
def test_an_exhausted_effort_on_an_amendment_or_a_part_opens_the_vote_on_that_and_on_nothing_else(
    inner: str,
) -> None:
    hall = opened()
    hall.table(operative_parts=[{"id": "1", "operative": True}, {"id": "2", "operative": True}])
    hall.say("amendment.tabled", "AT", id="A.1", proposal="L.1")
    if inner.startswith("part:"):
        hall.agree("amendment:A.1")
        hall.say("division.requested", "AT", proposal="L.1", parts=["2"])
        hall.say("division.granted", proposal="L.1")
    hall.say("consensus.asked", on=inner)
    hall.say("consensus.objected", "FR")
    assert hall.refused("vote.announced", id="v1", on=inner, method="recorded").facts["on"] == inner
    assert offered(hall, "effort.exhausted")[0] == inner
    hall.say("effort.exhausted", on=inner)
    assert inner in offered(hall, "vote.announced")
    assert put(hall.sitting, inner).threshold == "two_thirds"
    assert "proposal:L.1" not in hall.sitting.exhausted


def offered(hall: Hall, kind: str) -> list[Json]:
    return [step.body["on"] for step in next_steps(hall.sitting) if step.kind == kind]


def test_nothing_is_decided_between_a_request_for_a_count_and_the_count() -> None:
    hall = opened()
    hall.table()
    hall.say("presence.challenged", "AT")
    assert hall.code("consensus.asked", on="proposal:L.1") == "count_asked"


def test_silence_lasts_at_least_seventy_two_hours_and_ends_in_adoption() -> None:
    hall = opened()
    hall.table()
    assert hall.refused("silence.started", on="proposal:L.1", hours=71).facts["least"] == "72"
    hall.say("silence.started", on="proposal:L.1")
    assert hall.code("silence.started", on="proposal:L.1") == "silence_runs"
    hall.say("meeting.closed")
    assert hall.code("silence.ended", on="proposal:L.1", later=71 * HOUR) == "silence_early"
    assert hall.code("silence.broken", "AT", on="proposal:L.1", later=72 * HOUR) == "silence_over"
    after = hall.say("silence.ended", on="proposal:L.1", later=72 * HOUR)
    assert (after.proposals["L.1"].state, after.silences) == ("adopted", {})


def test_any_party_breaks_the_silence() -> None:
    hall = opened()
    hall.table()
    hall.say("silence.started", on="proposal:L.1")
    assert hall.code("silence.broken", "SG", on="proposal:L.1") == "no_right"
    hall.say("silence.broken", "AT", on="proposal:L.1")
    after = hall.say("silence.ended", on="proposal:L.1")
    assert (after.proposals["L.1"].state, after.silences) == ("tabled", {})
    assert hall.code("silence.ended", on="proposal:L.1") == "no_silence"


@pytest.mark.parametrize(("option", "hours", "code"), [("off", 72, "silence_off"), ("on_custom", 24, "")])
def test_the_variant_says_whether_there_is_a_silence_procedure_and_how_long(
    option: str, hours: int, code: str
) -> None:
    hall = opened(rule_set(choices={"silence_procedure": option}))
    hall.table()
    if code:
        assert hall.code("silence.started", on="proposal:L.1", hours=hours) == code
    else:
        hall.say("silence.started", on="proposal:L.1", hours=hours)


def test_a_question_whether_anybody_objects_is_over_once_something_is_voted() -> None:
    hall = opened()
    hall.say("consensus.asked", on="matter:a")
    hall.say("vote.announced", id="v1", on="matter:b", method="show_of_hands")
    hall.say("vote.voided", id="v1", words="wrong matter")
    assert hall.code("consensus.declared") == "not_asked"
