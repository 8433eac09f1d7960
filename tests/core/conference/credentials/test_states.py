# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Credentials from their steps: nobody is locked out, a decision stands, a contest leaves every right."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.canonical import Json, decode, encode
from longbien.core.base.errors import MalformedError, RefusedError, UsageError
from longbien.core.conference.credentials.papers import Form, Paper, Signer, flaws, paper_json, read_paper
from longbien.core.conference.credentials.report import (
    Advice,
    Examined,
    Line,
    Outcome,
    decided,
    draft,
    grouped,
    read_report,
    report_json,
)
from longbien.core.conference.credentials.states import (
    Credentials,
    Effect,
    State,
    Step,
    StepKind,
    credentials_of,
    rights,
)
from longbien.core.conference.credentials.wanted import effect, wanted
from longbien.core.conference.rules.load import rule_set

OPENING = datetime(2027, 3, 1, 10, tzinfo=UTC)


def after(*kinds: StepKind | tuple[StepKind, str]) -> Credentials:
    steps = [one if isinstance(one, tuple) else (one, "") for one in kinds]
    return credentials_of(
        Step(kind=kind, at=OPENING + timedelta(hours=place), by=by) for place, (kind, by) in enumerate(steps)
    )


def test_papers_lead_upwards_and_a_copy_after_the_original_changes_nothing() -> None:
    assert after().state is State.NOT_RECEIVED
    assert after(StepKind.COPY).state is State.COPY_RECEIVED
    assert after(StepKind.COPY, StepKind.ORIGINAL, StepKind.COPY).state is State.ORIGINAL_RECEIVED
    assert after(StepKind.ORIGINAL, StepKind.IN_ORDER, StepKind.COPY).state is State.IN_ORDER


def test_a_copy_alone_is_never_found_in_order() -> None:
    with pytest.raises(RefusedError, match=r"conference\.credentials_step"):
        after(StepKind.COPY, StepKind.IN_ORDER)


def test_a_contest_withdrawn_leads_back_to_what_the_papers_came_to() -> None:
    contested = after(
        StepKind.ORIGINAL, StepKind.IN_ORDER, (StepKind.CONTESTED, "AT"), (StepKind.CONTESTED, "FR")
    )
    assert (contested.state, contested.contested_by) == (State.CONTESTED, ("AT", "FR"))
    back = after(
        StepKind.ORIGINAL,
        (StepKind.CONTESTED, "AT"),
        StepKind.IN_ORDER,
        (StepKind.CONTEST_WITHDRAWN, "AT"),
    )
    assert (back.state, back.contested_by) == (State.IN_ORDER, ())
    with pytest.raises(RefusedError, match="credentials_contest"):
        after((StepKind.CONTESTED, "AT"), (StepKind.CONTEST_WITHDRAWN, "FR"))


def test_a_deferral_keeps_seat_and_vote_as_in_2021() -> None:
    deferred = after(StepKind.ORIGINAL, (StepKind.CONTESTED, "XX"), StepKind.DEFERRED)
    assert deferred.state is State.DEFERRED
    assert rights(deferred.state, Effect.EXCLUDED) == rights(State.NOT_RECEIVED, Effect.EXCLUDED)
    assert rights(deferred.state, Effect.EXCLUDED).vote


@pytest.mark.parametrize(
    ("taken", "seated", "vote"),
    [(Effect.NONE, True, True), (Effect.LOSES_VOTE, True, False), (Effect.EXCLUDED, False, False)],
)
def test_what_a_rejection_takes_away_is_the_rules_choice(taken: Effect, seated: bool, vote: bool) -> None:
    found = rights(State.REJECTED, taken)
    assert (found.seated, found.vote) == (seated, vote)


def test_the_default_rules_take_nothing_as_in_1974() -> None:
    assert effect(rule_set()) is Effect.NONE


STEPS = st.lists(st.tuples(st.sampled_from(StepKind), st.sampled_from(["AT", "FR"])), max_size=12)


@given(STEPS)
def test_no_row_of_steps_locks_a_delegation_out_before_a_rejection(steps: list[tuple[StepKind, str]]) -> None:
    taken: list[Step] = []
    for place, (kind, by) in enumerate(steps):
        step = Step(kind=kind, at=OPENING + timedelta(hours=place), by=by)
        try:
            credentials_of([*taken, step])
        except RefusedError:
            continue
        taken.append(step)
    found = credentials_of(taken)
    for taken_away in Effect:
        held = rights(found.state, taken_away)
        assert (held.seated and held.vote) or found.state is State.REJECTED
    if found.state is State.REJECTED:
        assert any(step.kind is StepKind.REJECTED for step in taken)
    if found.state is State.CONTESTED:
        assert found.contested_by


def paper(**changes: object) -> Paper:
    values: dict[str, object] = {
        "form": Form.FORMAL,
        "original": True,
        "signer": Signer.FOREIGN_MINISTER,
        "received_at": OPENING - timedelta(days=3),
        **changes,
    }
    return Paper(**values)  # type: ignore[arg-type] # a table of cases


@pytest.mark.parametrize(
    ("changes", "amends", "found"),
    [
        ({}, False, []),
        ({"signer": Signer.HEAD_OF_STATE}, True, []),
        ({"signer": Signer.PERMANENT_REPRESENTATIVE}, False, ["law_not_shown"]),
        ({"signer": Signer.PERMANENT_REPRESENTATIVE, "law_allows": True}, False, []),
        ({"signer": Signer.PERMANENT_REPRESENTATIVE, "law_allows": True}, True, ["rank_amendment"]),
        ({"signer": Signer.OTHER}, False, ["rank"]),
        ({"signer": Signer.OTHER}, True, ["rank"]),
        ({"form": Form.PROVISIONAL, "original": False}, False, ["not_formal", "not_original"]),
        ({"received_at": OPENING + timedelta(hours=3)}, False, ["late"]),
        ({"dated": date(2027, 3, 2)}, False, ["dated_ahead"]),
        ({"sealed": False}, False, ["not_signed"]),
    ],
)
def test_ranks_and_forms(changes: dict[str, object], amends: bool, found: list[str]) -> None:
    asked = wanted(rule_set(), OPENING, amends=amends)
    assert [one.code for one in flaws(paper(**changes), asked)] == found


def test_an_organisation_s_papers_are_signed_by_its_competent_authority() -> None:
    asked = wanted(rule_set(), OPENING)
    assert [one.code for one in flaws(paper(), asked, organisation=True)] == ["rank_organisation"]
    assert flaws(paper(signer=Signer.COMPETENT_AUTHORITY), asked, organisation=True) == ()


def test_a_late_paper_may_be_found_in_order() -> None:
    late = flaws(paper(received_at=OPENING + timedelta(hours=3)), wanted(rule_set(), OPENING))
    assert [one.bars_order for one in late] == [False]


def test_a_paper_is_kept_as_it_was() -> None:
    one = paper(dated=date(2027, 2, 1), signer_name="Somebody")
    assert read_paper(paper_json(one)) == one


@given(
    st.recursive(st.none() | st.text(max_size=5), lambda inner: st.dictionaries(st.text(max_size=8), inner))
)
def test_no_other_value_is_a_paper(value: object) -> None:
    with pytest.raises(MalformedError):
        read_paper(value)


EXAMINED = (
    Examined(participant="AT", claim=1, credentials=after(StepKind.ORIGINAL, StepKind.IN_ORDER)),
    Examined(participant="BR", claim=1, credentials=after(StepKind.COPY)),
    Examined(participant="CL", claim=1, credentials=after()),
    Examined(participant="XX", claim=1, credentials=after(StepKind.ORIGINAL, (StepKind.CONTESTED, "AT"))),
    Examined(participant="XX", claim=2, credentials=after(StepKind.ORIGINAL)),
)


def kept(lines: tuple[Line, ...]) -> Json:
    return decode(encode(report_json(lines)), max_bytes=100_000)


def test_a_report_accepts_all_on_an_understanding_and_defers_rival_claims() -> None:
    lines = draft(EXAMINED, {})
    assert [(one.participant, one.claim, one.advice.value, one.understanding) for one in lines] == [
        ("AT", 1, "accepted", False),
        ("BR", 1, "accepted", True),
        ("CL", 1, "accepted", True),
        ("XX", 1, "deferred", False),
        ("XX", 2, "deferred", False),
    ]
    assert [name for name, _ in grouped(lines)] == ["formal", "original", "copy", "nothing", "contested"]
    assert read_report(kept(lines)) == lines


def test_two_rival_claims_are_not_both_recommended() -> None:
    with pytest.raises(UsageError, match="report_rivals"):
        draft(EXAMINED, {("XX", 1): Advice.ACCEPTED, ("XX", 2): Advice.ACCEPTED})


def test_a_report_that_falls_changes_nothing_and_one_that_is_adopted_decides() -> None:
    line = draft(EXAMINED, {})[1]
    before = EXAMINED[1].credentials
    assert decided(line, before, Outcome.REJECTED, OPENING) is None
    step = decided(line, before, Outcome.ADOPTED, OPENING)
    assert step is not None
    assert step.kind is StepKind.ACCEPTED
    deferred = decided(line, before, Outcome.DEFERRED, OPENING)
    assert deferred is not None
    assert deferred.kind is StepKind.DEFERRED


@pytest.mark.parametrize("value", [None, [1], [{"participant": "AT"}], {}])
def test_a_broken_report_ends_in_the_house_s_error(value: Json) -> None:
    with pytest.raises(MalformedError, match="report_broken"):
        read_report(value)


@pytest.mark.parametrize("option", list(Effect))
def test_a_conference_chooses_what_a_rejection_takes_away(option: Effect) -> None:
    assert effect(rule_set(choices={"credentials_rejected": option.value})) is option
