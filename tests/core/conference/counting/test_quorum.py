# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two quorums, who counts as present, and how many votes an organisation has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError
from longbien.core.conference.counting.quorum import Bases, presence_of, present_in_vote, quorum
from longbien.core.conference.counting.reio import conflict, weight
from longbien.core.conference.counting.tally import Tally
from tests.core.conference.counting.rules import rule

OPEN = rule("quorum.open", {"num": 1, "den": 3, "strict": False, "of": "participating"})
DECIDE = rule("quorum.decide", {"num": 1, "den": 2, "strict": True, "of": "states_parties"})
MEMBERS = {"EU": ("AT", "BE", "HU")}


@pytest.mark.parametrize(
    ("parties", "participating", "to_open", "to_decide"),
    [(40, 36, 12, 21), (41, 41, 14, 21), (193, 150, 50, 97), (190, 190, 64, 96), (0, 0, 1, 1)],
)
def test_the_quorums_of_rule_41(parties: int, participating: int, to_open: int, to_decide: int) -> None:
    bases = Bases(states_parties=parties, participating=participating)
    assert quorum(OPEN, bases, present=None).required == to_open
    assert quorum(DECIDE, bases, present=None).required == to_decide


def test_the_quorum_can_be_of_those_who_take_part() -> None:
    held = quorum(DECIDE, Bases(states_parties=193, participating=60), present=31, of="participating")
    assert (held.required, held.reached, held.base) == (31, True, 60)


def test_abstainers_carry_the_quorum_unless_only_votes_for_and_against_count() -> None:
    untoc = Tally(in_favour=57, against=7, abstain=34)
    ilo = Tally(in_favour=288, against=8, abstain=139)
    assert present_in_vote(untoc, None, abstainers_count=True) == 98
    assert present_in_vote(ilo, 435, abstainers_count=False) == 296
    assert present_in_vote(Tally(), None, abstainers_count=True) is None
    assert present_in_vote(untoc, 120, abstainers_count=True) == 120


def test_an_organisation_counts_as_the_variant_says() -> None:
    states, present = ("AT", "VN"), {"EU": ("AT", "BE", "HU")}
    found = [
        presence_of(states, present, option=one) for one in ("not_counted", "counted_once", "members_counted")
    ]
    assert found == [2, 3, 4]


def test_an_organisation_has_the_votes_of_its_members_that_are_parties() -> None:
    members, parties = ("AT", "BE", "HU", "FR"), ("AT", "BE", "HU", "VN")
    found = [
        weight(members, parties=parties, accredited=("AT", "BE", "FR"), present=("AT",), option=option)
        for option in ("member_parties", "member_parties_accredited", "member_parties_present")
    ]
    assert found == [3, 2, 1]
    with pytest.raises(MalformedError):
        weight(members, parties=(), accredited=(), present=(), option="all")


def test_the_second_ballot_of_an_organisation_and_its_member_is_found() -> None:
    first = conflict("HU", MEMBERS, {"EU", "VN"})
    second = conflict("EU", MEMBERS, {"HU"})
    assert first is not None
    assert (first.organisation, first.member, first.first) == ("EU", "HU", "EU")
    assert second is not None
    assert (second.organisation, second.member, second.first) == ("EU", "HU", "HU")
    assert conflict("VN", MEMBERS, {"EU"}) is None


@given(st.lists(st.sampled_from(("EU", "AT", "BE", "HU", "VN")), max_size=12))
def test_no_state_and_its_organisation_both_hold_a_ballot(order: list[str]) -> None:
    held: set[str] = set()
    for one in order:
        if conflict(one, MEMBERS, held) is None:
            held.add(one)
    assert not ("EU" in held and held & set(MEMBERS["EU"]))


@given(st.integers(0, 300), st.integers(0, 300), st.integers(0, 300), st.integers(0, 300))
def test_an_abstention_never_lowers_presence(for_: int, against: int, abstain: int, more: int) -> None:
    fewer = Tally(in_favour=for_, against=against, abstain=abstain)
    wider = Tally(in_favour=for_, against=against, abstain=abstain + more)
    for count in (True, False):
        assert (present_in_vote(wider, 0, abstainers_count=count) or 0) >= (
            present_in_vote(fewer, 0, abstainers_count=count) or 0
        )
