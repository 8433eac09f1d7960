# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Filling a concordance: a version from the library of laws, and the machine's suggestions for every article. Suggestions, never findings."""

from typing import Final

from longbien.actions.access import require
from longbien.actions.law.concordance.begin import keep_text, translation_of
from longbien.actions.law.concordance.keeping import ASSESS, find, whole
from longbien.actions.law.concordance.linking import Place, Proposed, places, suggest
from longbien.actions.law.library.laws import text_of
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.law.concordance.codes import Grade
from longbien.core.law.concordance.table import TextUsed
from longbien.core.law.matching.mapping import map_provisions
from longbien.core.law.matching.result import ArticleMap, Candidate
from longbien.core.law.provisions.provision import Provision
from longbien.store import models

MOST: Final = 8
"""Suggestions for an article: what a reviewer reads; the map itself has more."""
MOST_OF_DUTY: Final = 3
"""Suggestions for one of its duties; those that are not among the article's come after them."""
METHOD: Final = "words"


def add_from_library(*, node: Node, actor: models.Officer, ref: str, version: str) -> int:
    """Take in a version of the library by its name (`VN/CODE/LABEL`, or the one in force); count its provisions. Errors as `text_of`."""
    found = text_of(version, node=node, actor=actor)
    text = TextUsed(
        law=found.law.code,
        version=found.version.label,
        title=found.law.title,
        language=found.version.language,
        translation=translation_of(found.version.translation),
        digest=found.version.digest,
        as_of=found.version.text_as_of,
        in_force_from=found.version.in_force_from,
    )
    return keep_text(node=node, actor=actor, ref=ref, text=text, provisions=found.provisions)


def propose(*, node: Node, actor: models.Officer, ref: str) -> int:
    """Let the machine propose provisions for every article of the table; count what is new. RefusedError `law.texts_none`."""
    require(actor, ASSESS)
    table = find(ref)
    articles = sorted({row.article for row in whole(table).rows})
    languages: dict[str, list[Place]] = {}
    for place in places(table):
        languages.setdefault(place.text.language, []).append(place)
    if not languages:
        raise RefusedError("law.texts_none")
    found: list[Proposed] = []
    for language, held in languages.items():
        found += _mapped(language, held, articles)
    ordered = sorted(found, key=lambda one: one.article)
    return suggest(node=node, actor=actor, ref=ref, proposed=ordered)


def _mapped(language: str, held: list[Place], articles: list[int]) -> list[Proposed]:
    """Map one language's provisions; each goes under a number of its own, for two laws may use one id."""
    named = [
        Provision(
            id=str(number),
            text=place.provision.text,
            heading=place.provision.heading,
            law=place.provision.law or place.text.law,
            number=place.provision.number,
            path=place.provision.path,
        )
        for number, place in enumerate(held)
    ]
    mapped = map_provisions(named, language=language, articles=articles)
    return [
        _proposed(one, candidate, held) for one in mapped.values() for candidate in _candidates(one).values()
    ]


def _candidates(mapped: ArticleMap) -> dict[str, Candidate]:
    """Give the article's first candidates, then its duties'; each once."""
    found = {one.id: one for one in mapped.candidates[:MOST]}
    for duty in mapped.duties:
        for one in duty.candidates[:MOST_OF_DUTY]:
            found.setdefault(one.id, one)
    return found


def _proposed(mapped: ArticleMap, candidate: Candidate, held: list[Place]) -> Proposed:
    place = held[int(candidate.id)]
    return Proposed(
        article=mapped.article,
        law=place.text.law,
        version=place.text.version,
        provision=place.provision.id,
        grade=Grade(candidate.grade),
        reasons=tuple(f"{reason.kind}: {' '.join(reason.text.split())}" for reason in candidate.reasons),
        method=METHOD,
        duties=tuple(
            duty.duty
            for duty in mapped.duties
            if any(one.id == candidate.id for one in duty.candidates[:MOST_OF_DUTY])
        ),
    )
