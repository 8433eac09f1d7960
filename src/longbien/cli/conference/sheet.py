# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien conference sheet`: the sheet for a vote by pen, so that no vote depends on a screen or on the line."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.awake import acting_awake
from longbien.cli.inputs import examples
from longbien.cli.outputs import new_file
from longbien.core.conference.counting.roll import LANGUAGES

if TYPE_CHECKING:
    from longbien.actions.node import Node
    from longbien.actions.people.sign_in import Officer


@click.command(
    "sheet",
    epilog=examples(
        "longbien conference sheet cosp-1-m3 --to vote.pdf --as conf-1",
        "longbien conference sheet cosp-1-m3 --to vote.pdf --order fr --as conf-1",
    ),
)
@click.argument("meeting")
@click.option(
    "--to", "file", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write."
)
@click.option(
    "--order",
    type=click.Choice(LANGUAGES),
    default=None,
    help="The language in whose alphabet the names stand (otherwise the one that the rules name for the roll).",
)
@acting_awake
@json_option
def sheet(
    node: "Node", actor: "Officer", *, meeting: str, file: Path, order: str | None, as_json: bool
) -> None:
    """Write the sheet (PDF) on which the vote that was announced in MEETING can be taken by pen; a blank one if none was."""
    from longbien.actions.conference.hall.sheet import ballot_sheet  # app ready
    from longbien.cli.words import language  # app ready

    made = ballot_sheet(node=node, actor=actor, meeting_id=meeting, language=language(), order=order or "")
    with new_file(file) as sink:
        sink.write(made)
    answer(
        {"file": file, "size": len(made)},
        f"{file} is ready to be printed.",
        as_json=as_json,
        exercise=node.exercise,
    )


COMMANDS: Final = (sheet,)
"""What `longbien conference` takes from here."""
