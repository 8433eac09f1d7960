# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The access mark that every page must carry: `@public`, or `@guarded` with the roles that may open it.

The mark opens a page; what an officer may then do is decided by the verb itself (`longbien.actions.access`).
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from longbien.actions.people.sign_in import Officer
from longbien.web.base.rescue import rescue

_P = ParamSpec("_P")
View = Callable[Concatenate[HttpRequest, _P], HttpResponseBase]


def guarded(*roles: str) -> Callable[[View[_P]], View[_P]]:
    """Open a page to signed-in officers who hold one of `roles`; with no role named, to every signed-in officer."""

    def mark(view: View[_P]) -> View[_P]:
        @wraps(view)
        def guard(request: HttpRequest, /, *args: _P.args, **kwargs: _P.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return _signed_out(request)
            if roles and request.user.roles().isdisjoint(roles):
                raise PermissionDenied
            response = view(request, *args, **kwargs)
            patch_cache_control(response, private=True, no_store=True)  # what officers read stays on no disk
            return response

        vars(guard)["access"] = roles or ("*",)
        return guard

    return mark


def public(view: View[_P]) -> View[_P]:
    """Open a page to everyone; a decision that a reviewer can find by its name."""

    @wraps(view)
    def marked(request: HttpRequest, /, *args: _P.args, **kwargs: _P.kwargs) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    vars(marked)["access"] = "public"
    return marked


def officer_of(request: HttpRequest) -> Officer:
    """Give the officer who asks, on a guarded page."""
    if not request.user.is_authenticated:
        raise PermissionDenied
    return request.user


def _signed_out(request: HttpRequest) -> HttpResponseBase:
    """Lead to the page of signing in, and from there back; what was typed is kept, if the form says whose it is."""
    kept = rescue(request)
    if request.headers.get("HX-Request") == "true" and kept:
        values = {"address": f"{settings.LOGIN_URL}?{urlencode({'next': kept})}"}
        return render(request, "longbien/base/signed_out.html", values)
    return redirect_to_login(kept or request.get_full_path())
