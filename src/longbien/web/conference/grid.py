# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The secretariat's grid: presence, ballots by name, totals of hands and papers, all by keyboard alone.

Names stand in the alphabet of the language in which the roll is called, from the name that was drawn. What is typed is said line
by line, and each line that a rule refuses is shown with the rule; the others stand.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from longbien.actions.conference.hall.count import take_count_back
from longbien.actions.conference.hall.say import say
from longbien.actions.conference.hall.sheet import call_order, drawn_name
from longbien.actions.conference.hall.show import hall_view
from longbien.actions.conference.hall.view import HallView, Who
from longbien.actions.node import current_node
from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError
from longbien.core.conference.counting.roll import LANGUAGES, alphabetical
from longbien.web.base.guard import officer_of, signed_in
from longbien.web.conference.hall import screen
from longbien.web.conference.refused import RefusalShown, refusal_of

CHOICES: Final = ("yes", "no", "abstain")
BALLOT: Final = "ballot-"
"""The names of the fields of ballots begin so; the participant's id follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the grid: a participant and what is known of it."""

    who: Who
    choice: str = ""


@signed_in
def grid_page(request: HttpRequest, session: str, meeting: str) -> HttpResponse:
    """Show the grid; `?order=fr` puts the names into the alphabet of that language."""
    return _grid(request, session, meeting)


@signed_in
@require_POST
def presence_page(request: HttpRequest, session: str, meeting: str) -> HttpResponse:
    """Mark who is present: those with a tick are, those without are not; only what changed is said."""
    hall = hall_view(node=current_node(), meeting_id=meeting, board="grid")
    ticked = frozenset(request.POST.getlist("present"))
    changed = [one for one in hall.participants if one.present is not (one.id in ticked)]
    return _each(
        request,
        hall,
        [("presence.marked", one, {"participant": one.id, "present": one.id in ticked}) for one in changed],
    )


@signed_in
@require_POST
def ballots_page(request: HttpRequest, session: str, meeting: str) -> HttpResponse:
    """Record ballots by name as typed in; a line without a choice says nothing."""
    hall = hall_view(node=current_node(), meeting_id=meeting, board="grid")
    vote = request.POST.get("vote", "")[:80]
    held = {row.who.id: row.choice for row in rows_of(hall, "en")}
    typed = {one.id: request.POST.get(f"{BALLOT}{one.id}", "") for one in hall.participants}
    sayings: list[tuple[str, Who, Mapping[str, Json]]] = [
        ("ballot.cast", one, {"vote": vote, "participant": one.id, "choice": typed[one.id][:20]})
        for one in hall.participants
        if typed[one.id] and typed[one.id] != held.get(one.id)
    ]
    return _each(request, hall, sayings)


@signed_in
@require_POST
def back_page(request: HttpRequest, session: str, meeting: str) -> HttpResponse:
    """Take back a first count that has to be typed anew."""
    kind, about = request.POST.get("kind", "")[:40], request.POST.get("about", "")[:80]
    try:
        take_count_back(
            node=current_node(), actor=officer_of(request), meeting_id=meeting, kind=kind, about=about
        )
    except LongBienError as error:
        return screen(request, "grid", session, meeting, error=error, more=_values(""))
    messages.success(request, _("The first count was taken back."))
    return redirect("conference_grid", session, meeting)


def _each(
    request: HttpRequest, hall: HallView, sayings: Iterable[tuple[str, Who, Mapping[str, Json]]]
) -> HttpResponse:
    """Say one thing after another; show what was refused, or go back to the grid."""
    node, actor = current_node(), officer_of(request)
    said, refused = 0, []
    for kind, who, body in sayings:
        try:
            say(node=node, actor=actor, meeting_id=hall.meeting_id, kind=kind, body=body)
        except LongBienError as error:
            refused.append((who, refusal_of(error, hall)))
        else:
            said += 1
    messages.success(
        request,
        ngettext("%(count)s line was recorded.", "%(count)s lines were recorded.", said) % {"count": said},
    )
    if refused:
        return _grid(request, hall.conference_id, hall.meeting_id, refused)
    return redirect("conference_grid", hall.conference_id, hall.meeting_id)


def _grid(
    request: HttpRequest, session: str, meeting: str, refused: Iterable[tuple[Who, RefusalShown]] = ()
) -> HttpResponse:
    values = _values(request.GET.get("order", ""), tuple(refused))
    return screen(request, "grid", session, meeting, more=values)


def _values(
    language: str, refused: tuple[tuple[Who, RefusalShown], ...] = ()
) -> Callable[[HallView], Mapping[str, object]]:
    """Give what makes the grid of a meeting, with the names in the alphabet of a language."""

    def made(hall: HallView) -> Mapping[str, object]:
        order = language if language in LANGUAGES else str(hall.choices.get("roll_language", "en"))
        return {
            "order": order,
            "orders": LANGUAGES,
            "rows": rows_of(hall, order),
            "people": _people(hall, order),
            "choice_codes": CHOICES,
            "refused_rows": refused,
            "drawn": drawn_name(hall),
        }

    return made


def rows_of(hall: HallView, language: str) -> list[Row]:
    """Give those who may vote, in the order of the call."""
    people = {one.id: one for one in hall.participants}
    chosen = {one.who.id: one.choice for one in hall.vote.ballots} if hall.vote is not None else {}
    return [Row(who=people[code], choice=chosen.get(code, "")) for code in call_order(hall, language)]


def _people(hall: HallView, language: str) -> list[Who]:
    people = {one.id: one for one in hall.participants}
    return [people[code] for code in alphabetical(tuple(people), language)]
