# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a page of the hall finds its stream (docs/desks/conference/live.md)."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language


def live_address(request: HttpRequest, meeting: str, view: str) -> str:
    """Give the address for `data-live` of the board, in the reader's language; empty where this node has no live door.

    Behind a proxy it is a path of the page's own address; otherwise the live door's port under the name by which the page was asked.
    """
    if not settings.CONFIG.live:
        return ""
    path = f"/live/conference/{meeting}/{view}/{get_language() or settings.LANGUAGE_CODE}/"
    if not settings.LIVE_ORIGINS:
        return path
    host = urlsplit(f"//{request.get_host()}").hostname or ""
    port = urlsplit(settings.CONFIG.live_url).port
    asked = f"http://{host}:{port}"
    return (asked if asked in settings.LIVE_ORIGINS else settings.CONFIG.live_url) + path
