# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""When to try again: the protocol's table."""

from longbien.core.exchange.retries import CURABLE, wait_after
from longbien.texts import SENTENCES


def test_waiting_grows_as_the_protocol_says() -> None:
    found = [wait_after(failures).total_seconds() for failures in range(1, 9)]
    assert found == [5, 15, 60, 300, 900, 3600, 3600, 3600]


def test_each_curable_code_has_a_sentence() -> None:
    assert [code for code in sorted(CURABLE) if code not in SENTENCES] == []
