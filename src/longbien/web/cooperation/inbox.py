# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The inbox page: what burns first stands first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longbien.actions.access import permits
from longbien.actions.cooperation.pages.inbox import DIRECTIONS, VIEWS, inbox
from longbien.actions.node import current_node
from longbien.web.base.guard import guarded, officer_of


@guarded()
def inbox_page(request: HttpRequest) -> HttpResponse:
    """List requests; htmx asks again each minute for the list alone."""
    node = current_node()
    view = request.GET.get("view", "open")
    direction = request.GET.get("direction", "")
    chosen = {
        "view": view if view in VIEWS else "open",
        "direction": direction if direction in DIRECTIONS else "",
        "text": request.GET.get("text", "").strip(),
    }
    page = inbox(node=node, actor=officer_of(request), page=_number(request.GET.get("page", "")), **chosen)
    values = {
        **chosen,
        "page": page,
        "now": node.clock(),
        "may_draft": permits(officer_of(request), "cooperation.draft"),
    }
    part = request.headers.get("HX-Request") == "true"
    return render(request, f"longbien/cooperation/{'inbox_rows' if part else 'inbox'}.html", values)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) <= 6 else 1
