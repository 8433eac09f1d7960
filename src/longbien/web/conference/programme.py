# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The programme of work on pages and as a calendar: by day, with rooms, clashes shown to the secretariat."""

from collections.abc import Iterable
from datetime import date, tzinfo
from itertools import groupby
from typing import Any, Final

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_POST
from icalendar import Calendar
from icalendar import Event as CalendarEvent

from longbien.actions.conference.hall.find import find_conference
from longbien.actions.conference.papers.printed import programme_sheet
from longbien.actions.conference.papers.programme import (
    ProgrammeView,
    call_off,
    find_slot,
    programme_view,
    put_slot,
)
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.core.conference.agenda.programme import Clash, Slot, SlotKind
from longbien.web.base.guard import guarded, officer_of, public
from longbien.web.base.refusals import sentence_of
from longbien.web.base.words import word_now
from longbien.web.conference.papers_forms import SlotForm
from longbien.web.conference.readers import paper, reader_of

_OFFICER: Final = "conference-officer"


@public
def programme_page(request: HttpRequest, session: str) -> HttpResponse:
    """Show the programme by day, in the time of the session's place."""
    reader = reader_of(request)
    view = programme_view(session, public=not reader.writes)
    values = {
        "conference": find_conference(session),
        "view": view,
        "days": _days(view.slots, view.zone),
        "clashing": _clashing(view.clashes),
        "writes": reader.writes,
    }
    return render(request, "longbien/conference/programme.html", values)


@guarded(_OFFICER)
def slot_page(request: HttpRequest, session: str, slot: str = "") -> HttpResponse:
    """Ask for a new entry, or change one."""
    zone = programme_view(session).zone
    before = find_slot(session, slot) if slot else None
    if request.method == "POST":
        form = SlotForm(request.POST)
        if form.is_valid() and _kept(request, session, slot, form, zone):
            return redirect("conference_programme", session)
    else:
        first = find_conference(session).first_day
        form = SlotForm.of(before, zone) if before is not None else SlotForm(initial={"day": first})
    values = {"form": form, "conference": find_conference(session), "slot": before}
    return render(
        request, "longbien/conference/programme_slot.html", values, status=409 if form.errors else 200
    )


@guarded(_OFFICER)
@require_POST
def slot_off(request: HttpRequest, session: str, slot: str) -> HttpResponse:
    """Take an entry out of the programme."""
    call_off(node=current_node(), actor=officer_of(request), conference_id=session, slot_id=slot)
    messages.success(request, _("Taken out of the programme."))
    return redirect("conference_programme", session)


@public
@conditional_page
def programme_calendar(request: HttpRequest, session: str) -> HttpResponse:
    """Give what is open to everybody as a calendar, to be subscribed to."""
    conference, view = find_conference(session), programme_view(session, public=True)
    found = Calendar()
    found.add("prodid", "-//Long Bien//conference//EN")
    found.add("version", "2.0")
    found.add("x-wr-calname", conference.title)
    for slot in view.slots:
        found.add_component(_event(slot, view))
    response = HttpResponse(found.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{conference.conference_id}.ics"'
    return response


@public
def programme_paper(request: HttpRequest, session: str) -> HttpResponse:
    """Give the programme as a paper in the reader's language."""
    language = get_language() or "en"
    made = current_node().printer().sheet(programme_sheet(current_node(), session, language))
    return paper(made, f"{session}-programme-{language}.pdf")


def _kept(request: HttpRequest, session: str, slot: str, form: SlotForm, zone: tzinfo) -> bool:
    try:
        kept = form.slot(slot, zone)
        put_slot(node=current_node(), actor=officer_of(request), conference_id=session, slot=kept)
    except LongBienError as error:
        form.add_error(None, sentence_of(error))
        return False
    messages.success(request, _("Kept."))
    return True


def _days(slots: Iterable[Slot], zone: tzinfo) -> list[tuple[date, list[Slot]]]:
    grouped = groupby(slots, key=lambda slot: slot.begins.astimezone(zone).date())
    return [(day, list(some)) for day, some in grouped]


def _clashing(found: Iterable[Clash]) -> set[str]:
    """Give the ids of slots that clash gravely: their rows are marked."""
    return {
        one.id for clash in found if clash.grave for one in (clash.first, clash.second) if one is not None
    }


def _event(slot: Slot, view: ProgrammeView) -> CalendarEvent:
    item: Any = CalendarEvent()
    item.add("uid", f"{slot.id}@conference.{settings.CONFIG.origin.replace('/', '.')}")
    item.add("dtstamp", view.changed_at or slot.begins)
    item.add("sequence", view.revisions.get(slot.id, 0))
    item.add("dtstart", slot.begins.astimezone(view.zone))
    item.add("dtend", slot.ends.astimezone(view.zone))
    item.add("summary", slot.title)
    item.add("categories", [word_now("conference_slot", slot.kind.value)])
    if slot.room:
        item.add("location", slot.room)
    told = [
        word_now("conference_slot", slot.kind.value),
        slot.body if slot.kind is SlotKind.SIDE_EVENT else "",
        _("Agenda items: %(items)s") % {"items": ", ".join(slot.items)} if slot.items else "",
    ]
    item.add("description", "\n".join(part for part in told if part))
    found: CalendarEvent = item
    return found
