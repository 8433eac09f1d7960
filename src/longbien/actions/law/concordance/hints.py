# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a machine shows beside a row: the provisions that it proposes with their texts, and the words in which each element may stand. Hints, never findings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from longbien.actions.access import require
from longbien.actions.law.concordance.keeping import READ, find
from longbien.actions.law.concordance.linking import Place, places
from longbien.actions.law.concordance.seen import RowView
from longbien.actions.node import Node
from longbien.core.law.concordance.codes import Decision
from longbien.core.law.concordance.table import Suggestion
from longbien.core.law.matching.duties import LOOKED_THROUGH, elements_seen
from longbien.core.law.matching.quoting import Passage, passage
from longbien.core.law.words.duties import fine_words
from longbien.core.treaty.provisions.citation import ProvisionId
from longbien.store import models

_LONGEST: Final = 4000
"""Characters of a proposed provision that are shown; the law itself has it whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionShown:
    """An open suggestion with its provision's text, as far as it is shown. `of_row`: it is proposed for this very duty."""

    suggestion: Suggestion
    number: str
    heading: str
    text: str
    cut: bool
    language: str
    of_row: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsSeen:
    """Words of one provision that may express an element. `linked`: of a linked provision; otherwise of a proposed one."""

    provision: str
    words: tuple[str, ...]
    language: str
    linked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What a machine shows beside a row. `elements`: by the key of the grid; a key with nothing was looked for and not seen."""

    of_row: tuple[SuggestionShown, ...]
    of_article: tuple[SuggestionShown, ...]
    elements: Mapping[str, tuple[WordsSeen, ...]]


def hints(*, node: Node, actor: models.Officer, view: RowView) -> Hints:
    """Give the hints beside a row that the actor reads. RefusedError `people.not_permitted`; UsageError `law.concordance_not_found`."""
    require(actor, READ)
    proposed = {one.key: one for one in view.suggestions if one.decision is Decision.OPEN}
    held = {
        key: place
        for place in (places(find(view.value.id)) if proposed else ())
        if (key := f"{place.text.law}|{place.text.version}|{place.provision.id}") in proposed
    }
    shown = [_shown(one, held.get(key), view.row.id) for key, one in proposed.items()]
    of_row = tuple(one for one in shown if one.of_row)
    return Hints(
        of_row=of_row,
        of_article=tuple(one for one in shown if not one.of_row),
        elements=_elements(view, of_row),
    )


def _shown(one: Suggestion, place: Place | None, duty: ProvisionId) -> SuggestionShown:
    text = place.provision.text if place else ""
    return SuggestionShown(
        suggestion=one,
        number=(place.provision.number if place else "") or one.provision,
        heading=place.provision.heading if place else "",
        text=text[:_LONGEST],
        cut=len(text) > _LONGEST,
        language=place.text.language if place else "",
        of_row=duty in one.duties,
    )


def _elements(view: RowView, proposed: Iterable[SuggestionShown]) -> Mapping[str, tuple[WordsSeen, ...]]:
    """Look in what is linked and, after it, in the first of what is proposed; each language with its own words."""
    linked = [
        (one.number or one.provision, f"{one.heading}\n{one.text}", one.language, True)
        for one in view.row.links
    ]
    looked = [
        (one.number, f"{one.heading}\n{one.text}", one.language, False)
        for one in proposed
        if one.suggestion.key not in {link.key for link in view.row.links}
    ][:LOOKED_THROUGH]
    found: dict[str, list[WordsSeen]] = {}
    for name, text, language, is_linked in (*linked, *looked):
        words = fine_words(language) if language else None
        if words is None:
            continue
        passages: Mapping[str, Passage] = {name: passage(text, words.language)}
        for element in elements_seen(view.row.id, words, passages):
            found.setdefault(element.element, []).extend(
                WordsSeen(provision=name, words=place.words, language=language, linked=is_linked)
                for place in element.places
            )
    return {key: tuple(ones) for key, ones in found.items()}
