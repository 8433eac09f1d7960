# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading who comes: the delegations of a session for its secretariat, one delegation for itself, the list of participants for everybody."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from longbien.actions.access import require
from longbien.actions.conference.people.badges import badge_of
from longbien.actions.conference.people.credentials import CredentialsView, views_of
from longbien.actions.conference.people.delegations import find_delegation, name_of
from longbien.actions.conference.people.electorate import represented
from longbien.actions.conference.people.keeping import READ, keeps, require_reader
from longbien.actions.conference.people.members import held
from longbien.actions.conference.people.scans import Scan, scans_of
from longbien.actions.conference.people.session import Session
from longbien.core.conference.credentials.wanted import effect
from longbien.core.conference.delegations.functions import RANK, Function
from longbien.core.conference.delegations.listing import full_name
from longbien.store import models
from longbien.store.queries.conference_people import open_delegations


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberView:
    """One member of a delegation; `email` and `account` only for those who keep or read the list."""

    number: int
    account: str
    family_name: str
    given_name: str
    post: str
    email: str
    functions: tuple[Function, ...]
    has_code: bool

    @property
    def is_head(self) -> bool:
        """Tell whether the member leads the delegation."""
        return Function.HEAD in self.functions

    @property
    def name(self) -> str:
        """Give the name in one line."""
        return full_name(self.family_name, self.given_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationView:
    """A delegation as its own members and the secretariat read it."""

    credentials: CredentialsView
    members: tuple[MemberView, ...]
    notes: tuple[tuple[str, datetime, str], ...]
    """Reference, when taken, by whom."""
    scans: tuple[Scan, ...]
    keeps: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the secretariat's table."""

    credentials: CredentialsView
    badges: int
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One participant of the public list: name, in what role, its members without addresses."""

    participant: str
    name: str
    kind: str
    members: tuple[MemberView, ...]


def delegations_table(*, actor: models.Officer, session: Session, language: str = "en") -> tuple[Row, ...]:
    """Give every delegation with credentials, head and number of badges; RefusedError `people.not_permitted`."""
    require(actor, READ)
    rows = open_delegations(session.row.conference_id)
    views = views_of(session, rows, language=language)
    people = _people(row.pk for row in rows)
    found = [
        Row(
            credentials=view,
            badges=len(people[row.pk]),
            head=next((one.name for one in people[row.pk] if one.is_head), ""),
        )
        for row, view in zip(rows, views, strict=True)
    ]
    return tuple(sorted(found, key=lambda one: (one.credentials.name, one.credentials.claim)))


def delegation_view(
    *, actor: models.Officer, session: Session, participant: str, claim: int, language: str = "en"
) -> DelegationView:
    """Give one delegation; RefusedError `people.not_your_delegation`, `conference.delegation_unknown`."""
    row = find_delegation(session.row.conference_id, participant, claim)
    require_reader(actor, row)
    notes = models.NoteVerbale.objects.filter(delegation=row).order_by("pk")
    return DelegationView(
        credentials=views_of(session, [row], language=language)[0],
        members=tuple(_people([row.pk])[row.pk]),
        scans=scans_of(row),
        notes=tuple(notes.values_list("reference", "taken_at", "taken_by")),
        keeps=keeps(actor, row),
    )


def own_delegation(actor: models.Officer, conference: str) -> models.Delegation | None:
    """Give the delegation of a badge; None for an account without one."""
    badge = badge_of(actor, conference)
    return None if badge is None else models.Delegation.objects.get(pk=badge.delegation)


def list_of_participants(*, session: Session, language: str = "en") -> tuple[Listed, ...]:
    """Give everybody who takes part, for everybody: delegations that hold their seats, observers that were admitted. No addresses."""
    seated = {
        one.participant: one
        for one in represented(session.row.conference_id, effect(session.rules))
        if one.seated
    }
    rows = [
        row
        for row in open_delegations(session.row.conference_id)
        if row.claim == 1 and row.participant in seated
    ]
    people = _people(row.pk for row in rows)
    found = [
        Listed(
            participant=row.participant,
            name=name_of(row, language) if row.kind != models.Delegation.OBSERVER else _observer_name(row),
            kind=seated[row.participant].kind,
            members=tuple(one for one in people[row.pk] if one.functions != (Function.SECRETARY,)),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: one.name))


def _observer_name(row: models.Delegation) -> str:
    names = models.ObserverApplication.objects.filter(conference=row.conference, observer=row.participant)
    return next(iter(names.values_list("name", flat=True)), row.participant) or row.participant


def _people(delegations: Iterable[int]) -> dict[int, list[MemberView]]:
    """Give the members of delegations in order of function and number, in four queries whatever their number."""
    rows = (
        models.Badge.objects.filter(delegation__in=list(delegations), ended_at=None)
        .select_related("officer")
        .prefetch_related("functions")
        .order_by("number")
    )
    coded = set(
        models.BadgeCode.objects.filter(badge__in=rows, ended_at=None).values_list("badge_id", flat=True)
    )
    found: dict[int, list[MemberView]] = defaultdict(list)
    for row in rows:
        functions = tuple(sorted(held(row), key=RANK.__getitem__))
        found[row.delegation_id].append(
            MemberView(
                number=row.number,
                account=row.officer.username,
                family_name=row.family_name,
                given_name=row.given_name,
                post=row.post,
                email=row.email,
                functions=functions,
                has_code=row.pk in coded,
            )
        )
    for members in found.values():
        members.sort(key=lambda one: (RANK[one.functions[0]] if one.functions else 99, one.number))
    return found
