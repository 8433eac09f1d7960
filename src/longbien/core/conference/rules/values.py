# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules of procedure as values (Convention, Art. 57): each with its rule number, its sources and how sure it is.

A `RuleSet` is a profile (such as `cosp-default`) with one option chosen of each variant. Everything that decides something in the
conference desk takes its numbers from here and quotes the `RuleValue` that it used.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeVar

from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError

_T = TypeVar("_T")

CONFIDENCES: Final = ("seen", "high", "medium", "low")
"""How sure a value is, best first: read in a public copy; remembered (high, medium); a guess or practice."""

ROLES: Final = ("state_party", "reio_party", "signatory", "non_signatory", "igo_or_entity", "ngo")
"""Who takes part, in the order of rules 12 and 14 to 17."""

RIGHTS: Final = (
    "speak",
    "propose",
    "vote",
    "join_consensus",
    "move_motion",
    "point_of_order",
    "object",
    "documents",
    "written_views",
    "plenary",
    "subsidiary_bodies",
)
"""The rights that every role has or has not (true, false, or a code such as `on_invitation`)."""

Base = Literal["cast", "electorate", "objection"]
"""What a threshold is measured against: votes for and against; all who may vote; formal objections (consensus)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleValue:
    """One value of a rule set: `path` such as `quorum.decide`, the value, and on whose word it stands.

    `rule` is the citation (`UNTOC 41; GA 67`), empty if no rule is known; `sources` are ids of `data/procedure/sources.yaml`;
    `variant` and `option` say which open point governs it and what was chosen; `fallback` marks a value that the profile's own
    texts do not give and that it takes from the default profile. `label`, `text` and `note` are English words of the data.
    """

    path: str
    label: str
    value: Json
    rule: str
    sources: tuple[str, ...]
    confidence: str
    variant: str | None = None
    option: str | None = None
    text: str = ""
    note: str = ""
    fallback: bool = False


def value_json(rule: RuleValue) -> dict[str, Json]:
    """Give one value of the rules with everything that records and results quote of it."""
    return {
        "path": rule.path,
        "value": rule.value,
        "rule": rule.rule,
        "sources": list(rule.sources),
        "confidence": rule.confidence,
        "variant": rule.variant,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A majority in integers: reached when `den * FOR > num * BASE` (`strict`) or `>=` (not strict).

    `counted` says which side must reach it: `for`, or `against_ruling` (an appeal). `tie` and `none_cast` say what an equally
    divided vote and a vote that nobody casts come to. `base` `objection` is consensus: no formal objection.
    """

    id: str
    base: Base
    num: int
    den: int
    strict: bool
    counted: str
    tie: str
    none_cast: str
    rule: RuleValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A kind of question and what it takes: consensus first or not, then the `last_resort`.

    `last_resort` is a threshold's id, `same_as_whole` (parts and amendments follow the proposal) or nothing (consensus only).
    `precondition` with `at_least` must hold before it is put: `states_parties` (Art. 62), `years_in_force` (Art. 66),
    `bureau_report`.
    """

    id: str
    kind: str
    consensus_first: bool
    last_resort: str | None
    precondition: str | None
    at_least: int | None
    rule: RuleValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """A procedural motion: its rank among pending ones (1 first; none: taken when made), who is heard, what it takes."""

    id: str
    rank: int | None
    debatable: str
    speakers_for: int
    speakers_against: int
    threshold: str | None
    mover_counts_as_for: bool
    needs_vote_only_if_objection: bool
    rule: RuleValue


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """The rules that apply: a profile, the option chosen of every variant, and all values that follow.

    `chosen` holds only what was asked for beyond the profile; with `id` it is all that a record must keep (`rules_json`).
    """

    id: str
    title: str
    status: str
    note: str
    choices: Mapping[str, str]
    chosen: Mapping[str, str]
    values: Mapping[str, RuleValue] = field(repr=False)
    thresholds: Mapping[str, Threshold] = field(repr=False)
    questions: Mapping[str, Question] = field(repr=False)
    motions: Mapping[str, Motion] = field(repr=False)

    def value(self, path: str) -> RuleValue:
        """Give the value at `path`; RefusedError `conference.rule_unknown`."""
        return _known(self.values, "value", path)

    def threshold(self, name: str) -> Threshold:
        """Give a threshold (`simple`, `two_thirds`, ...); RefusedError `conference.rule_unknown`."""
        return _known(self.thresholds, "threshold", name)

    def question(self, name: str) -> Question:
        """Give a kind of question (`substance`, `procedure`, ...); RefusedError `conference.rule_unknown`."""
        return _known(self.questions, "question", name)

    def motion(self, name: str) -> Motion:
        """Give a motion (`adjourn_debate`, ...); RefusedError `conference.rule_unknown`."""
        return _known(self.motions, "motion", name)

    def right(self, role: str, right: str) -> RuleValue:
        """Give what a role may: `right("signatory", "vote")`; RefusedError `conference.rule_unknown`."""
        return self.value(f"participants.{role}.{right}")


def _known(table: Mapping[str, _T], kind: str, name: str) -> _T:
    found = table.get(name)
    if found is None:
        raise RefusedError("conference.rule_unknown", kind=kind, name=name[:80], known=known_names(table))
    return found


def known_names(names: Mapping[str, object]) -> str:
    """List names for a sentence: all of a short table, the first ten of a long one."""
    listed = sorted(names)
    return ", ".join(listed[:10]) + (", …" if len(listed) > 10 else "")
