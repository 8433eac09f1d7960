# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Conference's decision on the report on credentials, drawn from the event of the hall."""

import pytest

from longbien.actions.conference.people.delegations import open_delegation
from longbien.actions.conference.people.report import make_report
from longbien.actions.conference.people.session import session
from longbien.actions.conference.record.settled import carry_out_report, settled_report
from longbien.core.base.errors import RefusedError
from longbien.core.conference.credentials.report import Outcome
from tests.hall_stage import Stage

ON = "matter:credentials"


@pytest.fixture
def stage(db: None) -> Stage:
    """Give an open meeting that has decided on credentials before there was a report, and one delegation."""
    found = Stage()
    found.open()
    agree(found)
    found.clock.go(seconds=1)
    open_delegation(node=found.node, actor=found.first, conference="cosp-1", participant="FR")
    held = session(node=found.node, conference="cosp-1")
    make_report(node=found.node, actor=found.first, session=held, advice={})
    return found


def agree(stage: Stage) -> int:
    stage.says("consensus.asked", on=ON)
    return stage.says("consensus.declared").seq


def carry_out(stage: Stage, outcome: Outcome | None = None, decision: str = "") -> tuple[str, str]:
    held = session(node=stage.node, conference="cosp-1")
    found = carry_out_report(
        node=stage.node, actor=stage.first, session=held, number=1, outcome=outcome, decision=decision
    )
    assert settled_report(node=stage.node, session=held, report=found) is None
    return found.outcome, found.decision


def code(stage: Stage, outcome: Outcome | None = None) -> str:
    with pytest.raises(RefusedError) as refused:
        carry_out(stage, outcome)
    return refused.value.code


def test_the_hall_s_decision_since_the_report_is_carried_out_and_no_other(stage: Stage) -> None:
    assert code(stage) == "conference.report_unsettled"
    seq = agree(stage)
    assert code(stage, Outcome.REJECTED) == "conference.report_settled"
    assert carry_out(stage) == ("adopted", f"cosp-1-m1 {seq}")
    assert code(stage) == "conference.report_decided"


def test_where_the_hall_has_not_decided_the_secretariat_says_what_was_and_where(stage: Stage) -> None:
    assert carry_out(stage, Outcome.DEFERRED, "cosp-1-m1") == ("deferred", "cosp-1-m1")


def test_a_vote_that_rejects_it_is_a_decision_too(stage: Stage) -> None:
    stage.says("vote.announced", id="v1", on=ON, method="recorded")
    stage.says("vote.opened", id="v1")
    stage.says("ballot.cast", by="FR", vote="v1", choice="no", participant="FR")
    stage.says("vote.closed", id="v1")
    stage.says("result.declared", vote="v1", outcome="rejected")
    outcome, place = carry_out(stage)
    assert (outcome, place.partition(" ")[0]) == ("rejected", "cosp-1-m1")
