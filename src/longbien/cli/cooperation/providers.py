# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request provider …`: what a provider answered to an order, who looks at it, and how the requesting State learns of it."""

from pathlib import Path
from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.cooperation.provider.answer import (
    Answered,
    answers_of,
    assign_lawyer,
    pass_on,
    review_answer,
    take_answer,
)
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.cooperation.spoken import spoken_words
from longbien.cli.inputs import examples, parse_fields, read_fields, read_file
from longbien.cli.tables import table
from longbien.cli.words import coded, moment
from longbien.core.cooperation.provider.answer import MAX_ANSWER

_PATH: Final = click.Path(dir_okay=False, allow_dash=True, path_type=Path)


@click.group("provider")
def provider() -> None:
    """Take in what providers answer to orders, let a lawyer read it, pass it on."""


@provider.command(
    "answer",
    epilog=examples(
        "longbien request provider answer A-7 --data answer.json",
        'longbien request provider answer A-7 --field outcome=cannot-execute --field reasons=not-our-service --field explanation="…"',
    ),
)
@click.argument("request")
@click.option("--data", type=_PATH, default=None, help="The answer as data, by the schema provider.answer.")
@click.option("--file", "typed", type=_PATH, default=None, help="The answer as typed, as YAML.")
@click.option("--field", "fields", multiple=True, help="One member, name=value; as often as needed.")
@json_option
@acting
def take(
    actor: Officer,
    *,
    request: str,
    data: Path | None,
    typed: Path | None,
    fields: tuple[str, ...],
    as_json: bool,
) -> None:
    """Take in the answer of a provider to an order for a REQUEST."""
    node = current_node()
    request_id = find_request_id(node, actor, request)
    raw = {**(read_fields(typed) if typed is not None else {}), **parse_fields(fields)}
    content = read_file(data, MAX_ANSWER) if data is not None else None
    found = take_answer(node=node, actor=actor, request_id=request_id, data=content, raw=raw)
    answer(found, lambda: _words([found]), as_json=as_json, exercise=node.exercise)


@provider.command("list", epilog=examples("longbien request provider list A-7"))
@click.argument("request")
@json_option
@acting
def show(actor: Officer, *, request: str, as_json: bool) -> None:
    """List the answers of providers for a REQUEST."""
    node = current_node()
    found = answers_of(actor=actor, request_id=find_request_id(node, actor, request))
    answer(list(found), lambda: _words(list(found)), as_json=as_json, exercise=node.exercise)


@provider.command("assign", epilog=examples("longbien request provider assign 1 --lawyer at-lawyer-1"))
@click.argument("number", type=int)
@click.option("--lawyer", required=True, help="The role id of a lawyer of this node.")
@json_option
@acting
def assign(actor: Officer, *, number: int, lawyer: str, as_json: bool) -> None:
    """Give the answer NUMBER to a lawyer to read."""
    node = current_node()
    found = assign_lawyer(node=node, actor=actor, answer=number, lawyer=lawyer)
    answer(found, lambda: _words([found]), as_json=as_json, exercise=node.exercise)


@provider.command(
    "review", epilog=examples('longbien request provider review 1 --opinion "The privilege holds."')
)
@click.argument("number", type=int)
@click.option("--opinion", required=True, help="What the lawyer finds, in writing. It stays on this node.")
@json_option
@acting
def review(actor: Officer, *, number: int, opinion: str, as_json: bool) -> None:
    """Give the opinion on the answer NUMBER: the lawyer to whom it was given."""
    node = current_node()
    found = review_answer(node=node, actor=actor, answer=number, opinion=opinion)
    answer(found, lambda: _words([found]), as_json=as_json, exercise=node.exercise)


@provider.command("pass-on", epilog=examples("longbien request provider pass-on 1 --means returned"))
@click.argument("number", type=int)
@click.option(
    "--means",
    type=click.Choice(("executed", "returned", "question")),
    required=True,
    help="How the requesting State learns of it.",
)
@click.option("--text", default="", help="What is said instead of the provider's words.")
@json_option
@acting
def tell(actor: Officer, *, number: int, means: str, text: str, as_json: bool) -> None:
    """Tell the requesting State of the answer NUMBER, by a statement, a return or a question."""
    node = current_node()
    made = pass_on(node=node, actor=actor, answer=number, means=means, text=text)
    answer(made, lambda: spoken_words(made), as_json=as_json, exercise=node.exercise)


def _words(found: list[Answered]) -> str:
    if not found:
        return _("No provider has answered yet.")
    head = (_("Number"), _("Provider"), _("What was done"), _("State"), _("Lawyer"), _("At"))
    rows = [
        (
            str(one.answer),
            str(one.body["provider"]),
            coded("choice", str(one.body["outcome"])),
            coded("provider", one.state),
            one.lawyer,
            moment(one.at),
        )
        for one in found
    ]
    return table(head, rows)


COMMANDS: Final = (provider,)
"""What `longbien request` takes from here."""
