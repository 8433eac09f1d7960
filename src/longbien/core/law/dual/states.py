# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""State against State: two concordances side by side, duty by duty and element by element. Nothing is weighed and no State is ranked."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from longbien.core.law.concordance.table import Concordance
from longbien.core.law.dual.table import DutyPair, pair_of
from longbien.core.treaty.provisions.citation import ProvisionId, article_of, order


@dataclass(frozen=True, slots=True, kw_only=True)
class StateTable:
    """Two States' tables on the same duties, in the order of the Convention."""

    own: str
    other: str
    own_as_of: date
    other_as_of: date
    duties: tuple[DutyPair, ...]

    def article(self, number: int) -> tuple[DutyPair, ...]:
        """Give the duties of an article."""
        return tuple(one for one in self.duties if article_of(one.duty) == number)

    @property
    def articles(self) -> tuple[int, ...]:
        """Give the articles that either table has."""
        return tuple(dict.fromkeys(article_of(one.duty) for one in self.duties))


def beside(own: Concordance, other: Concordance, *, articles: Collection[int] = ()) -> StateTable:
    """Set two concordances side by side; `articles` narrows it. What only one of them has is there too, and said to be unknown of the other."""
    both: set[ProvisionId] = {row.id for table in (own, other) for row in table.rows}
    wanted = sorted((one for one in both if not articles or article_of(one) in articles), key=order)
    states = (own.state, other.state)
    return StateTable(
        own=own.state,
        other=other.state,
        own_as_of=own.as_of,
        other_as_of=other.as_of,
        duties=tuple(pair_of(own, other, duty, states, ()) for duty in wanted),
    )
