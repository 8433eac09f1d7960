# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty basis`: which treaty is a legal basis between two States. Needs no node; asks the one in LONGBIEN_HOME if there is one.

longbien treaty basis VN AT          one basis, the Convention if none is named; refused if it is none
longbien treaty basis list VN AT     every basis between the two
"""

import os
from datetime import date, datetime
from typing import Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.awake import wake_up
from longbien.cli.inputs import MOMENT, examples
from longbien.cli.tables import facts, table
from longbien.cli.treaty.known import known
from longbien.core.base.ids import PartyId, parse_party_id
from longbien.core.base.vocabulary import vocabulary
from longbien.core.treaty.bases.basis import Basis, Table, legal_basis, status_table
from longbien.core.treaty.bases.between import Standing, standings
from longbien.core.treaty.bases.convention import with_convention
from longbien.texts import word


class ShowByDefault(click.Group):
    """A group whose first word, where it names no command of it, is the first word of `show`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `show` before words that name no command."""
        asks_help = args in (["--help"], ["-h"])
        if args and not asks_help and not any(word in self.commands for word in args[:1]):
            args = ["show", *args]
        return super().parse_args(ctx, args)


@click.group("basis", cls=ShowByDefault)
def basis() -> None:
    """Legal bases between two States: ask for one, list all, enter and confirm rows, agree on the rules of procedure."""


_ON = click.option("--on", "moment", type=MOMENT, default=None, help="The day (otherwise today).")
_EXERCISE = click.option("--exercise", is_flag=True, help="Ask the exercise table, in which nothing is true.")


@basis.command(
    "show",
    epilog=examples("longbien treaty basis VN AT", "longbien treaty basis VN AT --exercise --on 2027-03-01"),
)
@click.argument("one")
@click.argument("other")
@click.option("--basis", "code", default="hanoi", show_default=True, help="The code of the legal basis.")
@_ON
@_EXERCISE
@json_option
def show(*, one: str, other: str, code: str, moment: datetime | None, exercise: bool, as_json: bool) -> None:
    """Tell whether a treaty is a legal basis between the States ONE and OTHER on a day; refuse it otherwise."""
    day, pair = _day(moment), _pair(one, other)
    found = legal_basis(_table(pair, day, exercise=exercise), code, *pair, day=day)
    answer(found, lambda: _words(found, day), as_json=as_json, exercise=exercise)


@basis.command(
    "list",
    epilog=examples("longbien treaty basis list VN AT", "longbien treaty basis list VN AT --on 2027-03-01"),
)
@click.argument("one")
@click.argument("other")
@_ON
@_EXERCISE
@json_option
def every(*, one: str, other: str, moment: datetime | None, exercise: bool, as_json: bool) -> None:
    """List every legal basis between the States ONE and OTHER on a day: in force, suspended, not in force or not known."""
    day, pair = _day(moment), _pair(one, other)
    held = _table(pair, day, exercise=exercise)
    found = standings(held, *pair, day=day)
    answer(found, lambda: standing_rows(found), as_json=as_json, exercise=exercise)


def standing_rows(found: tuple[Standing, ...]) -> str:
    """Lay out every basis with its status and source."""
    return table(
        ("Legal basis", "Status", "From", "Until", "Source"),
        (
            (
                vocabulary("LEGAL-BASIS").label_of(one.basis),
                word("en", "basis_status", one.status),
                one.row.since.isoformat() if one.row else "-",
                one.row.until.isoformat() if one.row and one.row.until else "-",
                "; ".join(f"{source.ref} ({source.confidence})" for source in one.row.sources)
                if one.row
                else "-",
            )
            for one in found
        ),
    )


def _day(moment: datetime | None) -> date:
    return moment.date() if moment is not None else date.today()  # noqa: DTZ011 # a day on this machine's calendar


def _pair(one: str, other: str) -> tuple[PartyId, PartyId]:
    return parse_party_id(one.upper()), parse_party_id(other.upper())


def _table(pair: tuple[PartyId, PartyId], day: date, *, exercise: bool) -> Table:
    """Give the table between two States: with the rows of the node in LONGBIEN_HOME, if there is one of the same kind."""
    if os.environ.get("LONGBIEN_HOME"):
        wake_up()
        from longbien.actions.node import current_node  # app ready
        from longbien.actions.treaty.bases.current import basis_table  # app ready

        if current_node().exercise is exercise:
            return basis_table(pair, day=day, exercise=exercise)
    if exercise:
        return status_table(exercise=True)
    held = known()
    return with_convention(status_table(exercise=False), held.events, pair, day=day, known_on=held.known_on)


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
