# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two nodes for every test that asks for them."""

from collections.abc import Iterator

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper
from pytest_django.plugin import DjangoDbBlocker

from tests.pair import Pair, drop_copies, empty_database, make_pair


@pytest.fixture(scope="session")
def pair_template(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> BaseDatabaseWrapper:
    """Give a database with tables and no rows, to be copied."""
    with django_db_blocker.unblock():
        return empty_database()


@pytest.fixture
def pair(db: None, pair_template: BaseDatabaseWrapper) -> Iterator[Pair]:
    """Give two nodes that know each other and have said nothing."""
    yield make_pair(pair_template)
    drop_copies()
