# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Migrations form one line and match the models."""

import pytest
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader


def test_migrations_form_one_line() -> None:
    loader = MigrationLoader(None)
    assert len(loader.graph.leaf_nodes("longbien")) == 1


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", "longbien", check=True, dry_run=True, verbosity=0)
