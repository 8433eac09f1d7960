# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What Django itself refuses at the peer door: the same form, a status and a code."""

from django.http import HttpRequest, HttpResponse

from longbien.peer.guard import BUSY, refusal


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400."""
    return refusal("http.bad_request", 400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404."""
    return refusal("http.not_found", 404)


def failed(request: HttpRequest) -> HttpResponse:
    """Answer 503: the fault is ours and in our log; the partner tries again later."""
    return refusal(BUSY, 503)
