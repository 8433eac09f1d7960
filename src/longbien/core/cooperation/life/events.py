# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Events: what the lifecycle is told of an act, and the one order in which both sides look at the same acts.

`at` is the moment at which the act was *recorded by its recipient* (his receipt says it; until the receipt is here, the
sender's own time stands in), so that no sender can date an act back. An act stands after the act it refers to, whatever
the two States' clocks say; among the rest the recorded moment decides, then the digest.
"""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.cooperation.acts.asides import (
    DisputeAnswered,
    DisputeRaised,
    DisputeSettled,
    UseAnswered,
    UseConsent,
)
from longbien.core.cooperation.acts.bodies import Decided, Executed, Extension, Request
from longbien.core.cooperation.acts.bodies_json import Said, read_body
from longbien.core.cooperation.forms.kinds import form, form_of_act
from longbien.core.evidence.bodies import DISPOSED, Disposed, read_evidence_body

REQUESTING: Final = "requesting"
REQUESTED: Final = "requested"
ANY_REQUEST: Final = "request.*"
"""The lifecycle's name for the first act of a thread, of whatever request kind."""
LOCAL: Final = ("draft", "approve", "discard", "receipt")
"""Events that are no acts: a draft kept, approved by a second person, given up; a signed receipt of the first act."""
_FIRST: Final = ("draft", "approve", "discard")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One act or local event. `linked` is the thread of another request of which it is a part, `""` for our own thread.

    The facts that transitions look at: `asks` (measures, of a first act), `measure` and `outcome` (of a decision, its
    execution or an extension), `since` and `until` (of what is kept), `item` (the object id of evidence, the id
    of a consent or dispute), `about` (the object that consent is asked for), `use` and `recipient` (of such consent).
    """

    kind: str
    by: str
    at: datetime
    act: str
    refers_to: str = ""
    linked: str = ""
    asks: tuple[str, ...] = ()
    measure: str = ""
    outcome: str = ""
    since: datetime | None = None
    until: datetime | None = None
    item: str = ""
    about: str = ""
    use: str = ""
    recipient: str = ""

    @property
    def name(self) -> str:
        """Give the name by which the table knows the event."""
        kind = ANY_REQUEST if form_of_act(self.kind) is not None else self.kind
        return f"linked {kind}" if self.linked else kind


def event_of_act(  # the parts of an act that a lifecycle needs, each named
    *,
    kind: str,
    by: str,
    at: datetime,
    act: str,
    refers_to: str = "",
    linked: str = "",
    item: str = "",
    body: Json,
) -> Event:
    """Make the event of an act from its body; what `read_body` raises for a body that cannot be read.

    `item` is the object id of an `evidence.*` act. An unknown kind makes an event that changes nothing.
    """
    bare = Event(kind=kind, by=by, at=at, act=act, refers_to=refers_to, linked=linked, item=item)
    read = read_body(kind, body)
    if kind == DISPOSED:
        disposed = read_evidence_body(kind, body)
        return replace(bare, outcome=disposed.disposal) if isinstance(disposed, Disposed) else bare
    return bare if read is None else _with_facts(bare, read)


def _with_facts(bare: Event, read: Said) -> Event:
    """Give an event what its act says of measures, periods and items."""
    match read:
        case Request():
            asked = form(read.form).measures(read.values)
            return replace(bare, asks=tuple(one.measure for one in asked))
        case Decided():
            return replace(bare, measure=read.measure, outcome=read.decision)
        case Executed():
            return replace(
                bare, measure=read.measure, outcome=read.outcome, since=read.since, until=read.until
            )
        case Extension():
            return replace(bare, measure=read.measure, until=read.until)
        case UseConsent():
            return replace(
                bare,
                item=read.consent,
                about=read.object_id,
                use=read.use,
                recipient=read.recipient,
                until=read.until,
            )
        case UseAnswered():
            return replace(bare, item=read.consent, outcome=read.decision, until=read.until)
        case DisputeRaised() | DisputeAnswered() | DisputeSettled():
            return replace(bare, item=read.dispute)
        case _:
            return bare


def arrange(events: Iterable[Event]) -> tuple[Event, ...]:
    """Put events into the order that both sides share; an event given twice counts once."""
    known = {(event.act, event.kind, event.linked): event for event in events}
    ordered = sorted(known.values(), key=_rank)
    place = {event.act: index for index, event in enumerate(ordered)}
    waiting: dict[int, list[int]] = {}
    blocked = [False] * len(ordered)
    for index, event in enumerate(ordered):
        before = place.get(event.refers_to)
        if before is not None and before != index:
            waiting.setdefault(before, []).append(index)
            blocked[index] = True
    ready = [index for index in range(len(ordered)) if not blocked[index]]
    heapq.heapify(ready)
    found: list[Event] = []
    left = set(range(len(ordered)))
    while left:
        index = heapq.heappop(ready) if ready else min(left)  # a circle cannot come from true digests
        if index not in left:
            continue
        left.remove(index)
        found.append(ordered[index])
        for after in waiting.get(index, ()):
            heapq.heappush(ready, after)
    return tuple(found)


def _rank(event: Event) -> tuple[int, datetime, str, str, str]:
    first = event.kind in _FIRST
    return (
        0 if first else 1 if event.name == ANY_REQUEST else 2,
        event.at,
        event.act,
        event.kind,
        event.linked,
    )
