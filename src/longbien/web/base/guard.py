# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The access mark that every page must carry: `@public`, `@signed_in`, or `@guarded` with the roles that may open it.

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
    """Open a page to signed-in officers who hold one of `roles`; with no role named, to every officer of this node.

    An account without a role id is no officer of the node: a badge of the Conference opens no other desk.
    """

    def mark(view: View[_P]) -> View[_P]:
        @wraps(view)
        def guard(request: HttpRequest, /, *args: _P.args, **kwargs: _P.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return _signed_out(request)
            if not request.user.role_id or (roles and request.user.roles().isdisjoint(roles)):
                raise PermissionDenied
            return _unkept(view(request, *args, **kwargs))

        vars(guard)["access"] = roles or ("*",)
        return guard

    return mark


def signed_in(view: View[_P]) -> View[_P]:
    """Open a page to every account, badges of the Conference included: the own account, and the pages of the Conference."""

    @wraps(view)
    def guard(request: HttpRequest, /, *args: _P.args, **kwargs: _P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return _signed_out(request)
        return _unkept(view(request, *args, **kwargs))

    vars(guard)["access"] = "signed-in"
    return guard


def public(view: View[_P]) -> View[_P]:
    """Open a page to everyone; a decision that a reviewer can find by its name."""

    @wraps(view)
    def marked(request: HttpRequest, /, *args: _P.args, **kwargs: _P.kwargs) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    vars(marked)["access"] = "public"
    return marked


def _unkept(response: HttpResponseBase) -> HttpResponseBase:
    """Keep what is read behind a guard off every disk."""
    patch_cache_control(response, private=True, no_store=True)
    return response


def officer_of(request: HttpRequest) -> Officer:
    """Give who asks, on a page that is not public: an officer of the node, or the account of a badge."""
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
