# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The States: all of them on a day, those in one of the four states with their sources, and one State with all that is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import get_language

from longbien.actions.treaty.known import known
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId, parse_party_id
from longbien.core.treaty.status.events import Event, EventKind
from longbien.core.treaty.status.participants import Participant, participant, participants, register
from longbien.core.treaty.status.standing import Standing, standing, standings
from longbien.web.base.guard import public
from longbien.web.treaty.days import asked_day
from longbien.web.treaty.tiles import GROUPS, KINDS, NONE, STATES, behind, furthest


@dataclass(frozen=True, slots=True, kw_only=True)
class StateRow:
    """One participant in a list: its name in the reader's language, its furthest state, and the events behind the state asked for."""

    code: PartyId
    name: str
    group: Promise
    state: str
    since: date | None
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One of the four states of a State: since when, and the events behind it."""

    state: str
    since: date | None
    events: tuple[Event, ...]


@public
def states(request: HttpRequest) -> HttpResponse:
    """List every participant with its furthest state on a day; `group` and `q` narrow the list."""
    day, now = asked_day(request), known()
    asked = request.GET.get("q", "")[:80].strip()
    group = request.GET.get("group", "")
    found = standings(now.events, day.on)
    rows = [
        _row(row, found[row.code], furthest(found[row.code]))
        for row in participants().values()
        if group in ("", row.group) and _named(row, asked)
    ]
    context = {
        "rows": _by_name(rows),
        "day": day,
        "q": asked,
        "group": group,
        "groups": GROUPS.items(),
        "states": STATES[::-1],
    }
    return render(request, "longbien/treaty/states.html", context)


@public
def status(request: HttpRequest) -> HttpResponse:
    """List the participants in one of the four states on a day, each with the sources of what is said."""
    day, now = asked_day(request), known()
    state = request.GET.get("state", "signed")
    if state not in STATES:
        raise RefusedError("treaty.state_unknown", state=state[:20], known=", ".join(STATES[::-1]))
    found = standings(now.events, day.on)
    rows = [
        _row(row, found[row.code], state)
        for row in participants().values()
        if getattr(found[row.code], state) is not None
    ]
    context = {"rows": _by_name(rows), "day": day, "state": state, "states": STATES[::-1]}
    return render(request, "longbien/treaty/status.html", context)


@public
def state(request: HttpRequest, code: str) -> HttpResponse:
    """Show one State: names, the four states with days and sources, what it declared, everything that it did."""
    day, now = asked_day(request), known()
    row = participant(parse_party_id(code.upper()))
    found = standing(now.events, row.code, day.on)
    objections = {
        event.target: event
        for event in now.events
        if event.kind is EventKind.OBJECTION and event.day <= day.on
    }
    context = {
        "row": row,
        "day": day,
        "name": row.name(get_language() or "en"),
        "names": row.names.items(),
        "names_confidence": _least(source.confidence for source in register().names.values()),
        "group": GROUPS[row.group],
        "kind": KINDS[row.kind],
        "standing": found,
        "furthest": furthest(found),
        "steps": [_step(found, name) for name in STATES[::-1]],
        "statements": [(event, objections.get(event.id)) for event in found.statements],
        "notices": [event for event in found.events if event.kind is EventKind.NOTIFICATION],
        "members": [participant(member) for member in row.members],
    }
    return render(request, "longbien/treaty/state.html", context)


def _least(marks: Iterable[str]) -> str:
    """Give the least sure of some marks of confidence."""
    order = ("high", "medium", "low")
    return max(marks, key=order.index)


def _row(row: Participant, found: Standing, state: str) -> StateRow:
    return StateRow(
        code=row.code,
        name=row.name(get_language() or "en"),
        group=GROUPS[row.group],
        state=furthest(found),
        since=None if state == NONE else getattr(found, state),
        events=behind(found, state),
    )


def _step(found: Standing, name: str) -> Step:
    since = getattr(found, name)
    return Step(state=name, since=since, events=behind(found, name) if since else ())


def _named(row: Participant, asked: str) -> bool:
    wanted = asked.casefold()
    return (
        not wanted
        or wanted == row.code.casefold()
        or any(wanted in name.casefold() for name in row.names.values())
    )


def _by_name(rows: list[StateRow]) -> list[StateRow]:
    return sorted(rows, key=lambda row: row.name.casefold())
