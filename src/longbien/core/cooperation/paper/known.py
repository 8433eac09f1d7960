# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whom a paper may come from or go to: a party that was introduced here, or any State or organisation that can take part."""

from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.treaty.status.participants import participants


def known_party(party: PartyId, *, own: PartyId, introduced: bool) -> None:
    """RefusedError `outside.party` for a code that nobody has, and for our own."""
    if party == own or not (introduced or party in participants()):
        raise RefusedError("outside.party", party=party[:20])
