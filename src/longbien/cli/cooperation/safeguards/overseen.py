# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request oversight`: what oversight looks at afterwards, and the review of an emergency."""

from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.cooperation.safeguards.oversight import EntryView, oversight, review
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.inputs import examples
from longbien.cli.tables import table
from longbien.cli.words import listed, moment, short
from longbien.core.base.vocabulary import vocabulary


@click.group("oversight")
def command() -> None:
    """Read what oversight looks at: emergencies, what was done on one signature, what was stopped."""


@command.command(
    "list", epilog=examples("longbien request oversight list", "longbien request oversight list --open")
)
@click.option("--open", "open_only", is_flag=True, help="Only what waits for a review.")
@json_option
@acting
def show_list(actor: Officer, *, open_only: bool, as_json: bool) -> None:
    """List the entries, what waits for a review first."""
    node = current_node()
    found = oversight(node=node, actor=actor, open_only=open_only)
    answer(found, lambda: _words(found), as_json=as_json, exercise=node.exercise)


@command.command(
    "review",
    epilog=examples(
        'longbien request oversight review 4 justified --disclosed "Subscriber data, 03:40" --outcome "The child was found."'
    ),
)
@click.argument("number", type=int)
@click.argument("finding", type=click.Choice(tuple(vocabulary("EMERGENCY-REVIEW").codes)))
@click.option("--outcome", required=True, help="What came of it.")
@click.option("--disclosed", default="", help="What was disclosed, and when.")
@click.option("--judicial", default="", help="Which court or other independent body looked at it.")
@json_option
@acting
def review_entry(
    actor: Officer, *, number: int, finding: str, outcome: str, disclosed: str, judicial: str, as_json: bool
) -> None:
    """Record what came of entry NUMBER. Nobody reviews what he did himself."""
    node = current_node()
    found = review(
        node=node,
        actor=actor,
        number=number,
        finding=finding,
        outcome=outcome,
        disclosed=disclosed,
        judicial=judicial,
    )
    answer(found, lambda: _words((found,)), as_json=as_json, exercise=node.exercise)


def _words(found: tuple[EntryView, ...]) -> str:
    if not found:
        return _("Nothing is on the list.")
    rows = [
        (
            str(one.number),
            moment(one.at),
            listed("OVERSIGHT", one.kind),
            f"{one.partner} {one.reference or short(one.request_id)}",
            one.official,
            ", ".join(listed("EMERGENCY-REVIEW", each.finding) for each in one.reviews)
            or (moment(one.due_at) if one.due_at else ""),
        )
        for one in found
    ]
    return table((_("No."), _("When"), _("What"), _("Request"), _("Officer"), _("Review")), rows)


COMMANDS: Final = (command,)
"""What `longbien request` takes from here."""
