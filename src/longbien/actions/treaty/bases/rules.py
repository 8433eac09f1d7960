# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The legal basis of one request: whether it held when the request was made, whether it holds now, whose rules of procedure apply.

A request made while its basis held is finished under it: denunciation (Art. 67) and suspension stop new requests from their day on, and
leave pending ones and the conditions on evidence as they are (house reading, after Art. 70 of the Vienna Convention on the Law of Treaties).
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from longbien.actions.treaty.bases.agree import agreement_for
from longbien.actions.treaty.bases.current import basis_table
from longbien.core.base.ids import PartyId
from longbien.core.treaty.bases.basis import UNILATERAL, row_on
from longbien.core.treaty.bases.between import NO_TREATY, UNKNOWN, in_force
from longbien.core.treaty.bases.procedure import Procedure, procedure

_HOLD: Final = ("in-force", NO_TREATY)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestBasis:
    """The basis of a request: its status on the day on which it was made and on the day of asking, and the end that is known, if any."""

    basis: str
    pair: tuple[PartyId, PartyId]
    made_on: date
    then: str
    now: str
    ends: date | None
    procedure: Procedure

    @property
    def held(self) -> bool:
        """Tell whether the basis held when the request was made."""
        return self.then in _HOLD

    @property
    def holds(self) -> bool:
        """Tell whether a new request could rest on it."""
        return self.now in _HOLD

    @property
    def winding_up(self) -> bool:
        """Tell whether the request is finished under a basis that has ended or is suspended since it was made."""
        return self.held and not self.holds


def basis_of_request(
    *,
    basis: str,
    pair: tuple[PartyId, PartyId],
    own: PartyId,
    request_id: str = "",
    made_on: date,
    day: date,
    exercise: bool,
) -> RequestBasis:
    """Give the basis of a request between `own` and a partner, made on a day, as it stands on another."""
    table = basis_table(pair, day=day, exercise=exercise)
    before = table if made_on == day else basis_table(pair, day=made_on, exercise=exercise)
    partner = next((party for party in pair if party != own), own)
    row = row_on(table, basis, *pair, day=day)
    agreement = agreement_for(partner, request_id=request_id, day=day)
    if basis in UNILATERAL:
        then = now = NO_TREATY
    else:
        earlier = row_on(before, basis, *pair, day=made_on)
        then, now = (one.status if one else UNKNOWN for one in (earlier, row))
    return RequestBasis(
        basis=basis,
        pair=pair,
        made_on=made_on,
        then=then,
        now=now,
        ends=row.until if row else None,
        procedure=procedure(basis, in_force(table, *pair, day=day), agreement=agreement),
    )
