# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien law concordance`: open, reopen, dissent, comment, clause. What is said beside the assessments of a row, and the reviewer's turns."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import click

from longbien.cli.answers import answer
from longbien.cli.awake import acting_awake
from longbien.cli.inputs import examples, read_file
from longbien.cli.treaty.shapes import format_options
from longbien.core.base.errors import MalformedError, UsageError
from longbien.core.law.concordance.codes import Origin
from longbien.core.law.concordance.table import Clause, Comment
from longbien.core.law.concordance.written import value_json

if TYPE_CHECKING:
    from longbien.actions.node import Node
    from longbien.actions.people.sign_in import Officer

_Command = TypeVar("_Command", bound=Callable[..., object])
MAX_TEXT: Final = 256 * 1024
"""Bytes of a file with a text; how long a text may be is said by the value that it goes into."""
_LONG_AGO: Final = date(2000, 1, 1)


def _text_options(command: _Command) -> _Command:
    """Give a command --text and --file, which it receives as `text` and `file`."""
    command = click.option(
        "--file",
        type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
        default=None,
        help="A file with the text, in UTF-8 (-: standard input).",
    )(command)
    return click.option("--text", default="", help="The text.")(command)


def _text(text: str, file: Path | None) -> str:
    """Give the text that was typed, or that of the file; UsageError `law.text_once`, MalformedError `base.not_utf8`."""
    if bool(text.strip()) is (file is not None):
        raise UsageError("law.text_once")
    if file is None:
        return text
    try:
        return read_file(file, MAX_TEXT).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MalformedError("base.not_utf8", position=error.start) from error


@click.command(
    "open",
    epilog=examples("longbien law concordance open 0f… 7.1 --why 'The second is away.' --as carla"),
)
@click.argument("ref")
@click.argument("duty")
@click.option("--why", required=True, help="Why; the history keeps it.")
@format_options
@acting_awake
def open_(node: "Node", actor: "Officer", /, *, ref: str, duty: str, why: str, as_json: bool) -> None:
    """Open DUTY in the concordance REF to everybody before both assessors are in: the reviewer's."""
    from longbien.actions.law.concordance import assess as verbs  # app ready

    row = verbs.open_row(node=node, actor=actor, ref=ref, duty=duty, why=why)
    answer(value_json(row), f"Open to everybody: {duty}.", as_json=as_json)


@click.command(
    "reopen",
    epilog=examples("longbien law concordance reopen 0f… 7.1 --why 'The law was amended.' --as carla"),
)
@click.argument("ref")
@click.argument("duty")
@click.option("--why", required=True, help="Why; the history keeps it.")
@format_options
@acting_awake
def reopen(node: "Node", actor: "Officer", /, *, ref: str, duty: str, why: str, as_json: bool) -> None:
    """Begin another round for DUTY in the concordance REF: the reviewer's. What was said stays."""
    from longbien.actions.law.concordance import assess as verbs  # app ready

    row = verbs.reopen(node=node, actor=actor, ref=ref, duty=duty, why=why)
    answer(value_json(row), f"{duty}: round {row.round}.", as_json=as_json)


@click.command(
    "dissent",
    epilog=examples(
        "longbien law concordance dissent 0f… 7.1 --text 'Case law asks for intent.' --as anna",
        "longbien law concordance dissent 0f… 7.1 --file dissent.txt --as anna",
    ),
)
@click.argument("ref")
@click.argument("duty")
@_text_options
@format_options
@acting_awake
def dissent(
    node: "Node", actor: "Officer", /, *, ref: str, duty: str, text: str, file: Path | None, as_json: bool
) -> None:
    """Set your dissent beside the reviewer's decision on DUTY in the concordance REF, for ever."""
    from longbien.actions.law.concordance import assess as verbs  # app ready

    row = verbs.dissent(node=node, actor=actor, ref=ref, duty=duty, text=_text(text, file))
    answer(value_json(row), f"Kept beside the decision on {duty}.", as_json=as_json)


@click.command(
    "comment",
    epilog=examples(
        "longbien law concordance comment 0f… 7.1 --text 'See the new bill.' --as anna",
        "longbien law concordance comment 0f… 7.1 --file bar.txt --origin non_government --body 'Bar association' --public --as anna",
    ),
)
@click.argument("ref")
@click.argument("duty")
@_text_options
@click.option(
    "--origin",
    type=click.Choice([one.value for one in Origin]),
    default=Origin.GOVERNMENT.value,
    show_default=True,
    help="From whom it comes.",
)
@click.option("--body", default="", help="The body that a contribution came from.")
@click.option("--public", is_flag=True, help="It may stand in the public version.")
@format_options
@acting_awake
def comment(
    node: "Node",
    actor: "Officer",
    /,
    *,
    ref: str,
    duty: str,
    text: str,
    file: Path | None,
    origin: str,
    body: str,
    public: bool,
    as_json: bool,
) -> None:
    """Set a comment beside DUTY in the concordance REF, or a contribution from outside the government."""
    from longbien.actions.law.concordance import remarks  # app ready

    said = Comment(
        id="",
        text=_text(text, file),
        author="",
        day=_LONG_AGO,
        origin=Origin(origin),
        body=body,
        public=public,
    )
    made = remarks.comment(node=node, actor=actor, ref=ref, duty=duty, said=said)
    answer(value_json(made), f"Kept beside {duty}.", as_json=as_json)


@click.group("clause")
def clause() -> None:
    """Propose text of the law for a duty, and withdraw it; the words of a bill, and what they do to rights."""


@clause.command(
    "add",
    epilog=examples(
        "longbien law concordance clause add 0f… 7.1 --file clause.txt --amends 'Computers Act, section 4' --as anna",
        "longbien law concordance clause add 0f… 7.1 --text 'Whoever …' --instead-of 9c… --as anna",
    ),
)
@click.argument("ref")
@click.argument("duty")
@_text_options
@click.option("--amends", default="", help="Which provision it amends; otherwise it is a new one.")
@click.option("--law", default="", help="Of which law.")
@click.option("--language", default="", help="Its language; otherwise the concordance's.")
@click.option("--model", default="", help="After which model.")
@click.option("--effect-on-rights", "effect_on_rights", default="", help="What it does to rights.")
@click.option("--instead-of", "instead_of", default="", help="A new wording of the clause with this id.")
@format_options
@acting_awake
def add(
    node: "Node",
    actor: "Officer",
    /,
    *,
    ref: str,
    duty: str,
    file: Path | None,
    as_json: bool,
    **said: str,
) -> None:
    """Propose a clause for DUTY in the concordance REF. Several are alternatives."""
    from longbien.actions.law.concordance import remarks  # app ready

    proposed = Clause(
        id=said["instead_of"],
        text=_text(said["text"], file),
        language=said["language"],
        law=said["law"],
        provision=said["amends"],
        model=said["model"],
        effect_on_rights=said["effect_on_rights"],
    )
    made = remarks.propose_clause(node=node, actor=actor, ref=ref, duty=duty, clause=proposed)
    answer(value_json(made), f"Proposed for {duty}: {made.id}.", as_json=as_json)


@clause.command(
    "withdraw",
    epilog=examples(
        "longbien law concordance clause withdraw 0f… 7.1 9c… --why 'Another was chosen.' --as anna"
    ),
)
@click.argument("ref")
@click.argument("duty")
@click.argument("id_", metavar="CLAUSE")
@click.option("--why", default="", help="Why; the history keeps it.")
@acting_awake
def withdraw(node: "Node", actor: "Officer", /, *, ref: str, duty: str, id_: str, why: str) -> None:
    """Withdraw the proposed CLAUSE (its id) from DUTY in the concordance REF. The history keeps it."""
    from longbien.actions.law.concordance import remarks  # app ready

    remarks.withdraw_clause(node=node, actor=actor, ref=ref, duty=duty, clause=id_, why=why)
    answer({}, f"Withdrawn from {duty}: {id_}.")


COMMANDS: Final = (open_, reopen, dissent, comment, clause)
