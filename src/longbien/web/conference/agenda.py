# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The agenda on pages: drawn up, sent, adopted and allocated by the secretariat; read by everybody once it was sent."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longbien.actions.conference.hall.find import find_conference, meetings_of
from longbien.actions.conference.papers.agenda import (
    adopt_agenda,
    agenda_view,
    allocate,
    draw_up,
    put_item,
    send_agenda,
    take_off,
)
from longbien.actions.conference.papers.documents import documents_of
from longbien.actions.conference.papers.printed import agenda_sheet
from longbien.actions.conference.papers.session import papers_of, set_papers
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.core.conference.agenda.items import AgendaState, Item, bodies
from longbien.web.base.guard import guarded, officer_of, public
from longbien.web.base.refusals import sentence_of
from longbien.web.conference.papers_forms import FatesForm, ItemForm, SettingForm
from longbien.web.conference.readers import paper, reader_of

OFFICER = "conference-officer"


@public
def agenda_page(request: HttpRequest, session: str) -> HttpResponse:
    """Show the agenda; a draft only to the secretariat."""
    return _page(request, session)


@public
def agenda_paper(request: HttpRequest, session: str) -> HttpResponse:
    """Give the agenda as a paper in the reader's language, once it was sent."""
    language = get_language() or "en"
    made = current_node().printer().sheet(agenda_sheet(current_node(), session, language))
    return paper(made, f"{session}-agenda-{language}.pdf")


@guarded(OFFICER)
def item_page(request: HttpRequest, session: str, number: str = "") -> HttpResponse:
    """Ask for a new item, or change one."""
    view, before = agenda_view(session), None
    if number:
        before = next((one for one in view.agenda.items if one.number == number), None)
        if before is None:
            raise Http404
    form = ItemForm(request.POST or None, initial=_initial(before))
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            put_item(
                node=current_node(),
                actor=officer_of(request),
                conference_id=session,
                item=form.item(before),
                instead_of=number,
            )
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            messages.success(request, _("Kept."))
            return redirect("conference_agenda", session)
    status = 409 if form.errors else status
    values = {"form": form, "conference": find_conference(session), "item": before, "agenda": view.agenda}
    return render(request, "longbien/conference/agenda_item.html", values, status=status)


@guarded(OFFICER)
@require_POST
def agenda_do(request: HttpRequest, session: str) -> HttpResponse:
    """Do one thing with the agenda: begin it, send it, adopt it, take an item off, allocate one."""
    did = _DOINGS.get(request.POST.get("do", ""))
    if did is None:
        raise Http404
    try:
        did(request, session)
    except LongBienError as error:
        return _page(request, session, refusal=sentence_of(error), status=409)
    messages.success(request, _("Done."))
    return redirect("conference_agenda", session)


@guarded(OFFICER)
def papers_setting(request: HttpRequest, session: str) -> HttpResponse:
    """Set the prefix of symbols and the time zone of the place."""
    conference = find_conference(session)
    papers = papers_of(conference)
    form = SettingForm(request.POST or None, initial={"symbols": papers.prefix, "zone": papers.zone})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            set_papers(
                node=current_node(),
                actor=officer_of(request),
                conference_id=session,
                prefix=given["symbols"].strip(),
                zone=given["zone"].strip(),
            )
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            messages.success(request, _("Kept."))
            return redirect("conference_documents", session)
    values = {"form": form, "conference": conference}
    return render(
        request, "longbien/conference/papers_setting.html", values, status=409 if form.errors else 200
    )


def _page(request: HttpRequest, session: str, *, refusal: str = "", status: int = 200) -> HttpResponse:
    conference, reader = find_conference(session), reader_of(request)
    view = agenda_view(session)
    hidden = view.agenda.state is AgendaState.DRAFT and not reader.writes
    items = () if hidden else view.agenda.items
    documents = documents_of(session, actor=reader.officer, whole=False)
    values = {
        "conference": conference,
        "view": view,
        "items": [(one, [paper for paper in documents if one.number in paper.items]) for one in items],
        "hidden": hidden,
        "writes": reader.writes,
        "bodies": bodies(),
        "refusal": refusal,
        "fates": _fates(session, view.agenda.items) if reader.writes else None,
        "is_draft": view.agenda.state is AgendaState.DRAFT,
        "is_adopted": view.agenda.state is AgendaState.ADOPTED,
    }
    return render(request, "longbien/conference/agenda.html", values, status=status)


def _fates(session: str, items: tuple[Item, ...], data: object = None) -> FatesForm:
    meetings = [(one.meeting_id, one.meeting_id) for one in meetings_of(find_conference(session))]
    return FatesForm(data, meetings=meetings, items=items)


def _initial(item: Item | None) -> dict[str, str]:
    names = ("number", "title", "memorandum", "proposed_by", "allocated_to")
    return {} if item is None else {name: getattr(item, name) for name in names}


def _draw(request: HttpRequest, session: str) -> None:
    draw_up(node=current_node(), actor=officer_of(request), conference_id=session)


def _send(request: HttpRequest, session: str) -> None:
    send_agenda(node=current_node(), actor=officer_of(request), conference_id=session)


def _take_off(request: HttpRequest, session: str) -> None:
    number = request.POST.get("number", "")
    take_off(node=current_node(), actor=officer_of(request), conference_id=session, number=number)


def _allocate(request: HttpRequest, session: str) -> None:
    number, body = request.POST.get("number", ""), request.POST.get("body", "")
    allocate(node=current_node(), actor=officer_of(request), conference_id=session, number=number, body=body)


def _adopt(request: HttpRequest, session: str) -> None:
    form = _fates(session, agenda_view(session).agenda.items, request.POST)
    fates = form.fates() if form.is_valid() else {"": "?"}
    adopt_agenda(
        node=current_node(),
        actor=officer_of(request),
        conference_id=session,
        meeting_id=request.POST.get("meeting", ""),
        fates=fates,
    )


_DOINGS: dict[str, Callable[[HttpRequest, str], None]] = {
    "draw": _draw,
    "send": _send,
    "take-off": _take_off,
    "allocate": _allocate,
    "adopt": _adopt,
}
