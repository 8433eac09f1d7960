# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Introduction: a party's keys are trusted once two different officers have each compared the fingerprint, out of band.

Each types what was read to him over a line that is not ours (telephone number from the treaty register, a meeting, a note
verbale); the software compares, so that nobody confirms what he did not hear.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.ids import Digest, PartyId
from longbien.core.parties.chain import CONFIRMATIONS, SignedEntry
from longbien.core.parties.entry import parse_fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """One officer's comparison: who (role id), of which fingerprint, when, and by which line it was read to him."""

    role_id: str
    party: PartyId
    fingerprint: Digest
    at: datetime
    means: str


def confirm(signed: SignedEntry, *, typed: str, role_id: str, at: datetime, means: str) -> Confirmation:
    """Compare the typed fingerprint with the entry's.

    RefusedError `parties.fingerprint_differs` (also for what is no fingerprint), `parties.means_missing`.
    """
    try:
        found = parse_fingerprint(typed)
    except MalformedError as error:
        raise RefusedError("parties.fingerprint_differs", party=signed.entry.party) from error
    if found != signed.fingerprint:
        raise RefusedError("parties.fingerprint_differs", party=signed.entry.party)
    if not means.strip():
        raise RefusedError("parties.means_missing")
    return Confirmation(
        role_id=role_id, party=signed.entry.party, fingerprint=found, at=at, means=means.strip()
    )


def officers_missing(signed: SignedEntry, confirmations: Iterable[Confirmation]) -> int:
    """Tell how many more different officers must confirm; 0 if the entry follows from a trusted one."""
    if not signed.needs_people:
        return 0
    officers = {
        one.role_id
        for one in confirmations
        if (one.party, one.fingerprint) == (signed.entry.party, signed.fingerprint)
    }
    return max(0, CONFIRMATIONS - len(officers))
