# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages that belong to no desk."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longbien.web.base.guard import public


@public
def start(request: HttpRequest) -> HttpResponse:
    """Show whose node this is."""
    return render(request, "longbien/base/start.html", {"party": settings.CONFIG.party})
