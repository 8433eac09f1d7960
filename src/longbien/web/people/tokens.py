# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""An officer's own tokens: given, shown once, revoked. What a token may do is what its officer may, less what it was not given for."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from longbien.actions.access import permits
from longbien.actions.node import current_node
from longbien.actions.people.tokens import LONGEST, SCOPES, give_token, revoke_token, tokens
from longbien.core.base.errors import LongBienError
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of
from longbien.web.base.words import word_now


class TokenForm(forms.Form):
    """What a token is called, what it is for, how long it holds."""

    name = forms.CharField(label=gettext_lazy("Name of the token"), max_length=80)
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("What it is for"),
        choices=lambda: [(scope, word_now("token_scope", scope)) for scope in SCOPES],
        widget=forms.CheckboxSelectMultiple,
    )
    days = forms.IntegerField(
        label=gettext_lazy("Days for which it holds"), min_value=1, max_value=LONGEST.days, initial=90
    )


@guarded()
def tokens_page(request: HttpRequest) -> HttpResponse:
    """List the officer's tokens; give a new one and show it this once."""
    node, actor, secret = current_node(), officer_of(request), ""
    form = TokenForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            _token, secret = give_token(node=node, actor=actor, **form.cleaned_data)
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            form = TokenForm()
    values = {
        "tokens": tokens(node=node, actor=actor),
        "secret": secret,
        "form": form,
        "may_give": permits(actor, "people.token"),
    }
    return render(request, "longbien/people/tokens.html", values, status=409 if form.errors else 200)


@guarded()
@require_POST
def revoke_page(request: HttpRequest, token_id: str) -> HttpResponse:
    """End a token."""
    revoke_token(node=current_node(), actor=officer_of(request), token_id=token_id)
    messages.success(request, _("The token was revoked. It opens nothing any more."))
    return redirect("tokens")
