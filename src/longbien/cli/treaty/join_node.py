# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The commands of `longbien treaty join` that need the node: its State's answers, tasks and yearly confirmations."""

from datetime import datetime
from pathlib import Path
from typing import Final

import click
import yaml

from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.actions.treaty.joining import (
    JoiningCase,
    confirm_notice,
    joining_case,
    keep_answers,
    record_task,
    replace_answers,
)
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.inputs import MOMENT, examples, read_file
from longbien.cli.treaty.join_case import parse_answers, telling
from longbien.cli.treaty.join_words import task_table
from longbien.core.base.errors import UsageError
from longbien.core.treaty.joining.answers import MAX_BYTES
from longbien.core.treaty.joining.checklist import Recorded, State


@click.command(
    "set",
    epilog=examples(
        "longbien treaty join set instrument.day 2026-12-01 --as minister-1",
        "longbien treaty join set --from vn.yaml --as minister-1",
    ),
)
@click.argument("field", required=False)
@click.argument("value", required=False)
@click.option(
    "--from",
    "file",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="A file of answers, in place of all that are kept.",
)
@acting
def keep(actor: Officer, *, field: str | None, value: str | None, file: Path | None) -> None:
    """Keep one answer (FIELD VALUE; an empty VALUE takes it away), or a file of answers in place of all."""
    if (file is None) == (field is None) or (field is not None and value is None):
        raise UsageError("joining.set_what")
    with telling():
        if file is not None:
            given = parse_answers(read_file(file, MAX_BYTES), file.name)
            found = replace_answers(node=current_node(), actor=actor, value=given)
        else:
            found = keep_answers(node=current_node(), actor=actor, changes={field or "": value})
    answer(None, f"Version {found.number}, {len(found.answers.values)} answers.", exercise=found.exercise)


@click.command("show")
@acting
def show(actor: Officer) -> None:
    """Print the answers that the node keeps, as a file to edit and give back to `join set --from`."""
    found = joining_case(node=current_node(), actor=actor)
    click.echo(
        yaml.safe_dump(dict(found.answers.values), allow_unicode=True, sort_keys=True, default_style="'"),
        nl=False,
    )


@click.command("tasks")
@click.option("--on", "moment", type=MOMENT, default=None, help="The day (otherwise today).")
@json_option
@acting
def tasks(actor: Officer, *, moment: datetime | None, as_json: bool) -> None:
    """List the tasks of this node's State that are still to be done."""
    found = joining_case(node=current_node(), actor=actor, day=moment.date() if moment else None)
    left = tuple(task for task in found.tasks() if task.state in (State.OPEN, State.DRAFTED))
    answer(
        left,
        lambda: task_table(found.position, left, everything=False),
        as_json=as_json,
        exercise=found.exercise,
    )


@click.command(
    "record",
    epilog=examples(
        "longbien treaty join record notice-53-7 --state done --evidence 'Note 12/2026' --as minister-1"
    ),
)
@click.argument("task")
@click.option(
    "--state", type=click.Choice([state.value for state in State]), required=True, help="Where it stands."
)
@click.option("--owner", default="", help="Who has it: a named person.")
@click.option("--due", type=MOMENT, default=None, help="Until when.")
@click.option("--reason", default="", help="Why it does not concern the State.")
@click.option("--evidence", default="", help="What shows that it was done.")
@click.option("--day", type=MOMENT, default=None, help="The day of it (otherwise today).")
@acting
def record(
    actor: Officer,
    *,
    task: str,
    state: str,
    owner: str,
    due: datetime | None,
    reason: str,
    evidence: str,
    day: datetime | None,
) -> None:
    """Record where TASK stands; earlier records stay."""
    node = current_node()
    made = Recorded(
        task=task,
        state=State(state),
        on=(day or node.clock()).date(),
        owner=owner,
        due=due.date() if due else None,
        reason=reason,
        evidence=evidence,
    )
    _say_task(record_task(node=node, actor=actor, record=made), task)


@click.command("confirm", epilog=examples("longbien treaty join confirm notice-40-13 --as minister-1"))
@click.argument("task")
@acting
def confirm(actor: Officer, *, task: str) -> None:
    """Answer the yearly question of the notice TASK today: still true."""
    _say_task(confirm_notice(node=current_node(), actor=actor, task=task), task)


def _say_task(found: JoiningCase, task: str) -> None:
    shown = tuple(one for one in found.tasks() if one.id in (task, f"still-true-{task}"))
    answer(None, lambda: task_table(found.position, shown, everything=True), exercise=found.exercise)


BY_NAME: Final = {one.name: one for one in (keep, show, tasks, record, confirm)}
