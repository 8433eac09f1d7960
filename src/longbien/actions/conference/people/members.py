# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Badges as rows: issuing, giving and ending functions, ending a badge. Everything here runs inside a verb's write transaction."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Max

from longbien.core.conference.delegations.changes import Present
from longbien.core.conference.delegations.functions import NAMED_ON_NOTES, Function
from longbien.core.conference.delegations.listing import Member
from longbien.store import models


def members(delegation: models.Delegation) -> list[models.Badge]:
    """Give the badges of a delegation that count, in order of number, with their functions fetched."""
    rows = models.Badge.objects.filter(delegation=delegation, ended_at=None).select_related(
        "delegation", "officer"
    )
    return list(rows.prefetch_related("functions").order_by("number"))


def present(rows: Iterable[models.Badge]) -> tuple[Present, ...]:
    """Give badges as the core compares them with a list."""
    return tuple(
        Present(
            badge=row.pk,
            number=row.number,
            key=Member(family_name=row.family_name, given_name=row.given_name).key,
            functions=held(row),
        )
        for row in rows
    )


def held(row: models.Badge) -> frozenset[Function]:
    """Give the functions that a badge has now."""
    return frozenset(Function(one.function) for one in row.functions.all() if one.ended_at is None)


def issue(
    delegation: models.Delegation,
    people: Iterable[Member],
    *,
    by: str,
    now: datetime,
    note: models.NoteVerbale | None = None,
) -> list[models.Badge]:
    """Issue a badge with an account to each of `people`; accounts have no role of the node and no password yet."""
    conference = delegation.conference
    highest = models.Badge.objects.filter(conference=conference).aggregate(Max("number"))["number__max"] or 0
    listed = list(people)
    accounts = [
        models.Officer(username=account_name(conference, highest + place), is_active=True)
        for place in range(1, len(listed) + 1)
    ]
    for account in accounts:
        account.set_unusable_password()
    models.Officer.objects.bulk_create(accounts)
    badges = models.Badge.objects.bulk_create(
        models.Badge(
            conference=conference,
            number=highest + place,
            delegation=delegation,
            note=note,
            officer=account,
            family_name=one.family_name,
            given_name=one.given_name,
            post=one.post,
            email=one.email,
            issued_by=by,
            issued_at=now,
        )
        for place, (one, account) in enumerate(zip(listed, accounts, strict=True), start=1)
    )
    models.BadgeFunction.objects.bulk_create(
        models.BadgeFunction(
            badge=badge, delegation=delegation, function=one.function.value, given_by=by, given_at=now
        )
        for badge, one in zip(badges, listed, strict=True)
    )
    return badges


def account_name(conference: str, number: int) -> str:
    """Give the name under which a badge signs in, such as `cosp-1-0042`."""
    return f"{conference}-{number:04d}"


def give(badge: models.Badge, function: Function, *, by: str, now: datetime) -> None:
    """Give a function to a badge that does not have it."""
    models.BadgeFunction.objects.get_or_create(
        badge=badge,
        function=function.value,
        ended_at=None,
        defaults={"delegation_id": badge.delegation_id, "given_by": by, "given_at": now},
    )


def take(badge: models.Badge, functions: Iterable[Function], *, by: str, now: datetime) -> None:
    """End functions of a badge."""
    models.BadgeFunction.objects.filter(
        badge=badge, function__in=[one.value for one in functions], ended_at=None
    ).update(ended_by=by, ended_at=now)


def move(badge: models.Badge, function: Function, *, by: str, now: datetime) -> None:
    """Let a function of the note verbale take the place of those that a badge has from earlier notes."""
    take(badge, (one for one in NAMED_ON_NOTES if one is not function), by=by, now=now)
    give(badge, function, by=by, now=now)


def end(badge: models.Badge, *, by: str, now: datetime, reason: str) -> None:
    """End a badge with its functions and codes, and close its account: whoever is signed in with it is out at the next click."""
    models.BadgeFunction.objects.filter(badge=badge, ended_at=None).update(ended_by=by, ended_at=now)
    models.BadgeCode.objects.filter(badge=badge, ended_at=None).update(ended_at=now)
    models.Badge.objects.filter(pk=badge.pk).update(ended_by=by, ended_at=now, end_reason=reason[:200])
    models.Officer.objects.filter(pk=badge.officer_id).update(is_active=False)
