# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request assign`, `alarms`, `seen`: who looks after a request, what alarms, and who has seen it."""

from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.cooperation.alarms.assign import assign, keepers_view
from longbien.actions.cooperation.alarms.desk import (
    AlarmView,
    acknowledge_alarm,
    alarms_of_request,
    my_alarms,
)
from longbien.actions.node import current_node
from longbien.actions.people.enrol import find_officer
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.inputs import examples
from longbien.cli.tables import table
from longbien.cli.words import coded, left, moment, phrased_rule, short


@click.command(
    "assign", epilog=examples("longbien request assign C-2026/118 --to vn-duty-1 --deputy vn-lawyer-1")
)
@click.argument("request")
@click.option("--to", "officer", required=True, help="The role id of the officer who looks after it.")
@click.option("--deputy", default="", help="The role id of the deputy.")
@json_option
@acting
def assign_request(actor: Officer, *, request: str, officer: str, deputy: str, as_json: bool) -> None:
    """Give a request to a named officer and a deputy: its alarms go to them."""
    node = current_node()
    request_id = find_request_id(node, actor, request)
    assign(
        node=node,
        actor=actor,
        request_id=request_id,
        officer=find_officer(officer),
        deputy=find_officer(deputy) if deputy else None,
    )
    found = keepers_view(request_id, node.clock())
    words = _("%(request)s is with %(officer)s; deputy: %(deputy)s.") % {
        "request": short(request_id),
        "officer": found.officer,
        "deputy": found.deputy or "-",
    }
    answer(found, words, as_json=as_json)


@click.command(
    "alarms", epilog=examples("longbien request alarms", "longbien request alarms C-2026/118 --json")
)
@click.argument("request", default="")
@json_option
@acting
def list_alarms(actor: Officer, *, request: str, as_json: bool) -> None:
    """List the alarms that have reached you, or every alarm of one REQUEST."""
    node = current_node()
    found = (
        alarms_of_request(actor=actor, request_id=find_request_id(node, actor, request))
        if request
        else my_alarms(actor=actor)
    )
    answer(found, lambda: _words(found), as_json=as_json, exercise=node.exercise)


@click.command("seen", epilog=examples("longbien request seen 7"))
@click.argument("number", type=click.IntRange(min=1))
@json_option
@acting
def seen(actor: Officer, *, number: int, as_json: bool) -> None:
    """Acknowledge the alarm NUMBER: you have seen it, and your name is in the log. It says nothing about what was done."""
    found = acknowledge_alarm(node=current_node(), actor=actor, number=number)
    answer(
        found,
        _("Alarm %(number)s: seen by %(who)s.") % {"number": number, "who": actor.role_id},
        as_json=as_json,
    )


COMMANDS: Final = (assign_request, list_alarms, seen)
"""Commands of alarms."""


def _words(found: tuple[AlarmView, ...]) -> str:
    if not found:
        return _("No alarm.")
    now = current_node().clock()
    head = (
        _("Alarm"),
        _("Request"),
        _("Clock"),
        _("Step"),
        _("Ends"),
        _("Raised"),
        _("Level"),
        _("Officer"),
        _("Seen"),
    )
    return table(head, [_row(one, left(one.due_at, now)) for one in found])


def _row(one: AlarmView, ends: str) -> tuple[str, ...]:
    raised = moment(one.raised_at)
    return (
        str(one.number),
        short(one.request_id),
        phrased_rule(one.rule),
        coded("alarm", one.step),
        ends,
        _("%(moment)s, late") % {"moment": raised} if one.late else raised,
        coded("alarm_level", one.level),
        " / ".join(name for name in (one.officer, one.deputy) if name) or _("nobody named"),
        one.acknowledged_by or ("" if one.open else _("clock stopped")),
    )
