# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Concordances as lines of sheets."""

from hypothesis import given, settings

from longbien.core.law.concordance.flat import header, lines, values
from longbien.core.law.concordance.table import Concordance
from tests.core.law.concordance.strategies import concordances


@given(concordances())
@settings(max_examples=25, deadline=None)
def test_a_concordance_comes_back_from_its_lines_without_loss(value: Concordance) -> None:
    assert values(header(value), lines(value)) == value
