# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A real node for a session in the browser: pages, live door and worker as processes, two officers, an exercise with one planned meeting."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from longbien.core.base.canonical import Json
from longbien.core.conference.hall.roster import participant_json
from tests.hall import everybody
from tools.nodes import DUTY, Node, Nodes, Said

SESSION = "cosp-1"
MEETING = "cosp-1-m1"
SOON = timedelta(days=60)
"""So long before the session the note verbale comes, and applications can still be circulated and objected to in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionNode:
    """The node, and what its operator may ask it at the terminal."""

    node: Node
    folder: Path

    def replay(self, file: Path) -> Said:
        """Check and replay a record as anybody may, without the node's database."""
        return self.node.run("conference", "replay", str(file), "--fingerprint", self.node.fingerprint)


@contextmanager
def session_node(folder: Path) -> Iterator[SessionNode]:
    """Give a running node with a session that nobody has come to yet. The operator plans it at the terminal; all else is done on pages."""
    with Nodes(folder, parties=("VN",), live=True) as nodes:
        nodes.make()
        node = nodes["VN"]
        day = (datetime.now(UTC) + SOON).date().isoformat()
        roster = node.beside("roster.yaml")
        rows: list[Json] = [participant_json(one) for one in everybody()]
        roster.write_text(json.dumps(rows), encoding="utf-8")
        words = ("--title", "First session", "--from", day, "--to", day, "--exercise", str(roster))
        node.run("conference", "session", "new", SESSION, *words, by=DUTY)
        node.run("conference", "meeting", "new", SESSION, "--day", day, by=DUTY)
        nodes.launch()
        nodes.wait_ready()
        yield SessionNode(node=node, folder=folder)
