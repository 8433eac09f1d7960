# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sheet for a vote by pen, as a file."""

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import get_language

from longbien.actions.conference.hall.sheet import ballot_sheet
from longbien.actions.node import current_node
from longbien.web.base.downloads import download
from longbien.web.base.guard import officer_of, signed_in


@signed_in
def sheet_page(request: HttpRequest, session: str, meeting: str) -> HttpResponseBase:
    """Give the sheet in the reader's language; `?order=fr` puts the names into the alphabet of that language."""
    made = ballot_sheet(
        node=current_node(),
        actor=officer_of(request),
        meeting_id=meeting,
        language=get_language() or "en",
        order=request.GET.get("order", ""),
    )
    return download(iter((made,)), name=f"{meeting}-vote.pdf", size=len(made))
