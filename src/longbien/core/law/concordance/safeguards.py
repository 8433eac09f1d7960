# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The safeguards matrix of Article 24: each power (Articles 25 to 30) against what must condition it.

It is a view of the rows: safeguards are assessed on the first duty of a power's article, by the same two persons and the same reviewer.
"""

from dataclasses import dataclass

from longbien.core.law.concordance.codes import POWERS, Found, Safeguard, Seat
from longbien.core.law.concordance.grid import leading
from longbien.core.law.concordance.table import Concordance, Row, SafeguardFinding
from longbien.core.treaty.provisions.citation import ProvisionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One safeguard of one power: what was decided, and what each assessor found."""

    safeguard: Safeguard
    decided: SafeguardFinding | None
    found: tuple[tuple[Seat, SafeguardFinding], ...]

    @property
    def disputed(self) -> bool:
        """Tell whether two persons found different things."""
        said = {one.found for _seat, one in self.found if one.found is not Found.OPEN}
        return len(said) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Power:
    """One line of the matrix."""

    article: int
    row: ProvisionId
    cells: tuple[Cell, ...]


def matrix(value: Concordance) -> tuple[Power, ...]:
    """Give the matrix of the powers whose rows the concordance has."""
    found = []
    for article in POWERS:
        row = value.row(leading(article))
        if row is not None:
            cells = tuple(_cell(row, safeguard) for safeguard in Safeguard)
            found.append(Power(article=article, row=row.id, cells=cells))
    return tuple(found)


def _cell(row: Row, safeguard: Safeguard) -> Cell:
    found = tuple(
        (one.seat, item)
        for one in row.assessed
        for item in one.safeguards
        if item.safeguard is safeguard and item.found is not Found.OPEN
    )
    decided = None
    if row.review is not None:
        decided = next((item for item in row.review.safeguards if item.safeguard is safeguard), None)
    return Cell(safeguard=safeguard, decided=decided, found=found)
