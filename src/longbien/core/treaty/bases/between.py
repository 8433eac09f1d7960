# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every legal basis between two States on a day, one line each: in force, suspended, not in force, not known, or needing no treaty."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from longbien.core.base.ids import PartyId
from longbien.core.base.vocabulary import vocabulary
from longbien.core.treaty.bases.basis import IN_FORCE, UNILATERAL, Row, Table, row_on

UNKNOWN: Final = "unknown"
NO_TREATY: Final = "no-treaty"
_NONE: Final = "none-yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One legal basis between two States on a day: `status` is a status of rows, `unknown` or `no-treaty`."""

    basis: str
    status: str
    row: Row | None

    @property
    def holds(self) -> bool:
        """Tell whether a request may name it."""
        return self.status in (IN_FORCE, NO_TREATY)


def standings(table: Table, one: PartyId, other: PartyId, *, day: date) -> tuple[Standing, ...]:
    """List every legal basis between two States on a day, in the order of LEGAL-BASIS."""
    found = []
    for code in vocabulary("LEGAL-BASIS").codes:
        if code == _NONE:
            continue
        row = None if code in UNILATERAL else row_on(table, code, one, other, day=day)
        status = NO_TREATY if code in UNILATERAL else (row.status if row else UNKNOWN)
        found.append(Standing(basis=code, status=status, row=row))
    return tuple(found)


def in_force(table: Table, one: PartyId, other: PartyId, *, day: date) -> frozenset[str]:
    """Give the codes of the treaties in force between two States on a day."""
    return frozenset(
        standing.basis for standing in standings(table, one, other, day=day) if standing.status == IN_FORCE
    )
