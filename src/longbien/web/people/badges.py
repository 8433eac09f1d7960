# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The way in for a badge: its number, from the square code or typed, and the code that was handed out with it."""

from typing import Final

from allauth.account.utils import perform_login
from django import forms
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from longbien.actions.people.sign_in import Officer, letting_in
from longbien.web.base.guard import public

_TEMPLATE: Final = "longbien/people/badge_sign_in.html"


class BadgeForm(forms.Form):
    """Number and code of a badge."""

    badge = forms.CharField(
        label=gettext_lazy("Badge"),
        help_text=gettext_lazy("As printed below your name, such as cosp-1-0042"),
        max_length=64,
        widget=forms.TextInput({"dir": "ltr", "autocapitalize": "none", "autocomplete": "username"}),
    )
    code = forms.CharField(
        label=gettext_lazy("Code"),
        help_text=gettext_lazy("Three groups of four; hyphens and capitals do not matter."),
        max_length=40,
        widget=forms.TextInput(
            {"dir": "ltr", "autocapitalize": "characters", "autocomplete": "one-time-code", "autofocus": True}
        ),
    )

    def clean_badge(self) -> str:
        """Give the number as accounts are named."""
        return str(self.cleaned_data["badge"]).strip().lower()


@public
def badge_sign_in(request: HttpRequest) -> HttpResponseBase:
    """Sign a badge in by its code. The address holds as long as the badge; wrong codes are counted by badge and address."""
    if request.user.is_authenticated:
        return redirect("conference")
    if request.method != "POST":
        return _page(request, BadgeForm(initial={"badge": request.GET.get("badge", "")[:64]}))
    form = BadgeForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        found = authenticate(request, username=given["badge"], badge_code=given["code"])
        if isinstance(found, Officer):
            with letting_in():
                done: HttpResponseBase = perform_login(request, found, redirect_url="/conference/")
            return done
        form.add_error(
            None, _("Badge and code do not fit, or the code was used or has ended. Ask for another.")
        )
    return _page(request, form)


def _page(request: HttpRequest, form: BadgeForm) -> HttpResponse:
    return render(request, _TEMPLATE, {"form": form})
