# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The law desk's first page: what the desk is for, and the way to its parts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longbien.web.base.guard import guarded


@guarded()
def law_page(request: HttpRequest) -> HttpResponse:
    """Show the parts of the law desk (Art. 5, 7-34): laws, map, concordance, report, comparison."""
    return render(request, "longbien/law/home.html", {})
