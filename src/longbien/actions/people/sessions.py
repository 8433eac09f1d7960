# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is behind a browser's session, for a process that has no pages: the live door."""

from collections.abc import Collection
from importlib import import_module

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from longbien.store.models.people import Officer


def officer_of_session(key: str) -> Officer | None:
    """Give the officer who signed in with this session; None once it has ended, the account is closed or its password has changed."""
    session = import_module(settings.SESSION_ENGINE).SessionStore(key)
    number, proof = session.get(SESSION_KEY), session.get(HASH_SESSION_KEY, "")
    if number is None:
        return None
    officer = Officer.objects.filter(pk=number, is_active=True).first()
    if officer is None or not constant_time_compare(proof, officer.get_session_auth_hash()):
        return None
    return officer


def open_sessions(keys: Collection[str]) -> frozenset[str]:
    """Give those of the sessions that have not ended: two small questions for a whole hall."""
    found = Session.objects.filter(session_key__in=keys, expire_date__gt=timezone.now())
    return frozenset(found.values_list("session_key", flat=True))


def open_accounts(accounts: Collection[int]) -> frozenset[int]:
    """Give those of the accounts that are not closed or suspended."""
    return frozenset(Officer.objects.filter(pk__in=accounts, is_active=True).values_list("pk", flat=True))
