# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Full-text search over articles and duties, in any of the seven languages: what was found, and where the words stand."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from longbien.actions.treaty.texts import search as find
from longbien.core.treaty.finding.search import TITLE, WORDS, Hit, Match
from longbien.core.treaty.provisions.citation import article_of, cite_short
from longbien.core.treaty.provisions.convention import convention
from longbien.web.base.guard import public
from longbien.web.treaty.tags import address

LONGEST: Final = 200
"""Characters of a question."""
_MATCHES: Final = 2
_AROUND: Final = 160
"""Characters that are shown before and after the words that were found, in a long text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownHit:
    """One place that fits: its address, how it is cited, its article (None if its title is among the texts), and the texts in which the words stand."""

    address: str
    cite: str
    article: int | None
    text: str
    matches: tuple[SafeString, ...]


@public
def search(request: HttpRequest) -> HttpResponse:
    """Show what fits the words of `q`, the best first."""
    asked = request.GET.get("q", "")[:LONGEST].strip()
    language = (get_language() or "en").partition("-")[0]
    hits = [_shown(hit) for hit in find(asked, language=language)] if asked else []
    return render(request, "longbien/treaty/search.html", {"q": asked, "hits": hits})


def _shown(hit: Hit) -> ShownHit:
    number = article_of(hit.provision)
    duty = convention().by_id.get(hit.provision)
    language = (get_language() or "en").partition("-")[0]
    matches = [match for match in hit.matches if match.spans and match.name != WORDS]
    titled = any(match.name == TITLE and match.language == language for match in matches)
    return ShownHit(
        address=address(hit.provision),
        cite=cite_short(hit.provision),
        article=None if titled else number,
        text="" if hit.whole or duty is None or matches else duty.text,
        matches=tuple(marked(match) for match in matches[:_MATCHES]),
    )


def marked(match: Match) -> SafeString:
    """Show a text with the words that were found marked; of a long text, what stands around the first of them."""
    first = max(match.spans[0][0] - _AROUND, 0) if match.spans else 0
    last = min(first + 3 * _AROUND, len(match.text))
    pieces, place = [], first
    for start, end in match.spans:
        if start < place or end > last:
            continue
        pieces.append(format_html("{}<mark>{}</mark>", match.text[place:start], match.text[start:end]))
        place = end
    words = format_html_join("", "{}", ((piece,) for piece in (*pieces, match.text[place:last])))
    before, after = "… " if first else "", " …" if last < len(match.text) else ""
    return format_html('<span lang="{}" dir="auto">{}{}{}</span>', match.language, before, words, after)
