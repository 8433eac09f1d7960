# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request new`, `edit`, `check`, `override`, `submit`, `discard`: a request on its way out."""

from pathlib import Path
from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.cooperation.drafts.check_request import Checked, check_request
from longbien.actions.cooperation.drafts.draft import Draft, change, discard, draft
from longbien.actions.cooperation.drafts.override import override
from longbien.actions.cooperation.drafts.submit import submit
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation.attachments import ATTACH, attach
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.cooperation.spoken import spoken_words
from longbien.cli.inputs import examples, parse_fields, read_fields
from longbien.cli.tables import facts, table
from longbien.cli.words import listed, sentence_of, short
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import parse_party_id
from longbien.core.cooperation.findings import STOP, Finding

_FIELD = click.option(
    "--field", "fields", multiple=True, metavar="NAME=VALUE", help="A field; may be repeated."
)
_FILE = click.option(
    "--file",
    "file",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="A YAML file with fields, as `longbien request form KIND` writes it; - for standard input.",
)


@click.command(
    "new",
    epilog=examples(
        "longbien request new preservation --to AT --file request.yaml",
        "longbien request new preservation --to AT --field reference=C-2026/118 --field offences=7",
        "longbien request new stored-data --to AT --file request.yaml --attach court_decision=order.pdf",
    ),
)
@click.argument("kind")
@click.option("--to", "partner", required=True, help="The party asked, such as AT.")
@_FIELD
@_FILE
@ATTACH
@click.option(
    "--on-paper",
    is_flag=True,
    help="For a State without a node: it leaves on paper, and you record how (`carried`).",
)
@json_option
@acting
def new(
    actor: Officer,
    *,
    kind: str,
    partner: str,
    fields: tuple[str, ...],
    file: Path | None,
    attached: tuple[str, ...],
    on_paper: bool,
    as_json: bool,
) -> None:
    """Begin a request of a KIND (see `longbien request kinds`). It is a draft: nothing leaves before `submit`."""
    raw = (read_fields(file) if file else {}) | parse_fields(fields)
    node = current_node()
    made = draft(
        node=node,
        actor=actor,
        form_id=kind,
        partner=parse_party_id(partner.upper()),
        raw=raw,
        outside=on_paper,
    )
    if attached:
        papers = attach(node, actor, made.request_id, attached)
        made = change(node=node, actor=actor, request_id=made.request_id, changed=papers)
    answer(made, lambda: _draft_words(made), as_json=as_json, exercise=node.exercise)


@click.command(
    "edit",
    epilog=examples(
        "longbien request edit 1f2e3d4c5b6a --field urgency_reason=2 --clear needed_by",
        "longbien request edit C-2026/118 --file request.yaml",
    ),
)
@click.argument("request")
@_FIELD
@_FILE
@ATTACH
@click.option("--clear", "cleared", multiple=True, metavar="NAME", help="A field to empty; may be repeated.")
@json_option
@acting
def edit(
    actor: Officer,
    *,
    request: str,
    fields: tuple[str, ...],
    file: Path | None,
    attached: tuple[str, ...],
    cleared: tuple[str, ...],
    as_json: bool,
) -> None:
    """Change fields of a draft that nobody has submitted; what is not named stays as it is."""
    node = current_node()
    request_id = find_request_id(node, actor, request)
    papers = attach(node, actor, request_id, attached)
    made = change(
        node=node,
        actor=actor,
        request_id=request_id,
        changed=(read_fields(file) if file else {}) | parse_fields(fields) | papers,
        cleared=cleared,
    )
    answer(made, lambda: _draft_words(made), as_json=as_json, exercise=node.exercise)


@click.command(
    "check",
    epilog=examples(
        "longbien request check 1f2e3d4c5b6a", "longbien request check 1f2e3d4c5b6a --real-status"
    ),
)
@click.argument("request")
@click.option(
    "--real-status", is_flag=True, help="Ask the real status of treaties, though this node is an exercise."
)
@json_option
@acting
def check(actor: Officer, *, request: str, real_status: bool, as_json: bool) -> None:
    """Check a request as of today: completeness, consistency, and the legal basis between the two States.

    Ends with a status other than 0 if something stops it.
    """
    node = current_node()
    found = check_request(
        node=node,
        actor=actor,
        request_id=find_request_id(node, actor, request),
        real_status=real_status,
    )
    answer(found, lambda: _checked_words(found), as_json=as_json, exercise=node.exercise)
    for one in found.standing[:1]:
        raise RefusedError(one.code, **one.params)


@click.command("submit", epilog=examples("longbien request submit 1f2e3d4c5b6a"))
@click.argument("request")
@json_option
@acting
def send(actor: Officer, *, request: str, as_json: bool) -> None:
    """Propose a draft for sending: a second officer approves it, then it is signed, sealed and sent."""
    node = current_node()
    found = submit(node=node, actor=actor, request_id=find_request_id(node, actor, request))
    answer(found, lambda: spoken_words(found), as_json=as_json, exercise=node.exercise)


@click.command("discard", epilog=examples("longbien request discard 1f2e3d4c5b6a"))
@click.argument("request")
@acting
def give_up(actor: Officer, *, request: str) -> None:
    """Give a draft up."""
    node = current_node()
    request_id = find_request_id(node, actor, request)
    discard(node=node, actor=actor, request_id=request_id)
    answer(request_id, _("The draft %(request)s is discarded.") % {"request": short(request_id)})


@click.command(
    "override",
    epilog=examples(
        "longbien request override 1f2e3d4c5b6a cooperation.check.ip_port --field identifiers "
        '--reason "The provider kept no port."'
    ),
)
@click.argument("request")
@click.argument("check")
@click.option("--field", default="", help="The field that the finding is about.")
@click.option("--reason", required=True, help="Why it may be passed; the partner reads it.")
@json_option
@acting
def pass_over(actor: Officer, *, request: str, check: str, field: str, reason: str, as_json: bool) -> None:
    """Pass over a CHECK that stops a draft, with a written reason that travels with the request and marks it."""
    node = current_node()
    request_id = find_request_id(node, actor, request)
    found = override(node=node, actor=actor, request_id=request_id, check=check, field=field, reason=reason)
    rows = [(one.check, one.field, one.reason) for one in found]
    words = table((_("Passed over"), _("Field"), _("Reason")), rows)
    answer(found, words, as_json=as_json, exercise=node.exercise)


def _draft_words(made: Draft) -> str:
    lines = [_("Draft %(request)s to %(party)s.") % {"request": made.request_id, "party": made.partner}]
    if made.errors:
        rows = [
            (
                one.field if one.item is None else f"{one.field}[{one.item}]",
                sentence_of(one.code, **one.params),
            )
            for one in made.errors
        ]
        lines += ["", _("These fields could not be read:"), table((_("Field"), _("Why")), rows)]
    if made.findings:
        lines += ["", _findings(made.findings)]
    if not made.errors and not made.standing:
        lines += ["", _("Ready: longbien request submit %(request)s") % {"request": short(made.request_id)}]
    return "\n".join(lines)


def _checked_words(found: Checked) -> str:
    basis = found.basis
    if basis is None:
        held = _("none holds today under the table “%(label)s”") % {"label": found.label}
    else:
        held = _("%(basis)s (table “%(label)s”, checked on %(day)s)") % {
            "basis": listed("LEGAL-BASIS", basis.basis),
            "label": basis.label,
            "day": basis.known_on.isoformat(),
        }
    lines = [facts(((_("Request"), found.request_id), (_("Legal basis"), held)))]
    lines.append(_findings(found.findings) if found.findings else _("The checks find nothing."))
    return "\n".join(lines)


def _findings(findings: tuple[Finding, ...]) -> str:
    rows = [
        (
            _("stops") if one.severity == STOP else _("mind"),
            one.field,
            sentence_of(one.code, **one.params),
            one.code if one.overridable else "",
            one.source,
        )
        for one in findings
    ]
    head = ("", _("Field"), _("What the checks find"), _("To pass over with a reason"), _("Source"))
    return table(head, rows)


COMMANDS: Final = (new, edit, check, pass_over, send, give_up)
"""What `longbien request` takes from here."""
