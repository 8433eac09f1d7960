# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request targets`: the clocks' rules, and the State's own targets."""

from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.cooperation.targets import RuleView, Targets, TargetView, end_target, set_target
from longbien.actions.cooperation.targets import targets as find_targets
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.inputs import examples
from longbien.cli.tables import table
from longbien.cli.words import coded, moment


@click.group("targets")
def targets() -> None:
    """Clocks by law and clocks by target; the targets that this State set for itself."""


@targets.command("list", epilog=examples("longbien request targets list"))
@json_option
@acting
def list_targets(actor: Officer, *, as_json: bool) -> None:
    """List every rule with its time, and the targets that apply."""
    found = find_targets(actor=actor)
    answer(found, lambda: _words(found), as_json=as_json)


@targets.command(
    "set",
    epilog=examples(
        'longbien request targets set acknowledge "2 h" --urgent --partner AT --reason "Agreed with AT on 1 November."',
        'longbien request targets set decide-disclosure "20 wd" --reason "Order of the minister."',
    ),
)
@click.argument("rule")
@click.argument("span")
@click.option(
    "--partner", default="", help="Only for this party; otherwise for all that have none of their own."
)
@click.option("--urgent", is_flag=True, help="For urgent requests; otherwise for the others.")
@click.option("--reason", required=True, help="Why.")
@json_option
@acting
def set_one(
    actor: Officer, *, rule: str, span: str, partner: str, urgent: bool, reason: str, as_json: bool
) -> None:
    """Set the target SPAN (24 h, 60 d, 5 wd) for the clock RULE. It applies to clocks that start from now on."""
    found = set_target(
        node=current_node(),
        actor=actor,
        rule=rule,
        span=span,
        reason=reason,
        partner=partner,
        urgent=urgent,
    )
    words = _("Target %(number)s: %(rule)s within %(span)s.") % {
        "number": found.number,
        "rule": found.rule,
        "span": found.span,
    }
    answer(found, words, as_json=as_json)


@targets.command("end", epilog=examples("longbien request targets end 3"))
@click.argument("number", type=click.IntRange(min=1))
@json_option
@acting
def end_one(actor: Officer, *, number: int, as_json: bool) -> None:
    """End the target NUMBER: the time that ships with the rule applies again."""
    found = end_target(node=current_node(), actor=actor, number=number)
    answer(found, _("Target %(number)s is ended.") % {"number": number}, as_json=as_json)


COMMANDS: Final = (targets,)
"""The commands of targets."""


def _words(found: Targets) -> str:
    head = (_("Clock"), _("Nature"), _("Time"), _("Urgent"), _("Sources"))
    parts = [
        f"{_('By law')}\n" + table(head, [_rule(one) for one in found.rules if one.nature == "legal"]),
        f"{_('Targets')}\n" + table(head, [_rule(one) for one in found.rules if one.nature != "legal"]),
    ]
    if found.now:
        named = (_("Number"), _("Clock"), _("With"), _("Urgent"), _("Time"), _("Set"), _("By"), _("Reason"))
        parts.append(f"{_('Set by this State')}\n" + table(named, [_target(one) for one in found.now]))
    return "\n\n".join(parts)


def _rule(one: RuleView) -> tuple[str, ...]:
    found = ", ".join(f"{ref} ({mark})" for ref, mark in one.sources)
    return (one.rule, coded("clock_nature", one.nature), one.after, one.urgent, found)


def _target(one: TargetView) -> tuple[str, ...]:
    return (
        str(one.number),
        one.rule,
        one.partner or _("all"),
        _("yes") if one.urgent else "",
        one.span,
        moment(one.set_at),
        one.set_by,
        one.reason,
    )
