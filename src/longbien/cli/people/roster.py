# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien people roster`, `plan`, `call-off`, `contact`: who is at the desk, who is on call, where they are reached."""

from datetime import datetime
from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.node import current_node
from longbien.actions.people.contact import set_contact
from longbien.actions.people.enrol import find_officer
from longbien.actions.people.roster import DUTY, KINDS, TurnView, call_off_turn, plan_turn
from longbien.actions.people.roster import roster as find_roster
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.inputs import MOMENT, examples
from longbien.cli.tables import table
from longbien.cli.words import coded, moment


@click.command("roster", epilog=examples("longbien people roster", "longbien people roster --json"))
@json_option
@acting
def roster(actor: Officer, *, as_json: bool) -> None:
    """List the turns that run or are ahead: alarms go to who has one, calls to who is on call."""
    found = find_roster(node=current_node(), actor=actor)
    answer(found, lambda: _words(found), as_json=as_json)


@click.command(
    "plan",
    epilog=examples(
        "longbien people plan vn-duty-1 --from 2026-11-23T22:00+07:00 --until 2026-11-24T06:00+07:00",
        "longbien people plan vn-approver-1 --kind on-call --from 2026-11-23 --until 2026-11-30",
    ),
)
@click.argument("role_id")
@click.option(
    "--kind", type=click.Choice(KINDS), default=DUTY, show_default=True, help="At the desk, or on call."
)
@click.option("--from", "begins_at", type=MOMENT, required=True, help="When the turn begins.")
@click.option("--until", "ends_at", type=MOMENT, required=True, help="When it ends.")
@json_option
@acting
def plan(
    actor: Officer, *, role_id: str, kind: str, begins_at: datetime, ends_at: datetime, as_json: bool
) -> None:
    """Put the officer ROLE_ID on the roster."""
    node = current_node()
    turn = plan_turn(
        node=node, actor=actor, officer=find_officer(role_id), kind=kind, begins_at=begins_at, ends_at=ends_at
    )
    words = _("Turn %(number)s of %(officer)s is planned.") % {"number": turn.pk, "officer": role_id}
    answer({"number": turn.pk, "officer": role_id}, words, as_json=as_json)


@click.command("call-off", epilog=examples("longbien people call-off 7"))
@click.argument("number", type=click.IntRange(min=1))
@json_option
@acting
def call_off(actor: Officer, *, number: int, as_json: bool) -> None:
    """Take the turn NUMBER off the roster."""
    turn = call_off_turn(node=current_node(), actor=actor, number=number)
    words = _("Turn %(number)s of %(officer)s is called off.") % {
        "number": number,
        "officer": turn.officer.role_id,
    }
    answer({"number": number, "officer": turn.officer.role_id}, words, as_json=as_json)


@click.command(
    "contact",
    epilog=examples("longbien people contact vn-duty-1 --email duty@example.org --language vi"),
)
@click.argument("role_id")
@click.option("--email", required=True, help='The address; "" for no e-mail.')
@click.option("--language", default="", help="The language of the e-mails.")
@acting
def contact(actor: Officer, *, role_id: str, email: str, language: str) -> None:
    """Say where ROLE_ID is reached by e-mail when something burns. E-mails hold nothing of a case."""
    set_contact(
        node=current_node(), actor=actor, officer=find_officer(role_id), email=email, language=language
    )
    click.echo(_("%(officer)s: noted.") % {"officer": role_id})


COMMANDS: Final = (roster, plan, call_off, contact)
"""Commands of the duty roster, and of where officers are reached."""


def _words(found: list[TurnView]) -> str:
    if not found:
        return _("No turn runs or is ahead: alarms go to every officer who may act.")
    head = (_("Turn"), _("Officer"), _("Kind"), _("From"), _("Until"), _("Now"))
    return table(
        head,
        [
            (
                str(one.number),
                one.officer,
                coded("turn", one.kind),
                moment(one.begins_at),
                moment(one.ends_at),
                _("now") if one.now else "",
            )
            for one in found
        ],
    )
