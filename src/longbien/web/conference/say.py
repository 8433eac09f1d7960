# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Saying something in a meeting from a page: one address for every button, and a form for each kind that has to be filled in."""

import hashlib
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longbien.actions.conference.hall.count import ABOUT, confirm_totals, count_totals
from longbien.actions.conference.hall.find import find_meeting
from longbien.actions.conference.hall.say import say
from longbien.actions.conference.hall.seats import seat_of
from longbien.actions.conference.hall.show import hall_view, own_view
from longbien.actions.conference.papers.table import as_filed
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.conference.hall.kinds import CHAIR, KINDS, SECRETARIAT
from longbien.web.base.guard import officer_of, signed_in
from longbien.web.base.refusals import status_of
from longbien.web.base.words import word_now
from longbien.web.conference.asked import NEW, filled
from longbien.web.conference.asking import AskForm
from longbien.web.conference.hall import SCREENS, screen
from longbien.web.conference.posted import Posted, read_posted
from longbien.web.conference.refused import refusal_of

_ASK: Final = "ask"
_BOARDS: Final = {"chair": "chair", "own": "delegate", "secretariat": "grid"}
"""Where each function comes back to."""


@signed_in
@require_POST
def say_page(request: HttpRequest, session: str, meeting: str) -> HttpResponse:
    """Say what a button or a form carries; a refusal stands where the button was, with the rule."""
    back = request.POST.get("back", "")
    back = back if back in SCREENS else "public"
    try:
        _say(request, meeting, read_posted(request.POST))
    except LongBienError as error:
        return screen(request, back, session, meeting, error=error, do=request.POST.get("do", ""))
    return redirect(SCREENS[back].route, session, meeting)


@signed_in
def ask_page(request: HttpRequest, session: str, meeting: str, kind: str) -> HttpResponse:
    """Show the form of one kind of event, or say what was filled in; a refusal stands above it."""
    if kind not in KINDS:
        raise Http404
    node, actor = current_node(), officer_of(request)
    own = own_view(node=node, actor=actor, meeting_id=meeting)
    back = _back(request.POST.get("back") or request.GET.get("back", ""), own.function)
    hall = hall_view(node=node, meeting_id=meeting, board=back)
    given = {name: str(value) for name, value in request.GET.items() if name not in ("kind", "back")}
    posted = request.method == "POST"
    form = AskForm(
        request.POST if posted else None, kind=kind, hall=hall, given=given, by_name=own.function != "own"
    )
    values = {
        "form": form,
        "kind": kind,
        "hall": hall,
        "own": own,
        "back": back,
        "back_to": SCREENS[back].route,
    }
    status = 200
    if posted and form.is_valid():
        try:
            _say(request, meeting, read_posted(request.POST))
        except LongBienError as error:
            values["refusal"], status = refusal_of(error, hall), status_of(error)
        else:
            return redirect(SCREENS[back].route, session, meeting)
    elif posted:
        status = 400
    return render(request, "longbien/conference/ask.html", values, status=status)


def _say(request: HttpRequest, meeting: str, posted: Posted) -> None:
    """Let the desk's verb say it, and tell the reader that it stands."""
    node, actor = current_node(), officer_of(request)
    if posted.kind in ABOUT:
        _count(request, meeting, posted)
        return
    body, by = posted.body, ""
    if posted.kind in NEW:  # a ballot needs none of this: a whole hall votes at once
        row = find_meeting(meeting)
        own = seat_of(actor, row.conference).participant or str(body.get("participant", ""))
        body = as_filed(meeting, posted.kind, filled(posted.kind, body, seq=row.last_seq, own=own))
    if request.POST.get("back") == "chair" and _chairs(request, meeting, posted):
        by = CHAIR
    said = say(
        node=node,
        actor=actor,
        meeting_id=meeting,
        kind=posted.kind,
        body=body,
        by=by,
        key=_key(request, posted),
    )
    _tell(request, posted.kind, said.seq)


def _chairs(request: HttpRequest, meeting: str, posted: Posted) -> bool:
    """Tell whether the secretariat, at the Chair's screen, says something in the Chair's name."""
    allowed = KINDS[posted.kind].by if posted.kind in KINDS else ()
    seat = seat_of(officer_of(request), find_meeting(meeting).conference)
    return seat.function == SECRETARIAT and CHAIR in allowed and "participant" not in posted.body


def _count(request: HttpRequest, meeting: str, posted: Posted) -> None:
    """Keep a first count, or confirm it by a second one of another officer."""
    node, actor = current_node(), officer_of(request)
    about = posted.body.get(ABOUT[posted.kind])
    waits = hall_view(node=node, meeting_id=meeting, board="grid").counts
    if not any(one.kind == posted.kind and one.about == about for one in waits):
        count_totals(node=node, actor=actor, meeting_id=meeting, kind=posted.kind, body=posted.body)
        messages.success(request, _("The first count is kept. Another officer counts again and confirms it."))
        return
    said = confirm_totals(node=node, actor=actor, meeting_id=meeting, kind=posted.kind, body=posted.body)
    _tell(request, posted.kind, said.seq)


def _tell(request: HttpRequest, kind: str, seq: int) -> None:
    words = {"what": word_now("conference_event", kind), "seq": seq}
    messages.success(request, _("%(what)s, as number %(seq)s of the record.") % words)


def _key(request: HttpRequest, posted: Posted) -> str:
    """Give the key of this press: the page's own, with what was pressed, so that sending it twice says it once."""
    drawn = request.POST.get("key", "")
    if not drawn:
        return ""
    if len(drawn) > 64:
        raise MalformedError("conference.said_malformed", field="key")
    return hashlib.sha256(f"{drawn} {posted.kind} {sorted(posted.body.items())!r}".encode()).hexdigest()


def _back(wanted: str, function: str) -> str:
    return wanted if wanted in SCREENS else _BOARDS.get(function, "public")
