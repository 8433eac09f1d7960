# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a State must do to join the Convention, task by task, as it stands on a day (Art. 64, and every notice of the Convention).

A pure function of three things: where the State stands (`Position`), what it answered (`Answers`), and what its officers
recorded (`Recorded`). The signature is a way in until the day on which it closes, accession from then on.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from longbien.core.base.datafile import Source
from longbien.core.base.ids import PartyId
from longbien.core.treaty.joining.answers import Answers
from longbien.core.treaty.joining.tasks import TaskRow, task_rows
from longbien.core.treaty.status.events import Event

OPENED: Final = date(2025, 10, 25)
"""The day on which the Convention was opened for signature in Hanoi (Art. 64(1))."""
CLOSES: Final = date(2026, 12, 31)
"""The last day of signature, in New York (Art. 64(1)); accession is open after it as before."""
ADOPTED: Final = date(2024, 12, 24)
"""The day of resolution 79/243."""
THREE: Final = frozenset({"head-of-state", "head-of-government", "foreign-minister"})
"""The offices that sign without full powers (Vienna Convention on the Law of Treaties, Art. 7(2)(a))."""
REMINDER: Final = timedelta(days=30)
"""So long before a year is over the yearly question is asked."""
YEARLY: Final = "still-true-"


class State(StrEnum):
    """Where a task stands."""

    OPEN = "open"
    DRAFTED = "drafted"
    DONE = "done"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where a State or organisation stands on the day `today`. `in_force`: the day from which it is bound, if that is fixed."""

    party: PartyId
    today: date
    organisation: bool = False
    signed: date | None = None
    deposited: date | None = None
    in_force: date | None = None
    doubts: tuple[Event, ...] = ()
    """What is reported of it and not confirmed."""

    @property
    def closed(self) -> bool:
        """Tell whether signature has closed."""
        return self.today > CLOSES


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What an officer recorded of a task: the newest record counts."""

    task: str
    state: State
    on: date
    owner: str = ""
    due: date | None = None
    reason: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One task as a reader sees it. `reason` is a code of the texts, `said` an officer's own words; `who` the office that usually has it."""

    id: str
    duty: str
    cite: str
    what: str
    who: str
    owner: str
    due: date | None
    due_rule: str
    evidence: str
    state: State
    reason: str
    said: str
    yearly: bool
    since: date | None
    standing: str
    sources: tuple[Source, ...]

    def is_late(self, today: date) -> bool:
        """Tell whether it is still to be done after its day."""
        return self.state in (State.OPEN, State.DRAFTED) and self.due is not None and self.due < today


def checklist(
    position: Position,
    answers: Answers,
    records: Iterable[Recorded] = (),
    *,
    rows: tuple[TaskRow, ...] | None = None,
) -> tuple[Task, ...]:
    """Give every task, first those of joining in the order of the data, then the yearly question of each notice."""
    last = {record.task: record for record in records}
    found: list[Task] = []
    yearly: list[Task] = []
    for row in task_rows() if rows is None else rows:
        task = _task(row, position, answers, last.get(row.id))
        found.append(task)
        if row.yearly:
            yearly.append(_yearly(task, position, last.get(YEARLY + row.id)))
    return (*found, *yearly)


def a_year_after(day: date) -> date:
    """Give the same day a year later; the 28th of February for the 29th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def acceding(position: Position, answers: Answers) -> bool:
    """Tell whether the way in is accession: the State has not signed and no longer can, or chose not to."""
    if position.signed is not None or (answers.day("signature.day") is not None):
        return False
    return position.closed or answers.get("instrument.kind") == "accession"


def _task(row: TaskRow, position: Position, answers: Answers, record: Recorded | None) -> Task:
    reason = _RULES[row.when](position, answers)
    done = _done_on(row, position)
    drafted = bool(row.answered) and all(answers.has(path) for path in row.answered)
    state = State.DRAFTED if drafted or _reserved(row, answers) else State.OPEN
    if reason:
        state = State.NOT_APPLICABLE
    since = done
    if done is not None:
        state, reason = State.DONE, ""
    elif record is not None:
        state, reason = record.state, ""
        since = record.on
    prefix = row.answered[-1] if row.answered and row.answered[-1].endswith("owner.name") else ""
    return Task(
        id=row.id,
        duty=row.duty,
        cite=row.cite,
        what=row.what,
        who=row.who,
        owner=(record.owner if record else "") or (answers.get(prefix) if prefix else ""),
        due=(record.due if record else None) or _due(row, position, answers),
        due_rule=row.due,
        evidence=row.evidence,
        state=state,
        reason=reason,
        said=record.reason if record and done is None else "",
        yearly=False,
        since=since,
        standing=row.standing,
        sources=row.sources,
    )


def _yearly(task: Task, position: Position, record: Recorded | None) -> Task:
    """Give the yearly question of a notice: due a year after it was sent or last confirmed."""
    sent = task.since if task.state is State.DONE else None
    if record is not None and (sent is None or record.on > sent):
        sent = record.on
    due = a_year_after(sent) if sent else None
    asked = due is not None and due - REMINDER <= position.today
    state = State.NOT_APPLICABLE if due is None else State.OPEN if asked else State.DONE
    return Task(
        id=YEARLY + task.id,
        duty=task.duty,
        cite=task.cite,
        what=task.what,
        who=task.who,
        owner=(record.owner if record else "") or task.owner,
        due=due,
        due_rule="yearly",
        evidence=task.evidence,
        state=state,
        reason="joining.na_not_sent" if due is None else "",
        said=record.reason if record else "",
        yearly=True,
        since=sent,
        standing=task.standing,
        sources=task.sources,
    )


def _done_on(row: TaskRow, position: Position) -> date | None:
    """Give the day on which the status itself says that a task was done."""
    if row.id == "signature":
        return position.signed
    if row.id in ("deposit", "instrument", "accession") and not _RULES[row.when](position, _NONE):
        return position.deposited
    if row.when == "before-deposit":
        return position.deposited
    return None


def _due(row: TaskRow, position: Position, answers: Answers) -> date | None:
    if row.due == "opening":
        return CLOSES
    if row.due == "deposit":
        return answers.day("deposit.day") or answers.day("deposit.planned") or position.deposited
    return position.in_force if row.due == "in-force" else None


def _reserved(row: TaskRow, answers: Answers) -> bool:
    """Tell whether a reservation was drafted under the clause that a task is about."""
    if row.when != "may-reserve":
        return False
    clauses = {answers.get(f"reservation.{number}.clause") for number in answers.numbers("reservation")}
    on = {
        one for number in answers.numbers("declaration") for one in answers.items(f"declaration.{number}.to")
    }
    return row.duty in clauses or (row.id.startswith("declaration-") and row.duty in on)


_NONE: Final = Answers(values={})


def _says(code: str) -> Callable[[Position, Answers], str]:
    def found(position: Position, answers: Answers) -> str:
        return code

    return found


def _signature(position: Position, answers: Answers) -> str:
    if position.signed is not None:
        return "joining.na_signed"
    if position.deposited is not None:
        return "joining.na_deposited"
    if position.closed:
        return "joining.na_closed"
    return "joining.na_accedes" if answers.get("instrument.kind") == "accession" else ""


def _powers_signature(position: Position, answers: Answers) -> str:
    reason = _signature(position, answers)
    if reason:
        return reason
    return "joining.na_three_offices" if answers.get("signature.signatory.office") in THREE else ""


def _powers_instrument(position: Position, answers: Answers) -> str:
    if position.deposited is not None:
        return "joining.na_deposited"
    return "joining.na_three_offices" if answers.get("instrument.signatory.office") in THREE else ""


def _signed_way(position: Position, answers: Answers) -> str:
    return "joining.na_accedes" if acceding(position, answers) else ""


def _accession(position: Position, answers: Answers) -> str:
    if position.signed is not None or answers.day("signature.day") is not None:
        return "joining.na_signed"
    return "" if acceding(position, answers) else "joining.na_may_sign"


def _competence(rule: Callable[[Position, Answers], str]) -> Callable[[Position, Answers], str]:
    def found(position: Position, answers: Answers) -> str:
        return rule(position, answers) if position.organisation else "joining.na_state"

    return found


def _extradition(position: Position, answers: Answers) -> str:
    return "joining.na_no_treaty_needed" if answers.yes("notice.37-6-a.conditional") is False else ""


def _party(position: Position, answers: Answers) -> str:
    bound = position.in_force is not None and position.in_force <= position.today
    return "" if bound else "joining.na_not_party"


def _may_reserve(position: Position, answers: Answers) -> str:
    return "joining.na_deposited" if position.deposited is not None else ""


def _reserved_disputes(position: Position, answers: Answers) -> str:
    found = {
        one for number in answers.numbers("reservation") for one in answers.items(f"reservation.{number}.to")
    }
    return "" if found & {"63", "63.2"} else "joining.na_no_reservation"


_RULES: Final[Mapping[str, Callable[[Position, Answers], str]]] = {
    "accession": _accession,
    "always": _says(""),
    "before-deposit": _says(""),
    "between-states": _says("joining.na_between_states"),
    "competence-acceding": _competence(_accession),
    "competence-signed": _competence(_signed_way),
    "extradition-by-treaty": _extradition,
    "instrument-signed": _signed_way,
    "leaving": _says("joining.na_not_leaving"),
    "may-reserve": _may_reserve,
    "party": _party,
    "powers-instrument": _powers_instrument,
    "powers-signature": _powers_signature,
    "reserved-disputes": _reserved_disputes,
    "signature": _signature,
}
"""Whether a task concerns a State: a code that says why not, or nothing."""
