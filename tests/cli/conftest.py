# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The terminal of a node of VN that has met AT, with officers of every role."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from longbien.actions import node as door
from longbien.actions.desks import DESKS
from tests.authority import authority
from tests.cli.terminal import Terminal
from tests.nodes import Clock, make_node
from tests.requests import TODAY


@pytest.fixture
def terminal(
    db: None, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Terminal]:
    """Give the terminal; the officers are named after their roles."""
    clock = Clock(TODAY)
    node = make_node(authority("VN"), [authority("AT")], desks=DESKS, clock=clock)
    before = list(door._PROVIDERS)
    door.provide_node(lambda: node)
    found = Terminal(node=node, clock=clock, folder=tmp_path, capsys=capsys, monkeypatch=monkeypatch)
    for role in ("duty-officer", "approver", "custodian", "auditor", "operator"):
        found.enrol(role, role)
    yield found
    door._PROVIDERS[:] = before
