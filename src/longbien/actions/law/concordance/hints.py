# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a machine shows beside a row: the provisions that it proposes with their texts, and the words in which each element may stand. Hints, never findings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from longbien.actions.access import require
from longbien.actions.law.concordance.keeping import READ, find
from longbien.actions.law.concordance.linking import Place, places_of
from longbien.actions.law.concordance.seen import RowView
from longbien.actions.node import Node
from longbien.core.law.concordance.codes import Decision
from longbien.core.law.concordance.table import Suggestion
from longbien.core.law.matching.duties import LOOKED_THROUGH, elements_seen
from longbien.core.law.matching.quoting import passage
from longbien.core.law.words.duties import fine_words
from longbien.store import models

_LONGEST: Final = 4000
"""Characters of a proposed provision that are shown; the law itself has it whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionShown:
    """A suggestion with its provision's text, as far as it is shown. `accepted`: for another duty of the article, not linked to this one."""

    suggestion: Suggestion
    number: str
    heading: str
    text: str
    cut: bool
    language: str
    accepted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsSeen:
    """Words of one provision (`ACT 4`) that may express an element. `linked`: of a linked provision; otherwise of a proposed one."""

    provision: str
    words: tuple[str, ...]
    language: str
    linked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What a machine shows beside a row: what it proposes for this duty, what for the rest of the article, but not what is linked or was rejected.

    `elements`: by the key of the grid; a key with nothing was looked for and not seen.
    """

    of_row: tuple[SuggestionShown, ...]
    of_article: tuple[SuggestionShown, ...]
    elements: Mapping[str, tuple[WordsSeen, ...]]


def hints(*, node: Node, actor: models.Officer, view: RowView) -> Hints:
    """Give the hints beside a row that the actor reads. RefusedError `people.not_permitted`; UsageError `law.concordance_not_found`."""
    require(actor, READ)
    linked = {one.key for one in view.row.links}
    proposed = [
        one for one in view.suggestions if one.decision is not Decision.REJECTED and one.key not in linked
    ]
    held = places_of(find(view.value.id), {one.key for one in proposed})
    of_row = tuple(_shown(one, held.get(one.key)) for one in proposed if view.row.id in one.duties)
    rest = tuple(_shown(one, held.get(one.key)) for one in proposed if view.row.id not in one.duties)
    return Hints(of_row=of_row, of_article=rest, elements=_elements(view, of_row))


def _shown(one: Suggestion, place: Place | None) -> SuggestionShown:
    text = place.provision.text if place else ""
    return SuggestionShown(
        suggestion=one,
        number=(place.provision.number if place else "") or one.provision,
        heading=place.provision.heading if place else "",
        text=text[:_LONGEST],
        cut=len(text) > _LONGEST,
        language=place.text.language if place else "",
        accepted=one.decision is Decision.ACCEPTED,
    )


def _elements(view: RowView, proposed: Sequence[SuggestionShown]) -> Mapping[str, tuple[WordsSeen, ...]]:
    """Look in what is linked and, after it, in the first of what is proposed; each language with its own words."""
    linked = [
        (f"{one.law} {one.number or one.provision}", f"{one.heading}\n{one.text}", one.language, True)
        for one in view.row.links
    ]
    looked = [
        (f"{one.suggestion.law} {one.number}", f"{one.heading}\n{one.text}", one.language, False)
        for one in proposed[:LOOKED_THROUGH]
    ]
    found: dict[str, list[WordsSeen]] = {}
    for name, text, language, is_linked in (*linked, *looked):
        words = fine_words(language) if language else None
        if words is None:
            continue
        for element in elements_seen(view.row.id, words, {name: passage(text, words.language)}):
            found.setdefault(element.element, []).extend(
                WordsSeen(provision=name, words=place.words, language=language, linked=is_linked)
                for place in element.places
            )
    return {key: tuple(ones) for key, ones in found.items()}
