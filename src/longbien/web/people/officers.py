# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who works at this node, for operators and auditors. Accounts are made and ended on the command line, with a trace in the log."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longbien.actions.people.list import officers
from longbien.web.base.guard import guarded, officer_of


@guarded("operator", "auditor")
def officers_page(request: HttpRequest) -> HttpResponse:
    """List every officer with the roles held now, closed accounts included."""
    return render(request, "longbien/people/officers.html", {"officers": officers(actor=officer_of(request))})
