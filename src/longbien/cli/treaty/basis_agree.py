# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty basis offer`, `accept` and `release`: agreeing with a partner to use Article 40(8)-(31) instead of another treaty's rules (Art. 40(7))."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.inputs import MOMENT, examples, sign_in_options
from longbien.cli.treaty.known import signed_in
from longbien.core.base.ids import parse_party_id
from longbien.core.treaty.bases.agreements import Offer

if TYPE_CHECKING:
    from longbien.actions.treaty.bases.agree import Agreed


@click.command(
    "offer",
    epilog=examples(
        "longbien treaty basis offer AT --from 2027-01-01 --as nga",
        'longbien treaty basis offer AT --request 1f2e3d4c5b6a7089aabbccddeeff0011 --text "Faster." --as nga',
    ),
)
@click.argument("partner")
@click.option("--request", "request_id", default="", help="For one request only: its whole number.")
@click.option("--from", "since", type=MOMENT, default=None, help="The first day (otherwise today).")
@click.option("--until", type=MOMENT, default=None, help="The first day on which it no longer holds.")
@click.option("--text", default="", help="Words that go with it.")
@sign_in_options(required=False)
@json_option
def offer(
    *,
    partner: str,
    request_id: str,
    since: datetime | None,
    until: datetime | None,
    text: str,
    username: str | None,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """Offer PARTNER to use Article 40(8)-(31), for all requests or for one. Takes two officers here and two there."""
    actor = signed_in(username, password_file)
    from longbien.actions.node import current_node  # app ready
    from longbien.actions.treaty.bases.agree import offer_agreement  # app ready

    node = current_node()
    said = Offer(
        request=request_id.lower(),
        since=(since or node.clock().astimezone(UTC)).date(),
        until=until.date() if until else None,
        text=text.strip(),
    )
    found = offer_agreement(node=node, actor=actor, partner=parse_party_id(partner.upper()), offer=said)
    _tell(found, as_json)


@click.command("accept", epilog=examples("longbien treaty basis accept 1f2e3d4c5b6a --as nga"))
@click.argument("agreement")
@click.option("--text", default="", help="Words that go with it.")
@sign_in_options(required=False)
@json_option
def accept(
    *, agreement: str, text: str, username: str | None, password_file: Path | None, as_json: bool
) -> None:
    """Accept the offer AGREEMENT of a partner."""
    actor = signed_in(username, password_file)
    from longbien.actions.node import current_node  # app ready
    from longbien.actions.treaty.bases.agree import accept_agreement  # app ready

    _tell(accept_agreement(node=current_node(), actor=actor, thread=agreement, text=text.strip()), as_json)


@click.command(
    "release",
    epilog=examples('longbien treaty basis release 1f2e3d4c5b6a --on 2027-06-01 --why "…" --as nga'),
)
@click.argument("agreement")
@click.option("--on", "since", type=MOMENT, default=None, help="The first day without it (otherwise today).")
@click.option("--why", required=True, help="The reason, which the partner reads.")
@sign_in_options(required=False)
@json_option
def release(  # each option, named
    *,
    agreement: str,
    since: datetime | None,
    why: str,
    username: str | None,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """End AGREEMENT, or take an offer back."""
    actor = signed_in(username, password_file)
    from longbien.actions.node import current_node  # app ready
    from longbien.actions.treaty.bases.agree import end_agreement  # app ready

    node = current_node()
    day = (since or node.clock().astimezone(UTC)).date()
    _tell(end_agreement(node=node, actor=actor, thread=agreement, since=day, reason=why), as_json)


def _tell(found: "Agreed", as_json: bool) -> None:
    words = (
        f"Signed as act {found.act[:12]} and on its way."
        if found.act
        else f"Waits for a second officer as proposal {found.proposal} (longbien act approve {found.proposal})."
    )
    answer(found, words, as_json=as_json)


COMMANDS: Final = (offer, accept, release)
