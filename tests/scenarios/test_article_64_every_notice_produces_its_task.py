# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A State joins and stays in order: every notice of the Convention produces its task, and each year its question, for as long as it is bound."""

from datetime import date, timedelta

from longbien.core.base.ids import PartyId
from longbien.core.treaty.joining.checklist import YEARLY, Position, Recorded, State, a_year_after, checklist
from longbien.core.treaty.provisions.indexes import notices
from tests.joining import answers

SIGNED, DEPOSITED, IN_FORCE = date(2025, 10, 25), date(2026, 12, 10), date(2027, 3, 10)
SENT = (
    "notice-17-2-d",
    "notice-37-6-a",
    "notice-37-19",
    "notice-40-12-c",
    "notice-40-13",
    "notice-41-2",
    "notice-50-5",
    "notice-53-7",
)


def bound(today: date) -> Position:
    """Give the State after its deposit."""
    return Position(party=PartyId("VN"), today=today, signed=SIGNED, deposited=DEPOSITED, in_force=IN_FORCE)


def test_from_the_first_day_to_the_fifth_year_no_notice_is_forgotten() -> None:
    start = Position(party=PartyId("VN"), today=date(2026, 11, 22), signed=SIGNED)
    tasks = checklist(start, answers())
    assert {row.duty.id for row in notices()} <= {task.duty for task in tasks}
    assert set(SENT) <= {task.id for task in tasks if task.state is State.DRAFTED}

    records = [Recorded(task=task, state=State.DONE, on=DEPOSITED, owner="A. Person") for task in SENT]
    asked_on = dict.fromkeys(SENT, DEPOSITED)
    today = DEPOSITED
    for _year in range(5):
        today = a_year_after(today)
        found = {task.id: task for task in checklist(bound(today), answers(), records)}
        for task in SENT:
            question = found[YEARLY + task]
            assert (question.state, question.due, question.owner) == (
                State.OPEN,
                a_year_after(asked_on[task]),
                "A. Person",
            )
            asked_on[task] = today
        records += [Recorded(task=YEARLY + task, state=State.DONE, on=today) for task in SENT]
    assert not any(task.is_late(today) for task in checklist(bound(today), answers(), records) if task.yearly)


def test_a_question_that_nobody_answers_is_late() -> None:
    records = [Recorded(task="notice-41-2", state=State.DONE, on=DEPOSITED)]
    day = a_year_after(DEPOSITED) + timedelta(days=1)
    found = {task.id: task for task in checklist(bound(day), answers(), records)}
    assert found[YEARLY + "notice-41-2"].is_late(day)
