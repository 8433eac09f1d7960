# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The clocks of a thread: its acts, the State's own targets, both States' zones and holidays, and the ends computed before.

An end, once computed, is kept with the version of its rule, the calendar and the target it came from: a rule, a target or a list
of holidays that is changed later moves no clock that already runs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final

from longbien.actions.cooperation.current import current_values
from longbien.actions.cooperation.thread import Thread
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.cooperation.clocks.clocks import About, Clock, Due, KeptKey, Target, clocks_of
from longbien.core.cooperation.clocks.spans import Calendar, Span, zone_of
from longbien.core.cooperation.forms.values import FieldValue
from longbien.core.cooperation.life.events import REQUESTED, REQUESTING
from longbien.store.models.cooperation import ClockRecord
from longbien.store.queries.clocks import clock_records, targets_for
from longbien.store.queries.parties import trusted_entry

_POINT: Final = "24/7"
_UTC: Final = "UTC"
_OPEN: Final = ("", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """The time zones of both sides' 24/7 points, as their directory entries name them; UTC where none is named."""

    here: str
    there: str

    @staticmethod
    def of(own: PartyId, partner: str) -> "Zones":
        """Read both zones from the directory."""
        return Zones(here=_zone(own), there=_zone(PartyId(partner)))


def thread_clocks(node: Node, thread: Thread, now: datetime, zones: Zones | None = None) -> tuple[Clock, ...]:
    """Give the clocks of a request, those that are stopped too; `zones` for a caller who has read them already."""
    zones = zones or Zones.of(node.party, thread.request.partner)
    return clocks_of(thread.state, now=now, about=_about(node, thread, zones))


def keep_clocks(thread: Thread, clocks: tuple[Clock, ...], now: datetime) -> None:
    """Keep the ends that were computed for the first time, with what they came from."""
    known = {(*_key(row), row.due_at) for row in clock_records(thread.request.request_id)}
    new = [
        ClockRecord(
            request=thread.request,
            rule=one.rule,
            version=one.version,
            item=one.item,
            started_by=one.started_by,
            started_at=one.started_at,
            due_at=one.set_to,
            calendar=one.calendar,
            zone=one.zone,
            target=one.target,
            computed_at=now,
        )
        for one in clocks
        if one.set_to is not None
        and (one.rule, one.item, one.started_by, one.started_at, one.set_to) not in known
    ]
    if new:
        ClockRecord.objects.bulk_create(new)


def _about(node: Node, thread: Thread, zones: Zones) -> About:
    values = current_values(thread).values
    needed_by = values.get("needed_by")
    urgent = "urgency" in values
    request = thread.request
    return About(
        kind=request.kind,
        facts=_facts(values),
        urgent=urgent,
        needed_by=needed_by if isinstance(needed_by, datetime) else None,
        review_on=_end_of(values.get("secrecy_until")),
        oral_at=_end_of(values.get("oral_at")),
        arrest_days=_arrest_days(node, thread),
        targets={
            row.rule: Target(number=row.pk, span=Span(amount=row.amount, unit=row.unit))
            for row in targets_for(request.partner, urgent=urgent)
        },
        calendars=_calendars(node, thread, zones),
        kept=_kept(request.request_id),
    )


def _facts(values: Mapping[str, FieldValue]) -> frozenset[str]:
    secret = str(values.get("secrecy", "")) not in _OPEN
    oral = isinstance(values.get("oral_at"), datetime)
    return frozenset(name for name, holds in (("secret", secret), ("oral", oral)) if holds)


def _end_of(value: FieldValue | None) -> datetime | None:
    """Give the end of a day that was written into the request."""
    if isinstance(value, datetime):
        return value
    return datetime.combine(value, time(23, 59, 59), tzinfo=UTC) if isinstance(value, date) else None


def _arrest_days(node: Node, thread: Thread) -> int:
    """Give after how many days the requested State releases a person held provisionally, as its directory entry says; 0 if it does not."""
    entry = trusted_entry(PartyId(thread.request.partner) if thread.requesting else node.party)
    return entry.profile.asks(thread.request.kind, ()).arrest_days if entry else 0


def _calendars(node: Node, thread: Thread, zones: Zones) -> dict[str, Calendar]:
    own = node.calendars(node.party, zones.here)
    other = node.calendars(thread.request.partner, zones.there)
    return {REQUESTING: own, REQUESTED: other} if thread.requesting else {REQUESTING: other, REQUESTED: own}


def _kept(request_id: str) -> dict[KeptKey, Due]:
    return {
        _key(row): Due(
            at=row.due_at, version=row.version, calendar=row.calendar, zone=row.zone, target=row.target
        )
        for row in clock_records(request_id)
    }


def _key(row: ClockRecord) -> KeptKey:
    return (row.rule, row.item, row.started_by, row.started_at)


def _zone(party: PartyId) -> str:
    """Find the zone of a party's 24/7 point, or of any of its authorities."""
    entry = trusted_entry(party)
    authorities = sorted(entry.authorities if entry else (), key=lambda one: one.role != _POINT)
    return next((one.time_zone for one in authorities if one.time_zone and _is_known(one.time_zone)), _UTC)


def _is_known(zone: str) -> bool:
    try:
        zone_of(zone)
    except RefusedError:
        return False
    return True
