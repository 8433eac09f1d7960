# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien law compare`: two versions of a law, a bill with the law it changes, or two files. Only versions that are kept need the node."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import click

from longbien.cli.answers import answer
from longbien.cli.inputs import examples, read_file, sign_in_options
from longbien.cli.tables import facts
from longbien.cli.treaty.shapes import format_options
from longbien.core.base.errors import UsageError
from longbien.core.law.comparing.amending import Amended, compare_bill
from longbien.core.law.comparing.comparison import Comparison, Row, compare
from longbien.core.law.comparing.differences import PieceKind, differences
from longbien.core.law.provisions.lines import MAX_CHARACTERS, read_lines
from longbien.core.law.provisions.provision import Provision

MAX_FILE: Final = 8 * MAX_CHARACTERS
_MARKS: Final = {PieceKind.DELETED: ("[-", "-]"), PieceKind.INSERTED: ("{+", "+}")}
"""What was taken out and what was put in, as plain text shows it."""


@click.command(
    "compare",
    epilog=examples(
        "longbien law compare HARBOUR --from 2020-01-01 --to 2026-01-01 --as anna",
        "longbien law compare HARBOUR --from 2026-01-01 --with VN/BILL-7/bill --as anna",
        "longbien law compare --file old.jsonl --file new.jsonl",
    ),
)
@click.argument("law", default="")
@click.option("--from", "first", default="", help="The label of the earlier version.")
@click.option("--to", "second", default="", help="The label of the later version.")
@click.option(
    "--with", "other", default="", help="A version of another law, such as a bill: STATE/CODE/LABEL."
)
@click.option(
    "--file",
    "files",
    multiple=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file of provisions (twice).",
)
@click.option("--bill", is_flag=True, help="The second is a bill with provisions of its own.")
@click.option("--all", "every", is_flag=True, help="Show what is the same, too.")
@format_options
@sign_in_options(required=False)
def command(
    *,
    law: str,
    first: str,
    second: str,
    other: str,
    files: tuple[Path, ...],
    bill: bool,
    every: bool,
    as_json: bool,
    username: str | None,
    password_file: Path | None,
) -> None:
    """Compare two versions of LAW, a bill with the law it changes (--with), or two files (--file, twice)."""
    if files:
        if len(files) != 2 or law:
            raise UsageError("law_library.compare_two")
        one, two = (read_lines(read_file(file, MAX_FILE)).provisions for file in files)
        found = compare_bill(one, two) if bill else compare(one, two)
    else:
        if not law or not first or bool(second) is bool(other):
            raise UsageError("law_library.compare_two")
        found = _kept(law, (first, second, other), username, password_file, bill=bill or None)
    answer(found, lambda: "\n".join(_words(found, every=every)), as_json=as_json)


def _kept(
    law: str,
    labels: tuple[str, str, str],
    username: str | None,
    password_file: Path | None,
    *,
    bill: bool | None,
) -> Comparison | Amended:
    """Compare two versions that the node keeps."""
    if not username:
        raise click.UsageError("Say who acts: --as NAME.")
    from longbien.cli.awake import signed_in, wake_node  # slow import

    node = wake_node()
    from longbien.actions.law.library.compare import compare_versions  # app ready
    from longbien.actions.law.library.laws import find_law  # app ready

    actor = signed_in(username, password_file)
    name = find_law(law, node=node, actor=actor).ref
    first, second, other = labels
    after = other or f"{name}/{second}"
    made = compare_versions(f"{name}/{first}", after, node=node, actor=actor, as_bill=bill)
    found = made.comparison or made.amended
    if found is None:
        raise UsageError("law_library.compare_two")
    return found


def _words(found: Comparison | Amended, *, every: bool) -> Iterator[str]:
    if isinstance(found, Amended):
        yield from _bill_words(found)
        return
    counts = ", ".join(f"{count} {change.value}" for change, count in found.counts.items())
    yield f"{counts or 'nothing changed'}; {found.same} the same"
    for row in found.rows if every else found.changed():
        yield ""
        yield facts([(_numbers(row), ", ".join(sorted(row.changes)) or "the same")])
        yield facts([(" ", _text(row))])


def _numbers(row: Row) -> str:
    old, new = (" + ".join(one.number or one.id for one in side) for side in (row.before, row.after))
    return old if old == new else f"{old or '-'} > {new or '-'}"


def _text(row: Row) -> str:
    """Write the text with [-what was taken out-] and {+what was put in+}."""
    return _marked(_joined(row.before), _joined(row.after))


def _joined(side: Sequence[Provision]) -> str:
    return "\n".join(part for one in side for part in (one.heading, one.text) if part)


def _marked(before: str, after: str) -> str:
    pieces = []
    for piece in differences(before, after):
        opening, closing = _MARKS.get(piece.kind, ("", ""))
        text = piece.after or piece.before
        end = text[len(text.rstrip()) :]
        pieces.append(f"{opening}{text.rstrip()}{closing}{end}" if text.strip() else text)
    return "".join(pieces)


def _bill_words(found: Amended) -> Iterator[str]:
    counts = ", ".join(f"{count} {reach.value}" for reach, count in found.counts.items() if count)
    yield f"{counts or 'no provision'}; {len(found.untouched)} provisions of the law are not reached"
    yield "What a provision of the bill does is for a reader to say: it is put beside what it names or is like."
    for one in found.amendments:
        yield ""
        yield facts([(one.bill.number or one.bill.id, f"{one.reach.value} {one.bill.heading}".strip())])
        if not one.targets:
            yield facts([(" ", one.bill.text)])
        for target in one.targets:
            text = _marked(target.provision.text, target.passage) if target.passage else target.provision.text
            yield facts([(f"  of {target.provision.number or target.provision.id}", text)])


COMMANDS: Final = (command,)
