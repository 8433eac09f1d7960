# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien law concordance`: export and import. Workbooks out and back, JSON, the public version."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from longbien.cli.answers import answer, say
from longbien.cli.awake import acting_awake
from longbien.cli.inputs import examples, read_file
from longbien.cli.outputs import new_file
from longbien.cli.treaty.shapes import format_options
from longbien.core.base.canonical import Json

if TYPE_CHECKING:
    from longbien.actions.node import Node
    from longbien.actions.people.sign_in import Officer

MAX_FILE: Final = 64 * 1024 * 1024


@click.command(
    "export",
    epilog=examples(
        "longbien law concordance export 0f… work.xlsx --ministry Justice --as anna",
        "longbien law concordance export 0f… public.json --form public.json --as anna",
    ),
)
@click.argument("ref")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--form",
    type=click.Choice(["xlsx", "json", "public.json"]),
    default="xlsx",
    show_default=True,
    help="What file.",
)
@click.option("--ministry", default="", help="Only this ministry's rows.")
@click.option("--language", default="en", show_default=True, help="Language of the words in a workbook.")
@acting_awake
def export(
    node: "Node", actor: "Officer", /, *, ref: str, file: Path, form: str, ministry: str, language: str
) -> None:
    """Write the concordance REF into the new FILE, as far as you may see it."""
    from longbien.actions.law.concordance.files import concordance_file  # app ready

    made = concordance_file(node=node, actor=actor, ref=ref, form=form, ministry=ministry, language=language)
    with new_file(file) as sink:
        sink.write(made)
    say(f"Written: {file.name} ({len(made)} bytes).")


@click.command(
    "import",
    epilog=examples(
        "longbien law concordance import 0f… work.xlsx --as anna",
        "longbien law concordance import 0f… work.xlsx --take --as anna",
    ),
)
@click.argument("ref")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--take", is_flag=True, help="Change it; otherwise only show what would change.")
@click.option(
    "--also", multiple=True, help="Name of a conflict in which the workbook's counts; as often as wanted."
)
@format_options
@acting_awake
def import_(
    node: "Node",
    actor: "Officer",
    /,
    *,
    ref: str,
    file: Path,
    take: bool,
    also: tuple[str, ...],
    as_json: bool,
) -> None:
    """Show what the workbook FILE would change in the concordance REF, and with --take change it."""
    from longbien.actions.law.concordance.files import look_at, plan, take_over  # app ready

    found = look_at(node=node, actor=actor, ref=ref, data=read_file(file, MAX_FILE))
    count = take_over(node=node, actor=actor, ref=ref, planned=plan(found), also=also) if take else 0
    shown: Json = [
        {
            "name": one.item.name,
            "verdict": one.verdict.value,
            "code": one.code,
            "before": one.before,
            "after": one.after,
        }
        for one in found
    ]
    lines = [f"{one.verdict.value:9} {one.item.name}" for one in found] or ["Nothing would change."]
    answer(
        {"changes": shown, "taken": count},
        lambda: "\n".join([*lines, f"Taken over: {count}."]),
        as_json=as_json,
    )


COMMANDS: Final = (export, import_)
