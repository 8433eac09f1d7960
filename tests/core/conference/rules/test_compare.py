# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What differs between two rule sets, and what it comes to in the worked example."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import RefusedError
from longbien.core.conference.rules.compare import Consequence, consequence, differences, read_spec
from longbien.core.conference.rules.fractions import least, share
from longbien.core.conference.rules.load import profiles, rule_set, variants
from longbien.core.conference.rules.values import RuleSet

PROFILES = st.sampled_from([one.id for one in profiles()])
CHOICES = st.fixed_dictionaries(
    {}, optional={one.id: st.sampled_from(sorted(one.options)) for one in variants()}
)
SETS = st.builds(rule_set, PROFILES, CHOICES)


def meant(rules: RuleSet, path: str) -> Consequence:
    found = consequence(rules, rules.value(path))
    assert found is not None
    return found


def test_the_other_base_of_the_quorum_is_the_one_difference() -> None:
    (found,) = differences(rule_set(), rule_set("cosp-default", {"quorum_base": "participating"}))
    assert (found.path, found.a.rule, found.a.confidence, found.b.confidence) == (
        "quorum.decide",
        "UNTOC 41",
        "seen",
        "low",
    )
    assert found.a_means is not None
    assert found.b_means is not None
    assert (found.a_means.params["needed"], found.b_means.params["needed"]) == (21, 19)


def test_consequences_are_worked_out() -> None:
    assert meant(rule_set("ga-committee"), "quorum.open").params["needed"] == 10
    assert (
        meant(rule_set("ilo"), "quorum.abstainers_count_as_present").code
        == "conference.means_for_and_against"
    )
    assert meant(rule_set("untoc"), "officers.composition").params["total"] == 10
    assert meant(rule_set(), "questions.substance").params["needed"] == 20
    consensus = rule_set("cosp-default", {"budget_majority": "consensus_only"})
    assert meant(consensus, "questions.budget").code == "conference.means_consensus"
    assert meant(rule_set("cites"), "reio.votes").params["weight"] == 20
    assert consequence(rule_set(), rule_set().value("records.sound")) is None


@given(SETS, SETS)
def test_a_comparison_read_backwards_finds_the_same(a: RuleSet, b: RuleSet) -> None:
    there, back = differences(a, b), differences(b, a)
    assert [one.path for one in there] == [one.path for one in back]
    assert [(one.a, one.b) for one in there] == [(one.b, one.a) for one in back]
    assert all(one.a.value != one.b.value for one in there)


@given(SETS)
def test_a_set_differs_from_itself_in_nothing(rules: RuleSet) -> None:
    assert differences(rules, rules) == ()


@given(PROFILES, CHOICES)
def test_a_set_is_read_as_it_is_written(profile: str, choices: dict[str, str]) -> None:
    text = (
        f"{profile}:{','.join(f'{name}={option}' for name, option in choices.items())}"
        if choices
        else profile
    )
    assert read_spec(text) == rule_set(profile, choices)


@pytest.mark.parametrize("text", ["untoc:", "untoc:x", "untoc:=x", "untoc:tie_rule=", ":"])
def test_what_is_no_set_is_refused(text: str) -> None:
    with pytest.raises(RefusedError):
        read_spec(text)


@given(st.text(max_size=60))
def test_any_text_is_a_set_or_refused(text: str) -> None:
    try:
        found = read_spec(text).id
    except RefusedError as error:
        found = error.code
    assert found in {"conference.rules_spec", "conference.rule_unknown", *(one.id for one in profiles())}


@given(st.integers(1, 20), st.integers(1, 20), st.integers(0, 500), st.booleans())
def test_the_least_number_reaches_the_share_and_one_fewer_does_not(
    num: int, den: int, of: int, strict: bool
) -> None:
    def reaches(number: int) -> bool:
        return den * number > num * of if strict else den * number >= num * of

    found = least(num, den, strict=strict, of=of)
    assert reaches(found)
    assert not reaches(found - 1)


def test_a_quorum_is_read_as_a_share() -> None:
    held = share(rule_set().value("quorum.open"))
    assert (held.num, held.den, held.strict, held.of) == (1, 3, False, "participating")
