# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request secrecy`: confidentiality under review, renewed or lifted, and the letter of notice."""

from datetime import datetime
from pathlib import Path
from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.cooperation.safeguards.secrecy import (
    SecrecyView,
    lift,
    note_inquiry,
    notice_letter,
    refuse_to_tell,
    renew,
    secrecy_list,
)
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.inputs import MOMENT, examples
from longbien.cli.outputs import new_file
from longbien.cli.tables import table
from longbien.cli.words import coded, language, listed, short

_REASON = click.option("--reason", required=True, help="The reason in words; it stays on this node.")
_REVIEW = click.option("--review-on", type=MOMENT, required=True, help="The new day of review.")


@click.group("secrecy")
def secrecy() -> None:
    """Read, renew and lift confidentiality: no mark is for ever."""


@secrecy.command(
    "list", epilog=examples("longbien request secrecy list", "longbien request secrecy list --due")
)
@click.option("--due", "only_due", is_flag=True, help="Only those due for review or past it.")
@json_option
@acting
def show_list(actor: Officer, *, only_due: bool, as_json: bool) -> None:
    """List the marks by day of review."""
    node = current_node()
    found = secrecy_list(node=node, actor=actor, only_due=only_due)
    answer(found, lambda: _words(found), as_json=as_json, exercise=node.exercise)


@secrecy.command(
    "renew", epilog=examples('longbien request secrecy renew C-2026/118 --review-on 2027-02-20 --reason "…"')
)
@click.argument("request")
@_REVIEW
@_REASON
@json_option
@acting
def renew_mark(actor: Officer, *, request: str, review_on: datetime, reason: str, as_json: bool) -> None:
    """Renew the mark of a REQUEST until a new day of review."""
    node = current_node()
    request_id = find_request_id(node, actor, request)
    found = renew(node=node, actor=actor, request_id=request_id, review_on=review_on.date(), reason=reason)
    answer(found, lambda: _words((found,)), as_json=as_json, exercise=node.exercise)


@secrecy.command(
    "inquiry",
    epilog=examples('longbien request secrecy inquiry C-2026/118 --reason "Counsel asks, letter of 3 May."'),
)
@click.argument("request")
@_REASON
@json_option
@acting
def inquiry(actor: Officer, *, request: str, reason: str, as_json: bool) -> None:
    """Record that somebody asks whether a person may now be told."""
    node = current_node()
    found = note_inquiry(
        node=node, actor=actor, request_id=find_request_id(node, actor, request), reason=reason
    )
    answer(found, lambda: _words((found,)), as_json=as_json, exercise=node.exercise)


@secrecy.command(
    "refuse",
    epilog=examples('longbien request secrecy refuse C-2026/118 --review-on 2027-02-20 --reason "…"'),
)
@click.argument("request")
@_REVIEW
@_REASON
@json_option
@acting
def refuse(actor: Officer, *, request: str, review_on: datetime, reason: str, as_json: bool) -> None:
    """Refuse to tell now: it renews the mark, with a reason of today."""
    node = current_node()
    request_id = find_request_id(node, actor, request)
    found = refuse_to_tell(
        node=node, actor=actor, request_id=request_id, review_on=review_on.date(), reason=reason
    )
    answer(found, lambda: _words((found,)), as_json=as_json, exercise=node.exercise)


@secrecy.command(
    "lift", epilog=examples('longbien request secrecy lift C-2026/118 --reason "The arrest was made."')
)
@click.argument("request")
@_REASON
@json_option
@acting
def lift_mark(actor: Officer, *, request: str, reason: str, as_json: bool) -> None:
    """Lift the mark of a REQUEST: from now on the person may be told."""
    node = current_node()
    found = lift(node=node, actor=actor, request_id=find_request_id(node, actor, request), reason=reason)
    answer(found, lambda: _words((found,)), as_json=as_json, exercise=node.exercise)


@secrecy.command(
    "notice",
    epilog=examples(
        'longbien request secrecy notice C-2026/118 --to notice.pdf --addressee "Counsel A." --what "…"'
    ),
)
@click.argument("request")
@click.option(
    "--to", "file", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write."
)
@click.option("--addressee", default="", help="The person or his lawyer.")
@click.option("--what", required=True, help="What was done, when, at whose request.")
@click.option("--remedy", default="", help="Where to complain or appeal.")
@json_option
@acting
def notice(
    actor: Officer, *, request: str, file: Path, addressee: str, what: str, remedy: str, as_json: bool
) -> None:
    """Write the letter (PDF) by which the person is told, once the mark is lifted. It is recorded."""
    node = current_node()
    made = notice_letter(
        node=node,
        actor=actor,
        request_id=find_request_id(node, actor, request),
        addressee=addressee,
        what=what,
        remedy=remedy,
        language=language(),
    )
    with new_file(file) as sink:
        sink.write(made)
    words = _("%(file)s is ready to be signed.") % {"file": file}
    answer({"file": file, "size": len(made)}, words, as_json=as_json, exercise=node.exercise)


def _words(found: tuple[SecrecyView, ...]) -> str:
    if not found:
        return _("Nothing is on the list.")
    rows = [
        (
            one.reference or short(one.request_id),
            one.partner,
            listed("SECRECY", one.code),
            one.review_on.isoformat(),
            coded("secrecy", one.standing),
            f"{coded('secrecy', one.notes[0].step)} {one.notes[0].official}".strip() if one.notes else "",
        )
        for one in found
    ]
    return table((_("Request"), _("With"), _("Mark"), _("Review"), _("State"), _("Last")), rows)


COMMANDS: Final = (secrecy,)
"""What `longbien request` takes from here."""
