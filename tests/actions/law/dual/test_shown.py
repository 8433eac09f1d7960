# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two tables in words: what differs, penalties worded otherwise, what is unknown; never that nothing differs where something does."""

from dataclasses import replace

from longbien.actions.law.dual.shown import dual_shown
from longbien.core.law.concordance.codes import Coverage
from longbien.core.law.dual.table import dual
from tests.law_tables import decided, elements, sample


def summary(penalty: str, missing: tuple[str, ...] = ()) -> tuple[str, ...]:
    row = decided(
        "8.1", Coverage.FULL, elements=elements("8.1", missing=("object", *missing), penalty=penalty)
    )
    own = replace(sample(), rows=(row,))
    shown = dual_shown(dual(own, sample("AT"), article=8, states=("VN", "AT")), "en")
    return shown.duties[0].summary


def test_differences_are_said_in_sentences() -> None:
    assert summary("a fine") == ("Nothing that both tables say differs. What is unknown stays unknown.",)
    (said,) = summary("two years")
    assert said == "The penalties are worded differently: found: two years – found: a fine."
    (said,) = summary("a fine", ("mental",))
    assert said == "1 elements differ: intentional."


def test_unknown_is_said_to_be_unknown() -> None:
    shown = dual_shown(dual(sample(), None, article=8, states=("VN", "AT")), "en")
    (said,) = shown.duties[0].summary
    assert said.endswith("elements are unknown: unknown is not absent. Ask the other State.")
