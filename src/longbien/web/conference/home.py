# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of sessions of the Conference, open to everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longbien.web.base.guard import public


@public
def sessions_page(request: HttpRequest) -> HttpResponse:
    """List the sessions of the Conference of the States Parties (Art. 57) that this node holds."""
    return render(request, "longbien/conference/home.html", {"sessions": ()})
