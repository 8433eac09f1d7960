# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two versions of a law compared, a bill with the law it changes, or two texts that nobody keeps."""

from dataclasses import dataclass

from longbien.actions.law.library.laws import Text, text_of
from longbien.actions.node import Node
from longbien.core.law.comparing.amending import Amended, compare_bill
from longbien.core.law.comparing.comparison import Comparison, compare
from longbien.core.law.versions.dating import BILL
from longbien.store import models


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two texts with what differs: `comparison` of two texts of one law, or `amended` for a bill that has provisions of its own."""

    first: Text
    second: Text
    comparison: Comparison | None
    amended: Amended | None


def compare_versions(
    first: str, second: str, *, node: Node, actor: models.Officer, as_bill: bool | None = None
) -> Compared:
    """Compare two versions by their names (`VN/CODE/LABEL`). `as_bill`: the second is a bill with provisions of its own (if None: it is kept as a bill under another code).

    Errors as `text_of`.
    """
    before, after = (text_of(ref, node=node, actor=actor) for ref in (first, second))
    bill = after.law.kind == BILL and after.law.ref != before.law.ref if as_bill is None else as_bill
    if bill:
        found = compare_bill(before.provisions, after.provisions)
        return Compared(first=before, second=after, comparison=None, amended=found)
    return Compared(
        first=before, second=after, comparison=compare(before.provisions, after.provisions), amended=None
    )
