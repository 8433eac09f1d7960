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
    "no_quorum": frozenset({"not_adopted", "rejected", "no_decision", "not_valid", "invalid", "void"}),
    "no_consensus": frozenset({"not_adopted", "rejected", "no_decision", "put_to_vote"}),
    "upheld": frozenset({"ruling_stands", "stands"}),
    "overturned": frozenset({"ruling_falls", "not_upheld"}),
    "first": frozenset({"open"}),
    "unrestricted": frozenset({"open"}),
    "refused": frozenset({"not_allowed", "disallowed", "denied"}),
    "not_put": frozenset({"fallen", "falls", "not_voted", "skipped"}),
    "accept": frozenset({"accepted", "allow", "allowed"}),
}
"""Other words by which a lawyer may expect the same outcome."""
_FLAGGED: Final = ("flag", "flagged", "contradiction", "contradictory", "inconsistent")


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
            same=_agrees(name, value, computed.facts),
        )
        for name, value in expected.items()
    )


def _agrees(name: str, expected: Json, facts: Mapping[str, Json]) -> bool | None:
    """Compare one fact; None if there is none of this name. A vote may be expected to be flagged; who is elected is a set."""
    if name == "outcome" and expected in _FLAGGED:
        return facts.get("contradiction") is True if "contradiction" in facts else None
    if name not in facts:
        return None
    found = facts[name]
    if name == "elected" and isinstance(expected, list) and isinstance(found, list):
        return sorted(map(str, expected)) == sorted(map(str, found))
    return _same(expected, found)


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
