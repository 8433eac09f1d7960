# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien people token`: an officer's own tokens for programs."""

import click
from django.utils.translation import gettext as _

from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.actions.people.tokens import SCOPES, Token, give_token, revoke_token, tokens
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option, say
from longbien.cli.inputs import examples
from longbien.cli.tables import table
from longbien.cli.words import moment


@click.group("token")
def command() -> None:
    """Give, list and revoke your own tokens for programs. A token never approves anything."""


@command.command("give", epilog=examples("longbien people token give register --scope read --days 30"))
@click.argument("name")
@click.option(
    "--scope", "scopes", type=click.Choice(SCOPES), multiple=True, required=True, help="What it is for."
)
@click.option("--days", type=int, default=90, show_default=True, help="How long it holds.")
@json_option
@acting
def give(actor: Officer, *, name: str, scopes: tuple[str, ...], days: int, as_json: bool) -> None:
    """Give yourself a token called NAME. It is printed this once and kept nowhere."""
    token, secret = give_token(node=current_node(), actor=actor, name=name, scopes=scopes, days=days)
    answer({"token": secret, "token_id": token.token_id}, secret, as_json=as_json)
    say(_("Keep it as a password. It holds until %(until)s.") % {"until": moment(token.expires_at)})


@command.command("list", epilog=examples("longbien people token list"))
@json_option
@acting
def show(actor: Officer, *, as_json: bool) -> None:
    """List your tokens."""
    found = tokens(node=current_node(), actor=actor)
    answer(found, lambda: _words(found), as_json=as_json)


@command.command("revoke", epilog=examples("longbien people token revoke 0123456789abcdef"))
@click.argument("token_id")
@acting
def revoke(actor: Officer, *, token_id: str) -> None:
    """End the token TOKEN_ID at once."""
    found = revoke_token(node=current_node(), actor=actor, token_id=token_id)
    click.echo(_("%(token)s is revoked.") % {"token": found.token_id})


def _words(found: tuple[Token, ...]) -> str:
    if not found:
        return _("You have no tokens.")
    rows = [
        (
            one.token_id,
            one.name,
            " ".join(one.scopes),
            moment(one.expires_at),
            moment(one.used_at),
            _("holds") if one.holds else _("ended"),
        )
        for one in found
    ]
    return table((_("Token"), _("Name"), _("For"), _("Until"), _("Last used"), _("State")), rows)
