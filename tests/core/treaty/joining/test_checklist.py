# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.treaty.joining.checklist`: every notice has its task, and each task is right on any day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.ids import PartyId
from longbien.core.treaty.joining.answers import NOTHING
from longbien.core.treaty.joining.checklist import (
    CLOSES,
    YEARLY,
    Position,
    Recorded,
    State,
    Task,
    a_year_after,
    checklist,
)
from longbien.core.treaty.joining.position import position_of
from longbien.core.treaty.joining.tasks import task_rows
from longbien.core.treaty.provisions.indexes import notices, reservations
from longbien.core.treaty.status.events import events_seed
from longbien.sentences.joining import SENTENCES
from tests.joining import SIGNED, TODAY, answers, position

DAYS = st.dates(date(2025, 1, 1), date(2060, 1, 1))
POSITIONS = st.builds(
    Position,
    party=st.just(PartyId("VN")),
    today=DAYS,
    organisation=st.booleans(),
    signed=st.none() | DAYS,
    deposited=st.none() | DAYS,
    in_force=st.none() | DAYS,
)


def by_id(found: tuple[Task, ...]) -> dict[str, Task]:
    """Give the tasks by id."""
    return {task.id: task for task in found}


@given(POSITIONS, st.sampled_from([NOTHING, answers()]))
def test_every_notice_produces_its_task_and_its_yearly_question(where: Position, said: object) -> None:
    found = checklist(where, said)  # type: ignore[arg-type]
    assert len(by_id(found)) == len(found)
    assert {row.duty.id for row in notices()} <= {task.duty for task in found}
    assert {row.duty.id for row in reservations() if row.fact.kind == "reservation"} <= {
        task.duty for task in found
    }
    assert {task.id.removeprefix(YEARLY) for task in found if task.yearly} == {
        row.id for row in task_rows() if row.yearly
    }
    for task in found:
        assert (task.state is State.NOT_APPLICABLE) == bool(task.reason)
        assert not task.reason or task.reason in SENTENCES
        assert task.sources
        assert task.who


def test_while_signature_is_open_a_state_that_has_not_signed_signs_and_after_it_accedes() -> None:
    before = by_id(checklist(position(signed=None, today=CLOSES), NOTHING))
    assert (before["signature"].state, before["signature"].due) == (State.OPEN, CLOSES)
    assert (before["accession"].state, before["accession"].reason) == (
        State.NOT_APPLICABLE,
        "joining.na_may_sign",
    )
    assert before["instrument"].state is State.OPEN
    after = by_id(checklist(position(signed=None, today=CLOSES + timedelta(days=1)), NOTHING))
    assert (after["signature"].state, after["signature"].reason) == (
        State.NOT_APPLICABLE,
        "joining.na_closed",
    )
    assert after["accession"].state is State.OPEN
    assert after["instrument"].reason == "joining.na_accedes"


def test_a_signatory_ratifies_on_any_later_day() -> None:
    for today in (TODAY, date(2031, 2, 28)):
        found = by_id(checklist(position(today=today), NOTHING))
        assert (found["signature"].state, found["signature"].since) == (State.DONE, SIGNED)
        assert found["instrument"].state is State.OPEN
        assert found["accession"].state is State.NOT_APPLICABLE


def test_the_three_offices_need_no_full_powers() -> None:
    assert by_id(checklist(position(), answers()))["instrument-powers"].reason == "joining.na_three_offices"
    other = answers({"instrument.signatory.office": "other"})
    assert by_id(checklist(position(), other))["instrument-powers"].state is State.OPEN


def test_answers_make_a_notice_drafted_with_its_owner_and_day() -> None:
    task = by_id(checklist(position(), answers()))["notice-37-19"]
    assert (task.state, task.owner, task.due) == (State.DRAFTED, "A. Person", date(2026, 12, 10))
    assert task.standing == "unconfirmed"


def test_an_organisation_declares_its_competence_and_a_state_does_not() -> None:
    union = by_id(checklist(position(organisation=True), NOTHING))
    assert (union["notice-64-3"].state, union["notice-64-4"].state) == (State.OPEN, State.NOT_APPLICABLE)
    assert by_id(checklist(position(), NOTHING))["notice-64-3"].reason == "joining.na_state"


@pytest.mark.parametrize(
    ("sent", "today", "due", "state"),
    [
        (date(2026, 12, 10), date(2026, 12, 20), date(2027, 12, 10), State.DONE),
        (date(2026, 12, 10), date(2027, 11, 10), date(2027, 12, 10), State.OPEN),
        (date(2028, 2, 29), date(2029, 3, 1), date(2029, 2, 28), State.OPEN),
    ],
)
def test_a_sent_notice_is_asked_again_within_a_year(sent: date, today: date, due: date, state: State) -> None:
    records = [Recorded(task="notice-40-13", state=State.DONE, on=sent)]
    task = by_id(checklist(position(today=today), answers(), records))[YEARLY + "notice-40-13"]
    assert (task.due, task.state, task.owner) == (due, state, "A. Person")
    confirmed = [*records, Recorded(task=task.id, state=State.DONE, on=today)]
    again = by_id(checklist(position(today=today), answers(), confirmed))[task.id]
    assert (again.due, again.state) == (a_year_after(today), State.DONE)


def test_a_notice_that_was_not_sent_is_not_asked_about() -> None:
    task = by_id(checklist(position(), answers()))[YEARLY + "notice-40-13"]
    assert (task.state, task.reason) == (State.NOT_APPLICABLE, "joining.na_not_sent")


def test_an_officers_record_stands_and_the_status_of_the_convention_stands_above_it() -> None:
    record = Recorded(
        task="notice-53-7", state=State.NOT_APPLICABLE, on=TODAY, reason="No such authority.", owner="C"
    )
    found = by_id(checklist(position(), NOTHING, [record]))["notice-53-7"]
    assert (found.state, found.said, found.owner) == (State.NOT_APPLICABLE, "No such authority.", "C")
    deposited = position(deposited=date(2026, 11, 1))
    record = Recorded(task="deposit", state=State.OPEN, on=TODAY)
    assert by_id(checklist(deposited, NOTHING, [record]))["deposit"].state is State.DONE


def test_a_doubtful_deposit_is_named_and_not_counted() -> None:
    found = position_of(events_seed(), PartyId("VN"), TODAY)
    assert found.deposited is None
    assert "ratification" in {event.kind for event in found.doubts}
    assert found.signed is not None


def test_late_is_only_what_is_still_to_be_done() -> None:
    found = by_id(checklist(position(today=date(2026, 12, 20)), answers()))
    assert found["notice-37-19"].is_late(date(2026, 12, 20))
    assert not found["signature"].is_late(date(2027, 12, 20))
