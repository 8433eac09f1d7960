# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of sessions of the Conference, and a session with its meetings; open to everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longbien.actions.conference.hall.find import conferences, find_conference, meetings_of
from longbien.actions.conference.hall.show import may_see
from longbien.web.base.guard import officer_of, public
from longbien.web.conference.hall import SCREENS


@public
def sessions_page(request: HttpRequest) -> HttpResponse:
    """List the sessions of the Conference of the States Parties (Art. 57) that this node holds."""
    return render(request, "longbien/conference/home.html", {"sessions": conferences()})


@public
def session_page(request: HttpRequest, session: str) -> HttpResponse:
    """Show a session: where and when, its meetings, and the screens of each that this reader may open."""
    found = find_conference(session)
    actor = officer_of(request) if request.user.is_authenticated else None
    meetings = [
        (
            one,
            [screen for screen in SCREENS.values() if may_see(actor=actor, meeting=one, board=screen.board)],
        )
        for one in meetings_of(found)
    ]
    return render(request, "longbien/conference/session.html", {"session": found, "meetings": meetings})
