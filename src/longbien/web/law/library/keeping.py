# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping a version of a law from a file that is uploaded; what is refused is shown with its sentence, and nothing typed is lost."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from longbien.actions.law.library.keep import keep_version
from longbien.actions.law.library.laws import find_law
from longbien.actions.law.library.reading import law_text
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of
from longbien.web.law.library.forms import KeepForm


@guarded("law-officer")
def law_keep(request: HttpRequest) -> HttpResponse:
    """Ask for a law and a version with its file; `law` names one that is kept already, `corrects` a version with a mistake."""
    node, actor = current_node(), officer_of(request)
    if request.method != "POST":
        return _page(request, KeepForm(initial=_known(request)))
    form = KeepForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=409)
    file, recipe = form.cleaned_data["file"], form.cleaned_data["recipe"]
    try:
        made = keep_version(
            node=node,
            actor=actor,
            law=form.law(),
            version=form.version(),
            text=law_text(
                file.read(),
                name=file.name or "",
                law=form.law(),
                recipe=recipe.read() if recipe else b"",
            ),
        )
    except LongBienError as error:
        form.add_error(None, sentence_of(error))
        return _page(request, form, status=409)
    messages.success(
        request, _("Kept, with a leaf in the log. It is never changed; a correction is another version.")
    )
    return redirect("law_version", *made.ref.split("/"))


def _known(request: HttpRequest) -> dict[str, str]:
    """Fill in what is known of a law that is kept already."""
    ref = request.GET.get("law", "")
    if not ref:
        return {"state": current_node().party}
    law = find_law(ref, node=current_node(), actor=officer_of(request))
    known = {
        "state": law.state,
        "code": law.code,
        "title": law.title,
        "language": law.language,
        "kind": law.kind,
    }
    corrects = request.GET.get("corrects", "")
    if corrects:
        version = law.version(corrects)
        day = version.in_force_from.isoformat() if version.in_force_from else ""
        known |= {"corrects": version.label, "language": version.language, "in_force_from": day}
    return known


def _page(request: HttpRequest, form: KeepForm, *, status: int = 200) -> HttpResponse:
    return render(request, "longbien/law/library/keep.html", {"form": form}, status=status)
