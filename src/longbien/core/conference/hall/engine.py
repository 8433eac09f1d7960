# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The engine: what an event does to a sitting, or why it is refused. Pure: no clock, no database, the same answer everywhere.

    sitting = decide(rule_set(), electorate, events)
    sitting = step(sitting, event)          # raises Refused

An event passes the gates in this order: its shape, its number and time, who says it, the phase of the meeting, what it would
interrupt; then the handler of its kind judges. A refused event changes nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final, TypeAlias

from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.conference.hall import (
    agreeing,
    amendments,
    ballots,
    division,
    effects,
    electing,
    fixing,
    floor,
    meeting,
    methods,
    motions,
    notes,
    orders,
    presence,
    proposals,
    voting,
)
from longbien.core.conference.hall.electorate import Electorate
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.gates import check_interruption, check_phase, check_sequence, check_shape
from longbien.core.conference.hall.kinds import KINDS
from longbien.core.conference.hall.refusing import SHAPE, Refused
from longbien.core.conference.hall.saying import check_saying
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.meeting import RefusedEvent
from longbien.core.conference.hall.verdicts import retallied
from longbien.core.conference.rules.values import RuleSet

Handler: TypeAlias = Callable[[Sitting, Event], Sitting]

HANDLERS: Final[Mapping[str, Handler]] = MappingProxyType(
    {
        kind: handler
        for room in (
            meeting,
            presence,
            floor,
            orders,
            motions,
            effects,
            proposals,
            amendments,
            division,
            agreeing,
            fixing,
            methods,
            voting,
            ballots,
            notes,
            electing,
        )
        for kind, handler in room.HANDLERS.items()
    }
)
"""What each kind of event does, from the rooms beside this one."""

_NEUTRAL: Final = frozenset(
    {
        "electorate.fixed",
        "presence.marked",
        "presence.counted",
        "floor.requested",
        "floor.withdrawn",
        "floor.paused",
        "ballot.cast",
        "refused",
    }
)
"""Events that do not take up other business: a ruling may still be appealed against after them."""

_ENDS_ASKING: Final = frozenset({"vote.announced", "item.closed", "item.opened"})


def begin(rules: RuleSet, electorate: Electorate) -> Sitting:
    """Give the sitting before its first event."""
    return Sitting(rules=rules, electorate=electorate)


def step(sitting: Sitting, event: Event) -> Sitting:
    """Give the sitting after `event`; Refused (and no other error) if the rules do not allow it."""
    kind = KINDS.get(event.kind)
    handler = HANDLERS.get(event.kind)
    if kind is None or handler is None:
        raise Refused("conference_hall.kind_unknown", SHAPE, kind=event.kind)
    try:
        check_shape(event, kind)
        check_sequence(sitting, event)
        check_phase(sitting, event, kind)
        check_saying(sitting, event, kind)
        check_interruption(sitting, event, kind)
        after = handler(sitting, event)
    except Refused:
        raise
    except MalformedError as error:
        raise Refused(
            "conference_hall.body", SHAPE, kind=event.kind, member=str(error.params.get("field", "")) or "-"
        ) from error
    except LongBienError as error:
        raise Refused("conference_hall.rule_broken", SHAPE, kind=event.kind, reason=error.code) from error
    return replace(_followed(sitting, after, event), seq=event.seq, at=event.at)


def _followed(before: Sitting, after: Sitting, event: Event) -> Sitting:
    """Let the time for an appeal pass with the next business, and an interrupted vote go on after the appeal within it.

    A question whether anybody objects is over once something is voted or the item closed.
    """
    if after.asking is not None and event.kind in _ENDS_ASKING:
        after = replace(after, asking=None)
    if after.ruled and after.ruled == before.ruled and event.kind not in _NEUTRAL:
        after = replace(after, ruled="")
    if before.voting and after.voting and after.voting != before.voting:
        after = replace(after, interrupted=before.voting)
    elif after.interrupted and not after.voting:
        after = replace(after, voting=after.interrupted, interrupted="")
    return after if after.kinds == before.kinds else retallied(before, after)


def decide(rules: RuleSet, electorate: Electorate, events: Iterable[Event]) -> Sitting:
    """Give the sitting after all events, from the beginning."""
    return applied(begin(rules, electorate), events)


def applied(sitting: Sitting, events: Iterable[Event]) -> Sitting:
    """Give the sitting after these events, too. Refused ones are kept in `refusals` with their reason; the rest goes on."""
    for event in events:
        try:
            sitting = step(sitting, event)
        except Refused as refused:
            sitting = with_refusal(sitting, event, refused)
    return sitting


def with_refusal(sitting: Sitting, event: Event, refused: Refused) -> Sitting:
    """Give the sitting with a refused event on record; nothing else of it changes."""
    kept = RefusedEvent(
        seq=event.seq,
        kind=event.kind,
        by=event.by,
        code=refused.refusal.code,
        rule=refused.refusal.rule,
        facts=refused.refusal.facts,
    )
    return replace(sitting, refusals=sitting.refusals.added(kept))
