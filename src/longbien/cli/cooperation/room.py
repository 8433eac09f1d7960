# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request`: requests between States, from the draft to the last answer."""

from collections.abc import Callable
from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.cooperation.pages.inbox import Inbox, InboxRow, inbox
from longbien.actions.cooperation.pages.request import request_page
from longbien.actions.cooperation.register.filters import DIRECTIONS, DUES, VIEWS
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation import (
    alarms,
    asides,
    attachments,
    burning,
    consultations,
    desk,
    drafts,
    forms,
    orders,
    outside,
    papers,
    providers,
    replies,
    targets,
)
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.cooperation.page import page_words
from longbien.cli.cooperation.safeguards import calls, overseen, secret, steps
from longbien.cli.inputs import examples
from longbien.cli.tables import table
from longbien.cli.words import coded, left, short


@click.group("request")
def command() -> None:
    """Draft, send, read and answer requests between States."""


_FILTERS: Final = (
    click.option(
        "--view", type=click.Choice(VIEWS), default="open", show_default=True, help="Which requests."
    ),
    click.option("--direction", type=click.Choice(DIRECTIONS), default=None, help="Only one direction."),
    click.option("--partner", default="", help="Only requests with this party, such as AT."),
    click.option("--kind", default="", help="Only this kind, such as preservation."),
    click.option("--state", default="", help="Only requests that stand there, such as acknowledged."),
    click.option("--basis", default="", help="Only this legal basis, such as hanoi."),
    click.option("--urgency", default="", help="Only urgent ones: any, or a code of the list."),
    click.option("--due", type=click.Choice(tuple(DUES)), default=None, help="When the next clock ends."),
    click.option(
        "--text",
        default="",
        help="Only where all of these words are: reference, id, party, kind, identifier, name, text.",
    ),
)


def _filters(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_FILTERS):
        command = option(command)
    return command


@command.command(
    "list",
    epilog=examples("longbien request list", 'longbien request list --view all --text "8.8.8.8" --json'),
)
@_filters
@click.option("--page", type=click.IntRange(min=1), default=1, show_default=True, help="Which page.")
@json_option
@acting
def show_list(actor: Officer, /, *, page: int, as_json: bool, **given: str | None) -> None:
    """List requests, what burns first."""
    node = current_node()
    asked = {name: value or "" for name, value in given.items()}
    asked["partner"] = asked["partner"].upper()
    found = inbox(node=node, actor=actor, page=page, **asked)
    answer(found, lambda: _list_words(found), as_json=as_json, exercise=node.exercise)


@command.command(
    "show", epilog=examples("longbien request show 1f2e3d4c5b6a", "longbien request show C-2026/118")
)
@click.argument("request")
@json_option
@acting
def show(actor: Officer, *, request: str, as_json: bool) -> None:
    """Show one request: both decisions, clocks, fields, thread with receipts, evidence, and what you may do now.

    REQUEST is its id, the beginning of it, or its reference.
    """
    node = current_node()
    page = request_page(node=node, actor=actor, request_id=find_request_id(node, actor, request))
    answer(page, lambda: page_words(page, node.clock()), as_json=as_json, exercise=page.exercise)


for _part in (
    alarms.COMMANDS,
    burning.COMMANDS,
    desk.COMMANDS,
    forms.COMMANDS,
    drafts.COMMANDS,
    attachments.COMMANDS,
    orders.COMMANDS,
    outside.COMMANDS,
    papers.COMMANDS,
    providers.COMMANDS,
    replies.COMMANDS,
    asides.COMMANDS,
    consultations.COMMANDS,
    targets.COMMANDS,
    steps.COMMANDS,
    calls.COMMANDS,
    overseen.COMMANDS,
    secret.COMMANDS,
):
    for _command in _part:
        command.add_command(_command)


def _list_words(found: Inbox) -> str:
    if not found.rows:
        return _("No request is here under this view.")
    now = current_node().clock()
    head = (
        _("Request"),
        _("With"),
        _("Kind"),
        _("State"),
        _("Decisions"),
        _("Due"),
        _("Reference"),
    )
    lines = [table(head, [_row(row, left(row.due, now) if row.due else "") for row in found.rows])]
    if found.pages > 1:
        lines.append(_("Page %(page)s of %(pages)s.") % {"page": found.page, "pages": found.pages})
    if found.cut:
        lines.append(_("There are more: narrow the list, or add a word."))
    return "\n".join(lines)


def _row(row: InboxRow, due: str) -> tuple[str, ...]:
    with_whom = (_("from %(party)s") if row.direction == "incoming" else _("to %(party)s")) % {
        "party": row.partner
    }
    marks = [coded("state.request", row.state)]
    if row.waiting:
        marks.append(_("(waits for a second officer)"))
    return (
        short(row.request_id),
        with_whom,
        row.kind,
        " ".join(marks),
        "; ".join(
            f"{coded('track', measure)}: {coded(f'state.{measure}', place)}"
            for measure, place in row.measures.items()
        ),
        due,
        row.reference,
    )
