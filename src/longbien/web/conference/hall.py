# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The five pages of a meeting: the Chair's, a delegate's, the secretariat's, the projector's and the public's.

Each is a frame around one board, `longbien/conference/boards/<view>.html`, which needs nothing but `hall` (the view of the
meeting) and the active language: the live door renders the same file. Forms stand in the frame, outside the board; a
button of the board belongs to one of them by its `form` attribute, so that no board carries a reader's own secrets.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longbien.web.base.guard import public, signed_in
from longbien.web.conference.live import live_address


def _page(request: HttpRequest, view: str, session: str, meeting: str) -> HttpResponse:
    values = {
        "view": view,
        "session": session,
        "meeting": meeting,
        "board": f"longbien/conference/boards/{view}.html",
        "live": live_address(request, meeting, view),
    }
    return render(request, f"longbien/conference/{view}.html", values)


@signed_in
def chair_page(request: HttpRequest, session: str, meeting: str) -> HttpResponse:
    """Show what the Chair may do next, and the sentence to read out."""
    return _page(request, "chair", session, meeting)


@signed_in
def floor_page(request: HttpRequest, session: str, meeting: str) -> HttpResponse:
    """Show a delegation its meeting: floor, motions, ballot."""
    return _page(request, "delegate", session, meeting)


@signed_in
def grid_page(request: HttpRequest, session: str, meeting: str) -> HttpResponse:
    """Show the secretariat presence, ballots and totals to be typed in."""
    return _page(request, "grid", session, meeting)


@public
def projector_page(request: HttpRequest, session: str, meeting: str) -> HttpResponse:
    """Show the meeting on the wall of the hall."""
    return _page(request, "projector", session, meeting)


@public
def public_page(request: HttpRequest, session: str, meeting: str) -> HttpResponse:
    """Show the meeting to everybody, without signing in."""
    return _page(request, "public", session, meeting)
