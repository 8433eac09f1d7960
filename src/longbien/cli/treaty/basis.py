# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty basis`: which treaty is a legal basis between two States, from the status tables. Needs no node; asks the one in LONGBIEN_HOME if there is one."""

from datetime import date, datetime
from typing import Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.inputs import MOMENT, examples
from longbien.cli.tables import facts
from longbien.cli.treaty.known import known
from longbien.core.base.ids import parse_party_id
from longbien.core.base.vocabulary import vocabulary
from longbien.core.treaty.bases.basis import Basis, legal_basis, status_table
from longbien.core.treaty.bases.convention import CONVENTION, with_convention


@click.command(
    "basis",
    epilog=examples("longbien treaty basis VN AT", "longbien treaty basis VN AT --exercise --on 2027-03-01"),
)
@click.argument("one")
@click.argument("other")
@click.option("--basis", "code", default="hanoi", show_default=True, help="The code of the legal basis.")
@click.option("--on", "moment", type=MOMENT, default=None, help="The day (otherwise today).")
@click.option("--exercise", is_flag=True, help="Ask the exercise table, in which nothing is true.")
@json_option
def basis(*, one: str, other: str, code: str, moment: datetime | None, exercise: bool, as_json: bool) -> None:
    """Tell whether a treaty is a legal basis between the States ONE and OTHER on a day; refuse it otherwise."""
    day = moment.date() if moment is not None else date.today()  # noqa: DTZ011 # a day on this machine's calendar
    pair = parse_party_id(one.upper()), parse_party_id(other.upper())
    table = status_table(exercise=exercise)
    if code == CONVENTION and not exercise:
        held = known()
        table = with_convention(table, held.events, pair, day=day, known_on=held.known_on)
    found = legal_basis(table, code, *pair, day=day)
    answer(found, lambda: _words(found, day), as_json=as_json, exercise=exercise)


def _words(found: Basis, day: date) -> str:
    pairs = [
        ("Legal basis", vocabulary("LEGAL-BASIS").label_of(found.basis)),
        ("On", day.isoformat()),
        ("Table", f"{found.label}, checked up to {found.known_on.isoformat()}"),
    ]
    if found.row is not None:
        pairs.append(("Note", found.row.note.strip()))
        pairs += [("Source", f"{source.ref} ({source.confidence})") for source in found.row.sources]
    return facts(pairs)


COMMANDS: Final = (basis,)
