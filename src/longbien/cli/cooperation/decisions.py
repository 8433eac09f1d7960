# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request decide MEASURE`: each measure is a decision of its own."""

from datetime import datetime
from typing import Final

import click

from longbien.actions.cooperation.answers.decide_measure import decide_measure
from longbien.actions.cooperation.answers.preserve import preserve
from longbien.actions.cooperation.say import Spoken
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.cooperation.spoken import spoken_words
from longbien.cli.inputs import MOMENT, examples
from longbien.core.base.errors import UsageError
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.acts.bodies import Condition

_DECISIONS: Final = tuple(vocabulary("DECISION").codes)
_CONDITIONS: Final = ", ".join(vocabulary("CONDITION").codes)
_CONCERNS: Final = vocabulary("CONCERN").codes
_GRANTED: Final = "granted"

_DECISION = click.argument("decision", type=click.Choice(_DECISIONS))
_GROUND = click.option("--ground", "grounds", multiple=True, help="A ground of refusal; may be repeated.")
_REASONS = click.option("--reasons", default="", help="Reasons, always needed unless all is granted.")
_CONDITION = click.option(
    "--condition",
    "conditions",
    multiple=True,
    metavar="CODE[:TEXT]",
    help=f"A condition of use: {_CONDITIONS}.",
)
_CONSULTED = click.option(
    "--consulted-at", type=MOMENT, default=None, help="When the partner was consulted (Art. 40(28))."
)
_RECONSIDER = click.option("--reconsider-after", type=MOMENT, default=None, help="When to ask again.")


@click.group("decide")
def decide() -> None:
    """Decide on one measure of a request: each has its own grounds."""


@decide.command(
    "preservation",
    epilog=examples(
        "longbien request decide preservation 1f2e3d4c5b6a granted --keep-until 2027-01-31",
        "longbien request decide preservation 1f2e3d4c5b6a granted --concern dual-criminality-doubtful",
        'longbien request decide preservation 1f2e3d4c5b6a refused --ground essential-interests --reasons "…"',
    ),
)
@click.argument("request")
@_DECISION
@_GROUND
@_REASONS
@_CONDITION
@_RECONSIDER
@_CONSULTED
@click.option(
    "--keep-until",
    type=MOMENT,
    default=None,
    help="Grant, and state at once that the data are kept until then.",
)
@click.option(
    "--concern",
    "concerns",
    multiple=True,
    type=click.Choice(tuple(_CONCERNS)),
    help="An early warning to the partner, such as that disclosure may fail; may be repeated.",
)
@click.option("--held-by", default="", help="Who holds the data (with --keep-until).")
@click.option("--provider-reference", default="", help="The provider's own number (with --keep-until).")
@json_option
@acting
def preservation(
    actor: Officer,
    *,
    request: str,
    decision: str,
    grounds: tuple[str, ...],
    reasons: str,
    conditions: tuple[str, ...],
    reconsider_after: datetime | None,
    consulted_at: datetime | None,
    keep_until: datetime | None,
    concerns: tuple[str, ...],
    held_by: str,
    provider_reference: str,
    as_json: bool,
) -> None:
    """Decide whether data are preserved. It says nothing about their disclosure."""
    node = current_node()
    request_id = find_request_id(node, actor, request)
    if keep_until is not None:
        if decision != _GRANTED:
            raise UsageError("cli.keep_until_granted")
        found = preserve(
            node=node,
            actor=actor,
            request_id=request_id,
            until=keep_until,
            held_by=held_by,
            provider_reference=provider_reference,
            concerns=concerns,
        )
        _tell(found, as_json)
        return
    one = decide_measure(
        measure="preservation",
        node=node,
        actor=actor,
        request_id=request_id,
        decision=decision,
        grounds=grounds,
        reasons=reasons,
        conditions=parse_conditions(conditions),
        consulted_at=consulted_at,
        reconsider_after=reconsider_after,
        concerns=concerns,
    )
    _tell((one,), as_json)


def _deciding(measure: str, words: str, example: str) -> click.Command:
    """Make the command that decides one measure other than preservation."""

    @click.command(measure, help=words, epilog=examples(example))
    @click.argument("request")
    @_DECISION
    @_GROUND
    @_REASONS
    @_CONDITION
    @_RECONSIDER
    @_CONSULTED
    @json_option
    @acting
    def command(
        actor: Officer,
        *,
        request: str,
        decision: str,
        grounds: tuple[str, ...],
        reasons: str,
        conditions: tuple[str, ...],
        reconsider_after: datetime | None,
        consulted_at: datetime | None,
        as_json: bool,
    ) -> None:
        node = current_node()
        one = decide_measure(
            node=node,
            actor=actor,
            request_id=find_request_id(node, actor, request),
            measure=measure,
            decision=decision,
            grounds=grounds,
            reasons=reasons,
            conditions=parse_conditions(conditions),
            consulted_at=consulted_at,
            reconsider_after=reconsider_after,
        )
        _tell((one,), as_json)

    return command


_OTHERS: Final = (
    (
        "disclosure",
        "Decide whether data are disclosed. Always takes a second officer.",
        "longbien request decide disclosure 1f2e3d4c5b6a granted --condition purpose-only",
    ),
    (
        "assistance",
        "Decide whether another act of assistance is done. Always takes a second officer.",
        "longbien request decide assistance 1f2e3d4c5b6a granted",
    ),
    (
        "surrender",
        "Decide whether a person is extradited or transferred. Always takes a second officer.",
        "longbien request decide surrender 1f2e3d4c5b6a granted",
    ),
    (
        "arrest",
        "Decide whether a person is arrested provisionally (Art. 37(10)). Always takes a second officer.",
        "longbien request decide arrest 1f2e3d4c5b6a granted",
    ),
    (
        "offer",
        "Take information that is offered, on its conditions, or decline it. Always takes a second officer.",
        "longbien request decide offer 1f2e3d4c5b6a granted",
    ),
)
"""Measure, help, example."""

for _measure, _words, _example in _OTHERS:
    decide.add_command(_deciding(_measure, _words, _example))


def parse_conditions(given: tuple[str, ...]) -> tuple[Condition, ...]:
    """Read conditions written as `CODE` or `CODE:TEXT`; UsageError `cli.condition_unknown`."""
    found = []
    for item in given:
        code, _colon, text = item.partition(":")
        if code not in vocabulary("CONDITION"):
            raise UsageError("cli.condition_unknown", condition=code[:40], known=_CONDITIONS)
        found.append(Condition(code=code, text=text.strip()))
    return tuple(found)


def _tell(found: tuple[Spoken, ...], as_json: bool) -> None:
    answer(found, lambda: spoken_words(*found), as_json=as_json, exercise=current_node().exercise)
