# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening, suspending and closing a meeting, its items, and a change of the rules in its midst."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from longbien.core.base.errors import LongBienError
from longbien.core.conference.hall.amendments import with_amendment
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.floor import fresh, stopped
from longbien.core.conference.hall.kinds import CLOSED, OPEN, SUSPENDED
from longbien.core.conference.hall.motions import lapsed
from longbien.core.conference.hall.proposals import with_proposal
from longbien.core.conference.hall.quorum import opening
from longbien.core.conference.hall.refusing import NAMES, Refused
from longbien.core.conference.hall.sitting import Sitting, with_entry
from longbien.core.conference.hall.state.meeting import (
    ADJOURNED,
    Attempt,
    Item,
    Meeting,
    Presence,
    RuleChange,
)
from longbien.core.conference.hall.state.texts import DEFERRED, TABLED
from longbien.core.conference.rules.load import rule_set


def _opened(sitting: Sitting, event: Event) -> Sitting:
    """Open: at least the quorum for opening must be there, if anybody has counted (rule 41 of UNTOC)."""
    needed = opening(sitting)
    if not needed.reached:
        raise Refused(
            "conference_hall.quorum_open",
            needed.rule,
            present=needed.present or 0,
            required=needed.required,
            base=needed.base,
        )
    meeting = Meeting(
        phase=OPEN,
        number=sitting.meeting.number + 1,
        id=event.text("id"),
        opened=event.at,
        since=event.at,
    )
    return _taken_up(replace(sitting, meeting=meeting))


def _taken_up(sitting: Sitting) -> Sitting:
    """Take up again what an earlier meeting deferred."""
    for held in sitting.proposals.values():
        if held.state == DEFERRED:
            sitting = with_proposal(sitting, replace(held, state=TABLED))
    for other in sitting.amendments.values():
        if other.state == DEFERRED:
            sitting = with_amendment(sitting, replace(other, state=TABLED))
    return sitting


def _suspended(sitting: Sitting, event: Event) -> Sitting:
    return with_phase(sitting, event, SUSPENDED)


def _resumed(sitting: Sitting, event: Event) -> Sitting:
    return with_phase(sitting, event, OPEN)


def _closed(sitting: Sitting, event: Event) -> Sitting:
    return ended_meeting(lapsed(sitting), event)


def ended_meeting(sitting: Sitting, event: Event) -> Sitting:
    """Give the sitting with its meeting closed: presence ends with it, the next one is counted anew, nobody waits to speak."""
    ended = stopped(sitting, event)
    return replace(with_phase(fresh(ended), event, CLOSED), presence=Presence(), asking=None)


def with_phase(sitting: Sitting, event: Event, phase: str) -> Sitting:
    """Give the sitting with its meeting in `phase` since the event."""
    return replace(sitting, meeting=replace(sitting.meeting, phase=phase, since=event.at))


def _rules_changed(sitting: Sitting, event: Event) -> Sitting:
    """Apply other choices from here on; the record keeps which applied when."""
    profile = event.text("profile") or sitting.rules.id
    chosen = {name: str(option) for name, option in event.table("choices").items()}
    try:
        rules = rule_set(profile, {**sitting.rules.chosen, **chosen})
    except LongBienError as error:
        raise Refused(
            "conference_hall.rules_unknown", NAMES, profile=profile, choices=", ".join(sorted(chosen)) or "-"
        ) from error
    change = RuleChange(
        seq=event.seq,
        at=event.at,
        profile=profile,
        before=dict(sitting.rules.choices),
        after=dict(rules.choices),
        decision=event.text("decision"),
    )
    return replace(sitting, rules=rules, rule_changes=sitting.rule_changes.added(change))


def _item_opened(sitting: Sitting, event: Event) -> Sitting:
    """Open an item of the agenda; the one before it must be closed or adjourned."""
    current = sitting.items.get(sitting.item)
    if current is not None:
        raise Refused(
            "conference_hall.item_open",
            sitting.rules.value("agenda.adoption"),
            item=current.id,
            asked=event.text("id"),
        )
    name = event.text("id")
    earlier = sitting.items.get(name, Item(id=name))
    if earlier.debate == ADJOURNED:
        raise Refused(
            "conference_hall.debate_over",
            sitting.rules.motion("adjourn_debate").rule,
            item=name,
            debate=earlier.debate,
        )
    item = replace(earlier, title=event.text("title") or earlier.title, state="open", debate="open")
    return replace(fresh(sitting), item=name, items=with_entry(sitting.items, name, item))


def _item_closed(sitting: Sitting, event: Event) -> Sitting:
    name = event.text("id")
    if not name or name != sitting.item:
        raise Refused("conference_hall.item_not_open", NAMES, item=name)
    held = sitting.items[name]
    item = replace(held, state="closed", debate=ADJOURNED if held.debate == ADJOURNED else "closed")
    return replace(sitting, item="", items=with_entry(sitting.items, name, item))


def _reported(sitting: Sitting, event: Event) -> Sitting:
    """Note that a report is there on which a decision depends, such as the Bureau's on the rules (rule 79 of UNTOC)."""
    return replace(sitting, reports=sitting.reports | {event.text("report")})


def _attempted(sitting: Sitting, event: Event) -> Sitting:
    """Keep what a door refused, for the Chair to see."""
    attempt = Attempt(
        seq=event.seq,
        kind=event.text("kind"),
        participant=event.text("participant"),
        code=event.text("code"),
        words=event.text("words"),
    )
    return replace(sitting, attempts=sitting.attempts.added(attempt))


HANDLERS: Final[Mapping[str, Callable[[Sitting, Event], Sitting]]] = {
    "meeting.opened": _opened,
    "meeting.suspended": _suspended,
    "meeting.resumed": _resumed,
    "meeting.closed": _closed,
    "rules.changed": _rules_changed,
    "item.opened": _item_opened,
    "item.closed": _item_closed,
    "report.received": _reported,
    "refused": _attempted,
}
