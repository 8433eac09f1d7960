# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The five pages of a meeting: the Chair's, a delegation's, the secretariat's, the wall's and the public's.

Each is a frame around one board, `longbien/conference/boards/<view>.html`, which needs nothing but `hall` (the view of the
meeting) and the active language: the live door renders the same file. Forms stand in the frame, outside the board; a
button of the board belongs to one of them by its `form` attribute, so that no board carries anything of its reader.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import get_random_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from longbien.actions.conference.hall.find import find_meeting
from longbien.actions.conference.hall.show import hall_view, may_see, own_view
from longbien.actions.conference.hall.view import HallView, OwnView
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.web.base.guard import officer_of, public, signed_in
from longbien.web.base.refusals import status_of
from longbien.web.conference.live import live_address
from longbien.web.conference.mine import Asking, askings_of
from longbien.web.conference.posted import do_value
from longbien.web.conference.refused import RefusalShown, refusal_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One of the pages: its board, the name of its address, its title and its words in the row of screens."""

    board: str
    route: str
    title: str | Promise
    words: str | Promise


SCREENS: Final[Mapping[str, Screen]] = {
    one.board: one
    for one in (
        Screen(board="chair", route="conference_chair", title=_("The Chair's screen"), words=_("Chair")),
        Screen(
            board="delegate",
            route="conference_floor",
            title=_("The delegation's screen"),
            words=_("Delegation"),
        ),
        Screen(
            board="grid", route="conference_grid", title=_("The secretariat's grid"), words=_("Secretariat")
        ),
        Screen(board="projector", route="conference_projector", title=_("Projector"), words=_("Projector")),
        Screen(board="public", route="conference_public", title=_("Public view"), words=_("Public view")),
    )
}
"""The pages of a meeting by their boards, in the order in which they are named."""


@signed_in
def chair_page(request: HttpRequest, session: str, meeting: str) -> HttpResponse:
    """Show what the Chair may do next, and the sentence to read out."""
    return screen(request, "chair", session, meeting)


@signed_in
def floor_page(request: HttpRequest, session: str, meeting: str) -> HttpResponse:
    """Show a delegation its meeting: floor, motions, ballot."""
    return screen(request, "delegate", session, meeting)


@public
def projector_page(request: HttpRequest, session: str, meeting: str) -> HttpResponse:
    """Show the meeting on the wall of the hall; `?language=` chooses the wall's language."""
    return _in_language(request, "projector", session, meeting)


@public
def public_page(request: HttpRequest, session: str, meeting: str) -> HttpResponse:
    """Show the meeting to everybody, without signing in; `?language=` chooses the language."""
    return _in_language(request, "public", session, meeting)


def _in_language(request: HttpRequest, board: str, session: str, meeting: str) -> HttpResponse:
    wanted = request.GET.get("language", "")
    if wanted not in dict(settings.LANGUAGES):
        return screen(request, board, session, meeting)
    with override(wanted):
        return screen(request, board, session, meeting)


def screen(
    request: HttpRequest,
    board: str,
    session: str,
    meeting: str,
    /,
    *,
    error: LongBienError | None = None,
    do: str = "",
    more: Callable[[HallView], Mapping[str, object]] | None = None,
) -> HttpResponse:
    """Show one of the pages; with `error`, the refusal stands where its button was."""
    node, shown = current_node(), SCREENS[board]
    actor = officer_of(request) if request.user.is_authenticated else None
    row = find_meeting(meeting)
    if row.conference.conference_id != session:
        raise RefusedError("conference.meeting_unknown", meeting=meeting[:60])
    if not may_see(actor=actor, meeting=row, board=board):
        raise PermissionDenied
    hall = hall_view(node=node, meeting_id=meeting, board=board)
    own = own_view(node=node, actor=actor, meeting_id=meeting) if actor is not None else None
    refusal = _placed(refusal_of(error, hall, do), hall) if error is not None else None
    values = {
        "view": board,
        "board": f"longbien/conference/boards/{board}.html",
        "title": shown.title,
        "here": shown.route,
        "back": board,
        "screens": _screens(own),
        "hall": hall,
        "own": own,
        "askings": _askings(own, board),
        "refusal": refusal,
        "key": get_random_string(24),
        "live": live_address(request, meeting, board),
        **(more(hall) if more is not None else {}),
    }
    return render(
        request, f"longbien/conference/{board}.html", values, status=status_of(error) if error else 200
    )


def _screens(own: OwnView | None) -> list[tuple[str, str | Promise]]:
    """Give the pages that a reader may open: the address's name and its words."""
    seen = own.boards if own is not None else frozenset({"public", "projector"})
    return [(one.route, one.words) for one in SCREENS.values() if one.board in seen]


def _askings(own: OwnView | None, board: str) -> tuple[Asking, ...]:
    return askings_of(own, board) if own is not None else ()


def _placed(refusal: RefusalShown, hall: HallView) -> RefusalShown:
    """Tell whether the button that was refused still stands on the board."""
    return replace(refusal, placed=any(do_value(one.kind, **one.body) == refusal.do for one in hall.steps))
