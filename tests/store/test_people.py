# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Officers and their roles as rows."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from longbien.store.models.people import Officer

NOW = datetime(2026, 11, 22, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def officer(name: str, *roles: str) -> Officer:
    made = Officer.objects.create(username=name, role_id=f"zz-{name}")
    for role in roles:
        made.grants.create(role=role, granted_by="zz-operator-1", granted_at=NOW)
    return made


def test_roles_are_those_held_now() -> None:
    found = officer("duty-1", "duty-officer", "custodian")
    found.grants.filter(role="custodian").update(ended_at=NOW, ended_by="zz-operator-1")
    assert found.roles() == frozenset({"duty-officer"})


def test_a_closed_account_holds_nothing() -> None:
    found = officer("duty-1", "duty-officer")
    found.is_active = False
    assert found.roles() == frozenset()


def test_a_superuser_holds_nothing_by_that() -> None:
    assert (
        Officer.objects.create(username="root", role_id="zz-root", is_superuser=True).roles() == frozenset()
    )


def test_a_role_id_names_one_officer() -> None:
    officer("duty-1")
    with pytest.raises(IntegrityError), transaction.atomic():
        Officer.objects.create(username="other", role_id="zz-duty-1")
    Officer.objects.create(username="a")
    Officer.objects.create(username="b")
