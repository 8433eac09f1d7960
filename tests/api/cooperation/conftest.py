# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Programs that ask the desks of two nodes, each by a token of an officer."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.cache import cache
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from longbien.actions.node import provide_node
from longbien.actions.people.tokens import SCOPES, give_token
from longbien.site.wiring import Provider
from tests.pair import Pair, Side, empty_database, make_pair

BASE = "/api/v1/cooperation"


@pytest.fixture(scope="session")
def pair_template(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> BaseDatabaseWrapper:
    """Give a database with tables and no rows, to be copied."""
    with django_db_blocker.unblock():
        return empty_database()


@pytest.fixture
def pair(db: None, pair_template: BaseDatabaseWrapper) -> Iterator[Pair]:
    """Give two nodes that know each other and have said nothing."""
    cache.clear()
    yield make_pair(pair_template)
    cache.clear()
    provide_node(Provider())


@dataclass(slots=True, kw_only=True)
class Program:
    """A program with a token; `secret` may be changed."""

    side: Side
    secret: str
    client: Client

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> tuple[int, Any]:
        """Ask an address of the desks; give status and JSON (None where there is no body)."""
        given = {"authorization": f"Bearer {self.secret}", **headers} if self.secret else headers
        with self.side:
            provide_node(lambda: self.side.node)
            answer = self.client.generic(
                method,
                BASE + path,
                b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode(),
                content_type="application/json",
                headers=given,
            )
            content = answer.getvalue()
        if answer["Content-Type"].startswith("application/octet-stream"):
            return answer.status_code, content
        return answer.status_code, json.loads(content) if content else None


@pytest.fixture
def program(pair: Pair) -> Callable[..., Program]:
    """Give a function that makes a program of one of a side's officers."""

    def make(side: Side, name: str, *, scopes: tuple[str, ...] = SCOPES) -> Program:
        with side:
            _, secret = give_token(
                node=side.node, actor=side.officers[name], name="program", scopes=scopes, days=30
            )
        return Program(side=side, secret=secret, client=Client(raise_request_exception=True))

    return make
