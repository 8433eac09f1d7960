# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Search over all laws that are kept, on a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from longbien.actions.law.library.laws import laws
from longbien.actions.law.library.search import PAGE, LawHit, LawHits, Narrowed, search
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.core.treaty.finding.search import Match
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of
from longbien.web.law.library.pages import day_of
from longbien.web.law.library.words import language_name
from longbien.web.treaty.search import marked

_LONGEST: Final = 400
_MOST_PAGES: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownHit:
    """A provision that was found, with the words marked."""

    hit: LawHit
    heading: SafeString
    text: SafeString


@guarded()
def law_search(request: HttpRequest) -> HttpResponse:
    """Show what has all the words of `q`, narrowed by State, law, language and day; twenty on a page."""
    node, actor = current_node(), officer_of(request)
    given = {
        name: request.GET.get(name, "").strip()[:_LONGEST] for name in ("q", "state", "law", "language", "on")
    }
    every = request.GET.get("every") == "1"
    day, wrong = day_of(given["on"])
    number = request.GET.get("page", "1")
    page = min(max(int(number), 1), _MOST_PAGES) if number.isdecimal() and len(number) < 4 else 1
    found: LawHits | None = None
    refused = ""
    if given["q"] and not wrong:
        within = Narrowed(
            state=given["state"], law=given["law"], language=given["language"], day=day, every=every
        )
        try:
            found = search(given["q"], node=node, actor=actor, within=within, first=(page - 1) * PAGE)
        except LongBienError as error:
            refused = sentence_of(error)
    kept = laws(node=node, actor=actor)
    values: Mapping[str, object] = {
        "given": given,
        "every": every,
        "wrong": wrong,
        "refused": refused,
        "found": found,
        "hits": [_shown(hit) for hit in found.hits] if found else [],
        "page": page,
        "pages": range(1, -(-found.total // PAGE) + 1) if found else range(0),
        "laws": kept,
        "states": sorted({one.state for one in kept}),
        "languages": sorted({(v.language, language_name(v.language)) for one in kept for v in one.versions}),
    }
    return render(
        request, "longbien/law/library/search.html", values, status=400 if wrong or refused else 200
    )


def _shown(hit: LawHit) -> ShownHit:
    heading = Match(name="heading", language=hit.language, text=hit.heading, spans=hit.heading_spans)
    text = Match(name="text", language=hit.language, text=hit.text, spans=hit.text_spans)
    return ShownHit(hit=hit, heading=marked(heading), text=marked(text))
