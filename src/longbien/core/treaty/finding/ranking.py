# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ranks places of a text by the words of a query: BM25 over weighted fields (Robertson and Zaragoza 2009).

A `Layer` is one body of text, indexed once: the paraphrases, or one loaded official text. Several layers add up.
"""

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NewType

from longbien.core.treaty.finding.words import keys
from longbien.core.treaty.provisions.citation import ProvisionId

_SATURATION: Final = 1.2
_LENGTH: Final = 0.5
_EXACT: Final = 0.5
"""What a word written exactly so adds, beside its form."""
_PAIR: Final = 1.0
"""What two words beside each other add."""
_OWN_LANGUAGE: Final = 1.2
_FEW: Final = 3
_EVERYWHERE: Final = 0.25
"""In a query of more than a few words, a word that this share of all targets has tells nothing."""
MOST_WORDS: Final = 200
"""Words of a query that are looked at."""


Target = NewType("Target", str)
"""What a hit is: a duty (`40.15`) or a whole article (`§40`)."""
_WHOLE: Final = "§"


def whole(article: int) -> Target:
    """Give the target that is a whole article."""
    return Target(f"{_WHOLE}{article}")


def single(duty: ProvisionId) -> Target:
    """Give the target that is one duty."""
    return Target(duty)


def is_whole(target: Target) -> bool:
    """Tell whether a target is a whole article."""
    return target.startswith(_WHOLE)


def provision_of(target: Target) -> ProvisionId:
    """Give the article or duty that a target is."""
    return ProvisionId(target.removeprefix(_WHOLE))


def article_of(target: Target) -> Target:
    """Give the whole article that a target stands in, or is."""
    return target if is_whole(target) else Target(_WHOLE + target.split(".", 1)[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A text that belongs to a target. `name`: title, text, words or official; `weight` says how much it tells."""

    target: Target
    name: str
    language: str
    text: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A text with where the words of each key stand in it: start, end, start, end and so on."""

    field: Field
    places: "Mapping[str, array[int]]"  # subscripted at run time from Python 3.12

    def spans(self, query: "Query") -> tuple[tuple[int, int], ...]:
        """Give where the words of a query stand, in order and each once."""
        found = set()
        for key in self.places.keys() & query.keys.keys():
            places = self.places[key]
            found |= set(zip(places[::2], places[1::2], strict=True))
        return tuple(sorted(found))


@dataclass(slots=True)
class Score:
    """How well a target fits: the sum, and which words of the query it has."""

    total: float = 0.0
    found: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A body of text, indexed: for each key the targets with how often (weighted) they have it."""

    fields: Mapping[Target, tuple[Placed, ...]]
    postings: Mapping[str, Mapping[Target, float]]
    norms: Mapping[Target, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query's keys with the number of the word that each stands on, and how many words there are."""

    keys: Mapping[str, int]
    words: int


def index(fields: Iterable[Field]) -> Layer:
    """Index texts."""
    by_target: dict[Target, list[Placed]] = defaultdict(list)
    postings: dict[str, dict[Target, float]] = defaultdict(dict)
    lengths: dict[Target, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for item in fields:
        places: dict[str, array[int]] = {}
        for key, word in keys(item.text, item.language):
            row = postings[key]
            row[item.target] = row.get(item.target, 0.0) + item.weight
            if " " not in key:
                places.setdefault(key, array("I")).extend((word.start, word.end))
            if key.startswith("="):
                lengths[item.target][item.language] += item.weight
        by_target[item.target].append(Placed(field=item, places=places))
    longest = {target: max(by_language.values()) for target, by_language in lengths.items()}
    average = sum(longest.values()) / max(len(longest), 1)
    return Layer(
        fields={target: tuple(items) for target, items in by_target.items()},
        postings=dict(postings),
        norms={
            target: _SATURATION * (1 - _LENGTH + _LENGTH * length / average)
            for target, length in longest.items()
        },
    )


def read_query(text: str) -> Query:
    """Give the keys of a query, of its first words if it has very many."""
    numbers: dict[str, int] = {}
    places: dict[int, int] = {}
    for key, word in keys(text):
        number = places.setdefault(word.start, len(places))
        if number >= MOST_WORDS:
            break
        numbers.setdefault(key, number)
    return Query(keys=numbers, words=min(len(places), MOST_WORDS))


def score(layer: Layer, query: Query, scores: dict[Target, Score], language: str | None) -> None:
    """Add what a layer says about a query to the scores; words of the reader's `language` count a little more."""
    count = len(layer.fields)
    for key, number in query.keys.items():
        row = layer.postings.get(key)
        if row is None or (query.words > _FEW and len(row) > _EVERYWHERE * count):
            continue
        share = _EXACT if key.startswith("=") else _PAIR if " " in key else 1.0
        if language is not None and key.startswith(f"{language}:"):
            share *= _OWN_LANGUAGE
        rarity = share * math.log(1 + (count - len(row) + 0.5) / (len(row) + 0.5))
        for target, often in row.items():
            one = scores.get(target)
            if one is None:
                one = scores[target] = Score()
            one.total += rarity * often / (often + layer.norms[target])
            one.found.add(number)
