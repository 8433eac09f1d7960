# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A session as this room needs it: its row, the rules that apply now, its opening, and who is a State Party today."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from functools import cached_property
from typing import Final

from longbien.actions.node import Node
from longbien.actions.treaty.status import current_events
from longbien.core.base.errors import RefusedError
from longbien.core.conference.accreditation.states import Terms
from longbien.core.conference.accreditation.terms import terms
from longbien.core.conference.credentials.papers import Wanted
from longbien.core.conference.credentials.wanted import wanted
from longbien.core.conference.rules.load import rule_set
from longbien.core.conference.rules.values import RuleSet
from longbien.core.treaty.status.standing import standings
from longbien.store import models

OPENING: Final = time(10, tzinfo=UTC)
"""The hour at which a session opens where no first meeting says otherwise (house)."""
PARTY_ROLES: Final = frozenset({"state_party", "reio_party"})


@dataclass(frozen=True, kw_only=True)
class Session:
    """One session."""

    row: models.Conference = field(repr=False)
    rules: RuleSet = field(repr=False)
    opening: datetime
    now: datetime

    @property
    def terms(self) -> Terms:
        """Give the terms of accreditation."""
        return terms(self.rules, self.opening)

    def wanted(self, *, amends: bool = False) -> Wanted:
        """Give what papers of credentials are held to."""
        return wanted(self.rules, self.opening, amends=amends)

    @cached_property
    def parties(self) -> frozenset[str]:
        """Give the States Parties (and organisations that are Parties) today; of an exercise, those of its roster."""
        if self.row.exercise:
            rows = self.row.roster if isinstance(self.row.roster, list) else []
            return frozenset(
                str(one.get("id"))
                for one in rows
                if isinstance(one, dict) and str(one.get("role", "state_party")) in PARTY_ROLES
            )
        found = standings(current_events(), self.now.date())
        return frozenset(str(code) for code, one in found.items() if one.in_force is not None)


def session(*, node: Node, conference: str) -> Session:
    """Give a session; RefusedError `conference.session_unknown`."""
    row = models.Conference.objects.filter(conference_id=conference).first()
    if row is None:
        raise RefusedError("conference.session_unknown", session=conference[:40])
    return Session(row=row, rules=_rules(row), opening=_opening(row), now=node.clock())


def _rules(row: models.Conference) -> RuleSet:
    """Give the rules with what the Conference changed in its meetings so far."""
    profile, choices = row.profile, dict(row.choices)
    changes = models.MeetingEvent.objects.filter(meeting__conference=row, kind="rules.changed").order_by("pk")
    for body in changes.values_list("body", flat=True):
        profile = str(body.get("profile") or profile)
        choices.update(body.get("choices") or {})
    return rule_set(profile, choices)


def _opening(row: models.Conference) -> datetime:
    first = models.Meeting.objects.filter(conference=row).order_by("day", "number").first()
    if first is None or first.begins is None:
        return datetime.combine(row.first_day, OPENING)
    return datetime.combine(first.day, first.begins.replace(tzinfo=UTC))
