# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A map as JSON (schema `longbien/law-map/1`): what the terminal prints, a program reads and a concordance begins with."""

from collections.abc import Sequence
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.law.matching.result import ArticleMap, Candidate, DutyMap, Mapped

SCHEMA: Final = "longbien/law-map/1"


def map_json(
    found: Mapped, *, language: str, words: str, models: Sequence[str], provisions: int
) -> dict[str, Json]:
    """Give a map as JSON: `language` was asked for, `words` is the language of the vocabulary, `models` suggested beside it."""
    return {
        "schema": SCHEMA,
        "language": language,
        "words": words,
        "models": list(models),
        "provisions": provisions,
        "articles": {str(number): _article(one) for number, one in found.items()},
    }


def _article(one: ArticleMap) -> Json:
    return {
        "suggested_coverage": one.suggested_coverage,
        "gap_signal": one.gap_signal,
        "candidates": [_candidate(candidate) for candidate in one.candidates],
        "duties": {duty.duty: _duty(duty) for duty in one.duties},
    }


def _duty(one: DutyMap) -> Json:
    return {
        "candidates": [_candidate(candidate) for candidate in one.candidates],
        "elements": {
            seen.element: [{"id": place.id, "words": list(place.words)} for place in seen.places]
            for seen in one.elements
        },
    }


def _candidate(one: Candidate) -> Json:
    return {
        "id": one.id,
        "score": one.score,
        "grade": one.grade,
        "reasons": [{"kind": reason.kind, "text": reason.text} for reason in one.reasons],
    }
