# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two real nodes, made once for all of these tests: processes, ports, databases and keys of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.crossing import Case, Desk
from tools.nodes import Nodes


@pytest.fixture(scope="session")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nodes]:
    """Give VN and AT, running, introduced to each other."""
    with Nodes(tmp_path_factory.mktemp("two-nodes")) as found:
        found.make()
        found.introduce()
        found.launch()
        found.wait_ready()
        yield found


@pytest.fixture
def case(nodes: Nodes, tmp_path: Path) -> Case:
    """Give what the officers of VN, who ask, and of AT, who are asked, do."""
    return Case(asking=Desk(nodes["VN"]), asked=Desk(nodes["AT"]), folder=tmp_path)
