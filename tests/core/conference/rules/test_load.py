# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rule sets: profiles and open points, with rule, source and confidence at every value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import RefusedError
from longbien.core.conference.rules.load import changed, profiles, read_rules, rule_set, rules_json, variants
from longbien.core.conference.rules.sources import confidences, sources
from longbien.core.conference.rules.values import CONFIDENCES, RIGHTS, ROLES, RuleSet

CHOICES = st.fixed_dictionaries(
    {}, optional={one.id: st.sampled_from(sorted(one.options)) for one in variants()}
)
PROFILES = st.sampled_from([one.id for one in profiles()])
SETS = st.builds(rule_set, PROFILES, CHOICES)


def test_the_default_profile_stands_first_and_three_more_ship() -> None:
    assert [one.id for one in profiles()] == [
        "cosp-default",
        "ahc",
        "cites",
        "ga-committee",
        "ga-plenary",
        "ilo",
        "uncac",
        "untoc",
    ]


def test_the_two_quorums_of_the_default() -> None:
    rules = rule_set()
    assert rules.value("quorum.open").value == {"num": 1, "den": 3, "strict": False, "of": "participating"}
    assert rules.value("quorum.decide").value == {"num": 1, "den": 2, "strict": True, "of": "states_parties"}
    assert (rules.value("quorum.decide").rule, rules.value("quorum.decide").confidence) == (
        "UNTOC 41",
        "seen",
    )


def test_an_option_changes_the_value_that_it_governs_and_says_so() -> None:
    before, after = rule_set(), rule_set("cosp-default", {"quorum_base": "participating"})
    value = after.value("quorum.decide")
    assert value.value == {"num": 1, "den": 2, "strict": True, "of": "participating"}
    assert (value.variant, value.option, value.confidence, value.sources) == (
        "quorum_base",
        "participating",
        "low",
        ("house",),
    )
    assert [path for path in before.values if before.values[path] != after.values[path]] == ["quorum.decide"]


def test_an_option_reaches_the_tables() -> None:
    assert rule_set().question("budget").last_resort == "two_thirds"
    assert (
        rule_set("cosp-default", {"budget_majority": "consensus_only"}).question("budget").last_resort is None
    )
    assert rule_set("cites").question("reopen_committee_decision").last_resort == "one_third"


def test_a_profile_marks_what_its_own_texts_do_not_say() -> None:
    rules = rule_set("cites")
    assert not rules.value("voting.secret_ballot").fallback
    assert rules.value("voting.secret_ballot").sources == ("cites",)
    assert rules.value("quorum.decide").fallback
    assert not any(value.fallback for value in rule_set().values.values())


def test_the_assembly_asks_for_members_and_chooses_no_base() -> None:
    rules = rule_set("ga-plenary")
    assert rules.value("quorum.decide").value == {"num": 1, "den": 2, "strict": True, "of": "members"}
    assert "quorum_base" not in rules.choices


@pytest.mark.parametrize(
    ("profile", "choices", "kind", "name"),
    [
        ("un", {}, "profile", "un"),
        ("untoc", {"quorum": "all"}, "variant", "quorum"),
        ("untoc", {"quorum_base": "all"}, "option", "all"),
    ],
)
def test_what_there_is_not_is_refused(profile: str, choices: dict[str, str], kind: str, name: str) -> None:
    with pytest.raises(RefusedError) as refused:
        rule_set(profile, choices)
    assert refused.value.code == "conference.rule_unknown"
    assert (refused.value.params["kind"], refused.value.params["name"]) == (kind, name)


@given(SETS)
def test_every_value_has_sources_and_confidence(rules: RuleSet) -> None:
    for path, value in rules.values.items():
        assert value.path == path
        assert value.sources
        assert set(value.sources) <= set(sources())
        assert value.confidence in CONFIDENCES


@given(SETS)
def test_thresholds_are_integers_and_every_name_resolves(rules: RuleSet) -> None:
    for threshold in rules.thresholds.values():
        assert 1 <= threshold.num <= threshold.den
    for question in rules.questions.values():
        assert question.last_resort in {None, "same_as_whole", *rules.thresholds}
    for motion in rules.motions.values():
        assert motion.threshold in {None, *rules.thresholds}


@given(SETS)
def test_every_role_has_every_right(rules: RuleSet) -> None:
    for role in ROLES:
        for right in RIGHTS:
            assert rules.right(role, right).path == f"participants.{role}.{right}"


@given(SETS)
def test_what_a_conference_keeps_gives_the_same_rules_again(rules: RuleSet) -> None:
    again = read_rules(rules_json(rules))
    assert (again.id, again.choices, again.values) == (rules.id, rules.choices, rules.values)


@given(SETS, CHOICES)
def test_a_decision_changes_only_what_it_names(rules: RuleSet, choices: dict[str, str]) -> None:
    after = changed(rules, choices)
    for name, option in after.choices.items():
        assert option == choices.get(name, rules.choices.get(name))


@given(SETS)
def test_a_governed_value_says_which_option_was_chosen(rules: RuleSet) -> None:
    for value in rules.values.values():
        if value.option is not None:
            assert value.variant is not None
            assert rules.choices[value.variant] == value.option


def test_the_marks_of_confidence_are_explained() -> None:
    assert tuple(confidences()) == CONFIDENCES
