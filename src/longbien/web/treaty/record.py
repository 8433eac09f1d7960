# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The record as a page: what happened, when, by which source, and where sources disagree."""

from typing import Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longbien.actions.treaty.day import today
from longbien.actions.treaty.record import whole_record
from longbien.core.base.errors import RefusedError
from longbien.core.base.vocabulary import vocabulary
from longbien.core.treaty.record.entries import select
from longbien.web.base.guard import public

PAGE: Final = 100
"""Entries on a page."""


@public
def record(request: HttpRequest) -> HttpResponse:
    """Show the record, the newest first; `kind` narrows it."""
    kind = request.GET.get("kind", "")
    kinds = vocabulary("RECORD-KIND").codes
    if kind and kind not in kinds:
        raise RefusedError("treaty.record_kind_unknown", kind=kind[:40])
    found = select(whole_record(), kind=kind)
    page = Paginator(found[::-1], PAGE).get_page(request.GET.get("page", "1"))
    context = {"page": page, "kind": kind, "kinds": kinds.values(), "today": today()}
    return render(request, "longbien/treaty/record.html", context)
