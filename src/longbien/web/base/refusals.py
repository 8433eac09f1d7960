# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Errors of the house become pages: the coded sentence in the reader's language, never a traceback."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from longbien.core.base.errors import LongBienError, MalformedError, UsageError
from longbien.texts import translated

_ABSENT: Final = (
    *("request_unknown", "object_unknown", "proposal_unknown", "evidence.unknown", "_not_found"),
    *("session_unknown", "meeting_unknown", "delegation_unknown", "application_unknown", "report_unknown"),
    *("treaty.article_unknown", "treaty.duty_unknown", "treaty.participant_unknown"),
)


def status_of(error: LongBienError) -> int:
    """Give the HTTP status that fits `error`: 403 permission, 404 absence, 400 bad form, 409 refused by a rule."""
    if error.code.startswith("people."):
        return 403
    if not isinstance(error, MalformedError) and error.code.endswith(_ABSENT):
        return 404
    return 400 if isinstance(error, MalformedError | UsageError) else 409


def sentence_of(error: LongBienError) -> str:
    """Give the sentence of `error` in the active language."""
    return translated(get_language() or "en", error.code, **error.params)


class RefusalMiddleware:
    """Answer with the error page when a view lets an error of the house through."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn an error of the house into its page; leave every other one to Django's own handler."""
        if not isinstance(exception, LongBienError):
            return None
        values = {"sentence": sentence_of(exception), "code": exception.code, "back": request.path}
        return render(request, "longbien/base/refused.html", values, status=status_of(exception))
