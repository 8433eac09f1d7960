# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request call-back`: calling the number of the directory, recorded by two people."""

from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.cooperation.pages.request import request_page
from longbien.actions.cooperation.safeguards.call_back import (
    CallBegun,
    DirectoryNumber,
    answer_call,
    directory_numbers,
    record_call,
    show_call,
)
from longbien.actions.cooperation.safeguards.page import PageCall, page_calls
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.inputs import examples
from longbien.cli.tables import table
from longbien.cli.words import coded, listed, moment, sentence_of
from longbien.core.cooperation.safeguards.call_back import OUTCOMES

_OUTCOME = click.option("--outcome", type=click.Choice(OUTCOMES), required=True, help="What the call gave.")


@click.group("call-back")
def call_back() -> None:
    """Call the authority back at a number of the directory, never at one that came with the request."""


@call_back.command("numbers", epilog=examples("longbien request call-back numbers C-2026/118"))
@click.argument("request")
@json_option
@acting
def numbers(actor: Officer, *, request: str, as_json: bool) -> None:
    """Show which numbers may be called, and the calls so far."""
    node = current_node()
    page = request_page(node=node, actor=actor, request_id=find_request_id(node, actor, request))
    found, calls = directory_numbers(page.partner), page_calls(page.request_id)
    value = {"numbers": found, "calls": calls}
    answer(value, lambda: _numbers_words(found, calls), as_json=as_json, exercise=node.exercise)


@call_back.command(
    "record",
    epilog=examples(
        'longbien request call-back record C-2026/118 --number "+84 24 3822 5678" --outcome confirmed --reached "duty officer"'
    ),
)
@click.argument("request")
@click.option("--number", required=True, help="The number dialled: one of the directory's.")
@_OUTCOME
@click.option("--reached", default="", help="Who answered.")
@click.option("--note", default="", help="What else was said; it stays on this node.")
@json_option
@acting
def record(
    actor: Officer, *, request: str, number: str, outcome: str, reached: str, note: str, as_json: bool
) -> None:
    """Record a call. The code that this gives is for the second person, who confirms from elsewhere."""
    node = current_node()
    found = record_call(
        node=node,
        actor=actor,
        request_id=find_request_id(node, actor, request),
        number=number,
        outcome=outcome,
        reached=reached,
        note=note,
    )
    answer(found, lambda: _begun_words(found), as_json=as_json, exercise=node.exercise)


@call_back.command(
    "confirm",
    epilog=examples(
        'longbien request call-back confirm ABCD2345 --outcome confirmed --how "Listened to the call."'
    ),
)
@click.argument("code")
@_OUTCOME
@click.option("--how", required=True, help="How you know: listened to the call, or called again.")
@json_option
@acting
def confirm(actor: Officer, *, code: str, outcome: str, how: str, as_json: bool) -> None:
    """Say as the second person what you heard. You are on call now, at another terminal, signed in with a one-time code."""
    node = current_node()
    said = answer_call(node=node, actor=actor, code=code, outcome=outcome, how=how)
    words = "\n".join(
        (
            _("%(outcome)s: recorded and written to the log.")
            % {"outcome": listed("CALL-BACK", said.outcome)},
            *(f"{sentence_of(one.code)} ({', '.join(one.officers)})" for one in said.doubts),
        )
    )
    answer(said, words, as_json=as_json, exercise=node.exercise)


@call_back.command("show", epilog=examples("longbien request call-back show ABCD2345"))
@click.argument("code")
@json_option
@acting
def show(actor: Officer, *, code: str, as_json: bool) -> None:
    """Show the call that waits under a CODE."""
    node = current_node()
    found = show_call(node=node, actor=actor, code=code)
    words = f"{found.partner} {found.reference} {found.number} {listed('CALL-BACK', found.outcome)} ({found.official})"
    answer(found, words, as_json=as_json, exercise=node.exercise)


def _begun_words(found: CallBegun) -> str:
    return "\n".join(
        (
            _("Code for the second person: %(code)s (until %(until)s).")
            % {"code": found.code, "until": moment(found.until)},
            _("On call now: %(names)s") % {"names": ", ".join(found.on_call) or _("nobody")},
        )
    )


def _numbers_words(found: tuple[DirectoryNumber, ...], calls: tuple[PageCall, ...]) -> str:
    lines = [
        table(
            (_("Authority"), _("Name"), _("Number"), _("Hours"), _("Confirmed")),
            [
                (coded("authority", one.authority), one.name, one.number, one.office_hours, one.confirmed_on)
                for one in found
            ],
        )
    ]
    if calls:
        rows = [
            (
                moment(one.at),
                one.number,
                listed("CALL-BACK", one.outcome),
                one.official,
                f"{listed('CALL-BACK', one.second_outcome)} {one.second}".strip(),
            )
            for one in calls
        ]
        lines.append(table((_("Called"), _("Number"), _("Outcome"), _("By"), _("Second person")), rows))
    return "\n\n".join(lines)


COMMANDS: Final = (call_back,)
"""What `longbien request` takes from here."""
