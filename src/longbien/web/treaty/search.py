# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Full-text search over articles and duties, in any of the seven languages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longbien.web.base.guard import public


@public
def search(request: HttpRequest) -> HttpResponse:
    """Show what fits the words of `q`, the best first."""
    asked = request.GET.get("q", "")[:200].strip()
    return render(request, "longbien/treaty/search.html", {"q": asked, "hits": ()})
