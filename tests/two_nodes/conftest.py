# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A case between the two real nodes."""

from pathlib import Path

import pytest

from tools.crossing import Case, Desk
from tools.nodes import Nodes


@pytest.fixture
def case(nodes: Nodes, tmp_path: Path) -> Case:
    """Give what the officers of VN, who ask, and of AT, who are asked, do."""
    return Case(asking=Desk(nodes["VN"]), asked=Desk(nodes["AT"]), folder=tmp_path)
