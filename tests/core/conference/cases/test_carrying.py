# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cases with other figures than the reference's: ties, appeals, conditions, quorums, contradictions, elections, open points."""

from typing import Any

import pytest

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.conference.cases.carrying import Result, Status, result
from longbien.core.conference.cases.reading import Case
from longbien.core.conference.rules.load import rule_set


def made(kind: str, expected: dict[str, Json] | None = None, body: str = "", **inputs: Any) -> Result:
    """Carry out a case made up for a test; `against_` and its kin stand for words that Python keeps for itself."""
    return result(
        Case(
            id="x",
            kind=kind,
            title="",
            when="",
            body=body,
            source="",
            confidence="derived",
            note="",
            tags=(),
            inputs={name.rstrip("_"): value for name, value in inputs.items()},
            expected=expected or {},
            where="$.cases[0]",
        )
    )


def votes(yes: int, no: int, abstain: int | None = 0, **more: Any) -> dict[str, Any]:
    return {"for_": yes, "against": no, "abstain": abstain, **more}


@pytest.mark.parametrize(
    ("figures", "outcome", "needed"),
    [
        (votes(2, 1, 500, threshold="two_thirds"), "adopted", 2),
        (votes(66, 34, threshold="two_thirds"), "rejected", 67),
        (votes(75, 25, threshold="three_quarters"), "adopted", 75),
        (votes(33, 67, threshold="one_third"), "rejected", 34),
        (votes(50, 0, members=100, threshold="absolute"), "rejected", 51),
        (votes(50, 0, members=100, threshold="simple", base="electorate"), "rejected", 51),
        (votes(60, 40, threshold={"num": 3, "den": 5, "strict": False}), "adopted", 60),
        (votes(60, 40, threshold={"num": 3, "den": 5, "strict": True}), "rejected", 61),
        (votes(30, 30, threshold="overturn_ruling"), "upheld", 31),
        (votes(30, 31, threshold="overturn_ruling"), "overturned", 31),
        (votes(0, 0, 9, threshold="overturn_ruling"), "upheld", 1),
        (votes(1, 0, None, threshold="simple"), "adopted", 1),
    ],
)
def test_a_vote_is_judged_by_its_threshold(figures: dict[str, Any], outcome: str, needed: int) -> None:
    found = made("vote", **figures)
    assert (found.computed["outcome"], found.computed["votes_needed"]) == (outcome, needed)


def test_a_threshold_of_all_members_needs_their_number() -> None:
    assert made("vote", **votes(9, 1, threshold="absolute")).needs == ("members",)


def test_a_kind_of_question_gives_the_threshold() -> None:
    assert made("vote", **votes(60, 40, question_kind="substance")).computed["outcome"] == "rejected"
    assert made("vote", **votes(60, 40, question_kind="procedure")).computed["outcome"] == "adopted"


def test_votes_for_and_against_alone_make_the_quorum_at_the_labour_conference() -> None:
    figures = votes(288, 8, 139, threshold="two_thirds", quorum=297)
    there = made(
        "vote", body="International Labour Conference", expected={"outcome": "not_adopted"}, **figures
    )
    assert (there.status, there.rules_of) == (Status.AGREES, "ilo")
    assert (there.computed["outcome"], there.computed["quorum_ok"], there.computed["present"]) == (
        "no_quorum",
        False,
        296,
    )
    assert there.rules[0].path == "quorum.abstainers_count_as_present"
    elsewhere = made("vote", **figures)
    assert (elsewhere.computed["outcome"], elsewhere.computed["present"]) == ("adopted", 435)
    said = made("vote", quorum_counts="for_and_against", **figures)
    assert said.computed["outcome"] == "no_quorum"


def test_whether_a_quorum_is_there_may_turn_on_abstentions_that_are_not_given() -> None:
    assert made("vote", **votes(50, 10, None, threshold="simple", states_parties=190)).needs == ("abstain",)
    found = made("vote", **votes(90, 10, None, threshold="simple", states_parties=190))
    assert (found.computed["outcome"], found.computed["quorum_needed"]) == ("adopted", 96)


def test_a_printed_percentage_that_the_figures_do_not_give_is_flagged() -> None:
    found = made("vote", **votes(44, 83, threshold="one_third", percentage=32.12))
    assert found.computed["contradiction"] is True
    assert found.computed["fits_against"] == [93]
    assert found.computed["outcome"] == "adopted"
    right = made("vote", **votes(44, 93, threshold="one_third", percentage="32.12 %"))
    assert (right.computed["contradiction"], right.computed["outcome"]) == (False, "rejected")


def test_a_roll_is_counted_and_held_against_the_totals() -> None:
    roll = {"yes": "AA BB", "no": ["CC"], "abstain": ""}
    found = made("vote", threshold="simple", roll=roll)
    assert (found.computed["outcome"], found.computed["cast"]) == ("adopted", 3)
    differing = made("vote", **votes(3, 1, 0, threshold="simple", roll=roll))
    assert [one.code for one in differing.remarks] == ["conference_cases.roll_differs"]
    assert differing.computed["contradiction"] is True
    twice = made("vote", threshold="simple", roll={"yes": "AA BB", "no": "BB"})
    assert [one.params for one in twice.remarks] == [{"names": "BB"}]


def steps(*rows: dict[str, Json]) -> dict[str, Any]:
    return {"steps": list(rows)}


def row(name: str, yes: int, no: int, threshold: str = "simple", **more: Json) -> dict[str, Json]:
    return {"id": name, "for": yes, "against": no, "abstain": 0, "threshold": threshold, **more}


def test_a_threshold_that_hangs_on_an_earlier_vote_falls_with_it() -> None:
    draft = row("draft", 51, 49, "two_thirds", if_prior="important")
    kept = made("sequence", **steps(row("important", 60, 40), draft))
    fell = made("sequence", **steps(row("important", 40, 60), draft))
    assert kept.computed["outcomes"] == ["adopted", "rejected"]
    assert fell.computed["outcomes"] == ["rejected", "adopted"]
    assert [one.code for one in fell.remarks] == ["conference_cases.prior_failed"]


def test_an_appeal_is_read_as_it_was_put() -> None:
    uphold = row("appeal", 56, 48, "overturn_ruling", question="uphold the ruling?")
    overturn = row("appeal", 56, 48, "overturn_ruling", question="overturn the ruling?")
    tie = row("appeal", 50, 50, "overturn_ruling", question="overturn the ruling?")
    assert made("sequence", **steps(uphold)).computed["outcomes"] == ["upheld"]
    assert made("sequence", **steps(overturn)).computed["outcomes"] == ["overturned"]
    assert made("sequence", **steps(tie)).computed["outcomes"] == ["upheld"]


def test_a_withdrawal_within_a_sequence_is_allowed_or_not() -> None:
    begun: dict[str, Json] = {"id": "w", "action": "withdraw", "by": "proposer", "voting_begun": True}
    other: dict[str, Json] = {"id": "w", "action": "withdraw", "by": "another", "voting_begun": False}
    assert made("sequence", **steps(begun)).computed["outcomes"] == ["refused"]
    assert made("sequence", **steps(other)).computed["outcomes"] == ["refused"]


def test_a_step_without_figures_is_named_as_missing() -> None:
    found = made("sequence", **steps({"id": "a", "threshold": "simple", "for": 3}))
    assert found.needs == ("a: against",)


def test_a_condition_on_a_step_that_there_is_not_is_refused() -> None:
    with pytest.raises(MalformedError, match="prior_unknown"):
        made("sequence", **steps(row("draft", 1, 0, if_prior="nothing")))


def test_the_form_of_the_question_decides_what_becomes_of_a_part() -> None:
    deletion = made("division", question="delete?", **votes(102, 23, threshold="two_thirds"))
    retention = made("division", question="shall it be retained?", **votes(55, 38, threshold="two_thirds"))
    assert (deletion.computed["text"], retention.computed["text"]) == ("deleted", "deleted")


def test_an_organisation_votes_with_its_members_that_are_parties() -> None:
    held: dict[str, Any] = {
        "reio": {"id": "EU", "members": "AT BE BG", "parties": "AT BE", "present": "AT", "ballot": "yes"},
        "others": {"for": 10, "against": 11, "abstain": 0},
        "threshold": "simple",
    }
    assert made("reio", **held).computed["totals"] == {"for": 12, "against": 11, "abstain": 0}
    present = made("reio", choices={"reio_votes": "member_parties_present"}, **held)
    assert present.computed["outcome"] == "rejected"
    both = made("variant", variant="reio_votes", options=["member_parties", "member_parties_present"], **held)
    assert both.computed == {
        "outcomes": {"member_parties": "adopted", "member_parties_present": "rejected"},
        "differ": True,
    }


def test_whichever_of_organisation_and_member_votes_second_is_refused() -> None:
    first = made("reio_conflict", reio="EU", reio_ballot="abstain", member_ballot={"HU": "no"})
    second = made("reio_conflict", reio="EU", reio_ballot="yes", member_ballot={"HU": "no"}, first="HU")
    alone = made("reio_conflict", reio="EU", reio_ballot=None, member_ballot={"HU": "no"})
    assert (first.computed["refused"], second.computed["refused"]) == ("HU", "EU")
    assert alone.computed["action"] == "accept"


def test_an_objection_ends_consensus_unless_the_objector_is_no_party() -> None:
    assert made("consensus", objections=2).computed == {"outcome": "no_consensus", "method": None}
    signatory = made("consensus", objections=1, role="signatory")
    assert signatory.computed["outcome"] == "adopted"


def test_elections_with_more_candidates_and_ties() -> None:
    for_one = made("election", valid=100, votes={"A": 40, "B": 35, "C": 25}, threshold="majority")
    assert (for_one.computed["elected"], for_one.computed["required"]) == (None, 51)
    assert for_one.computed["next_candidates"] == ["A", "B"]
    for_two = made("election", valid=100, places=2, votes={"A": 70, "B": 60, "C": 51}, threshold="simple")
    assert for_two.computed["elected"] == ["A", "B"]
    equal = made("election", valid=100, places=2, votes={"A": 70, "B": 60, "C": 60}, threshold="simple")
    assert (equal.computed["elected"], equal.computed["lot"]) == (["A"], ["B", "C"])
    none = made("election", valid=0, votes={"A": 0, "B": 0}, abstain=40, threshold="simple")
    assert none.computed["elected"] is None
    wrong = made("election", valid=10, votes={"A": 8, "B": 7}, threshold="simple")
    assert [one.code for one in wrong.remarks] == ["conference_cases.papers_sum"]


def test_ballots_alternate_in_threes() -> None:
    kinds = made("election_flow", ballots=8).computed["kinds"]
    assert kinds == ["first", *["restricted"] * 3, *["unrestricted"] * 3, "restricted"]


def test_a_roll_wraps_in_the_alphabet_whatever_order_the_names_come_in() -> None:
    found = made("roll_call", names=["Peru", "Chad", "Oman", "Fiji"], drawn="Oman")
    assert found.computed["order"] == ["Oman", "Peru", "Chad", "Fiji"]
    with pytest.raises(MalformedError):
        made("roll_call", names=["Peru", "Chad"], drawn="Oman")


def test_motions_without_a_rank_come_after_those_that_have_one() -> None:
    found = made("motion_order", pending=["priority", "close_debate", "point_of_order", "suspend_meeting"])
    assert found.computed["order"] == ["point_of_order", "suspend_meeting", "close_debate", "priority"]


def test_on_closure_only_two_are_heard_against() -> None:
    found = made("motion_speakers", motion="close_debate", requests=["+", "-", "+", "-", "-"])
    assert found.computed["heard"] == ["-", "-"]


def test_rights_and_limits_at_their_edges() -> None:
    assert made("reply", previous=1).computed == {"allowed": True, "limit": 2, "seconds": 300}
    assert made("reply", previous=0).computed["seconds"] == 600
    assert made("request", method="secret_ballot", supporters=9, required=10).computed["granted"] is False
    assert made("request", method="roll_call", supporters=1).computed["granted"] is True
    assert made("request", method="secret_ballot", supporters=50).computed["granted"] is False
    assert made("precondition", states_parties=60, required=60).computed["allowed"] is True
    assert made("precondition", years=5).computed["allowed"] is True
    assert made("withdrawal", voting_begun=False, amended=False).computed["allowed"] is True
    assert made("sponsorship", adopted=False).computed["allowed"] is True
    assert made("sponsorship", adopted=False, role="ngo").computed["allowed"] is False


def test_who_is_a_party_on_the_day() -> None:
    assert (
        made("eligibility", convention_in_force=True, deposited_days_ago=30).computed["role"] == "state_party"
    )
    assert made("eligibility", convention_in_force=False, deposited_days_ago=300).computed["vote"] is False
    assert made("eligibility", instruments=40, days_since_40th=90).computed == {
        "convention_in_force": True,
        "electorate": 40,
    }
    organisation = made("eligibility", instruments=40, of_organisations=1, days_since_40th=400)
    assert organisation.computed == {"convention_in_force": False, "electorate": 0}


def test_an_organisation_without_objection_or_after_its_withdrawal_is_admitted() -> None:
    assert made("ngo", objections=0).computed == {"state": "admitted", "next": None}
    assert made("ngo", objections=2, withdrawn=1).computed == {"state": "objected", "next": "referred"}
    assert made("ngo", objections=1, withdrawn=1).computed["state"] == "objection_withdrawn"
    assert made("ngo", objections=1, decision="none").computed["state"] == "not_admitted"
    kept = made("ngo", objections=1, decision="none", choices={"ngo_default": "admitted"})
    assert kept.computed["state"] == "admitted"


def test_quorums_under_the_other_base() -> None:
    choices = {"quorum_base": "participating"}
    found = made("quorum_table", states_parties=40, participating=36, choices=choices)
    assert found.computed == {"open": 12, "decide": 19}
    assert made("quorum_table", states_parties=40).needs == ("participating",)


def test_what_differs_is_said_and_what_is_not_used_is_noted() -> None:
    found = made(
        "vote", expected={"outcome": "rejected", "cast": 5}, nonsense=1, **votes(3, 2, threshold="simple")
    )
    assert found.status is Status.DIFFERS
    assert [one.same for one in found.compared] == [False, True]
    assert [one.params for one in found.remarks] == [{"names": "nonsense"}]


def test_rules_asked_for_prevail_over_those_of_the_body() -> None:
    case = Case(
        id="x",
        kind="vote",
        title="",
        when="",
        body="International Labour Conference",
        source="",
        confidence="",
        note="",
        tags=(),
        inputs={"for": 2, "against": 2, "abstain": 0, "threshold": "simple"},
        expected={},
        where="$.cases[0]",
    )
    assert result(case).computed["outcome"] == "rejected"
    assert result(case, rule_set("ga-plenary")).computed["outcome"] == "second_vote"


def test_a_linked_draft_without_figures_falls_with_its_parent() -> None:
    child: dict[str, Json] = {"id": "child", "if_prior": "parent", "threshold": "simple"}
    fell = made("sequence", {"outcomes": ["rejected", "fallen"]}, **steps(row("parent", 1, 2), child))
    assert (fell.computed["outcomes"], fell.status) == (["rejected", "not_put"], Status.AGREES)
    assert made("sequence", **steps(row("parent", 2, 1), child)).needs == ("child: for", "child: against")


def test_a_contradiction_is_flagged_even_where_the_threshold_is_not_known() -> None:
    found = made("vote", {"outcome": "flag"}, **votes(44, 83, percent="32.12"))
    assert (found.needs, found.computed["flagged"]) == (("threshold",), True)
    assert [one.same for one in found.compared] == [True]


def test_a_majority_of_all_does_not_ask_for_the_votes_against() -> None:
    assert made("vote_partial", for_=60, members=100, threshold="absolute").computed["outcome"] == "adopted"


def test_a_vote_under_consensus_fails_by_one_against() -> None:
    assert made("vote", **votes(99, 1, threshold="consensus")).computed["outcome"] == "no_consensus"
    assert made("sequence", **steps(row("a", 9, 0, "consensus"))).computed["outcomes"] == ["adopted"]


def test_who_is_elected_is_a_set() -> None:
    expected: dict[str, Json] = {"elected": ["B", "A"], "required": 51}
    found = made("election", expected, valid=100, places=2, votes={"A": 70, "B": 60}, threshold="simple")
    assert found.status is Status.AGREES


def test_the_seven_votes_of_october_1971_and_the_ruling_of_1968() -> None:
    seven = [(53, 56), (61, 53), (55, 59), (2, 60), (2, 62), (51, 61), (76, 35)]
    rows = [row(f"v{number}", *figures) for number, figures in enumerate(seven)]
    outcomes = made("sequence", **steps(*rows)).computed["outcomes"]
    assert outcomes == ["rejected", "adopted", *["rejected"] * 4, "adopted"]
    ruling = row("ruling", 56, 48, "overturn_ruling")
    draft = row("draft", 55, 33, "two_thirds", if_prior="ruling")
    found = made("sequence", **steps(ruling, draft))
    assert (found.computed["outcomes"], found.computed["votes_needed"]) == (["upheld", "rejected"], [53, 59])
