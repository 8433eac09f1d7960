# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages that belong to no desk: the keyboard page, language, and the length of the session."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longbien.web.base.guard import public, signed_in
from longbien.web.base.rooms import ROOMS


@public
def keyboard(request: HttpRequest) -> HttpResponse:
    """List the access keys."""
    return render(request, "longbien/base/keyboard.html", {"all_rooms": ROOMS})


@public
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Remember the language for this browser and go back to the page where it was chosen."""
    response = HttpResponseRedirect(_back(request))
    code = request.POST.get("language", "")
    if code in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            code,
            max_age=365 * 24 * 3600,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
            httponly=True,
        )
    return response


@signed_in
@require_POST
def stay_signed_in(request: HttpRequest) -> HttpResponse:
    """Give the session its full length again (no session ends without the choice to go on: WCAG 2.2.1)."""
    request.session.set_expiry(settings.SESSION_COOKIE_AGE)
    messages.success(request, _("You stay signed in for another twelve hours."))
    return HttpResponseRedirect(_back(request))


def _back(request: HttpRequest) -> str:
    place = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(
        place, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return place
    return "/"
