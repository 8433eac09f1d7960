# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The state of a request is a pure function of its acts: `replay(events)`, the same on both sides, in any order of arrival.

`step` is the gate before an act is made or taken in: RefusedError if the table (core/cooperation/life/table.py) has no way. `replay` is history:
signed acts cannot be un-received, so one that does not fit is listed in `unfitting` and changes nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Final

from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.acts.measures import IN_PART, KEEPING
from longbien.core.cooperation.life.events import ANY_REQUEST, LOCAL, REQUESTING, Event, arrange
from longbien.core.cooperation.life.state import (
    ARREST,
    PRESERVATION,
    SURRENDER,
    FollowUp,
    Kept,
    RequestState,
    Step,
    Unfitting,
    Use,
)
from longbien.core.cooperation.life.table import BY_ITEM, EITHER, NEUTRAL, RUNNING, STATES, TABLE, TIMER, Row

__all__ = [
    "ARREST",
    "LAPSED",
    "PRESERVATION",
    "Kept",
    "RequestState",
    "Step",
    "Unfitting",
    "Use",
    "at_moment",
    "possible",
    "replay",
    "step",
]

LAPSED: Final[Mapping[str, str]] = MappingProxyType(
    {PRESERVATION: "cooperation.preservation_lapsed", ARREST: "cooperation.arrest_lapsed"}
)
"""What is said of an act that comes after the end of a period."""
_NAMES: Final = frozenset(row.event for row in TABLE)
_DRAFTING: Final = tuple(kind for kind in LOCAL if kind != "receipt")


def replay(events: Iterable[Event]) -> RequestState:
    """Give the state after all events, in whatever order they come. Never raises for events of any kind or order."""
    ordered = arrange(events)
    if any(event.name == ANY_REQUEST and event.by == REQUESTING for event in ordered):
        ordered = tuple(
            event for event in ordered if event.kind not in _DRAFTING
        )  # the act is the draft's end
    state = RequestState()
    for event in ordered:
        try:
            state = step(state, event)
        except RefusedError as error:
            note = Unfitting(act=event.act, kind=event.kind, code=error.code)
            state = replace(state, unfitting=(*state.unfitting, note))
    return state


def step(state: RequestState, event: Event) -> RequestState:
    """Give the state after one more event; RefusedError `cooperation.transition*` if the table has no way.

    An event of another thread (`linked`) and a neutral kind pass without effect where no row fits; an unknown kind is
    RefusedError `cooperation.kind_unknown`, for the caller to show as not understood.
    """
    state = at_moment(state, event.at)
    if event.name not in _NAMES:
        if event.linked or event.kind in NEUTRAL:
            return state
        raise RefusedError("cooperation.kind_unknown", kind=event.kind[:64])
    if event.linked:
        state = replace(state, following=_following(state, event))
    rows = _fitting(state, event)
    for row in rows:
        state = _move(state, event, row)
    return state if event.linked else _remember(state, event)


def possible(state: RequestState, *, by: str, now: datetime) -> tuple[str, ...]:
    """List the events that would change something, for this party, now: what a page may offer. `step` decides."""
    state = at_moment(state, now)
    return tuple(
        dict.fromkeys(
            row.event
            for row in TABLE
            if row.by in (by, EITHER)
            and row.event != TIMER
            and not row.event.startswith("linked ")
            and (row.to or row.track != "request")
            and _stands(state, row)
            and all(state.tracks[track] in states for track, states in row.needs)
        )
    )


def _stands(state: RequestState, row: Row) -> bool:
    """Tell whether a track, or one item of it or a new one, stands where a row begins."""
    if row.track not in BY_ITEM:
        return state.tracks[row.track] in row.states
    places = state.items(row.track).values()
    return STATES[row.track][0] in row.states or any(place in row.states for place in places)


def at_moment(state: RequestState, now: datetime) -> RequestState:
    """Give the state as it is at `now`: what held until a moment that has passed, without extension or follow-up, is over."""
    ended = [
        (until, measure, "")
        for measure in KEEPING
        if state.tracks[measure] in RUNNING and (until := state.until(measure)) is not None and now > until
    ]
    ended += [
        (use.until, "consent", consent)
        for consent, use in state.uses.items()
        if state.consents[consent] == "granted" and use.until is not None and now > use.until
    ]
    for until, track, item in sorted(ended):
        row = next(row for row in TABLE if row.track == track and row.event == TIMER)
        state = _move(state, Event(kind=TIMER, by="", at=until, act="", item=item), row)
        if track in KEEPING:
            state = replace(state, extension_until=None)
    return state


def _fitting(state: RequestState, event: Event) -> tuple[Row, ...]:
    """Give one row per concerned track; RefusedError if a concerned track has none, or none is concerned."""
    concerned = [row for row in TABLE if _concerns(row, event)]
    if not concerned and not event.linked:
        raise RefusedError("cooperation.transition_party", kind=event.kind[:64], party=event.by[:20])
    found: list[Row] = []
    for track in dict.fromkeys(row.track for row in concerned):
        place = state.place(track, event.item)
        row = next(
            (
                row
                for row in concerned
                if row.track == track and place in row.states and _guard(row, state, event)
            ),
            None,
        )
        if row is not None:
            found.append(row)
        elif not event.linked:
            if track in KEEPING and place == "lapsed":
                raise RefusedError(LAPSED[track], kind=event.kind[:64])
            raise RefusedError("cooperation.transition", kind=event.kind[:64], track=track, state=place)
    return tuple(found)


def _concerns(row: Row, event: Event) -> bool:
    return (
        row.event == event.name
        and row.by in (event.by, EITHER)
        and row.measure in ("", event.measure)
        and (not row.outcomes or event.outcome in row.outcomes)
        and (not row.asks or row.asks in event.asks)
    )


def _guard(row: Row, state: RequestState, event: Event) -> bool:
    until = state.until(row.track)
    late = until is None or event.at > until
    if row.time and (row.time == "late") is not late:
        return False
    if row.last is not None and (not _kept_by(state, row.track)) is not row.last:
        return False
    if row.about and event.about and state.place("evidence", event.about) not in row.about:
        return False
    return all(state.tracks[track] in states for track, states in row.needs)


def _move(state: RequestState, event: Event, row: Row) -> RequestState:
    """Let a row move its track, or the event's item of it."""
    item = event.item if row.track in BY_ITEM else ""
    before = state.place(row.track, item)
    if not row.to or row.to == before:
        return state
    change = Step(
        at=event.at,
        track=row.track,
        before=before,
        after=row.to,
        event=event.name,
        act=event.act,
        item=item,
    )
    steps = (*state.steps, change)
    if row.track not in BY_ITEM:
        return replace(state, tracks=MappingProxyType({**state.tracks, row.track: row.to}), steps=steps)
    items = MappingProxyType({**state.items(row.track), item: row.to})
    if row.track == "consent":
        return replace(state, consents=items, steps=steps)
    if row.track == "dispute":
        return replace(state, disputes=items, steps=steps)
    return replace(state, evidence=items, steps=steps)


def _following(state: RequestState, event: Event) -> tuple[FollowUp, ...]:
    """Give the open follow-up requests after an act of one of them: one ends with its last measure, or as a whole."""
    others = tuple(one for one in state.following if one.thread != event.linked)
    if event.name == f"linked {ANY_REQUEST}":
        return (*others, FollowUp(thread=event.linked, measures=event.asks))
    if event.kind in ("answer.closed", "request.withdrawn"):
        return others
    refused = event.kind == "answer.decided" and event.outcome == "refused"
    done = event.kind == "answer.executed" and event.outcome != IN_PART
    if not refused and not done:
        return state.following
    left = (
        replace(one, measures=tuple(name for name in one.measures if name != event.measure))
        if one.thread == event.linked
        else one
        for one in state.following
    )
    return tuple(one for one in left if one.thread != event.linked or one.measures)


def _kept_by(state: RequestState, measure: str) -> tuple[FollowUp, ...]:
    """Give the follow-up requests that keep something: data for any of them, a person only for a surrender."""
    if measure != ARREST:
        return state.following
    return tuple(one for one in state.following if SURRENDER in one.measures)


def _remember(state: RequestState, event: Event) -> RequestState:
    """Keep what the tracks do not hold: periods, the end asked for."""
    if event.kind == "request.extension":
        return replace(state, extension_until=event.until)
    if event.kind in ("request.use-consent", "answer.use-consent"):
        return replace(state, uses=MappingProxyType({**state.uses, event.item: _use(state, event)}))
    if event.kind == "answer.decided" and event.measure in KEEPING and event.outcome == "refused":
        return replace(state, extension_until=None)
    if event.since is None or event.until is None or event.measure not in KEEPING:
        return state
    periods = _periods(state, event.measure, event.act, event.at, (event.since, event.until))
    if event.measure == ARREST:
        return replace(state, held=periods, extension_until=None)
    return replace(state, kept=periods, extension_until=None)


def _use(state: RequestState, event: Event) -> Use:
    """Give what a consent is about: as it was asked, until the moment for which it was given."""
    asked = state.uses.get(event.item)
    if asked is None:
        return Use(item=event.about, use=event.use, recipient=event.recipient, until=event.until)
    return replace(asked, until=event.until) if event.outcome == "granted" else asked


def _periods(
    state: RequestState, measure: str, act: str, at: datetime, stated: tuple[datetime, datetime]
) -> tuple[Kept, ...]:
    """Give the periods after one more statement. It may continue a running period, never bridge one that has ended."""
    before = state.periods(measure)
    since, until = stated
    begun = [
        step for step in state.steps if step.act == act and step.track == measure and step.after == RUNNING[0]
    ]
    if not begun and before:
        last = before[-1]
        return (*before[:-1], replace(last, until=max(last.until, until)))
    asked = [step.at for step in state.steps if step.event == ANY_REQUEST]
    earliest = at if before else min(asked, default=since)
    return (*before, Kept(since=min(max(since, earliest), until), until=until, act=act))
