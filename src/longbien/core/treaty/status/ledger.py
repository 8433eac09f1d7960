# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether events can have happened, one after another (Art. 64 to 67): what cannot be is refused, naming its row.

    check_events((*events_seed(), new))

An event that nothing contradicts is taken; whether it is true is a matter of its source.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.treaty.status.days import ADOPTED, SIGNATURE_CLOSES, SIGNATURE_OPENED
from longbien.core.treaty.status.events import INSTRUMENTS, OF_SIGNATORIES, STATEMENTS, Event, EventKind
from longbien.core.treaty.status.force import entry_into_force, tenures
from longbien.core.treaty.status.participants import participants

ARTICLES: Final = 68
"""Articles of the Convention: a reservation to another one is a reservation to nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Before:
    """What went before the event that is looked at: the events of its participant; and every event by its id."""

    own: list[Event]
    by_id: Mapping[str, Event]
    signed: set[PartyId]
    standing: dict[PartyId, Event] = field(default_factory=dict)
    """The instruments that were not denounced."""


def check_events(events: Iterable[Event]) -> tuple[Event, ...]:
    """Give the events in order; RefusedError `treaty.*` with `row` (the event's id) for the first that cannot be.

    `treaty.participant_row`, `treaty.before_adoption`, `treaty.event_twice`, `treaty.signature_period`,
    `treaty.second_signature`, `treaty.second_instrument`, `treaty.not_signed`, `treaty.member_first`,
    `treaty.only_organisations`, `treaty.about_nothing`, `treaty.article_row`, `treaty.target_unknown`,
    `treaty.denounces_nothing`.
    """
    ordered = tuple(sorted(events, key=lambda item: item.order))
    by_id: dict[str, Event] = {}
    own: dict[PartyId, list[Event]] = {}
    for event in ordered:
        _check_plain(event)
        if event.id in by_id:
            raise RefusedError("treaty.event_twice", row=event.id)
        by_id[event.id] = event
    signed: set[PartyId] = set()
    standing: dict[PartyId, Event] = {}
    for event in ordered:
        before = _Before(own=own.setdefault(event.party, []), by_id=by_id, signed=signed, standing=standing)
        for check in _CHECKS.get(event.kind, ()):
            check(event, before)
        _remember(event, before)
    _check_members(ordered)
    return ordered


def _check_plain(event: Event) -> None:
    if event.party not in participants():
        raise RefusedError("treaty.participant_row", row=event.id, party=event.party)
    if event.day < ADOPTED:
        raise RefusedError(
            "treaty.before_adoption", row=event.id, day=event.day.isoformat(), adopted=ADOPTED.isoformat()
        )
    for article in event.articles:
        if int(article.partition(".")[0]) > ARTICLES:
            raise RefusedError("treaty.article_row", row=event.id, article=article)


def _remember(event: Event, before: _Before) -> None:
    before.own.append(event)
    if event.kind is EventKind.SIGNATURE:
        before.signed.add(event.party)
    elif event.kind in INSTRUMENTS:
        before.standing[event.party] = event
    elif event.kind is EventKind.DENUNCIATION:
        del before.standing[event.party]


def _signature(event: Event, before: _Before) -> None:
    if not SIGNATURE_OPENED <= event.day <= SIGNATURE_CLOSES:
        raise RefusedError(
            "treaty.signature_period",
            row=event.id,
            day=event.day.isoformat(),
            opened=SIGNATURE_OPENED.isoformat(),
            closes=SIGNATURE_CLOSES.isoformat(),
        )
    if event.party in before.signed:
        raise RefusedError("treaty.second_signature", row=event.id, party=event.party)


def _instrument(event: Event, before: _Before) -> None:
    first = before.standing.get(event.party)
    if first is not None:
        raise RefusedError(
            "treaty.second_instrument", row=event.id, party=event.party, first=first.day.isoformat()
        )
    if event.kind in OF_SIGNATORIES and event.party not in before.signed:
        raise RefusedError("treaty.not_signed", row=event.id, party=event.party, kind=event.kind.value)


def _statement(event: Event, before: _Before) -> None:
    if event.kind is EventKind.RESERVATION and not event.articles:
        raise RefusedError("treaty.about_nothing", row=event.id)


def _objection(event: Event, before: _Before) -> None:
    target = before.by_id.get(event.target)
    if (
        target is None
        or target.kind not in STATEMENTS
        or target.party == event.party
        or target.order > event.order
    ):
        raise RefusedError("treaty.target_unknown", row=event.id, target=event.target or "-")


def _withdrawal(event: Event, before: _Before) -> None:
    withdrawn = {item.target for item in before.own if item.kind is EventKind.WITHDRAWAL}
    target = next((item for item in before.own if item.id == event.target), None)
    kinds = (*STATEMENTS, EventKind.OBJECTION)
    if target is None or target.kind not in kinds or target.id in withdrawn:
        raise RefusedError("treaty.target_unknown", row=event.id, target=event.target or "-")


def _competence(event: Event, before: _Before) -> None:
    if participants()[event.party].is_state:
        raise RefusedError("treaty.only_organisations", row=event.id, party=event.party)


def _denunciation(event: Event, before: _Before) -> None:
    if event.party not in before.standing:
        raise RefusedError("treaty.denounces_nothing", row=event.id, party=event.party)


_CHECKS: Final[Mapping[EventKind, tuple[Callable[[Event, _Before], None], ...]]] = {
    EventKind.SIGNATURE: (_signature,),
    **dict.fromkeys(INSTRUMENTS, (_instrument,)),
    **dict.fromkeys(STATEMENTS, (_statement,)),
    EventKind.OBJECTION: (_objection,),
    EventKind.WITHDRAWAL: (_withdrawal,),
    EventKind.EXTENT_OF_COMPETENCE: (_competence,),
    EventKind.DENUNCIATION: (_denunciation,),
}


def _check_members(ordered: tuple[Event, ...]) -> None:
    """Let an organisation sign or deposit once a member State has, and accede once one is a Party (Art. 64(2)-(4))."""
    acts = [event for event in ordered if not participants()[event.party].is_state]
    if not acts:
        return
    bound = tenures(ordered, entry_into_force(ordered).day)
    for event in acts:
        members = participants()[event.party].members
        if event.kind is EventKind.SIGNATURE:
            wanted = {EventKind.SIGNATURE}
        elif event.kind is EventKind.ACCESSION:
            if any(tenure.binds(event.day) for member in members for tenure in bound.get(member, ())):
                continue
            wanted = set()
        elif event.kind in INSTRUMENTS:
            wanted = set(INSTRUMENTS)
        else:
            continue
        if not any(
            item.kind in wanted and item.party in members and item.day <= event.day for item in ordered
        ):
            raise RefusedError("treaty.member_first", row=event.id, party=event.party)
