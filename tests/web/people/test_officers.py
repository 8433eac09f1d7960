# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who works here: for operators and auditors alone."""

from collections.abc import Callable
from typing import Any

from tests.pair import Pair


def test_an_auditor_sees_every_officer_and_role(pair: Pair, desk: Callable[..., Any]) -> None:
    page = desk(pair.vn, "auditor").page("/people/")
    for role_id in ("vn-duty-1", "vn-approver-1", "vn-custodian-1", "vn-auditor-1"):
        assert role_id in page
    assert "duty officer" in page


def test_others_do_not(pair: Pair, desk: Callable[..., Any]) -> None:
    duty = desk(pair.vn, "duty")
    assert duty.get("/people/").status_code == 403
    assert "/people/" not in duty.page("/log/")
