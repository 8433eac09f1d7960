# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who reads a page of a session's papers: nobody in particular, a badge holder, or the secretariat that may write."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from longbien.actions.access import permits
from longbien.actions.conference.papers.session import VERB
from longbien.actions.people.sign_in import Officer


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The account behind a request (None: not signed in), and whether it writes papers."""

    officer: Officer | None
    writes: bool


def reader_of(request: HttpRequest) -> Reader:
    """Tell who reads."""
    officer = request.user if request.user.is_authenticated else None
    return Reader(officer=officer, writes=officer is not None and permits(officer, VERB))


def paper(content: bytes, name: str, media: str = "application/pdf") -> HttpResponse:
    """Answer with a paper as a file."""
    response = HttpResponse(content, content_type=media)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
