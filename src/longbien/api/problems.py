# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Problem documents (RFC 9457): what the API answers instead of a page when it refuses.

`code` is the stable code of the house, `detail` its sentence in the reader's language; `type` is a name, not an address.
"""

import json
import logging
from typing import Final

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from longbien.api.bodies import DEPTH
from longbien.core.base.errors import LongBienError, MalformedError, RefusedError, UsageError
from longbien.texts import translated

_LOGGER: Final = logging.getLogger("longbien.api")
CONTENT_TYPE: Final = "application/problem+json"
_STATUSES: Final = {
    "http.unauthorized": 401,
    "people.token_invalid": 401,
    "http.too_large": 413,
    "http.too_many": 429,
}
"""Codes with a status of their own."""
_ABSENT: Final = ("_unknown", ".unknown", "_not_found")


class Problem(Schema):
    """One problem document."""

    type: str
    title: str
    status: int
    detail: str
    code: str


REFUSALS: Final = dict.fromkeys((400, 401, 403, 404, 409, 413, 429), Problem)
"""What every address of the desks may answer instead."""


def problem(status: int, code: str, /, **params: object) -> HttpResponse:
    """Make the answer with a problem document."""
    language = get_language() or "en"
    value = {
        "type": f"urn:longbien:problem:{code}",
        "title": translated(language, _title(status)),
        "status": status,
        "detail": translated(language, code, **params),
        "code": code,
    }
    return HttpResponse(json.dumps(value, ensure_ascii=False), status=status, content_type=CONTENT_TYPE)


def install(api: NinjaAPI) -> None:
    """Let `api` answer every failure with a problem document, never with a traceback."""

    @api.exception_handler(LongBienError)
    def house(request: HttpRequest, error: LongBienError) -> HttpResponse:
        return problem(_status(error), error.code, **error.params)

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        names = sorted({str(part["loc"][-1])[:40] for part in error.errors if part.get("loc")})
        return problem(400, "http.parameter", names=", ".join(names))

    @api.exception_handler(Http404)
    def absent(request: HttpRequest, error: Http404) -> HttpResponse:
        return problem(404, "http.not_found")

    @api.exception_handler(AuthenticationError)
    def unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
        answer = problem(401, "http.unauthorized")
        answer["WWW-Authenticate"] = "Bearer"
        return answer

    @api.exception_handler(Throttled)
    def too_many(request: HttpRequest, error: Throttled) -> HttpResponse:
        answer = problem(429, "http.too_many")
        answer["Retry-After"] = str(error.wait or 60)
        return answer

    @api.exception_handler(RequestDataTooBig)
    def too_large(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
        return problem(413, "http.too_large")

    @api.exception_handler(SuspiciousOperation)
    def suspicious(request: HttpRequest, error: SuspiciousOperation) -> HttpResponse:
        return problem(400, "http.bad_request")

    @api.exception_handler(HttpError)
    def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
        if error.status_code == 400:  # what the library says of a body that our reader refused
            return problem(400, "http.body", depth=DEPTH)
        return problem(error.status_code, _title(error.status_code))

    @api.exception_handler(Exception)
    def failed(request: HttpRequest, error: Exception) -> HttpResponse:
        _LOGGER.error("the API failed at %s", request.path, exc_info=error)
        return problem(500, "http.failed")


def _status(error: LongBienError) -> int:
    if error.code in _STATUSES:
        return _STATUSES[error.code]
    if isinstance(error, RefusedError) and error.code.startswith("people."):
        return 403
    if isinstance(error, RefusedError | UsageError) and error.code.endswith(_ABSENT):
        return 404
    if isinstance(error, MalformedError | UsageError):
        return 400
    return 409


_TITLES: Final = {
    400: "http.bad_request",
    401: "http.unauthorized",
    403: "http.forbidden",
    404: "http.not_found",
    413: "http.too_large",
    429: "http.too_many",
    500: "http.failed",
}


def _title(status: int) -> str:
    return _TITLES.get(status, "http.bad_request")
