# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Signing in at the terminal: the same password, second factor and lock-out as on the pages.

Whoever has a shell on the node's machine is not therefore an officer: every verb on the command line asks who acts.
"""

from contextlib import AbstractContextManager
from typing import Final, TypeAlias

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth import authenticate
from django.http import HttpRequest

from longbien.core.base.errors import RefusedError
from longbien.store import models
from longbien.store.writing import write_transaction

Officer: TypeAlias = models.Officer
"""Who signed in: a door passes the officer on to verbs and never touches the row."""

_TERMINAL: Final = "127.0.0.1"


def sign_in(*, username: str, password: str, code: str = "") -> Officer:
    """Give the officer; RefusedError `people.sign_in_failed`, or `people.code_needed` when a second factor is set up.

    A passkey cannot be used here: an officer who has nothing else types one of the recovery codes.

    Failures count towards the lock-out of the name, as on the pages (django-axes).
    """
    request = HttpRequest()
    request.META["REMOTE_ADDR"] = _TERMINAL
    request.path = "/terminal/"
    officer = authenticate(request, username=username, password=password)
    if not isinstance(officer, models.Officer):
        raise RefusedError("people.sign_in_failed", username=username)
    _check_code(officer, code)
    return officer


def letting_in() -> AbstractContextManager[None]:
    """Give the one transaction in which whoever was recognised is let in: session, last sign-in, lock-out's log.

    The password is checked before it: nobody waits for another's hash.
    """
    return write_transaction()


def _check_code(officer: Officer, code: str) -> None:
    factors = list(Authenticator.objects.filter(user=officer))
    kinds = {factor.type for factor in factors}
    if not kinds:
        return
    if not code:
        raise RefusedError("people.code_needed", username=officer.username)
    for factor in factors:
        checker = {Authenticator.Type.TOTP: TOTP, Authenticator.Type.RECOVERY_CODES: RecoveryCodes}
        made = checker.get(factor.type)
        if made is not None and made(factor).validate_code(code):
            return
    raise RefusedError("people.sign_in_failed", username=officer.username)
