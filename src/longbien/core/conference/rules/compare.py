# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What differs between two rule sets, value by value, with a worked consequence where figures make the difference plain.

    differences(rule_set("untoc"), rule_set("ga-committee"))

A consequence is a code with values (`sentences/conference.py`), worked out for a Conference of `PARTIES` States Parties of which
`TAKING_PART` take part, and for `CAST` votes for and against.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from longbien.core.base.errors import RefusedError
from longbien.core.conference.rules.fractions import least, share
from longbien.core.conference.rules.load import rule_set
from longbien.core.conference.rules.values import RuleSet, RuleValue

PARTIES: Final = 40
"""States Parties of the worked example: as many as bring the Convention into force (Art. 65)."""
TAKING_PART: Final = 36
CAST: Final = 30
"""Votes for and against of the worked example; the rest abstain or are absent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What a value comes to in the worked example: a code and the values of its sentence."""

    code: str
    params: Mapping[str, str | int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A value that is not the same in both sets, as each has it, and what each comes to."""

    path: str
    label: str
    a: RuleValue
    b: RuleValue
    a_means: Consequence | None
    b_means: Consequence | None


def differences(a: RuleSet, b: RuleSet) -> tuple[Difference, ...]:
    """Give every value that differs, in the order of the data; empty if a meeting would go the same way under both."""
    return tuple(
        Difference(
            path=path,
            label=value.label,
            a=value,
            b=b.values[path],
            a_means=consequence(a, value),
            b_means=consequence(b, b.values[path]),
        )
        for path, value in a.values.items()
        if value.value != b.values[path].value
    )


def read_spec(text: str) -> RuleSet:
    """Read `profile` or `profile:variant=option,variant=option`; RefusedError `conference.rules_spec`, `conference.rule_unknown`."""
    profile, colon, rest = text.partition(":")
    choices: dict[str, str] = {}
    for part in rest.split(",") if colon else ():
        name, equals, option = (one.strip() for one in part.partition("="))
        if not (name and equals and option) or name in choices:
            raise RefusedError("conference.rules_spec", text=text[:80])
        choices[name] = option
    return rule_set(profile.strip(), choices)


def consequence(rules: RuleSet, value: RuleValue) -> Consequence | None:
    """Work out what a value comes to in the example; nothing where figures say no more than the value."""
    work = _WORKED.get(value.path) or _WORKED.get(value.path.partition(".")[0])
    return work(rules, value) if work is not None else None


def _quorum(_rules: RuleSet, value: RuleValue) -> Consequence:
    needed = share(value)
    of = TAKING_PART if needed.of == "participating" else PARTIES
    return Consequence(
        code="conference.means_quorum",
        params=MappingProxyType(
            {
                "needed": least(needed.num, needed.den, strict=needed.strict, of=of),
                "parties": PARTIES,
                "participating": TAKING_PART,
            }
        ),
    )


def _counted(rules: RuleSet, value: RuleValue) -> Consequence:
    needed = share(rules.value("quorum.decide"))
    of = TAKING_PART if needed.of == "participating" else PARTIES
    quorum = least(needed.num, needed.den, strict=needed.strict, of=of)
    code = "conference.means_present" if value.value is True else "conference.means_for_and_against"
    params = {"needed": quorum, "for": quorum - 2, "abstain": 2}
    return Consequence(code=code, params=MappingProxyType(params))


def _question(rules: RuleSet, value: RuleValue) -> Consequence | None:
    question = rules.question(value.path.partition(".")[2])
    if question.last_resort is None:
        return Consequence(code="conference.means_consensus", params=MappingProxyType({}))
    threshold = rules.thresholds.get(question.last_resort)
    if threshold is None or threshold.base == "objection":
        return None
    of = CAST if threshold.base == "cast" else PARTIES
    params = {
        "needed": least(threshold.num, threshold.den, strict=threshold.strict, of=of),
        "cast": CAST,
        "parties": PARTIES,
    }
    code = "conference.means_consensus_first" if question.consensus_first else "conference.means_votes"
    return Consequence(code=code, params=MappingProxyType(params))


def _officers(_rules: RuleSet, value: RuleValue) -> Consequence | None:
    if not isinstance(value.value, dict):
        return None
    counted = ("president", "vice_presidents", "rapporteur")
    total = sum(number for name in counted if isinstance(number := value.value.get(name), int))
    return Consequence(code="conference.means_officers", params=MappingProxyType({"total": total}))


def _tie(_rules: RuleSet, value: RuleValue) -> Consequence:
    code = "conference.means_tie_rejected" if value.value == "rejected" else "conference.means_tie_again"
    return Consequence(code=code, params=MappingProxyType({"each": CAST // 2}))


def _organisation(_rules: RuleSet, value: RuleValue) -> Consequence:
    weight = {"member_parties": 27, "member_parties_accredited": 25, "member_parties_present": 20}
    params = {"weight": weight.get(str(value.value), 0), "members": 27, "accredited": 25, "present": 20}
    return Consequence(code="conference.means_organisation", params=MappingProxyType(params))


_WORKED: Final[Mapping[str, Callable[[RuleSet, RuleValue], Consequence | None]]] = MappingProxyType(
    {
        "officers.composition": _officers,
        "questions": _question,
        "quorum.abstainers_count_as_present": _counted,
        "quorum.decide": _quorum,
        "quorum.open": _quorum,
        "reio.votes": _organisation,
        "voting.tie": _tie,
    }
)
"""What is worked out, by path or by section."""
