# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Acceptance scenarios between two real nodes, one file each, named after what a person wants.

Scenario 7 (no line for three days) is `tests/two_nodes/test_line_down.py`.
"""

from pathlib import Path

import pytest

from tests.scenarios.crossing import Crossing
from tools.crossing import Desk
from tools.nodes import Nodes


@pytest.fixture
def case(nodes: Nodes, tmp_path: Path) -> Crossing:
    """Give what the officers of VN, who ask, and of AT, who are asked, do."""
    return Crossing(asking=Desk(nodes["VN"]), asked=Desk(nodes["AT"]), folder=tmp_path)
