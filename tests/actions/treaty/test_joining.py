# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The joining of the node's own State: versions of answers, records of tasks, rights, papers, and nothing half-stored."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from longbien.actions.node import Node
from longbien.actions.treaty.joining import (
    confirm_notice,
    joining_case,
    joining_paper,
    keep_answers,
    record_task,
    replace_answers,
)
from longbien.bridge.joining_papers import JoiningPapers
from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError, RefusedError, UsageError
from longbien.core.treaty.joining.checklist import YEARLY, Recorded, State
from longbien.core.treaty.joining.flaws import FlawedError, NotReadyError, stops
from longbien.store import models
from tests.authority import authority
from tests.joining import TODAY, complete
from tests.nodes import Clock, make_node, make_officer
from tests.requests import TODAY as NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW.replace(year=TODAY.year, month=TODAY.month, day=TODAY.day))


@pytest.fixture
def node(clock: Clock) -> Node:
    return replace(make_node(authority("VN"), clock=clock), joining_papers=JoiningPapers())


@pytest.fixture
def officer() -> models.Officer:
    return make_officer("treaty-1", "treaty-officer")


def test_answers_are_kept_in_versions_each_with_a_trace(node: Node, officer: models.Officer) -> None:
    first = replace_answers(node=node, actor=officer, value=complete())
    assert (first.number, stops(first.flaws())) == (1, ())
    second = keep_answers(node=node, actor=officer, changes={"deposit.note": "13/2026"})
    assert (second.number, second.answers.get("deposit.note"), second.saved_by) == (
        2,
        "13/2026",
        "zz-treaty-1",
    )
    assert keep_answers(node=node, actor=officer, changes={"deposit.note": "13/2026"}).number == 2
    assert models.JoiningAnswers.objects.count() == 2
    assert models.DecisionRecord.objects.filter(verb="treaty.join").count() == 2


@pytest.mark.parametrize("changes", [{"deposit.note": "1", "instrument.day": "x"}, {"king": "1"}])
def test_a_flaw_keeps_nothing(node: Node, officer: models.Officer, changes: Mapping[str, Json]) -> None:
    with pytest.raises(FlawedError):
        keep_answers(node=node, actor=officer, changes=changes)
    with pytest.raises(FlawedError):
        replace_answers(node=node, actor=officer, value=dict(changes))
    assert models.JoiningAnswers.objects.count() == 0


def test_only_treaty_officers_write_and_everybody_with_a_role_reads(node: Node) -> None:
    for role in ("auditor", "duty-officer", "directory-officer"):
        other = make_officer(role, role)
        assert joining_case(node=node, actor=other).number == 0
        with pytest.raises(RefusedError, match=r"people\.not_permitted"):
            keep_answers(node=node, actor=other, changes={"deposit.note": "1"})
        with pytest.raises(RefusedError, match=r"people\.not_permitted"):
            joining_paper(node=node, actor=other, languages=("en",), form="pdf", draft=True)
    with pytest.raises(RefusedError, match=r"people\.not_permitted"):
        joining_case(node=node, actor=make_officer("nobody"))


def test_a_notice_is_sent_and_confirmed_a_year_later(
    node: Node, officer: models.Officer, clock: Clock
) -> None:
    replace_answers(node=node, actor=officer, value=complete())
    with pytest.raises(RefusedError, match=r"joining\.na_not_sent"):
        confirm_notice(node=node, actor=officer, task="notice-40-13")
    record_task(
        node=node,
        actor=officer,
        record=Recorded(task="notice-40-13", state=State.DONE, on=TODAY, evidence="Note 12/2026"),
    )
    clock.now += timedelta(days=360)
    name = YEARLY + "notice-40-13"
    before = {task.id: task for task in joining_case(node=node, actor=officer).tasks()}[name]
    assert (before.state, before.due) == (State.OPEN, date(2027, 11, 22))
    found = confirm_notice(node=node, actor=officer, task="notice-40-13")
    after = {task.id: task for task in found.tasks()}[name]
    assert (after.state, after.due) == (State.DONE, date(2028, 11, 17))


@pytest.mark.parametrize(
    ("record", "code"),
    [
        (Recorded(task="king", state=State.DONE, on=TODAY), "joining.task_unknown"),
        (
            Recorded(task="notice-53-7", state=State.NOT_APPLICABLE, on=TODAY, reason=" "),
            "joining.reason_missing",
        ),
        (
            Recorded(task="notice-53-7", state=State.DONE, on=TODAY + timedelta(days=1)),
            "joining.record_future",
        ),
        (Recorded(task="notice-53-7", state=State.DONE, on=TODAY, owner="x" * 201), "joining.record_long"),
        (
            Recorded(task="notice-53-7", state=State.DONE, on=TODAY, evidence="x" * 1001),
            "joining.record_long",
        ),
    ],
)
def test_a_wrong_record_is_refused(node: Node, officer: models.Officer, record: Recorded, code: str) -> None:
    with pytest.raises(LongBienError) as caught:
        record_task(node=node, actor=officer, record=record)
    assert (caught.value.code, models.JoiningRecord.objects.count()) == (code, 0)


def test_a_question_that_is_not_asked_every_year(node: Node, officer: models.Officer) -> None:
    with pytest.raises(RefusedError, match=r"joining\.not_yearly"):
        confirm_notice(node=node, actor=officer, task="deposit")


def test_papers_of_an_exercise_node_say_so(node: Node, officer: models.Officer) -> None:
    with pytest.raises(NotReadyError):
        joining_paper(node=node, actor=officer, languages=("en",), form="pdf")
    replace_answers(node=node, actor=officer, value=complete())
    assert joining_paper(node=node, actor=officer, languages=("vi", "en"), form="pdf").startswith(b"%PDF")
    assert joining_paper(node=node, actor=officer, languages=("vi", "en"), form="docx").startswith(b"PK")
    told = json.loads(joining_paper(node=node, actor=officer, languages=("en",), form="json"))
    assert (told["exercise"], told["party"]) == (True, "VN")


def test_a_process_without_a_setter_makes_no_papers(node: Node, officer: models.Officer) -> None:
    replace_answers(node=node, actor=officer, value=complete())
    bare = replace(node, joining_papers=None)
    with pytest.raises(UsageError, match=r"joining\.papers_missing"):
        joining_paper(node=bare, actor=officer, languages=("en",), form="pdf")
    with pytest.raises(UsageError, match=r"joining\.format_unknown"):
        joining_paper(node=bare, actor=officer, languages=("en",), form="odt")
