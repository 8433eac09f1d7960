# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A request, an act of its thread or a receipt on paper: which one, in which languages, what is hidden; then a file. And the schemas."""

from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from longbien.actions.cooperation.pages.request import request_page
from longbien.actions.cooperation.pages.values import RequestPage
from longbien.actions.cooperation.paper.make import Paper, act_paper, free_texts, languages_between
from longbien.actions.cooperation.paper.record import Wanted
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.core.cooperation.paper.schemas import schema, schema_kinds
from longbien.texts import LANGUAGES
from longbien.web.base.downloads import download
from longbien.web.base.fields import TextField
from longbien.web.base.guard import guarded, officer_of, public
from longbien.web.base.refusals import sentence_of
from longbien.web.base.tags import phrase

_NONE: Final = ("", _("— none —"))
_TRANSLATION: Final = "t_"


class PaperForm(forms.Form):
    """The languages, what is hidden, and the translations of free texts that are to be printed."""

    first = forms.ChoiceField(label=_("First language"), choices=list(LANGUAGES.items()))
    second = forms.ChoiceField(
        label=_("Second language"), choices=[_NONE, *LANGUAGES.items()], required=False
    )
    masked = forms.BooleanField(
        label=_("Hide what may name victims and other people"),
        required=False,
        help_text=_("The copy says so and what it lacks."),
    )

    def __init__(self, *given: Any, texts: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*given, **kwargs)
        for name, label in texts.items():
            self.fields[_TRANSLATION + name] = TextField(
                label=phrase(label), max_length=40_000, lines=True, required=False
            )

    def languages(self) -> tuple[str, ...]:
        """Give the languages that were chosen."""
        return tuple(one for one in (self.cleaned_data["first"], self.cleaned_data["second"]) if one)

    def translations(self) -> dict[str, str]:
        """Give the translations that were written, by field."""
        return {
            name.removeprefix(_TRANSLATION): text
            for name, text in self.cleaned_data.items()
            if name.startswith(_TRANSLATION) and text
        }

    def choices(self) -> list[forms.BoundField]:
        """Give the fields that every paper has."""
        return [self[name] for name in ("first", "second", "masked")]

    def room(self) -> list[forms.BoundField]:
        """Give the fields for translations."""
        return [self[name] for name in self.fields if name.startswith(_TRANSLATION)]


@guarded()
def act_paper_page(request: HttpRequest, request_id: str) -> HttpResponseBase:
    """Ask what the paper shall be, or give it as a file (`as=json`: its data alone)."""
    node, actor = current_node(), officer_of(request)
    page = request_page(node=node, actor=actor, request_id=request_id)
    act, receipt = request.GET.get("act", ""), bool(request.GET.get("receipt"))
    texts = {} if receipt else free_texts(node=node, actor=actor, request_id=request_id, act=act)
    own = (*languages_between(node.party, page.partner), "")[:2]
    begun = {"first": own[0], "second": own[1]}
    form = PaperForm(request.POST if request.method == "POST" else None, texts=texts, initial=begun)
    if form.is_valid():
        wanted = Wanted(act=act, receipt=receipt, masked=form.cleaned_data["masked"])
        try:
            made = act_paper(
                node=node,
                actor=actor,
                request_id=request_id,
                wanted=wanted,
                languages=form.languages(),
                translations=form.translations(),
            )
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            return _file(made, as_json=request.POST.get("as") == "json")
    values = {"page": page, "form": form, "shown": _shown(page, act), "act": act, "receipt": receipt}
    return render(request, "longbien/cooperation/act_paper.html", values, status=409 if form.errors else 200)


@public
def schema_page(request: HttpRequest, kind: str) -> HttpResponse:
    """Give the JSON Schema of the papers of an act kind; anybody may read it."""
    return JsonResponse(schema(kind), content_type="application/schema+json")


@public
def schemas_page(request: HttpRequest) -> HttpResponse:
    """List the schemas."""
    return render(request, "longbien/cooperation/schemas.html", {"kinds": schema_kinds()})


def _file(made: Paper, *, as_json: bool) -> HttpResponseBase:
    content, ending = (made.json, "json") if as_json else (made.pdf, "pdf")
    return download(iter((content,)), name=f"{made.name}.{ending}", size=len(content))


def _shown(page: RequestPage, act: str) -> str:
    """Name the act kind that the paper is about."""
    found = next((one for one in page.thread if act and one.digest.startswith(act)), None)
    return found.kind if found is not None else ""
