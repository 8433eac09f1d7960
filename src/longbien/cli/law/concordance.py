# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien law concordance`: begin, list, show, assign, assess, review; the rest in `concordance_texts`, `_links`, `_remarks` and `_files`.

Needs the node; what a person may not see yet is not shown here either.
"""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from longbien.cli.answers import answer
from longbien.cli.awake import acting_awake
from longbien.cli.inputs import MOMENT, examples, read_file
from longbien.cli.law import concordance_files, concordance_links, concordance_remarks, concordance_texts
from longbien.cli.law.finding import finding_options
from longbien.cli.treaty.shapes import format_options
from longbien.core.base.canonical import Json
from longbien.core.base.errors import UsageError
from longbien.core.law.concordance.codes import Part
from longbien.core.law.concordance.table import Assessment, Row, TextUsed
from longbien.core.law.concordance.written import value_json

if TYPE_CHECKING:
    from longbien.actions.law.concordance.seen import RowState
    from longbien.actions.node import Node
    from longbien.actions.people.sign_in import Officer

MAX_FILE: Final = 64 * 1024 * 1024
_LINE: Final = 70


@click.group("concordance")
def concordance() -> None:
    """Compare national law with the Convention, duty by duty: two assessors, a reviewer, dissent that stays. No score."""


@concordance.command(
    "begin",
    epilog=examples(
        "longbien law concordance begin 'Our law and the Convention' --language en --as anna",
        "longbien law concordance begin 'Our law' --language vi --library VN/HARBOUR --as anna",
        "longbien law concordance begin 'Our law' --language en --text act.jsonl --law ACT --title 'Computers Act' --version 2018 --as anna",
    ),
)
@click.argument("name")
@click.option("--language", required=True, help="Language in which the concordance is written, such as vi.")
@click.option(
    "--library", multiple=True, help="A version of the library, as VN/CODE/LABEL; as often as wanted."
)
@click.option(
    "--text",
    "text_file",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="A file of provisions, as JSON lines.",
)
@click.option("--law", default="", help="Short code of the law in that file.")
@click.option("--version", default="", help="Its version, such as the day of its text.")
@click.option("--title", default="", help="Its title.")
@click.option("--row", "rows", multiple=True, help="A duty beside those of the law desk, such as 40.2.")
@click.option("--propose", is_flag=True, help="Let the machine propose provisions at once.")
@format_options
@acting_awake
def begin(
    node: "Node",
    actor: "Officer",
    /,
    *,
    name: str,
    language: str,
    library: tuple[str, ...],
    text_file: Path | None,
    rows: tuple[str, ...],
    propose: bool,
    as_json: bool,
    **said: str,
) -> None:
    """Begin a concordance called NAME."""
    from longbien.actions.law.concordance import begin as beginnings  # app ready
    from longbien.actions.law.concordance import proposing  # app ready

    text = TextUsed(law=said["law"], version=said["version"], title=said["title"], language=language)
    if text_file is not None and not (text.law and text.title):
        raise UsageError("law.text_incomplete")
    data = read_file(text_file, MAX_FILE) if text_file is not None else b""
    beginning = beginnings.Beginning(title=name, language=language, rows=rows)
    ref = beginnings.begin(node=node, actor=actor, beginning=beginning)
    count = beginnings.add_text(node=node, actor=actor, ref=ref, text=text, data=data) if data else 0
    for version in library:
        count += proposing.add_from_library(node=node, actor=actor, ref=ref, version=version)
    proposed = proposing.propose(node=node, actor=actor, ref=ref) if propose and count else 0
    made: Json = {"concordance": ref, "provisions": count, "suggestions": proposed}
    answer(made, lambda: f"Begun: {ref} ({count} provisions, {proposed} suggestions).", as_json=as_json)


@concordance.command("list", epilog=examples("longbien law concordance list --as anna"))
@format_options
@acting_awake
def list_(node: "Node", actor: "Officer", /, *, as_json: bool) -> None:
    """List the concordances of this node."""
    from longbien.actions.law.concordance.seen import concordances  # app ready

    found = concordances(node=node, actor=actor)

    def words() -> str:
        return "\n".join(f"{one.ref}  {one.as_of}  {one.title}" for one in found) or "None yet."

    answer(found, words, as_json=as_json)


@concordance.command(
    "show",
    epilog=examples(
        "longbien law concordance show 0f… --as anna",
        "longbien law concordance show 0f… --row 7.1 --format json --as anna",
    ),
)
@click.argument("ref")
@click.option("--row", default="", help="One duty, such as 7.1.")
@click.option("--mine", is_flag=True, help="Only what waits for you.")
@format_options
@acting_awake
def show(node: "Node", actor: "Officer", /, *, ref: str, row: str, mine: bool, as_json: bool) -> None:
    """Show the concordance REF: where each row stands, as far as you may see it."""
    from longbien.actions.law.concordance.seen import row_view, table  # app ready

    if row:
        view = row_view(node=node, actor=actor, ref=ref, duty=row)
        answer(
            value_json(view.row),
            lambda: _row_words(view.row, view.state.value),
            as_json=as_json,
        )
        return
    found = [one for one in table(node=node, actor=actor, ref=ref).rows if one.waits or not mine]
    shown: Json = [
        {
            "row": one.row.id,
            "state": one.state.value,
            "waits": one.waits.value if one.waits else None,
            "ministry": one.row.ministry,
        }
        for one in found
    ]
    answer(shown, lambda: "\n".join(_line(one) for one in found) or "Nothing.", as_json=as_json)


@concordance.command(
    "assign",
    epilog=examples(
        "longbien law concordance assign 0f… 7 8 IV --ministry 'Justice' --first vn-law-1 --second vn-law-2 --reviewer vn-law-3 --as anna"
    ),
)
@click.argument("ref")
@click.argument("rows", nargs=-1, required=True)
@click.option("--ministry", default=None, help="Who has the rows.")
@click.option("--first", default=None, help="Role id of the first assessor.")
@click.option("--second", default=None, help="Role id of the second assessor.")
@click.option("--reviewer", default=None, help="Role id of the reviewer, a third person.")
@click.option("--bill-stage", "bill_stage", default=None, help="Stage of the bill (coded list BILL-STAGE).")
@click.option("--due", type=MOMENT, default=None, help="Until when.")
@click.option(
    "--withhold",
    multiple=True,
    type=click.Choice([one.value for one in Part]),
    help="What the public version leaves out; as often as wanted.",
)
@click.option("--why", default="", help="Why; the history keeps it.")
@format_options
@acting_awake
def assign(
    node: "Node",
    actor: "Officer",
    /,
    *,
    ref: str,
    rows: tuple[str, ...],
    due: datetime | None,
    withhold: tuple[str, ...],
    why: str,
    as_json: bool,
    **said: str | None,
) -> None:
    """Split the concordance REF: duties, articles or chapters ROWS to a ministry and three persons."""
    from longbien.actions.law.concordance.assign import Assignment  # app ready
    from longbien.actions.law.concordance.assign import assign as give  # app ready

    assignment = Assignment(
        ministry=said["ministry"],
        due=due.date() if due else None,
        bill_stage=said["bill_stage"],
        first=said["first"],
        second=said["second"],
        reviewer=said["reviewer"],
        withheld=frozenset(Part(one) for one in withhold) if withhold else None,
    )
    count = give(node=node, actor=actor, ref=ref, rows=rows, assignment=assignment, why=why)
    answer({"changed": count}, lambda: f"Rows that changed: {count}.", as_json=as_json)


@concordance.command(
    "assess",
    epilog=examples(
        "longbien law concordance assess 0f… 7.1 --law part --gap 'Nothing on intent.' --as anna"
    ),
)
@click.argument("ref")
@click.argument("duty")
@finding_options
@format_options
@acting_awake
def assess(
    node: "Node",
    actor: "Officer",
    /,
    *,
    ref: str,
    duty: str,
    found: Assessment,
    as_json: bool,
) -> None:
    """Keep what you found of DUTY in the concordance REF. The other assessor reads it once both are in."""
    from longbien.actions.law.concordance import assess as verbs  # app ready

    row = verbs.assess(node=node, actor=actor, ref=ref, duty=duty, found=found)
    answer(value_json(row), lambda: f"Kept: {duty}.", as_json=as_json)


@concordance.command(
    "review",
    epilog=examples(
        "longbien law concordance review 0f… 7.1 --law part --gap 'Nothing on intent.' --as carla"
    ),
)
@click.argument("ref")
@click.argument("duty")
@finding_options
@format_options
@acting_awake
def review(
    node: "Node",
    actor: "Officer",
    /,
    *,
    ref: str,
    duty: str,
    found: Assessment,
    as_json: bool,
) -> None:
    """Decide what counts for DUTY in the concordance REF: a third person's. Dissent stays beside it."""
    from longbien.actions.law.concordance import assess as verbs  # app ready

    row = verbs.review(node=node, actor=actor, ref=ref, duty=duty, found=found)
    answer(value_json(row), lambda: f"Kept: {duty}. Dissents: {len(row.dissenting)}.", as_json=as_json)


def _line(one: "RowState") -> str:
    waits = f"  waits for your {one.waits.value}" if one.waits else ""
    return f"{one.row.id:10} {one.state.value:10} {one.row.ministry}{waits}".rstrip()


def _row_words(row: Row, state: str) -> str:
    lines = [f"{row.id}: {state}"]
    lines += [
        f"  round {one.round}  {one.seat.value:9} {one.author:20} {one.law.value} / {one.practice.value}  {one.gap}".rstrip()
        for one in row.assessments
    ]
    lines += [f"  dissent  {one.author}: {_short(one.text)}" for one in row.dissents]
    lines += [
        f"  provision  {one.provision} ({one.law} {one.version})  {one.grade.value}  {_short(one.heading)}".rstrip()
        for one in row.links
    ]
    lines += [f"  clause  {one.id}  {one.author}: {_short(one.text)}" for one in row.clauses]
    lines += [f"  comment  {one.author}: {_short(one.text)}" for one in row.comments]
    return "\n".join(lines)


def _short(text: str) -> str:
    return " ".join(text.split())[:_LINE]


for _part in (concordance_texts, concordance_links, concordance_remarks, concordance_files):
    for _one in _part.COMMANDS:
        concordance.add_command(_one)
COMMANDS: Final = (concordance,)
