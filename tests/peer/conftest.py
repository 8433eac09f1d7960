# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The peer door of a node under test."""

import pytest
from django.test import Client
from pytest_django import Settings

from longbien.actions import node as nodes
from longbien.actions.node import provide_node
from tests.authority import authority
from tests.doors import PeerDoor
from tests.nodes import Clock, make_node
from tests.partner import Peer


@pytest.fixture
def door(db: None, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> PeerDoor:
    """Give the door of a node that has met one peer."""
    settings.ROOT_URLCONF = "longbien.site.peer_urls"
    settings.MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = None
    own, other, clock = authority("VN"), authority("AT"), Clock()
    node = make_node(own, [other], clock=clock)
    monkeypatch.setattr(nodes, "_PROVIDERS", [])
    provide_node(lambda: node)
    client = Client(raise_request_exception=False)
    return PeerDoor(node=node, clock=clock, peer=Peer(other, own, clock), client=client)
