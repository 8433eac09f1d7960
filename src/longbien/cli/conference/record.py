# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien conference record`: make and sign the record of a closed meeting, and write it as a file, or as a paper."""

from pathlib import Path
from typing import Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.awake import signed_in, wake_node
from longbien.cli.inputs import examples, sign_in_options
from longbien.cli.outputs import new_file
from longbien.cli.tables import facts
from longbien.core.base.errors import UsageError
from longbien.texts import LANGUAGES


@click.command(
    "record",
    epilog=examples(
        "longbien conference record cosp-1-m3 --make --as conference --out cosp-1-m3.json",
        "longbien conference record cosp-1-m3 --out cosp-1-m3.json --pdf cosp-1-m3.pdf --language fr",
    ),
)
@click.argument("meeting")
@click.option(
    "--make", "is_made", is_flag=True, help="Make and sign a new record first (an officer signs in)."
)
@click.option(
    "--number", type=click.IntRange(1, 99999), default=None, help="An earlier record of this number."
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="Where to write the signed file.",
)
@click.option(
    "--pdf", type=click.Path(dir_okay=False, path_type=Path), default=None, help="Where to write the paper."
)
@click.option(
    "--language",
    type=click.Choice(sorted(LANGUAGES)),
    default="en",
    show_default=True,
    help="The language of the paper.",
)
@sign_in_options(required=False)
@json_option
def record(
    *,
    meeting: str,
    is_made: bool,
    number: int | None,
    out: Path | None,
    pdf: Path | None,
    language: str,
    username: str | None,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """Make or fetch the record of the closed MEETING: one signed file that anybody can check and replay."""
    node = wake_node()
    from longbien.actions.conference.record.make import make_record  # app ready
    from longbien.actions.conference.record.printed import record_sheet  # app ready
    from longbien.actions.conference.record.read import record_of  # app ready
    from longbien.core.conference.record.check import check_record  # slow import
    from longbien.core.conference.record.file import print_file  # slow import
    from longbien.core.parties.entry import print_fingerprint  # slow import

    if is_made:
        if not username:
            raise UsageError("conference_record.sign_in")
        make_record(node=node, actor=signed_in(username, password_file), meeting_id=meeting)
    found = record_of(meeting, number=number)
    if out is not None:
        _write(out, print_file(found))
    if pdf is not None:
        _write(pdf, node.printer().sheet(record_sheet(found, language)))
    checked = check_record(found)
    value = {"meeting": meeting, "number": found.statement.number, "digest": checked.digest}
    fingerprint = print_fingerprint(checked.fingerprint) if checked.fingerprint else "-"
    rows = (
        ("meeting", meeting),
        ("record", f"no. {found.statement.number}, {found.statement.made_at:%Y-%m-%d %H:%M} UTC"),
        ("digest", checked.digest),
        ("fingerprint of the keys", fingerprint),
        ("file", str(out or "")),
        ("paper", str(pdf or "")),
    )
    answer(
        {**value, "fingerprint": checked.fingerprint}, facts(rows), as_json=as_json, exercise=node.exercise
    )


def _write(path: Path, content: bytes) -> None:
    with new_file(path) as sink:
        sink.write(content)


COMMANDS: Final = (record,)
