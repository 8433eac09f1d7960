# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request import`, `type-in`, `carried`, `original`: what comes and leaves by e-mail or on paper, in one register with the rest."""

from datetime import datetime
from pathlib import Path
from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.cooperation.outside.carry import carry_by_hand
from longbien.actions.evidence.bring_in import (
    Arrival,
    BroughtIn,
    bring_in_answer,
    bring_in_request,
    stream_original,
    type_in,
)
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.inputs import MOMENT, examples, parse_fields, read_fields, read_file
from longbien.cli.outputs import new_file
from longbien.cli.words import kind_words, sentence_of, short
from longbien.core.base.canonical import Json
from longbien.core.base.ids import parse_party_id
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.outside.reading import MAX_FILE
from longbien.core.cooperation.outside.statement import CHANNELS

_FILE: Final = click.Path(dir_okay=False, allow_dash=True, path_type=Path)
_CHANNEL: Final = click.Choice(tuple(vocabulary(CHANNELS).codes))
_FIELDS: Final = click.option(
    "--field",
    "fields",
    multiple=True,
    help="One field, name=value; as often as needed (name.part for a part).",
)
_FIELD_FILE: Final = click.option(
    "--file", "typed", type=_FILE, default=None, help="The fields as typed, as YAML or JSON."
)


@click.command(
    "import",
    epilog=examples(
        "longbien request import mail.eml --from AT --channel e-mail --received 2026-11-22T02:10:00Z",
        "longbien request import scan.pdf --from AT --channel post --received 2026-11-22T09:00:00+01:00 --kind preservation --file typed.yaml",
        "longbien request import answer.pdf --answer-to C-2026/118 --channel post --received 2026-11-25T09:00:00Z",
    ),
)
@click.argument("source", type=_FILE)
@click.option("--from", "sender", default="", help="Which State it says it comes from, such as AT.")
@click.option("--channel", type=_CHANNEL, required=True, help="How it came.")
@click.option("--received", type=MOMENT, required=True, help="When it came.")
@click.option(
    "--kind", default="", help="What it asks (a kind of request), if the file holds no data of a paper."
)
@click.option("--answer-to", default="", help="The request of ours to which it is an answer.")
@click.option("--answer", "answer_kind", default="", help="What it answers, such as answer.decided.")
@click.option("--note", default="", help="What an officer should know of how it came.")
@_FIELD_FILE
@_FIELDS
@json_option
@acting
def bring_in(
    actor: Officer,
    *,
    source: Path,
    sender: str,
    channel: str,
    received: datetime,
    kind: str,
    answer_to: str,
    answer_kind: str,
    note: str,
    typed: Path | None,
    fields: tuple[str, ...],
    as_json: bool,
) -> None:
    """Take in a request, or an answer to one of ours, that came by e-mail or on paper (SOURCE: .eml, .pdf, .json or any file).

    The original is sealed. Data inside one of our PDFs are read; otherwise the fields are typed. Nothing of it is verified, and it says so everywhere.
    """
    node = current_node()
    arrival = Arrival(
        data=read_file(source, MAX_FILE), name=source.name, channel=channel, at=received, note=note
    )
    raw = _raw(typed, fields)
    if answer_to:
        found = bring_in_answer(
            node=node,
            actor=actor,
            request_id=find_request_id(node, actor, answer_to),
            arrival=arrival,
            kind=answer_kind,
            raw=raw,
        )
    else:
        found = bring_in_request(
            node=node,
            actor=actor,
            sender=parse_party_id(sender.upper()),
            arrival=arrival,
            form_id=kind,
            raw=raw,
        )
    answer(_value(found), lambda: _words(found), as_json=as_json, exercise=node.exercise)


@click.command(
    "type-in",
    epilog=examples(
        "longbien request type-in 1f2e3d4c5b6a --file typed.yaml",
        "longbien request type-in 1f2e3d4c5b6a --field reference=C-9",
    ),
)
@click.argument("request")
@_FIELD_FILE
@_FIELDS
@json_option
@acting
def typing(
    actor: Officer, *, request: str, typed: Path | None, fields: tuple[str, ...], as_json: bool
) -> None:
    """Type the fields of a REQUEST that came outside from its original, or mend them."""
    node = current_node()
    found = type_in(
        node=node,
        actor=actor,
        request_id=find_request_id(node, actor, request),
        raw=_raw(typed, fields),
    )
    answer(_value(found), _("Typed in and written to the log."), as_json=as_json, exercise=node.exercise)


@click.command(
    "carried",
    epilog=examples(
        'longbien request carried C-2026/118 --channel diplomatic --at 2026-11-22T10:00:00Z --whom "Embassy, Ms Example"'
    ),
)
@click.argument("request")
@click.option(
    "--act",
    default="",
    help="Which paper, by the act's digest (otherwise the last that was not handed over).",
)
@click.option("--channel", type=_CHANNEL, required=True, help="How it was handed over.")
@click.option("--at", type=MOMENT, required=True, help="When.")
@click.option("--whom", default="", help="To whom.")
@click.option("--note", default="", help="Such as the number of a note verbale.")
@json_option
@acting
def carried(
    actor: Officer,
    *,
    request: str,
    act: str,
    channel: str,
    at: datetime,
    whom: str,
    note: str,
    as_json: bool,
) -> None:
    """Record that a paper of a REQUEST to a State without a node was handed over."""
    node = current_node()
    made = carry_by_hand(
        node=node,
        actor=actor,
        request_id=find_request_id(node, actor, request),
        act=act,
        channel=channel,
        at=at,
        to=whom,
        note=note,
    )
    answer({"act": made}, _("Recorded, and written to the log."), as_json=as_json, exercise=node.exercise)


@click.command(
    "original", epilog=examples("longbien request original 1f2e3d4c5b6a --act 9223523122ed --to mail.eml")
)
@click.argument("request")
@click.option("--act", required=True, help="The statement, by its digest.")
@click.option("--to", "file", type=_FILE, required=True, help="The file to write.")
@json_option
@acting
def original(actor: Officer, *, request: str, act: str, file: Path, as_json: bool) -> None:
    """Give the original of what came by e-mail or on paper, as it came. It may be hostile: open it where nothing can be lost."""
    node = current_node()
    found = stream_original(
        node=node, actor=actor, request_id=find_request_id(node, actor, request), act=act.lower()
    )
    with new_file(file) as sink:
        for block in found.blocks:
            sink.write(block)
    words = _("%(file)s is written.") % {"file": file}
    answer({"file": file, "size": found.size}, words, as_json=as_json, exercise=node.exercise)


def _raw(typed: Path | None, fields: tuple[str, ...]) -> dict[str, Json]:
    return {**(read_fields(typed) if typed is not None else {}), **parse_fields(fields)}


def _value(found: BroughtIn) -> dict[str, object]:
    return {
        "request_id": found.request_id,
        "kind": found.kind,
        "act": found.act,
        "seen": found.found.seen,
        "signed_by": found.found.signed_by,
        "parts": [{"name": one.name, "size": one.size} for one in found.found.parts],
    }


def _words(found: BroughtIn) -> str:
    lines = [
        _("Request %(request)s: %(kind)s.")
        % {"request": short(found.request_id), "kind": kind_words(found.kind)},
        sentence_of("outside.unverified"),
    ]
    lines += [f"{name}: {text}" for name, text in found.found.seen.items()]
    if found.found.signed_by:
        lines.append(
            _("It names a signature of %(domain)s, which was not checked.")
            % {"domain": found.found.signed_by}
        )
    return "\n".join(lines)


COMMANDS: Final = (bring_in, typing, carried, original)
"""What `longbien request` takes from here."""
