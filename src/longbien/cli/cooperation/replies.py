# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request acknowledge`, `return`, `decide`, `execute`, `ask`, `extend`, `withdraw`, `close`: what is said in a thread."""

from datetime import datetime
from typing import Final

import click

from longbien.actions.cooperation.answers.acknowledge import acknowledge
from longbien.actions.cooperation.answers.ask import ask
from longbien.actions.cooperation.answers.close import close
from longbien.actions.cooperation.answers.execute_answer import execute_answer
from longbien.actions.cooperation.answers.extend import extend
from longbien.actions.cooperation.answers.inform import inform
from longbien.actions.cooperation.answers.return_for_defects import return_for_defects
from longbien.actions.cooperation.answers.withdraw import withdraw
from longbien.actions.cooperation.say import Spoken
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation.attachments import ATTACH, attach
from longbien.cli.cooperation.decisions import decide
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.cooperation.spoken import spoken_words
from longbien.cli.inputs import MOMENT, examples, parse_fields
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.acts.measures import KEEPING
from longbien.core.cooperation.forms.kinds import MEASURES


def codes(list_id: str) -> str:
    """Name the codes of a list, for a command's help."""
    return ", ".join(vocabulary(list_id).codes)


@click.command(
    "acknowledge",
    epilog=examples("longbien request acknowledge 1f2e3d4c5b6a --reference 24/7-2026-0815"),
)
@click.argument("requests", nargs=-1, required=True)
@click.option("--reference", default="", help="Our own case number.")
@click.option("--note", default="", help="A word to the partner.")
@json_option
@acting
def acknowledge_requests(
    actor: Officer, *, requests: tuple[str, ...], reference: str, note: str, as_json: bool
) -> None:
    """Acknowledge one or more requests: a person has seen them."""
    node = current_node()
    ids = [find_request_id(node, actor, one) for one in requests]
    found = [
        acknowledge(node=node, actor=actor, request_id=one, reference=reference, note=note) for one in ids
    ]
    _tell(found, as_json)


@click.command(
    "return",
    epilog=examples("longbien request return 1f2e3d4c5b6a --reason incomplete --field data_period"),
)
@click.argument("request")
@click.option("--reason", "reasons", multiple=True, required=True, help=f"One of: {codes('RETURN')}.")
@click.option("--field", "fields", multiple=True, help="The name of a field to mend.")
@click.option("--text", default="", help="What is missing, in words.")
@click.option("--preserved-meanwhile", is_flag=True, help="The data are kept meanwhile.")
@json_option
@acting
def return_request(
    actor: Officer,
    *,
    request: str,
    reasons: tuple[str, ...],
    fields: tuple[str, ...],
    text: str,
    preserved_meanwhile: bool,
    as_json: bool,
) -> None:
    """Return a request that cannot be worked on as it is. It is not a refusal."""
    node = current_node()
    found = return_for_defects(
        node=node,
        actor=actor,
        request_id=find_request_id(node, actor, request),
        reasons=reasons,
        fields=fields,
        text=text,
        preserved_meanwhile=preserved_meanwhile,
    )
    _tell([found], as_json)


@click.command(
    "execute",
    epilog=examples(
        "longbien request execute 1f2e3d4c5b6a --measure preservation --outcome executed "
        "--since 2026-11-22T15:30:00Z --until 2027-01-31"
    ),
)
@click.argument("request")
@click.option("--measure", type=click.Choice(MEASURES), required=True)
@click.option("--outcome", required=True, help=f"One of: {codes('OUTCOME')}.")
@click.option(
    "--since", type=MOMENT, default=None, help="Kept, held or done since: not before the request was made."
)
@click.option("--until", type=MOMENT, default=None, help="Kept, held or done until.")
@click.option("--held-by", default="", help="Who holds the data.")
@click.option("--provider-reference", default="", help="The provider's own number.")
@click.option("--other-provider", default="", help="Another provider that took part (Art. 43).")
@click.option("--note", default="", help="A word to the partner.")
@json_option
@acting
def execute(
    actor: Officer,
    *,
    request: str,
    measure: str,
    outcome: str,
    since: datetime | None,
    until: datetime | None,
    held_by: str,
    provider_reference: str,
    other_provider: str,
    note: str,
    as_json: bool,
) -> None:
    """State what was done about a measure that was granted."""
    node = current_node()
    found = execute_answer(
        node=node,
        actor=actor,
        request_id=find_request_id(node, actor, request),
        measure=measure,
        outcome=outcome,
        since=since,
        until=until,
        held_by=held_by,
        provider_reference=provider_reference,
        other_provider=other_provider,
        note=note,
    )
    _tell([found], as_json)


@click.command(
    "ask", epilog=examples('longbien request ask 1f2e3d4c5b6a --questions "Which time zone is the log in?"')
)
@click.argument("request")
@click.option("--questions", required=True, help="What is asked, in words.")
@click.option("--concern", default="", help=f"A warning: one of {codes('CONCERN')}.")
@click.option("--field", "fields", multiple=True, help="The name of a field that is asked about.")
@click.option("--answer-by", type=MOMENT, default=None, help="Until when an answer is wanted.")
@json_option
@acting
def ask_partner(
    actor: Officer,
    *,
    request: str,
    questions: str,
    concern: str,
    fields: tuple[str, ...],
    answer_by: datetime | None,
    as_json: bool,
) -> None:
    """Ask the requesting State a question, or warn it before acting."""
    node = current_node()
    found = ask(
        node=node,
        actor=actor,
        request_id=find_request_id(node, actor, request),
        questions=questions,
        concern=concern,
        fields=fields,
        answer_by=answer_by,
    )
    _tell([found], as_json)


@click.command(
    "inform",
    epilog=examples(
        'longbien request inform 1f2e3d4c5b6a --text "The log is in UTC+7." --field location="Ha Noi"'
    ),
)
@click.argument("request")
@click.option("--text", required=True, help="The answer, in words.")
@click.option("--field", "fields", multiple=True, metavar="NAME=VALUE", help="A field as it now is.")
@ATTACH
@json_option
@acting
def inform_partner(
    actor: Officer,
    *,
    request: str,
    text: str,
    fields: tuple[str, ...],
    attached: tuple[str, ...],
    as_json: bool,
) -> None:
    """Answer a question about a request of ours, or complete one that was returned."""
    node = current_node()
    request_id = find_request_id(node, actor, request)
    changed = parse_fields(fields) | attach(node, actor, request_id, attached)
    found = inform(node=node, actor=actor, request_id=request_id, text=text, changed=changed)
    _tell([found], as_json)


@click.command(
    "extend",
    epilog=examples('longbien request extend 1f2e3d4c5b6a --until 2027-03-22 --reason "The trial is later."'),
)
@click.argument("request")
@click.option("--until", type=MOMENT, required=True, help="Until when data should be kept, or a person held.")
@click.option("--reason", required=True, help="Why.")
@click.option(
    "--measure", type=click.Choice(KEEPING), default=KEEPING[0], show_default=True, help="What is kept."
)
@json_option
@acting
def extend_preservation(
    actor: Officer, *, request: str, until: datetime, reason: str, measure: str, as_json: bool
) -> None:
    """Ask that preserved data be kept, or an arrested person be held, longer; before the period ends."""
    node = current_node()
    request_id = find_request_id(node, actor, request)
    found = extend(node=node, actor=actor, request_id=request_id, until=until, reason=reason, measure=measure)
    _tell([found], as_json)


@click.command("withdraw", epilog=examples('longbien request withdraw 1f2e3d4c5b6a --reason "Case closed."'))
@click.argument("request")
@click.option("--reason", required=True, help="Why.")
@json_option
@acting
def withdraw_request(actor: Officer, *, request: str, reason: str, as_json: bool) -> None:
    """Withdraw a request of ours."""
    node = current_node()
    request_id = find_request_id(node, actor, request)
    _tell([withdraw(node=node, actor=actor, request_id=request_id, reason=reason)], as_json)


@click.command("close", epilog=examples("longbien request close 1f2e3d4c5b6a --outcome executed"))
@click.argument("request")
@click.option("--outcome", required=True, help=f"One of: {codes('OUTCOME')}.")
@click.option("--note", default="", help="A word to the partner.")
@json_option
@acting
def close_request(actor: Officer, *, request: str, outcome: str, note: str, as_json: bool) -> None:
    """Close a request: nothing more will follow from this side."""
    node = current_node()
    request_id = find_request_id(node, actor, request)
    _tell([close(node=node, actor=actor, request_id=request_id, outcome=outcome, note=note)], as_json)


def _tell(found: list[Spoken], as_json: bool) -> None:
    answer(found, lambda: spoken_words(*found), as_json=as_json, exercise=current_node().exercise)


COMMANDS: Final = (
    acknowledge_requests,
    return_request,
    decide,
    execute,
    ask_partner,
    inform_partner,
    extend_preservation,
    withdraw_request,
    close_request,
)
"""What `longbien request` takes from here."""
