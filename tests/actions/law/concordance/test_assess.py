# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two assessors disagree visibly, a third person decides, dissent stays: as rows, with a trace of each step."""

from dataclasses import replace
from datetime import date

import pytest

from longbien.actions.law.concordance.assess import assess, dissent, open_row, reopen, review
from longbien.actions.law.concordance.assign import Assignment, assign
from longbien.actions.law.concordance.linking import Proposed, find_provisions, link, reject, suggest, unlink
from longbien.actions.law.concordance.remarks import comment, propose_clause, withdraw_clause
from longbien.actions.law.concordance.seen import concordances, history, public_table, row_view, table
from longbien.core.base.errors import LongBienError, RefusedError, UsageError
from longbien.core.law.concordance.codes import Coverage, Decision, Found, Grade, Origin, Proposer, Seat
from longbien.core.law.concordance.rounds import Move, State
from longbien.core.law.concordance.table import Clause, Comment
from longbien.core.law.concordance.written import concordance_json, read_concordance
from longbien.store import models
from tests.actions.law.concordance.stage import Stage, begun, finding
from tests.authority import authority
from tests.nodes import make_node, make_officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage() -> Stage:
    officers = [make_officer(f"law-{number}", "law-officer") for number in (1, 2, 3)]
    return begun(make_node(authority("VN")), *officers)


def leaves(verb: str) -> int:
    return models.DecisionRecord.objects.filter(verb=verb).count()


def test_two_disagree_and_a_third_decides(stage: Stage) -> None:
    node, ref = stage.node, stage.ref
    assess(node=node, actor=stage.first, ref=ref, duty="7.1", found=finding(Coverage.FULL))
    seen = row_view(node=node, actor=stage.second, ref=ref, duty="7.1")
    assert (seen.row.assessments, seen.hidden, seen.state) == ((), 1, State.ONE_IN)
    gap = finding(Coverage.PART, gap="Nothing on intent.", mental=Found.MISSING)
    row = assess(node=node, actor=stage.second, ref=ref, duty="7.1", found=gap)
    assert row.disagree
    with pytest.raises(RefusedError, match=r"law\.review_state"):
        assess(node=node, actor=stage.first, ref=ref, duty="7.1", found=gap)
    with pytest.raises(RefusedError, match=r"law\.review_third"):
        review(node=node, actor=stage.first, ref=ref, duty="7.1", found=gap)
    decided = review(node=node, actor=stage.reviewer, ref=ref, duty="7.1", found=gap)
    assert [one.seat for one in decided.dissenting] == [Seat.FIRST]
    said = dissent(node=node, actor=stage.first, ref=ref, duty="7.1", text="Article 2 has it.")
    assert [one.text for one in said.dissents] == ["Article 2 has it."]
    again = reopen(node=node, actor=stage.reviewer, ref=ref, duty="7.1", why="The law changed.")
    assert (again.round, again.standing, len(again.dissenting), len(again.dissents)) == (2, None, 1, 1)
    assert (leaves("law.assess"), leaves("law.review")) == (3, 2)


def test_what_is_dark_is_dark_in_the_table_the_history_and_the_file(stage: Stage) -> None:
    secret = finding(Coverage.NONE, gap="Unspeakable")
    assess(node=stage.node, actor=stage.first, ref=stage.ref, duty="7.1", found=secret)
    shown = table(node=stage.node, actor=stage.second, ref=stage.ref)
    assert "Unspeakable" not in str(concordance_json(shown.value))
    changes = history(node=stage.node, actor=stage.second, ref=stage.ref, duty="7.1")
    assert "Unspeakable" not in str(changes)
    assert [one.hidden for one in changes if one.kind == "assessment"] == [True]
    assert "Unspeakable" not in str(public_table(node=stage.node, actor=stage.second, ref=stage.ref))
    opened = open_row(
        node=stage.node, actor=stage.reviewer, ref=stage.ref, duty="7.1", why="The second is ill."
    )
    assert opened.opened
    assert "Unspeakable" in str(history(node=stage.node, actor=stage.second, ref=stage.ref, duty="7.1"))


def test_an_assessor_may_think_again_until_the_other_is_in_and_each_version_is_kept(stage: Stage) -> None:
    for law in (Coverage.FULL, Coverage.PART):
        assess(node=stage.node, actor=stage.first, ref=stage.ref, duty="7.1", found=finding(law))
    changes = [
        one
        for one in history(node=stage.node, actor=stage.first, ref=stage.ref, duty="7.1")
        if one.kind == "assessment"
    ]
    assert [(one.before or {}).get("law") for one in changes] == ["full", None]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (finding(Coverage.NOT_ASSESSED), "law.assessment_empty"),
        (finding(Coverage.NOT_APPLICABLE), "law.reason_missing"),
        (finding(Coverage.PART, gap="x" * 10_001), "base.field_value"),
    ],
)
def test_a_finding_that_says_nothing_is_refused(stage: Stage, found: object, code: str) -> None:
    with pytest.raises(LongBienError) as refused:
        assess(node=stage.node, actor=stage.first, ref=stage.ref, duty="7.1", found=found)  # type: ignore[arg-type]
    assert refused.value.code == code
    assert leaves("law.assess") == 0


def test_only_law_officers_assess_and_every_desk_of_the_state_reads(stage: Stage) -> None:
    lawyer, secretariat = make_officer("lawyer-1", "lawyer"), make_officer("hall-1", "conference-officer")
    assert len(concordances(node=stage.node, actor=lawyer)) == 1
    with pytest.raises(RefusedError, match=r"people\.not_permitted"):
        assess(node=stage.node, actor=lawyer, ref=stage.ref, duty="7.1", found=finding(Coverage.FULL))
    with pytest.raises(RefusedError, match=r"people\.not_permitted"):
        concordances(node=stage.node, actor=secretariat)


def test_rows_are_split_by_article_and_chapter_among_ministries(stage: Stage) -> None:
    given = Assignment(ministry="Ministry of the Interior", due=date(2027, 3, 1))
    count = assign(node=stage.node, actor=stage.first, ref=stage.ref, rows=("IV",), assignment=given)
    rows = table(node=stage.node, actor=stage.first, ref=stage.ref).value.rows
    assert count == len([row for row in rows if 23 <= row.article <= 34])
    assert {row.ministry for row in rows if row.article == 28} == {"Ministry of the Interior"}
    with pytest.raises(RefusedError, match=r"law\.concordance_persons"):
        assign(
            node=stage.node,
            actor=stage.first,
            ref=stage.ref,
            rows=("7.1",),
            assignment=Assignment(second=stage.first.role_id),
        )
    with pytest.raises(UsageError, match=r"law\.assignee_unknown"):
        assign(
            node=stage.node,
            actor=stage.first,
            ref=stage.ref,
            rows=("7.1",),
            assignment=Assignment(first="zz-nobody"),
        )
    assess(node=stage.node, actor=stage.first, ref=stage.ref, duty="7.1", found=finding(Coverage.FULL))
    with pytest.raises(RefusedError, match=r"law\.seat_taken"):
        assign(
            node=stage.node, actor=stage.first, ref=stage.ref, rows=("7.1",), assignment=Assignment(first="")
        )


def test_a_machine_proposes_and_a_person_links_or_rejects_and_both_are_kept(stage: Stage) -> None:
    node, ref = stage.node, stage.ref
    proposed = [
        Proposed(
            article=7,
            law="ACT",
            version="2018",
            provision=f"ACT:{number}",
            grade=Grade.PRINCIPAL,
            reasons=("words",),
            method="words",
        )
        for number in (4, 5)
    ]
    assert suggest(node=node, actor=stage.first, ref=ref, proposed=proposed) == 2
    made = link(node=node, actor=stage.first, ref=ref, duty="7.1", key="ACT|2018|ACT:4")
    assert (made.proposed_by, made.by, made.text[:13]) == (
        Proposer.MACHINE,
        stage.first.role_id,
        "Whoever witho",
    )
    reject(node=node, actor=stage.second, ref=ref, article=7, key="ACT|2018|ACT:5", why="Interception.")
    suggest(node=node, actor=stage.first, ref=ref, proposed=proposed)
    view = row_view(node=node, actor=stage.first, ref=ref, duty="7.1")
    assert [(one.decision, one.why) for one in view.suggestions] == [
        (Decision.ACCEPTED, ""),
        (Decision.REJECTED, "Interception."),
    ]
    unlink(node=node, actor=stage.first, ref=ref, duty="7.1", key=made.key, why="Repealed.")
    assert row_view(node=node, actor=stage.first, ref=ref, duty="7.1").row.links == ()
    assert [
        one.why for one in history(node=node, actor=stage.first, ref=ref, duty="7.1") if one.kind == "link"
    ] == ["Repealed.", ""]
    found = find_provisions(node=node, actor=stage.first, ref=ref, words="JUDGE records")
    assert [one.provision.id for one in found] == ["ACT:21"]


def test_contributions_from_outside_are_marked_and_clauses_are_reworded_and_withdrawn(stage: Stage) -> None:
    node, ref, day = stage.node, stage.ref, date(2026, 1, 1)
    said = Comment(
        id="", text="Researchers are not covered.", author="", day=day, origin=Origin.NON_GOVERNMENT
    )
    with pytest.raises(RefusedError, match=r"law\.contribution_body"):
        comment(node=node, actor=stage.first, ref=ref, duty="7.1", said=said)
    comment(
        node=node, actor=stage.first, ref=ref, duty="7.1", said=replace(said, body="A league", public=True)
    )
    clause = propose_clause(
        node=node,
        actor=stage.first,
        ref=ref,
        duty="7.1",
        clause=Clause(id="", text="Whoever intentionally …"),
    )
    propose_clause(
        node=node, actor=stage.second, ref=ref, duty="7.1", clause=replace(clause, text="Whoever knowingly …")
    )
    row = row_view(node=node, actor=stage.first, ref=ref, duty="7.1").row
    assert [one.text for one in row.clauses] == ["Whoever knowingly …"]
    assert [one.body for one in row.comments] == ["A league"]
    withdraw_clause(node=node, actor=stage.first, ref=ref, duty="7.1", clause=clause.id, why="Not needed.")
    view = row_view(node=node, actor=stage.first, ref=ref, duty="7.1")
    assert view.row.clauses == ()
    assert Move.ASSESS in view.moves
    assert (view.before, view.after) == ("", "7.2")


def test_a_whole_table_is_a_concordance_that_others_read(stage: Stage) -> None:
    link(node=stage.node, actor=stage.first, ref=stage.ref, duty="7.1", key="ACT|2018|ACT:4")
    value = table(node=stage.node, actor=stage.first, ref=stage.ref).value
    assert read_concordance(concordance_json(value)) == value
    assert len(value.rows) == 153
