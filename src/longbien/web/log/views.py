# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The log: how long, under which root, witnessed by whom; and its audit."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longbien.actions.log.audit import audit_logs
from longbien.actions.log.overview import log_overview
from longbien.actions.parties.directory import directory
from longbien.core.log.checkpoint import LogKeys
from longbien.web.base.guard import guarded, officer_of


@guarded()
def log_page(request: HttpRequest) -> HttpResponse:
    """Show the logs; a press audits them: every leaf, tile, checkpoint and row."""
    found = log_overview(actor=officer_of(request))
    audits = audit_logs(_keys(request)) if request.method == "POST" else None
    return render(request, "longbien/log/log.html", {"log": found, "audits": audits})


@guarded()
def checkpoint_file(request: HttpRequest) -> HttpResponse:
    """Give the newest checkpoint with the cosignatures that are held."""
    found = log_overview(actor=officer_of(request))
    note = next((log.note for log in found.logs if log.is_open), "")
    response = HttpResponse(note, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="checkpoint.txt"'
    return response


def _keys(request: HttpRequest) -> list[LogKeys]:
    """Give all keys that ever signed our checkpoints, as our own directory entries name them."""
    own = next(party for party in directory(actor=officer_of(request)) if party.own)
    return [view.entry.log_keys() for view in (own.trusted, *own.earlier) if view is not None]
