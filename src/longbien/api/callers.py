# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who asks the desks' part of the API: an officer's own token, or the officer's session; how often; and what a token was given for."""

import hashlib
import time
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from ninja.security import APIKeyCookie, HttpBearer
from ninja.throttling import SimpleRateThrottle

from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.actions.people.tokens import SCOPES, bearer
from longbien.core.base.errors import RefusedError

RATE: Final = "600/min"
"""Answers that one officer gets from one process."""
WRONG_RATE: Final = "30/min"
"""Failing tokens that one address may try."""
READ, DRAFT, SAY = SCOPES


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """The officer who asks. `scopes` of the token, all of them in a session; `person`: signed in, not a program by itself."""

    officer: Officer
    scopes: frozenset[str]
    person: bool

    def __str__(self) -> str:
        """Name the officer, for counting."""
        return self.officer.role_id


class TokenCaller(HttpBearer):
    """`Authorization: Bearer lb1_…`: a token that an officer gave himself on the page of tokens."""

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:
        """Give the token's officer; None for one that does not hold."""
        wrong = WrongTokens()
        if not wrong.may_try(request):
            raise RefusedError("http.too_many")
        try:
            found = bearer(node=current_node(), text=token)
        except RefusedError:
            wrong.allow_request(request)
            return None
        return Caller(officer=found.officer, scopes=found.scopes, person=False)


class SessionCaller(APIKeyCookie):
    """The session of a signed-in officer; what changes something needs the page's CSRF token as well."""

    param_name = settings.SESSION_COOKIE_NAME

    def authenticate(self, request: HttpRequest, key: str | None) -> Caller | None:
        """Give the signed-in officer."""
        user = request.user
        if not user.is_authenticated or not user.role_id:
            return None
        return Caller(officer=user, scopes=frozenset(SCOPES), person=True)


class Answers(SimpleRateThrottle):
    """Counts an officer's questions."""

    scope = "api"
    rate = RATE
    THROTTLE_RATES: dict[str, str | None] = {"api": RATE, "token": WRONG_RATE}

    def get_cache_key(self, request: HttpRequest) -> str | None:
        """Count by officer."""
        return _key(self.scope, str(getattr(request, "auth", "")))


class WrongTokens(SimpleRateThrottle):
    """Counts failing tokens by where they come from."""

    scope = "token"
    rate = WRONG_RATE
    THROTTLE_RATES: dict[str, str | None] = Answers.THROTTLE_RATES

    def get_cache_key(self, request: HttpRequest) -> str | None:
        """Count by address."""
        return _key(self.scope, str(request.META.get("REMOTE_ADDR", "")))

    def may_try(self, request: HttpRequest) -> bool:
        """Tell whether this address may try another token, without counting one."""
        tried: list[Any] = self.cache.get(self.get_cache_key(request), [])
        recent = [at for at in tried if at > time.time() - (self.duration or 0)]
        return len(recent) < (self.num_requests or 0)


CALLERS: Final = (TokenCaller(), SessionCaller())


def officer_for(request: HttpRequest, scope: str) -> Officer:
    """Give the officer who asks; RefusedError `people.token_scope` if the token was given for something else."""
    caller = _caller(request)
    if scope not in caller.scopes:
        raise RefusedError("people.token_scope", scope=scope)
    return caller.officer


def person(request: HttpRequest) -> Officer:
    """Give the signed-in officer; RefusedError `people.token_alone` where a token asks: it is never a second person."""
    caller = _caller(request)
    if not caller.person:
        raise RefusedError("people.token_alone")
    return caller.officer


def _caller(request: HttpRequest) -> Caller:
    found = getattr(request, "auth", None)
    if not isinstance(found, Caller):
        raise RefusedError("people.token_invalid")
    return found


def _key(scope: str | None, name: str) -> str:
    return f"api-{scope}-{hashlib.sha256(name.encode()).hexdigest()}"
