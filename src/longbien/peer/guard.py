# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The mark of a peer view: bytes in, bytes out, no session, named methods only; every refusal is a status and a code."""

from collections.abc import Callable, Mapping
from functools import wraps
from types import MappingProxyType
from typing import Concatenate, Final, ParamSpec

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.exchange.answer import print_error

_P = ParamSpec("_P")
PeerView = Callable[Concatenate[HttpRequest, _P], HttpResponseBase]

JSON: Final = "application/json"
BUSY: Final = "exchange.busy"
STATUSES: Final[Mapping[str, int]] = MappingProxyType(
    {
        "base.too_large": 413,
        "evidence.not_announced": 404,
        "exchange.busy": 503,
        "exchange.quota": 429,
        "exchange.too_large": 413,
        "exchange.too_slow": 408,
        "log.held": 503,
        "log.not_open": 503,
        "parties.not_initialised": 503,
    }
)
"""The status of a code; other codes are 400 for what cannot be read and 422 for what a rule refuses."""


def peer_route(*methods: str) -> Callable[[PeerView[_P]], PeerView[_P]]:
    """Mark a view as a peer route for the HTTP `methods`; it must decide on the request's bytes alone."""

    def mark(view: PeerView[_P]) -> PeerView[_P]:
        @wraps(view)
        def guard(request: HttpRequest, /, *args: _P.args, **kwargs: _P.kwargs) -> HttpResponseBase:
            try:
                return view(request, *args, **kwargs)
            except LongBienError as error:
                return refusal(error.code, status_of(error))
            except OperationalError:
                return refusal(BUSY, STATUSES[BUSY])

        marked: PeerView[_P] = csrf_exempt(require_http_methods(list(methods))(guard))
        vars(marked)["access"] = "peer"
        return marked

    return mark


def status_of(error: LongBienError) -> int:
    """Give the HTTP status that fits an error."""
    return STATUSES.get(error.code, 400 if isinstance(error, MalformedError) else 422)


def refusal(code: str, status: int) -> HttpResponse:
    """Answer with a code."""
    return HttpResponse(print_error(code), content_type=JSON, status=status)
