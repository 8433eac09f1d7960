# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Trusted keys: a public key with the time in which its party's directory entries vouch for it.

The directory (`core/parties`) makes these values; every use of a key is checked against them at the act's time.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import KeyId, PartyId
from longbien.core.sealing.keys import PublicKey


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustedKey:
    """A key of `party`: good from `valid_from` until before `valid_until` (None: open), unless revoked."""

    party: PartyId
    public: PublicKey
    valid_from: datetime
    valid_until: datetime | None = None
    revoked_since: datetime | None = None


class TrustedKeys(Protocol):
    """The keys of trusted directory entries."""

    def key(self, party: PartyId, key_id: KeyId) -> TrustedKey | None:
        """Find a key of this party, or None."""


def check_valid(trusted: TrustedKey, at: datetime) -> None:
    """Check that a key may be relied on for an act that arrives now and claims the time `at`.

    A revoked key is refused whatever time is claimed, for a thief claims any time. RefusedError `parties.key_revoked`,
    `parties.key_not_yet_valid`, `parties.key_expired`.
    """
    if trusted.revoked_since is not None:
        raise RefusedError("parties.key_revoked", key=trusted.public.key_id)
    if at < trusted.valid_from:
        raise RefusedError("parties.key_not_yet_valid", key=trusted.public.key_id)
    if trusted.valid_until is not None and at >= trusted.valid_until:
        raise RefusedError("parties.key_expired", key=trusted.public.key_id)
