# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The log as a page shows it: how long, under which root, who witnessed it, and what this node witnesses of others. Reading only."""

from dataclasses import dataclass
from datetime import datetime

from longbien.actions.access import Actor, require
from longbien.actions.log.prove import checkpoint
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.evidence.bundle import witness_policy
from longbien.store.models.log import Cosignature, WitnessedLog
from longbien.store.models.parties import Party
from longbien.store.queries import log as rows
from longbien.store.queries.parties import entry_envelopes, partners
from longbien.store.queries.witness import KeptMisbehaviour, misbehaviours


@dataclass(frozen=True, slots=True, kw_only=True)
class Witnessed:
    """Up to which size a witness has cosigned a log, and when."""

    party: str
    origin: str
    size: int
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogState:
    """One log of this node. `note` is its newest checkpoint with the cosignatures that are held, as text."""

    origin: str
    size: int
    root: str
    is_open: bool
    opened_at: datetime
    closed_at: datetime | None
    held_since: datetime | None
    note: str
    witnesses: tuple[Witnessed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A partner's checkpoint that was refused and kept: a proven fork, or one that was not proven consistent."""

    party: str
    origin: str
    suspicion: str
    size: int
    digest: str
    found_at: datetime
    settled_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogOverview:
    """The logs of this node, the newest first, the partners' logs that it witnesses, and doubts about those."""

    logs: tuple[LogState, ...]
    witnessed: tuple[Witnessed, ...]
    doubts: tuple[Doubt, ...]


def log_overview(*, actor: Actor) -> LogOverview:
    """Give the overview; RefusedError `people.not_permitted`."""
    require(actor, "log.read")
    watched = WitnessedLog.objects.order_by("party", "-cosigned_at")
    return LogOverview(
        logs=tuple(_log(head) for head in reversed(rows.heads())),
        witnessed=tuple(
            Witnessed(party=row.party, origin=row.origin, size=row.size, at=row.cosigned_at)
            for row in watched
        ),
        doubts=doubts(actor=actor),
    )


def doubts(*, actor: Actor, party: str = "", open_only: bool = False) -> tuple[Doubt, ...]:
    """Give what is kept against a party's log, or against all, the newest first; RefusedError `people.not_permitted`."""
    require(actor, "log.read")
    return tuple(_doubt(one) for one in misbehaviours(party, open_only=open_only))


def trust_policy(*, actor: Actor) -> bytes:
    """Make the trust policy (c2sp.org/tlog-policy) for our log: its keys and those of the partners; any one partner is enough.

    RefusedError `people.not_permitted`, `parties.not_initialised`.
    """
    require(actor, "log.read")
    known = [envelopes[-1] for party in partners() if (envelopes := entry_envelopes(party))]
    return witness_policy(logs=[_own_envelope()], witnesses=known)


def _own_envelope() -> bytes:
    """Give our newest entry's envelope; RefusedError `parties.not_initialised`."""
    own = Party.objects.filter(own=True).first()
    envelopes = entry_envelopes(PartyId(own.party_id)) if own is not None else []
    if not envelopes:
        raise RefusedError("parties.not_initialised")
    return envelopes[-1]


def _log(head: rows.Head) -> LogState:
    return LogState(
        origin=head.origin,
        size=head.frontier.size,
        root=head.frontier.root().hex(),
        is_open=head.is_open,
        opened_at=head.opened_at,
        closed_at=head.closed_at,
        held_since=head.held_since,
        note=checkpoint().data.decode() if head.is_open else "",
        witnesses=_witnesses(head),
    )


def _witnesses(head: rows.Head) -> tuple[Witnessed, ...]:
    found: dict[str, Witnessed] = {}
    cosigned = Cosignature.objects.filter(checkpoint__log_id=head.log_id).order_by("checkpoint__size")
    for party, size, at in cosigned.values_list("party", "checkpoint__size", "cosigned_at"):
        found[party] = Witnessed(party=party, origin=head.origin, size=size, at=at)
    return tuple(found[party] for party in sorted(found))


def _doubt(row: KeptMisbehaviour) -> Doubt:
    return Doubt(
        party=row.party,
        origin=row.origin,
        suspicion=row.suspicion,
        size=row.size,
        digest=row.digest,
        found_at=row.found_at,
        settled_at=row.settled_at,
    )
