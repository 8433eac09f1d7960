# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The mark of a peer view: bytes in, bytes out, no session, named methods only."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

_P = ParamSpec("_P")
PeerView = Callable[Concatenate[HttpRequest, _P], HttpResponseBase]


def peer_route(*methods: str) -> Callable[[PeerView[_P]], PeerView[_P]]:
    """Mark a view as a peer route for the HTTP `methods`; it must decide on the request's bytes alone."""

    def mark(view: PeerView[_P]) -> PeerView[_P]:
        marked: PeerView[_P] = csrf_exempt(require_http_methods(list(methods))(view))
        vars(marked)["access"] = "peer"
        return marked

    return mark
