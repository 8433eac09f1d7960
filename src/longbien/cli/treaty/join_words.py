# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words and tables of `longbien treaty join`. English where there is no node, the node's language where there is one."""

from collections.abc import Iterable, Sequence
from typing import Final

from longbien.cli.tables import table
from longbien.core.treaty.joining.checklist import CLOSES, Position, State, Task
from longbien.core.treaty.joining.flaws import STOP, Flaw
from longbien.core.treaty.joining.form import form
from longbien.texts import sentence

_NOTHING: Final = "-"
_DUE: Final = {
    "opening": "while signature is open",
    "deposit": "with the deposit",
    "in-force": "when in force",
    "occurrence": "when it arises",
    "free": "any time",
    "yearly": "every year",
}


def task_table(position: Position, tasks: Sequence[Task], *, everything: bool) -> str:
    """Lay the tasks out, those that concern the State, or all; what is doubtful is said below."""
    shown = [task for task in tasks if everything or task.state is not State.NOT_APPLICABLE]
    rows = [_row(task, position) for task in shown]
    lines = [_standing(position), "", table(("task", "Article", "state", "due", "who", "what"), rows)]
    hidden = len(tasks) - len(shown)
    if hidden:
        lines += ["", f"{hidden} more do not concern the State now (--all shows them with the reason)."]
    if any(_is_unsure(task) for task in shown):
        lines += ["", "* to be confirmed against the official text"]
    return "\n".join(lines)


def flaw_table(flaws: Iterable[Flaw]) -> str:
    """Lay flaws out: where, what, on what ground."""
    rows = [
        (
            one.path or _NOTHING,
            sentence(one.code, **one.params),
            one.cite or _NOTHING,
            "stops" if one.severity == STOP else "note",
        )
        for one in flaws
    ]
    return table(("field", "flaw", "ground", ""), rows) if rows else "No flaw found."


def question_table() -> str:
    """Lay out every question by its path."""
    rows = [
        (
            question.path + (".LANGUAGE" if question.by_language else ""),
            question.kind,
            question.label,
            ", ".join(question.choices),
        )
        for step in form().steps
        for question in step.questions
    ]
    return table(("path (* is a number)", "kind", "question", "choices"), rows)


def _is_unsure(task: Task) -> bool:
    return task.standing != "checked"


def _row(task: Task, position: Position) -> tuple[str, ...]:
    state = task.state.value + (" (late)" if task.is_late(position.today) else "")
    due = task.due.isoformat() if task.due else _DUE.get(task.due_rule, task.due_rule)
    what = f"{sentence(task.reason)} {task.what}" if task.reason else task.what
    doubt = "*" if _is_unsure(task) else ""
    return (task.id, task.duty + doubt, state, due, task.owner or task.who, task.said or what)


def _standing(position: Position) -> str:
    signed = f"signed on {position.signed.isoformat()}" if position.signed else "has not signed"
    deposited = (
        f"deposited on {position.deposited.isoformat()}" if position.deposited else "no confirmed deposit"
    )
    open_ = (
        "signature closed, accession open"
        if position.closed
        else f"signature open until {CLOSES.isoformat()}"
    )
    lines = [f"{position.party} on {position.today.isoformat()}: {signed}, {deposited}; {open_}."]
    lines += [
        f"To be confirmed: {event.kind.value}, {event.day.isoformat()} ({'; '.join(source.ref for source in event.sources)})."
        for event in position.doubts
    ]
    return "\n".join(lines)
