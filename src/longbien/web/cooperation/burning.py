# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The night shift's page: what burns, and nothing else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longbien.actions.access import permits
from longbien.actions.cooperation.burning.screen import burning
from longbien.actions.node import current_node
from longbien.web.base.guard import guarded, officer_of


@guarded()
def burning_page(request: HttpRequest) -> HttpResponse:
    """Show what burns; htmx asks again each minute for the list alone."""
    node = current_node()
    actor = officer_of(request)
    values = {
        "found": burning(node=node, actor=actor),
        "may_see": permits(actor, "cooperation.alarm"),
        "now": node.clock(),
    }
    part = request.headers.get("HX-Request") == "true"
    return render(request, f"longbien/cooperation/{'burning_rows' if part else 'burning'}.html", values)
