# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request burning`: what the night shift must see first."""

from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.cooperation.burning.rows import ALARM, CLOCK, BurningRow
from longbien.actions.cooperation.burning.screen import Burning, burning
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.inputs import examples
from longbien.cli.tables import table
from longbien.cli.words import coded, kind_words, left, phrased_rule, short


@click.command("burning", epilog=examples("longbien request burning", "longbien request burning --json"))
@json_option
@acting
def show_burning(actor: Officer, *, as_json: bool) -> None:
    """Show what burns: clocks, alarms, acts that did not get through, proposals that wait; what is lost first stands first."""
    node = current_node()
    found = burning(node=node, actor=actor)
    answer(found, lambda: _words(found), as_json=as_json, exercise=node.exercise)


COMMANDS: Final = (show_burning,)
"""The command of the night shift."""


def _words(found: Burning) -> str:
    if not found.rows:
        return _("Nothing burns.")
    head = (_("Left"), _("Loses"), _("What"), _("Request"), _("With"), _("Given to"), _("Reference"))
    lines = [table(head, [_row(row, found) for row in found.rows])]
    if found.full:
        lines.append(_("There may be more: longbien request list shows all."))
    return "\n".join(lines)


def _row(row: BurningRow, found: Burning) -> tuple[str, ...]:
    with_whom = (_("from %(party)s") if row.direction == "incoming" else _("to %(party)s")) % {
        "party": row.partner
    }
    said = phrased_rule(row.code) if row.what in (CLOCK, ALARM) else kind_words(row.code)
    what = _("%(what)s: %(code)s") % {"what": coded("burning", row.what), "code": said}
    return (
        left(row.lost_at, found.at) if row.lost_at else "",
        coded("loses", row.loses),
        what,
        short(row.request_id),
        with_whom,
        row.officer,
        row.reference,
    )
