# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tells the verbs from where a signed-in officer acts: digests of session, browser and passkey, and the address."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from longbien.actions.people.presence import ONE_TIME_CODE, PASSKEY, Presence, acting_from, digest

_METHODS = "account_authentication_methods"
_PROOFS = {"webauthn": PASSKEY, "totp": ONE_TIME_CODE}


class PresenceMiddleware:
    """Sets the presence for the length of a request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep what comes next."""
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a request as somebody who is somewhere."""
        with acting_from(presence_of(request)):
            return self._next(request)


def presence_of(request: HttpRequest) -> Presence:
    """Give where a request comes from. A stranger is nowhere: only officers act."""
    key = request.session.session_key
    if not key:
        return Presence()
    methods = request.session.get(_METHODS, [])
    kinds = [str(one.get("type", "")) for one in methods if isinstance(one, dict)]
    return Presence(
        door="page",
        session=digest("session", key),
        address=str(request.META.get("REMOTE_ADDR", "")),
        agent=digest("agent", request.headers.get("User-Agent", "")),
        factor=next(
            (digest("factor", str(one.get("id", ""))) for one in methods if one.get("type") == "webauthn"), ""
        ),
        proofs=frozenset(_PROOFS[kind] for kind in kinds if kind in _PROOFS),
    )
