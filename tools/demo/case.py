# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The case as it goes on: the nodes, the story, and the ids that the steps hand on."""

from dataclasses import dataclass
from pathlib import Path

from tools.demo.telling import Telling
from tools.nodes import Node, Nodes


@dataclass(slots=True, kw_only=True)
class Case:
    """What the steps share. `folder` is where the exercise writes, `bundle` the court bundle in it."""

    nodes: Nodes
    telling: Telling
    folder: Path
    bundle: Path
    preservation: str = ""
    stored_data: str = ""
    evidence: str = ""

    @property
    def vn(self) -> Node:
        """The requesting State's node."""
        return self.nodes["VN"]

    @property
    def at(self) -> Node:
        """The requested State's node."""
        return self.nodes["AT"]
