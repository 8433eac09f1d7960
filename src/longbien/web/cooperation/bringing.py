# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages for what comes and leaves by e-mail or on paper: take it in, type its fields, note what was handed over, give the original."""

from collections.abc import Collection, Mapping
from typing import Any, Final, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from longbien.actions.cooperation.drafts.draft import draft
from longbien.actions.cooperation.outside.carry import carry_by_hand
from longbien.actions.cooperation.pages.request import request_page
from longbien.actions.evidence.bring_in import (
    Arrival,
    bring_in_answer,
    bring_in_request,
    stream_original,
    type_in,
)
from longbien.actions.node import current_node
from longbien.actions.parties.directory import PartyView
from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError
from longbien.core.base.ids import PartyId
from longbien.core.cooperation.forms.fields import clean
from longbien.core.cooperation.forms.kinds import form
from longbien.core.cooperation.forms.kinds import forms as kinds
from longbien.core.cooperation.forms.values import write_value
from longbien.core.cooperation.outside.reading import MAX_FILE
from longbien.core.cooperation.outside.statement import CHANNELS
from longbien.core.cooperation.paper.members import Member, act_tables
from longbien.core.treaty.status.participants import participants
from longbien.texts import phrase, word
from longbien.web.base.downloads import download
from longbien.web.base.fields import CodeField, CodesField, MomentField, TextField
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of
from longbien.web.cooperation.posted import group_numbers, raw_values
from longbien.web.cooperation.questions import chapters

ON_PAPER: Final = "on_paper"
_CHOOSE: Final[tuple[str, str | Promise]] = ("", gettext_lazy("— choose —"))


class FileForm(forms.Form):
    """The file that came, how and when."""

    file = forms.FileField(
        label=gettext_lazy("The file, as it came"),
        help_text=gettext_lazy(
            "An e-mail (.eml), a PDF or any other file, at most 32 MiB. It is sealed, and never opened by this software."
        ),
        required=False,
    )
    channel = CodeField(CHANNELS, label=gettext_lazy("How it came"))
    received = MomentField(label=gettext_lazy("When it came"))
    note = TextField(label=gettext_lazy("Note"), max_length=2000, lines=True, required=False)

    def arrival(self) -> Arrival:
        """Give what came."""
        given = self.cleaned_data["file"]
        if given is not None and given.size > MAX_FILE:
            return Arrival(
                data=b"\0" * (MAX_FILE + 1), name="", channel="other", at=self.cleaned_data["received"]
            )
        return Arrival(
            data=given.read() if given is not None else None,
            name=given.name if given is not None else "",
            channel=self.cleaned_data["channel"],
            at=self.cleaned_data["received"],
            note=self.cleaned_data["note"],
        )


class ImportForm(FileForm):
    """A request that came: from whom it says it is, and what it asks."""

    sender = forms.ChoiceField(label=gettext_lazy("From which State it says it comes"), choices=())
    kind = forms.ChoiceField(
        label=gettext_lazy("What it asks"),
        choices=(),
        required=False,
        help_text=gettext_lazy(
            "Not needed for one of our own PDFs, or JSON of a published schema: its data are read."
        ),
    )

    field_order = ("sender", "file", "channel", "received", "kind", "note")

    def __init__(self, *given: Any, **kwargs: Any) -> None:
        super().__init__(*given, **kwargs)
        language = get_language() or "en"
        cast("forms.ChoiceField", self.fields["sender"]).choices = [
            _CHOOSE,
            *((one.code, f"{one.name(language)} ({one.code})") for one in participants().values()),
        ]
        cast("forms.ChoiceField", self.fields["kind"]).choices = [
            _CHOOSE,
            *((one.id, phrase(language, one.label)) for one in kinds().values()),
        ]


class CarriedForm(forms.Form):
    """How a paper of ours was handed over."""

    channel = CodeField(CHANNELS, label=gettext_lazy("How it was handed over"))
    at = MomentField(label=gettext_lazy("When"))
    to = TextField(label=gettext_lazy("To whom"), max_length=300, required=False)
    note = TextField(label=gettext_lazy("Note"), max_length=2000, lines=True, required=False)


def states_without_a_node(known: Collection[PartyView]) -> Mapping[str, str]:
    """Give the States and organisations that have no trusted entry here, by code."""
    held = {one.party for one in known}
    language = get_language() or "en"
    own = current_node().party
    return {
        code: one.name(language) for code, one in participants().items() if code not in held and code != own
    }


def begin_on_paper(request: HttpRequest, kind: str, partner: PartyId) -> HttpResponse:
    """Say once that the request will leave on paper; with the press of the button its draft begins."""
    if request.method != "POST":
        values = {
            "kind": form(kind),
            "partner": partner,
            "name": states_without_a_node(()).get(partner, partner),
        }
        return render(request, "longbien/cooperation/on_paper.html", values)
    kept = draft(
        node=current_node(), actor=officer_of(request), form_id=kind, partner=partner, raw={}, outside=True
    )
    return redirect("draft", kept.request_id)


@guarded("duty-officer", "lawyer")
def import_page(request: HttpRequest) -> HttpResponse:
    """Take in a request that came by e-mail or on paper; its fields are typed on the next page if the file holds no data."""
    node, actor = current_node(), officer_of(request)
    asked = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and asked.is_valid():
        try:
            found = bring_in_request(
                node=node,
                actor=actor,
                sender=PartyId(asked.cleaned_data["sender"]),
                arrival=asked.arrival(),
                form_id=asked.cleaned_data["kind"],
                raw={} if asked.cleaned_data["kind"] else None,
            )
        except LongBienError as error:
            asked.add_error(None, sentence_of(error))
        else:
            messages.success(request, _("Taken in and written to the log. Nothing of it is verified."))
            typed = bool(asked.cleaned_data["kind"])
            return redirect("type_in" if typed else "request", found.request_id)
    return _page(request, asked, title=_("Take in what came by e-mail or on paper"), back="")


@guarded("duty-officer", "lawyer")
def answer_page(request: HttpRequest, request_id: str) -> HttpResponse:
    """Take in what the other State answered outside the nodes."""
    node, actor = current_node(), officer_of(request)
    page = request_page(node=node, actor=actor, request_id=request_id)
    kind = request.GET.get("kind", "")
    asked = _answer_form(kind)(request.POST or None, request.FILES or None)
    if request.method == "POST" and asked.is_valid():
        try:
            bring_in_answer(
                node=node,
                actor=actor,
                request_id=request_id,
                arrival=asked.arrival(),
                kind=kind,
                raw=typed_members(kind, asked.cleaned_data) if kind else None,
            )
        except LongBienError as error:
            asked.add_error(None, sentence_of(error))
        else:
            messages.success(request, _("Taken in and written to the log. Nothing of it is verified."))
            return redirect("request", request_id)
    answers = [(one.kind, one.label) for one in act_tables().values() if one.kind.startswith("answer.")]
    return _page(
        request, asked, title=_("Take in an answer"), back=request_id, page=page, answers=answers, kind=kind
    )


@guarded("duty-officer", "lawyer")
def carried_page(request: HttpRequest, request_id: str) -> HttpResponse:
    """Note that a paper of ours was handed over."""
    node, actor = current_node(), officer_of(request)
    page = request_page(node=node, actor=actor, request_id=request_id)
    asked = CarriedForm(request.POST or None)
    if request.method == "POST" and asked.is_valid():
        try:
            carry_by_hand(
                node=node,
                actor=actor,
                request_id=request_id,
                act=request.GET.get("act", ""),
                channel=asked.cleaned_data["channel"],
                at=asked.cleaned_data["at"],
                to=asked.cleaned_data["to"],
                note=asked.cleaned_data["note"],
            )
        except LongBienError as error:
            asked.add_error(None, sentence_of(error))
        else:
            messages.success(request, _("Recorded, and written to the log."))
            return redirect("request", request_id)
    return _page(request, asked, title=_("Note what was handed over"), back=request_id, page=page)


@guarded("duty-officer", "lawyer")
def type_in_page(request: HttpRequest, request_id: str) -> HttpResponse:
    """Type the fields of a request that came outside, from its original."""
    node, actor = current_node(), officer_of(request)
    page = request_page(node=node, actor=actor, request_id=request_id)
    found = form(page.form)
    raw = {one.id: write_value(one.value) for part in page.sections for one in part.fields}
    errors: list[str] = []
    if request.method == "POST":
        raw = raw_values(found, request.POST, request.FILES)
        if "more" not in request.POST:
            try:
                type_in(node=node, actor=actor, request_id=request_id, raw=raw)
            except LongBienError as error:
                errors.append(sentence_of(error))
            else:
                messages.success(request, _("Typed in and written to the log."))
                return redirect("request", request_id)
    more = request.POST.get("more", "")
    groups = {more: len(group_numbers(more, request.POST)) + 1} if more else {}
    shown = chapters(found, raw, clean(found, raw).errors, groups=groups)
    values = {"page": page, "form": found, "chapters": shown, "errors": errors}
    return render(request, "longbien/cooperation/type_in.html", values, status=409 if errors else 200)


@guarded("duty-officer", "lawyer", "approver", "auditor")
def original_file(request: HttpRequest, request_id: str, act: str) -> StreamingHttpResponse:
    """Give the original as a file, never shown by the browser."""
    found = stream_original(node=current_node(), actor=officer_of(request), request_id=request_id, act=act)
    return download(found.blocks, name=found.name, size=found.size)


def _page(request: HttpRequest, asked: forms.Form, **values: object) -> HttpResponse:
    status = 409 if asked.errors else 200
    return render(request, "longbien/cooperation/import.html", {"form": asked, **values}, status=status)


def _answer_form(kind: str) -> type[FileForm]:
    """Give a form with a question for each member of an answer."""
    return type("AnswerForm", (FileForm,), questions_of(kind))


def questions_of(kind: str) -> dict[str, forms.Field]:
    """Give a question for each member of a kind of the table of acts, as fields of a form."""
    table = act_tables().get(kind)
    found = {one.id: question(one) for one in table.members} if table is not None else {}
    return {f"m_{name}": field for name, field in found.items() if field}


def question(member: Member) -> forms.Field | None:
    """Give the form field for one member; None for a type that nobody types."""
    label = phrase(get_language() or "en", member.label)
    if member.type == "choice":
        words = [(one, word(get_language() or "en", "choice", one)) for one in member.values]
        return forms.ChoiceField(label=label, choices=[_CHOOSE, *words], required=False)
    if member.type == "code":
        return CodeField(member.list, label=label, required=False)
    if member.type == "codes":
        return CodesField(member.list, label=label, required=False)
    if member.type == "conditions":
        return CodesField("CONDITION", label=label, required=False)
    if member.type == "moment":
        return MomentField(label=label, required=False)
    if member.type == "tick":
        return forms.BooleanField(label=label, required=False)
    if member.type in {"text", "long-text", "id"}:
        return TextField(label=label, max_length=20_000, lines=member.type == "long-text", required=False)
    return None


def typed_members(kind: str, cleaned: Mapping[str, Any]) -> dict[str, Json]:
    """Give what was typed into the questions of a kind."""
    table = act_tables().get(kind)
    found: dict[str, Json] = {}
    for one in table.members if table is not None else ():
        value = cleaned.get(f"m_{one.id}")
        if value:
            found[one.id] = value.isoformat().replace("+00:00", "Z") if one.type == "moment" else value
    return found
