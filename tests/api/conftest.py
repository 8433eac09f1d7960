# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A program that asks the API."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from longbien.actions.node import provide_node
from longbien.site.wiring import Provider
from tests.authority import authority
from tests.nodes import Clock, make_node


@pytest.fixture
def ask(db: None) -> Iterator[Callable[..., Any]]:
    """Give a function that asks an address below /api/v1/treaty/, on 22 November 2026, and gives status and JSON."""
    node = make_node(authority("ZZ"), clock=Clock(datetime(2026, 11, 22, 9, tzinfo=UTC)))
    provide_node(lambda: node)
    client = Client()

    def get(path: str, **given: Any) -> tuple[int, Any]:
        response = client.get(f"/api/v1/treaty/{path}", **given)
        return response.status_code, json.loads(response.content)

    yield get
    provide_node(Provider())
