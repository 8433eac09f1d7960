# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a session's papers have in common: its row, its time zone, its symbol prefix, its rules; who reads what."""

from collections.abc import Mapping
from datetime import tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from longbien.actions.access import permits, require
from longbien.actions.conference.hall.find import find_conference
from longbien.actions.conference.people.badges import badge_of
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import UsageError
from longbien.core.base.moments import cut_moment
from longbien.core.conference.documents.symbols import parse_prefix
from longbien.core.conference.documents.versions import Access
from longbien.core.conference.rules.load import rule_set
from longbien.core.conference.rules.values import RuleSet
from longbien.store import models
from longbien.store.writing import write_transaction

VERB: Final = "conference.papers"
EXAMPLE_PREFIX: Final = "CONF/COSP"
"""What symbols begin with until the operator has said otherwise. Nobody has fixed the prefix of this Convention's Conference."""


def papers_of(conference: models.Conference) -> models.SessionPapers:
    """Give the session's row; one that is not saved yet where nothing was set."""
    found = models.SessionPapers.objects.filter(conference=conference).first()
    return found or models.SessionPapers(conference=conference)


def prefix_of(conference: models.Conference) -> str:
    """Give the prefix of the session's symbols: its own, or the example with the year of its first day."""
    return papers_of(conference).prefix or EXAMPLE_PREFIX


def zone_of(conference: models.Conference) -> tzinfo:
    """Give the time zone of the session's place."""
    return ZoneInfo(papers_of(conference).zone)


def rules_of(conference: models.Conference) -> RuleSet:
    """Give the rules with which the session begins."""
    return rule_set(conference.profile, dict(conference.choices))


def set_papers(*, node: Node, actor: models.Officer, conference_id: str, prefix: str, zone: str) -> None:
    """Set the prefix of symbols and the time zone of the place.

    RefusedError `people.not_permitted`, `conference.session_unknown`; MalformedError `conference_papers.symbol_prefix`;
    UsageError `conference_papers.zone`.
    """
    require(actor, VERB)
    if prefix:
        parse_prefix(prefix)
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageError("conference_papers.zone", zone=zone[:40]) from error
    with write_transaction():
        row = papers_of(find_conference(conference_id))
        row.prefix, row.zone = prefix, zone
        row.save()
        keep(node, actor, conference_id, {"did": "set", "prefix": prefix, "zone": zone})


def keep(node: Node, actor: models.Officer, conference_id: str, facts: Mapping[str, JsonInput]) -> None:
    """Keep and log what was done with papers, inside the caller's transaction."""
    record_decision(
        node=node,
        verb=VERB,
        role_id=actor.role_id,
        facts={"session": conference_id, **facts},
        now=cut_moment(node.clock()),
    )


def readable(actor: models.Officer | None, conference: models.Conference) -> frozenset[Access]:
    """Give which documents of a session somebody may read: everybody the public ones, badges more, the secretariat and auditors all."""
    found = {Access.PUBLIC}
    if actor is None:
        return frozenset(found)
    if permits(actor, VERB) or permits(actor, "conference.read"):
        return frozenset(Access)
    badge = badge_of(actor, conference.conference_id)
    if badge is not None:
        found.add(Access.PARTICIPANTS)
        if badge.kind in (models.Delegation.STATE, models.Delegation.ORGANISATION, models.Delegation.STAFF):
            found.add(Access.STATES)
    return frozenset(found)
