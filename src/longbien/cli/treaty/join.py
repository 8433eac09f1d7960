# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty join`: what a State must do to join, checked and written. From a file of answers it needs no node."""

from importlib.util import find_spec
from pathlib import Path
from typing import Final

import click

from longbien.cli.answers import answer, json_option, say
from longbien.cli.awake import wake_up
from longbien.cli.inputs import examples
from longbien.cli.treaty.join_case import Case, Source, source_options, telling
from longbien.cli.treaty.join_words import flaw_table, question_table, task_table
from longbien.core.base.errors import UsageError
from longbien.core.treaty.joining.checklist import checklist
from longbien.core.treaty.joining.checks import check
from longbien.core.treaty.joining.flaws import NotReadyError, stops
from longbien.core.treaty.joining.form import form
from longbien.core.treaty.joining.notices import print_notices
from longbien.core.treaty.joining.package import check_languages, package

FORMATS: Final = ("pdf", "docx")
_LANGUAGES = click.option(
    "--languages", default="en", show_default=True, help="One language or two with a comma: vi,en."
)


@click.command(
    "checklist",
    epilog=examples("longbien treaty join checklist VN", "longbien treaty join checklist --as minister-1"),
)
@click.argument("party", required=False)
@source_options
@click.option(
    "--all", "everything", is_flag=True, help="Also what does not concern the State, with the reason."
)
@json_option
def list_tasks(source: Source, *, party: str | None, everything: bool, as_json: bool) -> None:
    """List every task of joining for PARTY (or for this node's answers), with owner, day and state."""
    case = source.case(party)
    tasks = checklist(case.position, case.answers, case.records)
    answer(
        tasks,
        lambda: task_table(case.position, tasks, everything=everything),
        as_json=as_json,
        exercise=case.exercise,
    )


@click.command("check", epilog=examples("longbien treaty join check VN --answers vn.yaml --languages vi,en"))
@click.argument("party", required=False)
@source_options
@_LANGUAGES
@json_option
def check_answers(source: Source, *, party: str | None, languages: str, as_json: bool) -> None:
    """Check the answers: every flaw with its field. Exit status 77 while something stands in the way of the papers."""
    case = source.case(party)
    flaws = (*check(case.answers, case.position), *check_languages(case.answers, _split(languages)))
    answer(flaws, lambda: flaw_table(flaws), as_json=as_json, exercise=case.exercise)
    stopped = stops(flaws)
    if stopped:
        raise NotReadyError(stopped)


@click.command(
    "write",
    epilog=examples(
        "longbien treaty join write VN --answers vn.yaml --languages vi,en --format pdf,docx --to papers"
    ),
)
@click.argument("party", required=False)
@source_options
@_LANGUAGES
@click.option(
    "--format", "formats", default="pdf,docx", show_default=True, help="pdf, docx, or both with a comma."
)
@click.option(
    "--to", "folder", type=click.Path(file_okay=False, path_type=Path), required=True, help="The folder."
)
@click.option("--draft", is_flag=True, help="Write what there is, marked as a draft on every page.")
def write(
    source: Source, *, party: str | None, languages: str, formats: str, folder: Path, draft: bool
) -> None:
    """Write note verbale, full powers, instrument and annexes, and the notices as JSON, into a folder."""
    case = source.case(party)
    wanted = _split(formats)
    if not wanted or not set(wanted) <= set(FORMATS):
        raise UsageError("joining.format_unknown", formats=", ".join(FORMATS))
    with telling():
        papers = package(
            case.answers, case.position, languages=_split(languages), exercise=case.exercise, draft=draft
        )
    if find_spec("typst") is None or find_spec("docx") is None:
        raise UsageError("cli.node_not_installed")
    from longbien.bridge.joining_papers import JoiningPapers  # slow import

    made = {name: getattr(JoiningPapers(), name)(papers) for name in wanted}
    made["notices.json"] = print_notices(case.answers, case.position, exercise=case.exercise)
    _save(folder, case, languages, made)


@click.command("notices", epilog=examples("longbien treaty join notices VN --answers vn.yaml > notices.json"))
@click.argument("party", required=False)
@source_options
def notices(source: Source, *, party: str | None) -> None:
    """Print the notices as JSON, for `longbien parties amend --from`."""
    case = source.case(party)
    click.echo(print_notices(case.answers, case.position, exercise=case.exercise).decode("utf-8"))


@click.command("questions")
@json_option
def questions(*, as_json: bool) -> None:
    """List every question with its path, for a file of answers or `join set`."""
    answer(form().steps, question_table, as_json=as_json)


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _save(folder: Path, case: Case, languages: str, made: dict[str, bytes]) -> None:
    """Write all files or, if the folder cannot be written, none that is half."""
    stem = f"{case.position.party}-joining-{'-'.join(_split(languages))}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in made.items():
            path = folder / (f"{stem}.{name}" if name in FORMATS else f"{case.position.party}-{name}")
            path.write_bytes(data)
            say(str(path))
    except OSError as error:
        raise UsageError("cli.file_unwritable", file=folder.name) from error


class _Room(click.Group):
    """The group: what needs the node is imported, and the node woken, only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give every command, those of the node last."""
        return [*self.commands, *NODE_COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Find a command; wake the node for one of its own."""
        if cmd_name not in NODE_COMMANDS:
            return self.commands.get(cmd_name)
        wake_up()
        from longbien.cli.treaty.join_node import BY_NAME  # app ready

        return BY_NAME[cmd_name]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list, so that help wakes nothing."""
        rows = [(name, one.get_short_help_str(limit=90)) for name, one in self.commands.items()]
        with formatter.section("Commands"):
            formatter.write_dl([*rows, *NODE_COMMANDS.items()])


NODE_COMMANDS: Final = {
    "set": "Keep answers of this node's State: FIELD VALUE, or a file.",
    "show": "Print the answers that the node keeps, as a file to edit.",
    "tasks": "List the tasks of this node's State that are open, with owner and day.",
    "record": "Record where a task stands: owner, day, done, not applicable.",
    "confirm": "Answer the yearly question of a notice: still true.",
}
"""The commands that need the node (`longbien.cli.treaty.join_node`)."""


@click.group("join", cls=_Room)
def join() -> None:
    """Join the Convention: what is to be done, what is wrong, and the papers to deposit."""


for _command in (list_tasks, check_answers, write, notices, questions):
    join.add_command(_command)

COMMANDS: Final = (join,)
