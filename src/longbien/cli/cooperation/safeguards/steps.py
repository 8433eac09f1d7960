# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request safeguard`: the steps that stand before a decision, taken by a named official with a written reason."""

from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.cooperation.pages.request import request_page
from longbien.actions.cooperation.safeguards.page import PageStep
from longbien.actions.cooperation.safeguards.record_step import Recorded, record_step
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.inputs import examples
from longbien.cli.tables import table
from longbien.cli.words import coded, language, listed, moment
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.safeguards.table import COMPUTED, safeguards, steps
from longbien.texts import phrase

_STEPS: Final = tuple(step for step in steps() if step not in COMPUTED)
_RESULTS: Final = tuple(dict.fromkeys(result for step in _STEPS for result in safeguards().results[step]))


@click.group("safeguard")
def safeguard() -> None:
    """Take and read the steps without which nothing is granted. Nobody can pass one over."""


@safeguard.command(
    "record",
    epilog=examples(
        'longbien request safeguard record C-2026/118 rights clear --reason "Fraud; no sign of a political aim."',
        'longbien request safeguard record C-2026/118 rights concern --flag journalist --reason "…"',
        'longbien request safeguard record C-2026/118 dual-criminality met --ours "s. 12" --theirs "s. 7" --reason "…"',
    ),
)
@click.argument("request")
@click.argument("step", type=click.Choice(_STEPS))
@click.argument("result", type=click.Choice(_RESULTS))
@click.option("--reason", required=True, help="The reason in words; it stays on this node, the log binds it.")
@click.option(
    "--flag",
    "flags",
    multiple=True,
    type=click.Choice(tuple(vocabulary("RIGHTS-FLAG").codes)),
    help="With rights: whom it may concern; may be repeated.",
)
@click.option("--ours", default="", help="With dual-criminality: our provision, in words.")
@click.option("--theirs", default="", help="With dual-criminality: the other State's provision, in words.")
@json_option
@acting
def record(
    actor: Officer,
    *,
    request: str,
    step: str,
    result: str,
    reason: str,
    flags: tuple[str, ...],
    ours: str,
    theirs: str,
    as_json: bool,
) -> None:
    """Record a STEP with its RESULT for a REQUEST. A later record of the same step stands in its place; none is changed."""
    node = current_node()
    found = record_step(
        node=node,
        actor=actor,
        request_id=find_request_id(node, actor, request),
        step=step,
        result=result,
        reason=reason,
        flags=flags,
        ours=ours,
        theirs=theirs,
    )
    answer(found, lambda: _recorded_words(found), as_json=as_json, exercise=node.exercise)


@safeguard.command("show", epilog=examples("longbien request safeguard show C-2026/118"))
@click.argument("request")
@json_option
@acting
def show(actor: Officer, *, request: str, as_json: bool) -> None:
    """Show every step of a REQUEST: done by whom and why, open, or not needed and why."""
    node = current_node()
    page = request_page(node=node, actor=actor, request_id=find_request_id(node, actor, request))
    answer(page.safeguards, lambda: steps_words(page.safeguards), as_json=as_json, exercise=node.exercise)


def steps_words(found: tuple[PageStep, ...]) -> str:
    """Lay the steps out."""
    if not found:
        return _("No step is asked for.")
    rows = [
        (
            listed("SAFEGUARD", one.step),
            coded("safeguard", one.state),
            listed("SAFEGUARD-RESULT", one.result),
            _by(one),
            one.records[0].reason if one.records else phrase(language(), one.why),
        )
        for one in found
    ]
    return table((_("Step"), _("State"), _("Result"), _("By"), _("Why")), rows)


def _by(one: PageStep) -> str:
    return f"{one.records[0].official} {moment(one.records[0].at)}" if one.records else ""


def _recorded_words(found: Recorded) -> str:
    return _("%(step)s: %(result)s, recorded by %(official)s (leaf %(leaf)s).") % {
        "step": listed("SAFEGUARD", found.step),
        "result": listed("SAFEGUARD-RESULT", found.result),
        "official": found.official,
        "leaf": found.leaf_index,
    }


COMMANDS: Final = (safeguard,)
"""What `longbien request` takes from here."""
