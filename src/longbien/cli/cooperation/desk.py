# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request notes`, `look`, `hand-over`: what stays at the desk."""

from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.cooperation.desk.hand_over import (
    HandOverView,
    Matter,
    give_shift,
    hand_over,
    hand_overs,
    take_shift,
)
from longbien.actions.cooperation.desk.look import look
from longbien.actions.cooperation.desk.notes import NoteView, strike_note, write_note
from longbien.actions.cooperation.desk.notes import notes as find_notes
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.inputs import examples
from longbien.cli.tables import table
from longbien.cli.words import coded, kind_words, moment, phrased_rule, short


@click.command(
    "look",
    epilog=examples('longbien request look C-2026/118 --reason "To prepare the hearing of the victim."'),
)
@click.argument("request")
@click.option("--reason", required=True, help="Why you need to see masked names. It is kept.")
@json_option
@acting
def look_at(actor: Officer, *, request: str, reason: str, as_json: bool) -> None:
    """See the names of victims, children and other masked persons of a request, for one shift."""
    node = current_node()
    found = look(node=node, actor=actor, request_id=find_request_id(node, actor, request), reason=reason)
    words = _("You see them until %(until)s. Your reason is kept.") % {"until": moment(found.until)}
    answer(found, words, as_json=as_json)


@click.group("notes")
def notes() -> None:
    """Write and read notes about a request: they never leave this node and are never edited."""


@notes.command("list", epilog=examples("longbien request notes list C-2026/118"))
@click.argument("request")
@json_option
@acting
def list_notes(actor: Officer, *, request: str, as_json: bool) -> None:
    """List the notes about a request."""
    node = current_node()
    found = find_notes(actor=actor, request_id=find_request_id(node, actor, request))
    answer(found, lambda: "\n\n".join(_note(one) for one in found) or _("No note."), as_json=as_json)


@notes.command(
    "write", epilog=examples('longbien request notes write C-2026/118 "The provider calls back at nine."')
)
@click.argument("request")
@click.argument("text")
@json_option
@acting
def write(actor: Officer, *, request: str, text: str, as_json: bool) -> None:
    """Write a note about a request."""
    node = current_node()
    found = write_note(node=node, actor=actor, request_id=find_request_id(node, actor, request), text=text)
    answer(found, _("Note %(number)s is kept.") % {"number": found.number}, as_json=as_json)


@notes.command("strike", epilog=examples('longbien request notes strike 7 --reason "Another case."'))
@click.argument("number", type=click.IntRange(min=1))
@click.option("--reason", required=True, help="Why.")
@json_option
@acting
def strike(actor: Officer, *, number: int, reason: str, as_json: bool) -> None:
    """Strike the note NUMBER out; it can still be read."""
    found = strike_note(node=current_node(), actor=actor, number=number, reason=reason)
    answer(found, _("Note %(number)s is struck out.") % {"number": number}, as_json=as_json)


@click.group("hand-over")
def shift() -> None:
    """Hand a shift over: what is open, signed off by who goes and who comes."""


@shift.command("list", epilog=examples("longbien request hand-over list"))
@json_option
@acting
def list_shifts(actor: Officer, *, as_json: bool) -> None:
    """List the newest hand-overs."""
    found = hand_overs(actor=actor)
    answer(found, lambda: "\n".join(_line(one) for one in found) or _("None."), as_json=as_json)


@shift.command("show", epilog=examples("longbien request hand-over show 3"))
@click.argument("number", type=click.IntRange(min=1))
@json_option
@acting
def show_shift(actor: Officer, *, number: int, as_json: bool) -> None:
    """Show the hand-over NUMBER, ready to be printed."""
    found = hand_over(actor=actor, number=number)
    answer(found, lambda: _sheet(found), as_json=as_json)


@shift.command("give", epilog=examples('longbien request hand-over give --text "AT calls at seven."'))
@click.option("--text", default="", help="A word about it.")
@json_option
@acting
def give(actor: Officer, *, text: str, as_json: bool) -> None:
    """Hand your shift over: everything that burns now goes into it."""
    found = give_shift(node=current_node(), actor=actor, text=text)
    answer(found, lambda: _sheet(found), as_json=as_json)


@shift.command("take", epilog=examples("longbien request hand-over take 3"))
@click.argument("number", type=click.IntRange(min=1))
@click.option("--text", default="", help="A word about it.")
@json_option
@acting
def take(actor: Officer, *, number: int, text: str, as_json: bool) -> None:
    """Sign the hand-over NUMBER off: you have read it and go on."""
    found = take_shift(node=current_node(), actor=actor, number=number, answer=text)
    answer(found, lambda: _line(found), as_json=as_json)


COMMANDS: Final = (look_at, notes, shift)
"""Commands of what stays at the desk."""


def _note(one: NoteView) -> str:
    head = f"{one.number}  {one.officer}  {moment(one.at)}"
    if one.struck_at is not None:
        head += "  " + _("STRUCK OUT by %(who)s %(at)s %(why)s") % {
            "who": one.struck_by,
            "at": moment(one.struck_at),
            "why": one.struck_why,
        }
    unread = _("%(length)s characters; only those who work on requests read it") % {"length": one.length}
    return f"{head}\n{one.text if one.readable else unread}"


def _line(one: HandOverView) -> str:
    taken = f"{one.taken_by} {moment(one.taken_at)}" if one.taken_by else _("not signed off yet")
    count = _("%(count)s open matters") % {"count": len(one.matters)}
    return f"{one.number}  {one.given_by} {moment(one.given_at)} → {taken}  {count}"


def _sheet(one: HandOverView) -> str:
    head = (_("Request"), _("With"), _("Kind"), _("What"), _("Ends"), _("Given to"), _("Reference"))
    rows = table(head, [_row(row) for row in one.matters]) if one.matters else _("Nothing was open.")
    return "\n".join(part for part in (_line(one), one.text, rows, one.answer) if part)


def _row(row: Matter) -> tuple[str, ...]:
    said = phrased_rule(row.code) if row.what in ("clock", "alarm") else kind_words(row.code)
    return (
        short(row.request_id),
        row.partner,
        row.kind,
        f"{coded('burning', row.what)}: {said}",
        moment(row.lost_at),
        row.officer,
        row.reference,
    )
