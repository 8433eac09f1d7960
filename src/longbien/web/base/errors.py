# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages for what Django refuses: each has its status, one sentence and a way on."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longbien.web.base.rescue import rescue

_TEMPLATE: Final = "longbien/base/refused.html"


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400."""
    return render(request, _TEMPLATE, {"status": 400, "code": "http.bad_request"}, status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 403: the officer's roles do not open this page."""
    return render(request, _TEMPLATE, {"status": 403, "code": "http.forbidden"}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404."""
    return render(request, _TEMPLATE, {"status": 404, "code": "http.not_found"}, status=404)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 when a form's token does not fit (an old page, or another site's form)."""
    kept = rescue(request)
    values = {"status": 403, "code": "http.form_expired", "kept": kept}
    return render(request, _TEMPLATE, values, status=403)


def failed(request: HttpRequest) -> HttpResponse:
    """Answer 500 without touching database, session or context: whatever broke may be any of them."""
    return HttpResponse(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Long Biên</title>'
        "<h1>This page failed</h1><p>Nothing was changed by it. The fault is in the node's log. "
        '<a href="/">Back to the start</a></p></html>',
        status=500,
    )
