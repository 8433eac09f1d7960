# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the public pages have their data from, what is not known, and everything that can be taken away as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longbien.actions.treaty.known import known
from longbien.core.treaty.provisions.convention import convention
from longbien.core.treaty.status.events import seed
from longbien.core.treaty.status.participants import register
from longbien.web.base.guard import public


@public
def about(request: HttpRequest) -> HttpResponse:
    """Show sources, doubts and downloads."""
    context = {"seed": seed(), "register": register(), "convention": convention(), "status": known().status}
    return render(request, "longbien/treaty/about.html", context)
