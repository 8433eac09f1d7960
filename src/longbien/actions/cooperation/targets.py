# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The State's own targets: a time for a clock that no law sets, per partner and per urgency, dated, with its reason, in the log.

A target applies to clocks that start after it was set. A legal time cannot be set.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.ids import PartyId
from longbien.core.cooperation.clocks.rules import LEGAL, ClockRule, clock_rules, find_rule
from longbien.core.cooperation.clocks.spans import HOURS, Span, parse_span
from longbien.store.models.cooperation import ClockTarget
from longbien.store.models.people import Officer
from longbien.store.queries.clocks import open_targets, past_targets
from longbien.store.queries.parties import trusted_entry
from longbien.store.writing import write_transaction

VERB: Final = "cooperation.targets"
LONGEST: Final = 3660
"""Days; a longer target is none."""
_DAY: Final = 24
_PAST: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetView:
    """A target that was set. `partner` empty: every partner without one of its own."""

    number: int
    rule: str
    partner: str
    urgent: bool
    span: str
    reason: str
    set_by: str
    set_at: datetime
    ended_by: str
    ended_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """A rule with the time that ships with it. `may_be_set`: a State may set another; `sources`: each with its mark of confidence."""

    rule: str
    version: int
    label: str
    nature: str
    acts: str
    loses: str
    after: str
    urgent: str
    may_be_set: bool
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """Every rule, the targets that apply, and those that were ended."""

    rules: tuple[RuleView, ...]
    now: tuple[TargetView, ...]
    past: tuple[TargetView, ...]


def targets(*, actor: Officer) -> Targets:
    """Give rules and targets; RefusedError `people.not_permitted`."""
    require(actor, "cooperation.read")
    return Targets(
        rules=tuple(_rule(one) for one in clock_rules()),
        now=tuple(_view(row) for row in open_targets()),
        past=tuple(_view(row) for row in past_targets(_PAST)),
    )


def set_target(
    *, node: Node, actor: Officer, rule: str, span: str, reason: str, partner: str = "", urgent: bool = False
) -> TargetView:
    """Set a target; one that it replaces ends.

    MalformedError `cooperation.span`; UsageError `cooperation.target_rule`, `cooperation.target_partner`, `cooperation.target_reason`,
    `cooperation.target_long`; RefusedError `people.not_permitted`, `cooperation.target_legal`, `cooperation.target_fixed`,
    `cooperation.target_set` if it is the same.
    """
    require(actor, VERB)
    _settable(rule)
    length = _length(span)
    reason, partner = reason.strip()[:1000], partner.strip().upper()
    if not reason:
        raise UsageError("cooperation.target_reason")
    if partner and trusted_entry(PartyId(partner)) is None:
        raise UsageError("cooperation.target_partner", party=partner[:20])
    now = node.clock()
    with write_transaction():
        held = open_targets().filter(rule=rule, partner=partner, urgent=urgent).first()
        if held is not None:
            if (held.amount, held.unit) == (length.amount, length.unit):
                raise RefusedError("cooperation.target_set", number=held.pk)
            _end(held, actor, now)
        row = ClockTarget.objects.create(
            rule=rule,
            partner=partner,
            urgent=urgent,
            amount=length.amount,
            unit=length.unit,
            reason=reason,
            set_by=actor.role_id,
            set_at=now,
        )
        _record(node, row, "set", actor, now)
    return _view(row)


def end_target(*, node: Node, actor: Officer, number: int) -> TargetView:
    """End a target: the time that ships with the rule applies again. UsageError `cooperation.target_unknown`; RefusedError `people.not_permitted`."""
    require(actor, VERB)
    now = node.clock()
    with write_transaction():
        row = ClockTarget.objects.select_for_update().filter(pk=number, ended_at=None).first()
        if row is None:
            raise UsageError("cooperation.target_unknown", number=number)
        _end(row, actor, now)
        _record(node, row, "end", actor, now)
    return _view(row)


def _settable(name: str) -> ClockRule:
    rule = find_rule(name)
    if rule is None:
        raise UsageError("cooperation.target_rule", rule=name[:60])
    if rule.nature == LEGAL:
        raise RefusedError("cooperation.target_legal", rule=rule.rule)
    if not rule.may_be_set:
        raise RefusedError("cooperation.target_fixed", rule=rule.rule)
    return rule


def _length(text: str) -> Span:
    span = parse_span(text)
    if span.amount > (LONGEST * _DAY if span.unit == HOURS else LONGEST):
        raise UsageError("cooperation.target_long", days=LONGEST)
    return span


def _end(row: ClockTarget, actor: Officer, now: datetime) -> None:
    row.ended_by, row.ended_at = actor.role_id, now
    row.save(update_fields=["ended_by", "ended_at"])


def _record(node: Node, row: ClockTarget, step: str, actor: Officer, now: datetime) -> None:
    facts: dict[str, JsonInput] = {
        "step": step,
        "target": row.pk,
        "rule": row.rule,
        "partner": row.partner,
        "urgent": row.urgent,
        "span": f"{row.amount} {row.unit}",
        "reason": row.reason,
    }
    record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)


def _view(row: ClockTarget) -> TargetView:
    return TargetView(
        number=row.pk,
        rule=row.rule,
        partner=row.partner,
        urgent=row.urgent,
        span=f"{row.amount} {row.unit}",
        reason=row.reason,
        set_by=row.set_by,
        set_at=row.set_at,
        ended_by=row.ended_by,
        ended_at=row.ended_at,
    )


def _rule(rule: ClockRule) -> RuleView:
    return RuleView(
        rule=rule.rule,
        version=rule.version,
        label=rule.label,
        nature=rule.nature,
        acts=rule.acts,
        loses=rule.loses,
        after=str(rule.after or ""),
        urgent=str(rule.after_urgent or ""),
        may_be_set=rule.may_be_set,
        sources=tuple((one.ref, one.confidence) for one in rule.sources),
    )
