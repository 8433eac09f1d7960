# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was expected against what was computed, fact by fact."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.conference.cases.computed import Computed

SAME_AS: Final[Mapping[str, frozenset[str]]] = {
    "adopted": frozenset({"carried"}),
    "rejected": frozenset({"not_adopted", "not_carried"}),
    "no_quorum": frozenset({"not_adopted", "no_decision", "not_valid", "invalid", "void"}),
    "no_consensus": frozenset({"not_adopted", "no_decision"}),
    "upheld": frozenset({"ruling_stands", "stands"}),
    "overturned": frozenset({"ruling_falls", "not_upheld"}),
    "first": frozenset({"open"}),
}
"""Other words by which a lawyer may expect the same outcome."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One expected fact. `same` is None where the engine gives no such fact: a remark in words, or an outcome that is not determined."""

    name: str
    expected: Json
    computed: Json
    same: bool | None


def compare(expected: Mapping[str, Json], computed: Computed) -> tuple[Compared, ...]:
    """Compare every expected fact with the computed one of the same name."""
    return tuple(
        Compared(
            name=name,
            expected=value,
            computed=computed.facts.get(name),
            same=_same(value, computed.facts[name]) if name in computed.facts else None,
        )
        for name, value in expected.items()
    )


def _same(expected: Json, found: Json) -> bool:
    """Tell whether two facts agree: numbers exactly, words also by their synonyms or one of several (`open or first`)."""
    if isinstance(expected, list) and isinstance(found, list):
        return len(expected) == len(found) and all(
            _same(one, other) for one, other in zip(expected, found, strict=True)
        )
    if isinstance(expected, dict) and isinstance(found, dict):
        return all(name in found and _same(value, found[name]) for name, value in expected.items())
    if isinstance(expected, str) and isinstance(found, str):
        named = {one.strip().replace(" ", "_") for one in expected.split(" or ")} | {expected}
        return found in named or not named.isdisjoint(SAME_AS.get(found, frozenset()))
    return type(expected) is type(found) and expected == found
