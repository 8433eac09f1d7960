# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request consult`, `views`, `ask-status`, `progress`, `ask-use`, `answer-use`, `dispute`: what is said beside a decision."""

from datetime import datetime
from typing import Final

import click

from longbien.actions.cooperation.answers.consult import consult, give_views
from longbien.actions.cooperation.answers.dispute import answer_dispute, raise_dispute, settle_dispute
from longbien.actions.cooperation.answers.status import ask_status, report_progress
from longbien.actions.cooperation.answers.use import answer_use, ask_use
from longbien.actions.cooperation.say import Spoken
from longbien.actions.evidence.holdings import find_object_id
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation.decisions import parse_conditions
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.cooperation.spoken import spoken_words
from longbien.cli.inputs import MOMENT, examples
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.acts.asides import USES
from longbien.core.cooperation.forms.kinds import MEASURES

_GROUND = click.option(
    "--ground",
    "grounds",
    multiple=True,
    type=click.Choice(tuple(vocabulary("REFUSAL").codes)),
    help="A ground that stands against it; may be repeated.",
)
_CONDITION = click.option(
    "--condition",
    "conditions",
    multiple=True,
    metavar="CODE[:TEXT]",
    help=f"A condition: {', '.join(vocabulary('CONDITION').codes)}.",
)


@click.command(
    "consult",
    epilog=examples(
        'longbien request consult 1f2e3d4c5b6a --measure disclosure --ground no-dual-criminality --text "Is it fraud too?"'
    ),
)
@click.argument("request")
@click.option(
    "--measure", type=click.Choice(MEASURES), required=True, help="What would be refused or postponed."
)
@click.option("--text", required=True, help="What stands against it, in words.")
@_GROUND
@_CONDITION
@click.option("--answer-by", type=MOMENT, default=None, help="Until when views are wanted.")
@json_option
@acting
def consult_partner(
    actor: Officer,
    *,
    request: str,
    measure: str,
    text: str,
    grounds: tuple[str, ...],
    conditions: tuple[str, ...],
    answer_by: datetime | None,
    as_json: bool,
) -> None:
    """Consult the requesting State before a refusal or postponement (Art. 40(28), 37(17))."""
    node = current_node()
    found = consult(
        node=node,
        actor=actor,
        request_id=find_request_id(node, actor, request),
        measure=measure,
        text=text,
        grounds=grounds,
        conditions=parse_conditions(conditions),
        answer_by=answer_by,
    )
    _tell(found, as_json)


@click.command("views", epilog=examples('longbien request views 1f2e3d4c5b6a --text "It is fraud too."'))
@click.argument("request")
@click.option("--text", required=True, help="Our views, in words.")
@json_option
@acting
def say_views(actor: Officer, *, request: str, text: str, as_json: bool) -> None:
    """Answer a consultation about a request of ours."""
    node = current_node()
    request_id = find_request_id(node, actor, request)
    _tell(give_views(node=node, actor=actor, request_id=request_id, text=text), as_json)


@click.command("ask-status", epilog=examples("longbien request ask-status 1f2e3d4c5b6a"))
@click.argument("request")
@click.option("--text", default="", help="A word to the partner.")
@json_option
@acting
def ask_partner_status(actor: Officer, *, request: str, text: str, as_json: bool) -> None:
    """Ask how far a request of ours is (Art. 40(26))."""
    node = current_node()
    request_id = find_request_id(node, actor, request)
    _tell(ask_status(node=node, actor=actor, request_id=request_id, text=text), as_json)


@click.command(
    "progress",
    epilog=examples('longbien request progress 1f2e3d4c5b6a --text "With the court." --expected 2027-01-31'),
)
@click.argument("request")
@click.option("--text", required=True, help="How far it is, in words.")
@click.option("--expected", type=MOMENT, default=None, help="By when the next step is expected.")
@json_option
@acting
def tell_progress(
    actor: Officer, *, request: str, text: str, expected: datetime | None, as_json: bool
) -> None:
    """Tell how far a request is (Art. 40(26)). It decides nothing."""
    node = current_node()
    request_id = find_request_id(node, actor, request)
    found = report_progress(node=node, actor=actor, request_id=request_id, text=text, expected=expected)
    _tell(found, as_json)


@click.command(
    "ask-use",
    epilog=examples(
        'longbien request ask-use 1f2e3d4c5b6a --use other-use --object 0a1b2c3d4e5f --purpose "A second case."',
        'longbien request ask-use 1f2e3d4c5b6a --use onward-transfer --to FR --purpose "The court there asks."',
    ),
)
@click.argument("request")
@click.option("--use", type=click.Choice(USES), required=True, help="What consent is asked for.")
@click.option("--purpose", required=True, help="What for, in words.")
@click.option("--object", "evidence", default="", help="One sealed object; without it, all of this request.")
@click.option("--to", "recipient", default="", help="Who shall have it, for an onward transfer.")
@click.option("--until", type=MOMENT, default=None, help="Until when.")
@json_option
@acting
def ask_for_use(
    actor: Officer,
    *,
    request: str,
    use: str,
    purpose: str,
    evidence: str,
    recipient: str,
    until: datetime | None,
    as_json: bool,
) -> None:
    """Ask for consent to use evidence otherwise, or to pass it on (Art. 40(19), 36(3)). Takes a second officer."""
    node = current_node()
    found = ask_use(
        node=node,
        actor=actor,
        request_id=find_request_id(node, actor, request),
        use=use,
        purpose=purpose,
        object_id=find_object_id(evidence) if evidence else "",
        recipient=recipient,
        until=until,
    )
    _tell(found, as_json)


@click.command(
    "answer-use",
    epilog=examples(
        "longbien request answer-use 1f2e3d4c5b6a 77aa granted --until 2027-06-30",
        'longbien request answer-use 1f2e3d4c5b6a 77aa refused --reasons "…"',
    ),
)
@click.argument("request")
@click.argument("consent")
@click.argument("decision", type=click.Choice(["granted", "refused"]))
@click.option("--reasons", default="", help="Reasons, always needed for a refusal.")
@_CONDITION
@click.option("--until", type=MOMENT, default=None, help="Until when consent holds; without it, for good.")
@json_option
@acting
def answer_for_use(
    actor: Officer,
    *,
    request: str,
    consent: str,
    decision: str,
    reasons: str,
    conditions: tuple[str, ...],
    until: datetime | None,
    as_json: bool,
) -> None:
    """Give or refuse the consent asked for, or take it back. CONSENT is its number, or the beginning of it. Takes a second officer."""
    node = current_node()
    found = answer_use(
        node=node,
        actor=actor,
        request_id=find_request_id(node, actor, request),
        consent=consent,
        decision=decision,
        reasons=reasons,
        conditions=parse_conditions(conditions),
        until=until,
    )
    _tell(found, as_json)


@click.group("dispute")
def dispute() -> None:
    """Raise a dispute about a request, answer it, say that it is settled."""


@dispute.command("raise", epilog=examples('longbien request dispute raise 1f2e3d4c5b6a --text "…"'))
@click.argument("request")
@click.option("--text", required=True, help="What the other side should have done, in words.")
@click.option("--act", default="", help="The digest of the act that it is about.")
@json_option
@acting
def raise_one(actor: Officer, *, request: str, text: str, act: str, as_json: bool) -> None:
    """Raise a dispute. Takes a second officer."""
    node = current_node()
    request_id = find_request_id(node, actor, request)
    _tell(raise_dispute(node=node, actor=actor, request_id=request_id, text=text, act=act), as_json)


@dispute.command("answer", epilog=examples('longbien request dispute answer 1f2e3d4c5b6a 77aa --text "…"'))
@click.argument("request")
@click.argument("number")
@click.option("--text", required=True, help="Our answer, in words.")
@json_option
@acting
def answer_one(actor: Officer, *, request: str, number: str, text: str, as_json: bool) -> None:
    """Answer a dispute that the other side raised; NUMBER or the beginning of it. Takes a second officer."""
    node = current_node()
    request_id = find_request_id(node, actor, request)
    _tell(answer_dispute(node=node, actor=actor, request_id=request_id, dispute=number, text=text), as_json)


@dispute.command("settle", epilog=examples('longbien request dispute settle 1f2e3d4c5b6a 77aa --text "…"'))
@click.argument("request")
@click.argument("number")
@click.option("--text", required=True, help="How it was settled, in words.")
@json_option
@acting
def settle_one(actor: Officer, *, request: str, number: str, text: str, as_json: bool) -> None:
    """Say that a dispute that we raised is settled; NUMBER or the beginning of it. Takes a second officer."""
    node = current_node()
    request_id = find_request_id(node, actor, request)
    _tell(settle_dispute(node=node, actor=actor, request_id=request_id, dispute=number, text=text), as_json)


def _tell(found: Spoken, as_json: bool) -> None:
    answer([found], lambda: spoken_words(found), as_json=as_json, exercise=current_node().exercise)


COMMANDS: Final = (
    consult_partner,
    say_views,
    ask_partner_status,
    tell_progress,
    ask_for_use,
    answer_for_use,
    dispute,
)
"""What `longbien request` takes from here."""
