# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The peer door as a partner sees it."""

from dataclasses import dataclass

from django.test import Client

from longbien.actions.node import Node
from tests.nodes import Clock
from tests.partner import Peer


@dataclass
class PeerDoor:
    """The door as a partner sees it."""

    node: Node
    clock: Clock
    peer: Peer
    client: Client

    def post(self, path: str, body: bytes) -> tuple[int, bytes]:
        """POST bytes; give status and body."""
        found = self.client.post(path, body, content_type="application/octet-stream")
        return found.status_code, found.content

    def put(self, path: str, body: bytes) -> tuple[int, bytes]:
        """PUT bytes; give status and body."""
        found = self.client.put(path, body, content_type="application/octet-stream")
        return found.status_code, found.content

    def get(self, path: str) -> tuple[int, bytes]:
        """GET; give status and body."""
        found = self.client.get(path)
        return found.status_code, found.content
