# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A form survives its session: each carries a ticket that says whose it is, signed by this node; what comes with one while its officer is signed out is kept."""

from typing import Final

from django.core import signing
from django.http import HttpRequest
from django.utils.crypto import get_random_string

from longbien.actions.node import current_node
from longbien.actions.people.kept_forms import SESSION, keep_form

FIELD: Final = "ticket"
_SALT: Final = "longbien.kept-form"
_LONGEST: Final = 7 * 24 * 3600
"""Seconds for which a page may have been open."""
_NOT_KEPT: Final = frozenset({FIELD, "csrfmiddlewaretoken", "password", "login"})
_HEX: Final = "0123456789abcdef"


def ticket(request: HttpRequest) -> str:
    """Give the ticket of a form on this page: whose it is, under which id it would be kept, and the page."""
    kept_id = get_random_string(32, _HEX)
    return signing.dumps([request.user.pk, kept_id, request.path], salt=_SALT, compress=True)


def rescue(request: HttpRequest) -> str:
    """Keep a posted form under the officer whom its ticket names; give the address of its page with what was typed, or "" without a ticket."""
    if request.method != "POST":
        return ""
    try:
        officer_id, kept_id, path = signing.loads(request.POST.get(FIELD, ""), salt=_SALT, max_age=_LONGEST)
    except (signing.BadSignature, ValueError, TypeError):
        return ""
    posted = {name: values for name, values in request.POST.lists() if name not in _NOT_KEPT}
    keep_form(
        node=current_node(),
        officer_id=officer_id,
        kept_id=kept_id,
        path=path,
        cause=SESSION,
        posted={name: [one.replace("\x00", "") for one in values] for name, values in posted.items()},
        request_id=_draft_of(request.POST.get("draft", "")),
    )
    return f"{path}?kept={kept_id}"


def _draft_of(text: str) -> str:
    return text if len(text) == 32 and set(text) <= set(_HEX) else ""
