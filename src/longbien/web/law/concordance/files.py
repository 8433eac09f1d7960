# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The concordance as files: out as a workbook or JSON, back with a look at what would change before anything is changed."""

import base64
import binascii

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from longbien.actions.law.concordance.files import concordance_file, look_at, plan, take_over
from longbien.actions.law.concordance.seen import table
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.law.concordance.changes import Difference, Verdict
from longbien.web.base.downloads import download
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of


class BookForm(forms.Form):
    """A workbook that comes back."""

    file = forms.FileField(label="")


@guarded()
def files_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Offer the files; show what one that came back would change; change it."""
    found: tuple[Difference, ...] | None = None
    status = 200
    if request.method == "POST":
        try:
            if "plan" in request.POST:
                count = _take_over(request, ref)
                messages.success(request, _("Changed: %(count)s.") % {"count": count})
                return redirect("law_concordance", ref)
            found = _look(request, ref)
        except LongBienError as error:
            messages.error(request, sentence_of(error))
            status = 409
    value = table(node=current_node(), actor=officer_of(request), ref=ref).value
    values = {
        "value": value,
        "ministries": sorted({row.ministry for row in value.rows if row.ministry}),
        "found": found,
        "plan": base64.b64encode(plan(found)).decode("ascii") if found else "",
        "takes": any(one.verdict is not Verdict.REFUSED for one in found or ()),
        "is_law_officer": "law-officer" in officer_of(request).roles(),
    }
    return render(request, "longbien/law/concordance/files.html", values, status=status)


@guarded()
def file_page(request: HttpRequest, ref: str, form: str) -> HttpResponseBase:
    """Give a file."""
    made = concordance_file(
        node=current_node(),
        actor=officer_of(request),
        ref=ref,
        form=form,
        ministry=request.GET.get("ministry", ""),
        language=get_language() or "en",
    )
    return download(iter([made]), name=f"concordance-{ref[:8]}.{form}", size=len(made))


def _look(request: HttpRequest, ref: str) -> tuple[Difference, ...]:
    form = BookForm(request.POST, request.FILES)
    if not form.is_valid():
        raise MalformedError("law.book_kind")
    data = form.cleaned_data["file"].read()
    return look_at(node=current_node(), actor=officer_of(request), ref=ref, data=data)


def _take_over(request: HttpRequest, ref: str) -> int:
    try:
        planned = base64.b64decode(request.POST["plan"], validate=True)
    except (binascii.Error, ValueError) as error:
        raise MalformedError("law.book_plan") from error
    also = frozenset(request.POST.getlist("also"))
    return take_over(node=current_node(), actor=officer_of(request), ref=ref, planned=planned, also=also)
