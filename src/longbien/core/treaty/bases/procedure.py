# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whose rules of procedure a request follows: Article 40(8)-(31), or those of another treaty on assistance (Art. 40(7)).

Paragraphs 8 to 31 apply where no treaty on mutual legal assistance binds both States. Where one does, its rules apply, unless the two
agree to use these instead: for the pair or for one request (`agreements.py`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from longbien.core.treaty.bases.convention import CONVENTION

ASSISTANCE_TREATIES: Final = ("bilateral", "regional", "budapest")
"""Treaties whose rules come before Article 40(8)-(31), the more special first (house reading of Art. 40(7))."""
LIMITED_TREATIES: Final = ("untoc", "uncac")
"""Treaties on assistance for their own offences only: they do not displace paragraphs 8 to 31 elsewhere (house reading)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """Whose rules apply to a request under `basis`. `because`: `own` (the basis is another one), `no-other`, `other-binds`, `agreed`.

    `agreement` is the digest of the acceptance by which both States chose paragraphs 8 to 31; `limited` are treaties that may
    bind for their own offences.
    """

    basis: str
    rules: str
    because: str
    agreement: str = ""
    limited: tuple[str, ...] = ()

    @property
    def other(self) -> str:
        """Give the basis whose rules displace those of Article 40, or "" where none does."""
        return self.rules if self.basis == CONVENTION and self.rules != CONVENTION else ""


def procedure(basis: str, binding: Collection[str], *, agreement: str = "") -> Procedure:
    """Tell whose rules apply; `binding` are the treaties in force between the two on the day."""
    if basis != CONVENTION:
        return Procedure(basis=basis, rules=basis, because="own")
    limited = tuple(code for code in LIMITED_TREATIES if code in binding)
    other = next((code for code in ASSISTANCE_TREATIES if code in binding), "")
    if not other:
        return Procedure(basis=basis, rules=CONVENTION, because="no-other", limited=limited)
    if agreement:
        return Procedure(
            basis=basis, rules=CONVENTION, because="agreed", agreement=agreement, limited=limited
        )
    return Procedure(basis=basis, rules=other, because="other-binds", limited=limited)
