# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Problem documents (RFC 9457): what the API answers instead of a page when it refuses.

`code` is the stable code of the house, `detail` its sentence in the reader's language; `type` is a name, not an address.
"""

import json
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError

from longbien.core.base.errors import LongBienError, MalformedError, RefusedError, UsageError
from longbien.texts import translated

CONTENT_TYPE: Final = "application/problem+json"
_ABSENT: Final = ("_unknown", ".unknown", "_not_found")


class Problem(Schema):
    """One problem document."""

    type: str
    title: str
    status: int
    detail: str
    code: str


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

    @api.exception_handler(HttpError)
    def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
        return problem(error.status_code, _title(error.status_code))

    @api.exception_handler(Exception)
    def failed(request: HttpRequest, error: Exception) -> HttpResponse:
        return problem(500, "http.failed")


def _status(error: LongBienError) -> int:
    if isinstance(error, RefusedError | UsageError) and error.code.endswith(_ABSENT):
        return 404
    if isinstance(error, MalformedError | UsageError):
        return 400
    return 409


def _title(status: int) -> str:
    return {400: "http.bad_request", 404: "http.not_found", 500: "http.failed"}.get(
        status, "http.bad_request"
    )
