# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Saying something in a thread: one page for every saying of the table."""

from datetime import UTC, datetime, timedelta
from typing import Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from longbien.actions.cooperation.pages.request import request_page
from longbien.actions.cooperation.pages.values import RequestPage
from longbien.actions.node import Node, current_node
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.cooperation.acts.measures import outcomes_of
from longbien.core.cooperation.forms.kinds import MEASURES
from longbien.texts import translated
from longbien.web.base.fields import CodeField, CodesField, code_choices
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.kept import as_posted, let_go, taken_up
from longbien.web.base.refusals import sentence_of
from longbien.web.base.rescue import ticket
from longbien.web.cooperation.aside_forms import AsideForm
from longbien.web.cooperation.say_forms import ConditionForms, conditions_of
from longbien.web.cooperation.saying import Saying
from longbien.web.cooperation.sayings import saying_of

SUGGESTED: Final = timedelta(days=90)
"""A preservation that is granted is suggested for so long: at least 60 days (Art. 42(8)), and time to ask for the data."""


@guarded()
def say_page(request: HttpRequest, request_id: str, name: str) -> HttpResponse:
    """Show a saying's form, or say what was filled in."""
    saying = saying_of(name)
    if saying is None:
        raise Http404
    node = current_node()
    posted = request.method == "POST"
    page = request_page(node=node, actor=officer_of(request), request_id=request_id)
    taken = taken_up(request) if not posted else None
    given = request.POST if posted else as_posted(taken) if taken else None
    form = saying.form(given, initial=_suggested(saying, node.clock()))
    _narrow(form, page, saying.track)
    conditions = ConditionForms(given, prefix="condition") if saying.conditions else None
    if posted and form.is_valid() and (conditions is None or conditions.is_valid()):
        values = dict(form.cleaned_data)
        if conditions is not None:
            values["conditions"] = conditions_of(conditions)
        try:
            said = _say(node, request, saying, request_id, values)
        except (MalformedError, RefusedError) as error:
            form.add_error(None, sentence_of(error))
        else:
            let_go(request)
            messages.success(request, said)
            return redirect("request", request_id)
    shown = {"page": page, "saying": saying, "form": form, "conditions": conditions, "now": node.clock()}
    shown |= {"ticket": ticket(request), "taken": taken}
    return render(
        request, "longbien/cooperation/say.html", shown, status=409 if posted and form.errors else 200
    )


def _suggested(saying: Saying, now: datetime) -> dict[str, str]:
    """Suggest how long data are kept: the officer at three in the morning reads it, and may write another day."""
    if saying.name != "preserve":
        return {}
    return {"until": f"{(now + SUGGESTED).astimezone(UTC):%Y-%m-%d} 00:00Z"}


def _narrow(form: forms.Form, page: RequestPage, measure: str) -> None:
    """Offer only the outcomes and grounds that this measure can have here (the table of its legal basis)."""
    if isinstance(form, AsideForm):
        form.offer(page)
    outcome = form.fields.get("outcome")
    if isinstance(outcome, CodeField) and measure in MEASURES:
        said = outcomes_of(measure)
        outcome.choices = [choice for choice in code_choices("OUTCOME") if choice[0] in said]
    field = form.fields.get("grounds")
    refuse = page.grounds.get(measure, ())
    if not isinstance(field, CodesField) or not refuse:
        return
    offered = {*refuse, *page.postponing.get(measure, ())}
    field.choices = [choice for choice in code_choices("REFUSAL") if choice[0] in offered]


def _say(node: Node, request: HttpRequest, saying: Saying, request_id: str, values: dict[str, object]) -> str:
    """Let the desk's verb say it; give the message for the officer."""
    spoken = saying.verb(
        node=node, actor=officer_of(request), request_id=request_id, **dict(saying.fixed), **values
    )
    for one in spoken if isinstance(spoken, tuple) else (spoken,):
        for finding in one.warnings:
            messages.warning(request, translated(get_language() or "en", finding.code, **finding.params))
    last = spoken[-1] if isinstance(spoken, tuple) else spoken
    if last.made:
        return _("Signed, written to the log and on its way.")
    return _("Proposed. It is signed once a second person has approved it.")
