# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking up again what was kept of a form (`web.base.rescue`)."""

from django.http import HttpRequest, QueryDict

from longbien.actions.people.kept_forms import Kept, forget_form, kept_form
from longbien.web.base.guard import officer_of


def taken_up(request: HttpRequest) -> Kept | None:
    """Give the form that the reader had typed, if the address asks for one."""
    kept_id = request.GET.get("kept", "")
    return kept_form(actor=officer_of(request), kept_id=kept_id) if kept_id else None


def as_posted(kept: Kept) -> QueryDict:
    """Give a kept form as it was posted."""
    found = QueryDict(mutable=True)
    for name, values in kept.posted.items():
        found.setlist(name, list(values))
    return found


def let_go(request: HttpRequest) -> None:
    """Forget the kept form that this one was made from: it stands where it belongs now."""
    kept_id = request.POST.get("kept", "")
    if kept_id:
        forget_form(actor=officer_of(request), kept_id=kept_id)
