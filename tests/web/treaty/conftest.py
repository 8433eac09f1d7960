# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A visitor of the public pages, on a day of the test's choice."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from longbien.actions.node import provide_node
from longbien.site.wiring import Provider
from tests.authority import authority
from tests.nodes import Clock, make_node


@dataclass(slots=True)
class Reader:
    """Somebody who reads the public pages; the node's clock stands at noon of a day."""

    clock: Clock
    client: Client

    def on(self, day: str) -> "Reader":
        """Move the node's clock to a day."""
        self.clock.now = datetime.combine(date.fromisoformat(day), time(12), tzinfo=UTC)
        return self

    def get(self, path: str, **given: Any) -> Any:
        """Open an address."""
        return self.client.get(path, **given)

    def page(self, path: str, language: str = "en") -> str:
        """Open a page that must be there, in a language."""
        response = self.client.get(path, headers={"accept-language": language})
        assert response.status_code == 200
        return str(response.content.decode())


@pytest.fixture
def reader(db: None) -> Iterator[Reader]:
    """Give a reader on 22 November 2026."""
    cache.clear()
    clock = Clock()
    node = make_node(authority("ZZ"), clock=clock)
    provide_node(lambda: node)
    yield Reader(clock=clock, client=Client()).on("2026-11-22")
    provide_node(Provider())


@pytest.fixture
def sign_in_duty(reader: Reader, sign_in: Callable[..., Client]) -> Client:
    """Give a signed-in officer's browser."""
    return sign_in()
