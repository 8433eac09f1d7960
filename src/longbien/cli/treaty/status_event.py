# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty status add` and `strike`: one event that an officer enters with its source, and takes back with a reason."""

from datetime import datetime
from pathlib import Path
from typing import Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.inputs import MOMENT, examples, sign_in_options
from longbien.cli.treaty.known import signed_in
from longbien.core.base.datafile import Source
from longbien.core.base.ids import parse_party_id
from longbien.core.treaty.status.event_text import checked_event
from longbien.core.treaty.status.events import Event, EventKind
from longbien.core.treaty.status.participants import participant

_KINDS = click.Choice([kind.value for kind in EventKind])
_MARKS = click.Choice(["high", "medium", "low"])


@click.command(
    "add",
    epilog=examples(
        'longbien treaty status add PT ratification 2026-12-20 --source "Lusa, 20 December 2026" --confidence medium --as nga',
        'longbien treaty status add QA ratification 2026-02-11 --replaces qa-ratification --source "C.N.…" --as nga',
    ),
)
@click.argument("party")
@click.argument("kind", type=_KINDS)
@click.argument("day", type=MOMENT)
@click.option(
    "--source", "refs", required=True, multiple=True, help="Where it comes from; give it again for another."
)
@click.option(
    "--confidence", type=_MARKS, default="medium", show_default=True, help="How sure the sources are."
)
@click.option(
    "--not-before",
    "earliest",
    type=MOMENT,
    help="If only a window is known: its first day (DAY is its last).",
)
@click.option(
    "--article", "articles", multiple=True, help="What a statement is about: 14, 63.2; as often as needed."
)
@click.option("--target", default="", help="The id of the statement that an objection or withdrawal answers.")
@click.option("--content", default="", help="The words of a statement, or their gist.")
@click.option("--place", default="")
@click.option("--note", default="")
@click.option("--replaces", default="", help="The id of an event whose place this one takes.")
@sign_in_options(required=False)
@json_option
def add(
    *,
    party: str,
    kind: str,
    day: datetime,
    refs: tuple[str, ...],
    confidence: str,
    earliest: datetime | None,
    articles: tuple[str, ...],
    username: str | None,
    password_file: Path | None,
    as_json: bool,
    replaces: str,
    **texts: str,
) -> None:
    """Enter that PARTY did KIND on DAY, with its source: the press comes first, the depositary's page later overwrites it."""
    event = Event(
        id="new",
        party=participant(parse_party_id(party.upper())).code,
        kind=EventKind(kind),
        day=day.date(),
        earliest=earliest.date() if earliest is not None else None,
        articles=articles,
        sources=tuple(Source(ref=ref, confidence=confidence) for ref in refs),
        **texts,
    )
    checked_event(event)
    actor = signed_in(username, password_file)
    from longbien.actions.node import current_node  # app ready
    from longbien.actions.treaty.status import add_event  # app ready

    named = add_event(node=current_node(), actor=actor, event=event, replaces=replaces)
    answer(named, f"Entered as {named.id}.", as_json=as_json)


@click.command(
    "strike", epilog=examples('longbien treaty status strike pt-ratification-2026-12-20 --why "…" --as nga')
)
@click.argument("event")
@click.option("--why", required=True, help="The reason, which is kept.")
@sign_in_options(required=False)
def strike(*, event: str, why: str, username: str | None, password_file: Path | None) -> None:
    """Strike out EVENT, which was entered by hand; it stays on record with the reason."""
    actor = signed_in(username, password_file)
    from longbien.actions.node import current_node  # app ready
    from longbien.actions.treaty.status import strike_event  # app ready

    strike_event(node=current_node(), actor=actor, event=event, why=why)
    answer(event, f"Struck out: {event}.")


COMMANDS: Final = (add, strike)
