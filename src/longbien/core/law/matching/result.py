# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the mapping proposes: for each article, provisions in order, each with its reasons. A machine proposes; named assessors decide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from longbien.core.treaty.provisions.citation import ProvisionId

ReasonKind: TypeAlias = Literal["words", "heading", "general", "chapter", "structure", "relative", "model"]
"""Words of the text; of its heading; of a general provision; the chapter's heading; other candidates that it cites; articles of other treaties to which
it is known to give effect; a model's opinion."""
Grade: TypeAlias = Literal["principal", "supporting"]
Coverage: TypeAlias = Literal["likely", "partial", "nothing_found"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a provision is proposed: its kind, and the words, ids or name that a reader can look up in the text."""

    kind: ReasonKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A provision proposed for an article. `score` is from 0 to 1 and orders; it is no probability."""

    id: str
    score: float
    grade: Grade
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words of a provision, as they stand there."""

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementSeen:
    """An element of a duty's grid, and the words of the duty's first candidates that may express it. None seen is no finding that it is missing."""

    element: str
    places: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyMap:
    """What is proposed for one duty of an article (a paragraph or a letter): candidates, best first, and where its elements may stand."""

    duty: ProvisionId
    candidates: tuple[Candidate, ...]
    elements: tuple[ElementSeen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleMap:
    """What is proposed for one article: candidates, best first.

    `gap_signal` from 0 to 1 says how little was found compared with the law's other articles: the order in which a reviewer looks, never a
    finding that the law has a gap. `suggested_coverage` is the same in words. `duties`: the same cut finer, where the language has words for it.
    """

    article: int
    suggested_coverage: Coverage
    gap_signal: float
    candidates: tuple[Candidate, ...]
    duties: tuple[DutyMap, ...] = ()


class Proposer(Protocol):
    """A model that tells how close texts are in meaning. It proposes and never decides; its part of a result is marked with its name."""

    @property
    def name(self) -> str:
        """Name the model, as readers see it."""

    def closeness(
        self, questions: Sequence[Sequence[str]], passages: Sequence[str]
    ) -> Sequence[Sequence[float]]:
        """Give a row for each question (a list of wordings of one thing) with a number for each passage: the larger, the closer."""


Mapped: TypeAlias = Mapping[int, ArticleMap]
"""The map of a law: an entry for each article that was asked for."""
