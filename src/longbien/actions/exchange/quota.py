# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much is taken from a party in an hour, so that one partner (or somebody who claims to be one) cannot fill this node.

Acts whose signatures hold count against the party. Frames that only claim a party count apart, by the claimed party and the
address they came from: nobody burns a partner's quota with forged frames, and a forger stops only himself.
"""

import ipaddress
from collections import Counter
from datetime import datetime, timedelta
from typing import Final

from django.db.models import F

from longbien.core.base.ids import PartyId
from longbien.store import models

UNPROVEN_PER_HOUR: Final = 1000
"""How many frames that were not proven to be a party's are looked at in an hour, for each claimed party and address."""
KEPT: Final = timedelta(days=2)
"""How long counters are kept."""


class Quota:
    """The quota as one delivery sees it: read at its beginning, written at its end."""

    __slots__ = ("_hour", "_place", "_proven", "_read", "_unproven")

    def __init__(self, now: datetime, remote: str) -> None:
        """Begin to count what came from the address `remote`."""
        self._hour = now.replace(minute=0, second=0, microsecond=0)
        self._place = place_of(remote)
        self._read: dict[PartyId, tuple[int, int, int]] = {}
        self._proven: Counter[PartyId] = Counter()
        self._unproven: Counter[PartyId] = Counter()

    def allows(self, party: PartyId, length: int) -> bool:
        """Tell whether one more frame that claims `party` may be looked at now."""
        limit, proven, unproven = self._counts(party)
        is_proven_left = proven + self._proven[party] < limit
        return is_proven_left and unproven + self._unproven[party] < UNPROVEN_PER_HOUR

    def count_proven(self, party: PartyId) -> None:
        """Count an act whose signatures hold."""
        self._proven[party] += 1

    def count_unproven(self, party: PartyId) -> None:
        """Count a frame that was looked at and was not proven to be the party's."""
        self._unproven[party] += 1

    def is_used(self) -> bool:
        """Tell whether there is anything to write."""
        return bool(self._proven or self._unproven)

    def write(self) -> None:
        """Add the counts to the rows, inside the caller's transaction."""
        for place, counts in (("", self._proven), (self._place, self._unproven)):
            for party, count in counts.items():
                row = {"party": party, "remote": place, "hour": self._hour}
                if not models.QuotaUse.objects.filter(**row).update(acts=F("acts") + count):
                    models.QuotaUse.objects.create(**row, acts=count)
                    models.QuotaUse.objects.filter(hour__lt=self._hour - KEPT).delete()

    def _counts(self, party: PartyId) -> tuple[int, int, int]:
        """Give the party's limit and what the two counters of this hour say."""
        if party not in self._read:
            limit = models.Party.objects.values_list("acts_per_hour", flat=True).get(pk=party)
            rows = models.QuotaUse.objects.filter(party=party, hour=self._hour, remote__in=["", self._place])
            used = dict(rows.values_list("remote", "acts"))
            self._read[party] = (limit, used.get("", 0), used.get(self._place, 0))
        return self._read[party]


def place_of(remote: str) -> str:
    """Give the name under which an address is counted: IPv4 whole, IPv6 by its /64, anything else as one place."""
    try:
        address = ipaddress.ip_address(remote.partition("%")[0])
    except ValueError:
        return "unknown"
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)
