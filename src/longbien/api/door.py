# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for programs: read-only and public, each answer with its ETag, each failure a problem document (docs/adr/0030).

The description of the API is `openapi.json` beside it; a snapshot is kept in docs/reference and compared by a test.
"""

from collections.abc import Callable
from functools import wraps
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import URLPattern, path
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import conditional_page
from ninja import NinjaAPI

from longbien.api.problems import install, problem
from longbien.api.treaty import router

KEPT: Final = 300
"""Seconds for which a reader may keep an answer before asking again."""
DESCRIPTION: Final = (
    "What this node publishes about the United Nations Convention against Cybercrime: its articles as paraphrased duties, "
    "who signed, deposited and is bound on any day, and the record. Every row carries its sources and a mark of confidence."
)

View = Callable[..., HttpResponseBase]


def make_api() -> NinjaAPI:
    """Put the API together."""
    api = NinjaAPI(
        title="Long Biên", version="1", description=DESCRIPTION, docs_url=None, urls_namespace="api-1"
    )
    install(api)
    api.add_router("/treaty", router)
    return api


def public(view: View) -> View:
    """Open an address to everyone; give its answers an ETag and a time for which they may be kept."""

    @csrf_exempt
    @conditional_page
    @wraps(view)
    def marked(request: HttpRequest, /, *args: object, **kwargs: object) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if response.status_code == 200:
            patch_cache_control(response, public=True, max_age=KEPT)
        response["Access-Control-Allow-Origin"] = "*"
        return response

    vars(marked)["access"] = "public"
    return marked


def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Answer 404 as a problem document."""
    return problem(404, "http.not_found")


def addresses() -> list[URLPattern]:
    """Give every address of the API, each with its access mark."""
    found = [
        path(str(item.pattern), public(item.callback), name=item.name)
        for item in make_api().urls[0]
        if isinstance(item, URLPattern) and item.name != "api-root"
    ]
    # The description asks for the place of "api-root" by its name; nothing is served there.
    return [
        *found,
        path("", public(nothing_here), name="api-root"),
        path("<path:rest>", public(nothing_here)),
    ]
