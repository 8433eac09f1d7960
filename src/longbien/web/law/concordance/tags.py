# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the templates of the concordance may say beyond the others."""

from typing import Final, get_args

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from longbien.actions.law.concordance.hints import Hints, WordsSeen
from longbien.core.law.concordance.changes import Difference
from longbien.core.law.concordance.codes import FATF, Coverage, Found, Safeguard
from longbien.core.law.concordance.grid import Element
from longbien.core.law.concordance.rounds import State
from longbien.core.law.matching.result import ReasonKind
from longbien.core.treaty.provisions.citation import ProvisionId, cite_short
from longbien.web.base.words import word_now
from longbien.web.law.concordance.beside import Beside, changed_members
from longbien.web.law.concordance.forms import GridLine
from longbien.web.treaty.tags import of_data

register = template.Library()

_STATES: Final = {
    State.DISAGREED: "warning",
    State.OPENED: "warning",
    State.AGREED: "info",
    State.ONE_IN: "info",
    State.REVIEWED: "success",
}
_FOUND: Final = {Found.FOUND: "success", Found.PARTLY: "warning", Found.MISSING: "danger"}
_TITLES: Final = {"law": "law_about", "practice": "law_about"}
_SAFEGUARDS: Final = frozenset(one.value for one in Safeguard)


@register.filter
def cited(provision: str) -> str:
    """Cite a duty briefly: `7(1)`."""
    return cite_short(ProvisionId(provision))


@register.filter
def law_colour(state: State) -> str:
    """Give the colour beside the words of where a row stands; the words carry the meaning."""
    return _STATES.get(state, "neutral")


@register.filter
def found_colour(found: Found) -> str:
    """Give the colour beside what was found of an element or safeguard."""
    return _FOUND.get(found, "neutral")


@register.filter
def members(one: Difference) -> list[tuple[str, str, str]]:
    """Give the members that a copy would change, each before and after."""
    return changed_members(one.before, one.after)


@register.simple_tag
def coverage(found: Coverage, fatf: bool) -> SafeString:  # noqa: FBT001 # templates pass by place
    """Say what was found of the law, in the words of UNCAC or with the letters of the FATF."""
    if not fatf:
        return format_html("{}", word_now("law_coverage", found.value))
    letters = FATF[found]
    words = " / ".join(word_now("law_fatf", one.lower()) for one in letters)
    return format_html(
        '<bdi dir="ltr">{}</bdi> <span class="lb-small">{}</span>', "/".join(letters) or "—", words
    )


@register.simple_tag
def beside_words(line: Beside) -> SafeString:
    """Name a line of what was found side by side."""
    return _named(line.kind, line.words)


@register.simple_tag
def element_words(line: GridLine) -> SafeString:
    """Name an element in the form."""
    return _named(line.kind, line.words)


@register.simple_tag
def named_element(one: Element) -> SafeString:
    """Name an element of a duty's grid."""
    return _named(one.kind.value, one.words)


@register.simple_tag
def words_seen(found: Hints, line: GridLine) -> tuple[WordsSeen, ...] | None:
    """Give the words in which an element of the form may stand; None if a machine did not look for it."""
    return found.elements.get(line.key)


@register.simple_tag
def law_reason(reason: str) -> SafeString:
    """Say a reason of a suggestion (`words: without authority`) with its kind in the reader's language."""
    kind, _colon, text = reason.partition(": ")
    if kind not in get_args(ReasonKind):
        return format_html("<bdi>{}</bdi>", reason)
    return format_html("{}: <bdi>{}</bdi>", word_now("map_reason", kind), text)


def _named(kind: str, words: str) -> SafeString:
    if kind in _TITLES:
        return format_html("{}", word_now(_TITLES[kind], kind))
    if kind in _SAFEGUARDS:
        return format_html("{}", word_now("law_safeguard", kind))
    if kind in ("other", "without_right"):
        return of_data(words) if kind == "other" else format_html("{}", word_now("law_element", kind))
    return format_html("<strong>{}:</strong> {}", word_now("law_element", kind), of_data(words))
