# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the directory: the newest trusted entry of a party, read once and kept by its fingerprint."""

from functools import lru_cache
from typing import Final

from longbien.core.base.ids import KeyId, PartyId
from longbien.core.log.checkpoint import LogKeys
from longbien.core.parties.chain import read_entry
from longbien.core.parties.entry import Entry
from longbien.core.sealing.trust import TrustedKey
from longbien.store import models

_KEPT_ENTRIES: Final = 512


class Directory:
    """The trusted entries as one transaction sees them (`longbien.core.sealing.trust.TrustedKeys`)."""

    __slots__ = ("_entries",)

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._entries: dict[PartyId, Entry | None] = {}

    def entry(self, party: PartyId) -> Entry | None:
        """Give the party's newest trusted entry, or None."""
        if party not in self._entries:
            self._entries[party] = trusted_entry(party)
        return self._entries[party]

    def key(self, party: PartyId, key_id: KeyId) -> TrustedKey | None:
        """Find a key of the party."""
        entry = self.entry(party)
        return None if entry is None else entry.key(key_id)


def trusted_entry(party: PartyId) -> Entry | None:
    """Give the newest trusted entry of a party, or None."""
    rows = models.Entry.objects.filter(party_id=party, state=models.Entry.TRUSTED)
    digest = rows.order_by("-number").values_list("digest", flat=True).first()
    return None if digest is None else entry_by_digest(digest)


@lru_cache(maxsize=_KEPT_ENTRIES)
def entry_by_digest(digest: str) -> Entry:
    """Give a stored entry by its fingerprint, which fixes it for ever."""
    return read_entry(bytes(models.Entry.objects.values_list("envelope", flat=True).get(digest=digest))).entry


def partners() -> list[PartyId]:
    """Give every other party that has a trusted entry, in alphabetical order."""
    rows = models.Entry.objects.filter(state=models.Entry.TRUSTED, party__own=False)
    found = rows.order_by("party_id").values_list("party_id", flat=True).distinct()
    return [PartyId(party) for party in found]


def log_of_origin(origin: str) -> tuple[PartyId, LogKeys] | None:
    """Find the partner whose log has this origin, with the log's keys; None if no trusted entry names it."""
    for party in partners():
        entry = trusted_entry(party)
        if entry is not None and entry.log_origin == origin:
            return party, entry.log_keys()
    return None


def entry_envelopes(party: PartyId) -> list[bytes]:
    """Give the envelopes of a party's trusted entries, in the order of their numbers."""
    rows = models.Entry.objects.filter(party_id=party, state=models.Entry.TRUSTED).order_by("number")
    return [bytes(envelope) for envelope in rows.values_list("envelope", flat=True)]


def trusted_leaves(party: PartyId) -> list[int]:
    """Give the leaves that say when a party's entries were trusted."""
    rows = models.Entry.objects.filter(party_id=party, state=models.Entry.TRUSTED, leaf_index__isnull=False)
    return [
        index for index in rows.order_by("number").values_list("leaf_index", flat=True) if index is not None
    ]
