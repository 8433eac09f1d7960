# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Acceptance scenarios between two real nodes, one file each, named after what a person wants."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.crossing import Crossing
from tools.crossing import Desk
from tools.nodes import Nodes


@pytest.fixture
def later_case(tmp_path: Path) -> Iterator[Crossing]:
    """Give a case between two nodes of its own, whose clocks may be moved ahead: no other case could go on there."""
    with Nodes(tmp_path / "nodes") as found:
        found.make()
        found.introduce()
        found.launch()
        found.wait_ready()
        yield Crossing(asking=Desk(found["VN"]), asked=Desk(found["AT"]), folder=tmp_path)


@pytest.fixture
def case(nodes: Nodes, tmp_path: Path) -> Crossing:
    """Give what the officers of VN, who ask, and of AT, who are asked, do."""
    return Crossing(asking=Desk(nodes["VN"]), asked=Desk(nodes["AT"]), folder=tmp_path)
