# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Officers who are signed in: on an empty node, or at the desks of two nodes that know each other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from longbien.actions.node import provide_node
from longbien.site.wiring import Provider
from longbien.store import models
from tests.authority import SINCE
from tests.pair import Pair, Side, empty_database, make_pair

PASSWORD = "correct horse battery"
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def sign_in(db: None) -> Callable[..., Client]:
    """Give a function that makes an officer and a signed-in client."""

    def make(name: str = "duty", role_id: str = "zz-duty-1") -> Client:
        user = get_user_model().objects.create_user(name, password=PASSWORD, role_id=role_id)
        client = Client()
        client.force_login(user, backend=BACKEND)
        return client

    return make


@pytest.fixture(scope="session")
def pair_template(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> BaseDatabaseWrapper:
    """Give a database with tables and no rows, to be copied."""
    with django_db_blocker.unblock():
        return empty_database()


@pytest.fixture
def pair(db: None, pair_template: BaseDatabaseWrapper) -> Iterator[Pair]:
    """Give two nodes that know each other and have said nothing."""
    found = make_pair(pair_template)
    for side in (found.vn, found.at):
        with side:
            _confirm(side)
    yield found
    provide_node(Provider())


def _confirm(side: Side) -> None:
    """Let two officers confirm the partner's entry, as an introduction does."""
    entry = models.Entry.objects.get(party__own=False)
    for name in ("duty", "approver"):
        officer = side.officers[name]
        entry.confirmations.create(officer=officer, role_id=officer.role_id, at=SINCE)


@dataclass(slots=True)
class Desk:
    """One officer at one node, with a browser."""

    side: Side
    client: Client

    def get(self, path: str, **given: Any) -> Any:
        """Open a page."""
        with self.side:
            provide_node(lambda: self.side.node)
            return self.client.get(path, **given)

    def page(self, path: str) -> str:
        """Open a page that must be there."""
        response = self.get(path)
        assert response.status_code == 200
        return str(response.content.decode())

    def post(self, path: str, data: dict[str, Any] | None = None, **given: Any) -> Any:
        """Send a form."""
        with self.side:
            provide_node(lambda: self.side.node)
            return self.client.post(path, data or {}, **given)


@pytest.fixture
def desk(pair: Pair) -> Callable[[Side, str], Desk]:
    """Give a function that seats one of a side's officers at a desk."""

    def sit(side: Side, name: str) -> Desk:
        client = Client()
        with side:
            client.force_login(side.officers[name], backend=BACKEND)
        return Desk(side=side, client=client)

    return sit
