# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for programs: each failure a problem document (docs/adr/0030).

What the node publishes (`/treaty`) is open to everyone, read-only, with ETags. What the desks do is for officers, by token or session, through
the same verbs as the pages and the command line; nothing of it is kept by anybody on the way.

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

from longbien.api.bodies import Bodies
from longbien.api.callers import CALLERS, Answers
from longbien.api.cooperation import drafts, proposals, requests, sayings
from longbien.api.problems import install, problem
from longbien.api.treaty import router as treaty

PUBLIC: Final = "/treaty"
"""What stands below is open to everyone."""
KEPT: Final = 300
"""Seconds for which a reader may keep an answer before asking again."""
DESCRIPTION: Final = (
    "What this node publishes about the United Nations Convention against Cybercrime: its articles as paraphrased duties, "
    "who signed, deposited and is bound on any day, and the record. Every row carries its sources and a mark of confidence. "
    "For officers, with their own tokens or sessions: forms, drafts, requests, what is said about them, what waits for a second person."
)

View = Callable[..., HttpResponseBase]


def make_api() -> NinjaAPI:
    """Put the API together."""
    api = NinjaAPI(
        title="Long Biên",
        version="1",
        description=DESCRIPTION,
        docs_url=None,
        urls_namespace="api-1",
        parser=Bodies(),
    )
    install(api)
    api.add_router(PUBLIC, treaty)
    for desk in (requests, drafts, proposals, sayings):
        api.add_router("/cooperation", desk.router, auth=list(CALLERS), throttle=[Answers()])
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


def officers(view: View) -> View:
    """Open an address to officers' programs; who asks is found by the API itself. What it answers stays on no disk."""

    @csrf_exempt  # a session is checked for its CSRF token where it is read (`api.callers`); a token needs none
    @wraps(view)
    def marked(request: HttpRequest, /, *args: object, **kwargs: object) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        return response

    vars(marked)["access"] = ("*",)
    return marked


def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Answer 404 as a problem document."""
    return problem(404, "http.not_found")


def addresses() -> list[URLPattern]:
    """Give every address of the API, each with its access mark."""
    # The library lists an address once for each of its methods; one view answers all of them.
    items = {str(item.pattern): item for item in make_api().urls[0] if isinstance(item, URLPattern)}
    found = [
        path(address, _opened(address)(item.callback), name=item.name)
        for address, item in items.items()
        if item.name != "api-root"
    ]
    # The description asks for the place of "api-root" by its name; nothing is served there.
    return [
        *found,
        path("", public(nothing_here), name="api-root"),
        path("<path:rest>", public(nothing_here)),
    ]


def _opened(address: str) -> Callable[[View], View]:
    """Say who may open an address: what is not published is for officers."""
    published = address.startswith((PUBLIC.strip("/"), "openapi.json"))
    return public if published else officers
