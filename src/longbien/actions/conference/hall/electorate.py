# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who takes part in a session and who may vote: the treaty desk's answer for the day, joined with delegations and their credentials.

Nobody types it. A State for which the Convention is not in force on the day is no State Party (Art. 65), whatever it has signed or
deposited; an organisation votes with the number of its members that are Parties. Only an exercise has a roster of its own.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final

from longbien.actions.conference.people.electorate import Represented, represented
from longbien.actions.treaty.status import current_events
from longbien.core.base.canonical import Json
from longbien.core.base.fields import Fields
from longbien.core.base.ids import PartyId
from longbien.core.conference.hall.electorate import (
    IGO,
    NGO,
    NON_SIGNATORY,
    REIO_PARTY,
    ROLES,
    SIGNATORY,
    STATE_PARTY,
    Electorate,
    Participant,
    electorate,
)
from longbien.core.conference.hall.electors import frozen
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.kinds import CHAIR
from longbien.core.conference.hall.roster import read_participants
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.rules.values import RuleSet
from longbien.core.treaty.status.participants import Participant as Listed
from longbien.core.treaty.status.participants import participants
from longbien.core.treaty.status.standing import Standing, force_on, standings
from longbien.store import models

_ANY: Final = datetime(1970, 1, 1, tzinfo=UTC)
REJECTION: Final = "credentials.rejection_effect"
"""The rule that says what a rejection of credentials takes away."""


def electorate_of(conference: models.Conference, at: datetime, rules: RuleSet) -> Electorate:
    """Give everybody who takes part in a session, as at a moment."""
    come = {
        one.participant: one
        for one in represented(conference.conference_id, str(rules.value(REJECTION).value))
    }
    if conference.exercise:
        return _exercise(conference, come)
    day = at.astimezone(UTC).date()
    events = current_events()
    held = standings(events, day)
    rows = tuple(_of(listed, held, come.get(code)) for code, listed in participants().items())
    force = force_on(events, day).day
    return electorate(
        *rows,
        *_observers(come.values(), {one.id for one in rows}),
        states_parties=sum(one.role == STATE_PARTY for one in rows),
        in_force_days=_days(force, day),
    )


def roster_of(conference: models.Conference) -> tuple[Participant, ...]:
    """Give the participants of an exercise; MalformedError for a row that was changed by hand."""
    return read_participants(Fields({"roster": _list(conference.roster)}), "roster")


def voters(sitting: Sitting) -> list[Json]:
    """Give who may vote in a vote announced now, as `vote.announced` takes it: id, weight, and an organisation's members."""
    asked = Event(seq=sitting.seq + 1, at=sitting.at or _ANY, kind="vote.announced", by=CHAIR)
    found: list[Json] = []
    for one in frozen(sitting, asked).values():
        row: dict[str, Json] = {"id": one.id, "weight": one.weight}
        if one.members:
            row["members"] = list(one.members)
        found.append(row)
    return found


def _exercise(conference: models.Conference, come: dict[str, Represented]) -> Electorate:
    """Give the roster; a delegation that was registered brings its credentials, the others take part as the roster says."""
    rows = tuple(_joined(one, come[one.id]) if one.id in come else one for one in roster_of(conference))
    return electorate(*rows, *_observers(come.values(), {one.id for one in rows}))


def _of(listed: Listed, held: Mapping[PartyId, Standing], come: Represented | None) -> Participant:
    """Give one of the treaty desk's list with its role on the day."""
    own = held[listed.code]
    bound = own.in_force is not None
    members = tuple(code for code in listed.members if held[code].in_force is not None) if bound else ()
    role = SIGNATORY if own.signed is not None or own.deposited is not None else NON_SIGNATORY
    if bound:
        role = STATE_PARTY if listed.is_state else REIO_PARTY
    one = Participant(
        id=listed.code,
        role=role,
        group=listed.group.value,
        weight=1 if listed.is_state else len(members),
        members=members,
        registered=False,
        credentials="not_received",
    )
    return one if come is None else _joined(one, come)


def _joined(one: Participant, come: Represented) -> Participant:
    return replace(
        one,
        registered=come.seated,
        vote=come.vote,
        credentials=come.credentials.value,
        name=one.name or come.name,
    )


def _observers(come: Iterable[Represented], known: Collection[str]) -> tuple[Participant, ...]:
    """Give who was admitted beside the States: observers, each in the role of its track."""
    return tuple(
        Participant(
            id=one.participant,
            role=one.kind if one.kind in ROLES else _TRACKS.get(one.kind, IGO),
            name=one.name,
            weight=0,
            registered=one.seated,
            vote=False,
            credentials=one.credentials.value,
        )
        for one in come
        if one.participant not in known
    )


_TRACKS: Final = {"observer": NGO}


def _days(force: date | None, day: date) -> int | None:
    return None if force is None or force > day else (day - force).days


def _list(value: object) -> Json:
    return value if isinstance(value, list) else []
