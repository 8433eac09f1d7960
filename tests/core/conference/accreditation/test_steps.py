# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accreditation: one State refers a body to the Conference, dates count, variants decide what was contested in Vienna."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import RefusedError
from longbien.core.conference.accreditation.reading import Reader, attends, figures, visible
from longbien.core.conference.accreditation.states import Application, State, Step, StepKind, Terms, Track
from longbien.core.conference.accreditation.steps import accorded, advance, application_of, lapse
from longbien.core.conference.accreditation.terms import rule_behind, terms
from longbien.core.conference.rules.load import rule_set

OPENING = datetime(2027, 3, 1, 10, tzinfo=UTC)
APPLIED = OPENING - timedelta(days=60)
TERMS = terms(rule_set(), OPENING)
START = Application(track=Track.NGO_OTHER, applied_at=APPLIED, seat="CH")
K = StepKind


def step(kind: StepKind, days: float, by: str = "", reasons: str = "", decision: bool = False) -> Step:
    return Step(kind=kind, at=OPENING + timedelta(days=days), by=by, reasons=reasons, decision=decision)


def run(*steps: Step, start: Application = START, asked: Terms = TERMS) -> Application:
    return application_of(start, steps, asked)


CIRCULATED = (step(K.LISTED, -50), step(K.CIRCULATED, -40))
OBJECTED = (*CIRCULATED, step(K.OBJECTED, -20, "AT", "No information on funding."))


def test_circulated_and_not_objected_to_is_admitted_when_the_time_is_over() -> None:
    with pytest.raises(RefusedError, match="objections_running"):
        run(*CIRCULATED, step(K.ADMITTED, -10))
    assert run(*CIRCULATED, step(K.ADMITTED, 0)).state is State.ADMITTED


def test_one_state_is_enough_to_refer_a_body_to_the_conference() -> None:
    objected = run(*OBJECTED)
    assert objected.state is State.OBJECTED
    with pytest.raises(RefusedError, match="objections_open"):
        run(*OBJECTED, step(K.ADMITTED, 0))
    with pytest.raises(RefusedError, match="not_referred"):
        run(*OBJECTED, step(K.ADMITTED, 0, decision=True))
    referred = (*OBJECTED, step(K.REFERRED, -1))
    assert run(*referred, step(K.ADMITTED, 1, decision=True)).state is State.ADMITTED
    assert run(*referred, step(K.NOT_ADMITTED, 1, decision=True)).state is State.NOT_ADMITTED


def test_objections_are_withdrawn_before_the_vote_as_in_2023() -> None:
    two = (*OBJECTED, step(K.OBJECTED, -19, "FR", "Other reasons."), step(K.REFERRED, -1))
    one_left = (*two, step(K.OBJECTION_WITHDRAWN, 0, "AT"))
    assert run(*one_left).state is State.REFERRED
    none_left = (*one_left, step(K.OBJECTION_WITHDRAWN, 1, "FR"))
    assert run(*none_left).state is State.OBJECTION_WITHDRAWN
    admitted = run(*none_left, step(K.ADMITTED, 1))
    assert (admitted.state, len(admitted.objections)) == (State.ADMITTED, 2)
    with pytest.raises(RefusedError, match="objection_none"):
        run(*two, step(K.OBJECTION_WITHDRAWN, 0, "BR"))


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ((step(K.OBJECTED, -20, "AT", "x"),), "not_circulated"),
        ((*CIRCULATED, step(K.OBJECTED, -20, "AT", " ")), "objection_reasons"),
        ((*CIRCULATED, step(K.OBJECTED, 0.1, "AT", "x")), "objection_late"),
        ((*OBJECTED, step(K.OBJECTED, -19, "AT", "again")), "objection_twice"),
        ((step(K.LISTED, -50), step(K.LISTED, -49)), "application_step"),
        ((step(K.LISTED, -70),), "application_back"),
        ((step(K.LISTED, -50), step(K.CIRCULATED, -20), step(K.ADMITTED, 0)), "circulated_late"),
        ((*CIRCULATED, step(K.NOT_ADMITTED, 0)), "no_ground"),
        ((*CIRCULATED, step(K.CONSENTED, -20, "CH")), "consent_track"),
    ],
)
def test_what_does_not_follow_is_refused_with_its_code(steps: tuple[Step, ...], code: str) -> None:
    with pytest.raises(RefusedError, match=rf"conference\.{code}"):
        run(*steps)


def test_reasons_are_optional_where_the_conference_chose_so() -> None:
    asked = terms(rule_set(choices={"ngo_objection_reasons": "optional"}), OPENING)
    assert run(*CIRCULATED, step(K.OBJECTED, -20, "AT"), asked=asked).state is State.OBJECTED
    behind = rule_behind(rule_set(), "conference.objection_reasons")
    assert behind is not None
    assert (behind.value, behind.variant) == ("required_written", "ngo_objection_reasons")


def test_bodies_in_consultative_status_and_entities_need_no_list() -> None:
    for track in (Track.NGO_ECOSOC, Track.ENTITY, Track.NON_SIGNATORY, Track.SIGNATORY):
        start = replace(START, track=track)
        assert run(step(K.ADMITTED, -30), start=start).state is State.ADMITTED
    with pytest.raises(RefusedError, match="objection_track"):
        run(step(K.OBJECTED, -30, "AT", "x"), start=replace(START, track=Track.SIGNATORY))


def test_carry_over_from_the_ad_hoc_committee() -> None:
    start = replace(START, ad_hoc=True)
    with pytest.raises(RefusedError, match="not_circulated"):
        run(step(K.ADMITTED, -30), start=start)
    asked = terms(rule_set(choices={"ngo_ahc_carryover": "yes"}), OPENING)
    assert run(step(K.ADMITTED, -30), start=start, asked=asked).state is State.ADMITTED


def test_the_consent_of_the_state_of_the_seat() -> None:
    asked = terms(rule_set(choices={"ngo_state_consent": "consent"}), OPENING)
    with pytest.raises(RefusedError, match="consent_missing"):
        run(*CIRCULATED, step(K.ADMITTED, 0), asked=asked)
    with pytest.raises(RefusedError, match="consent_track"):
        run(*CIRCULATED, step(K.CONSENTED, -5, "AT"), asked=asked)
    assert (
        run(*CIRCULATED, step(K.CONSENTED, -5, "CH"), step(K.ADMITTED, 0), asked=asked).state
        is State.ADMITTED
    )
    refused = (*CIRCULATED, step(K.CONSENT_REFUSED, -5, "CH"))
    assert run(*refused, step(K.NOT_ADMITTED, 0), asked=asked).state is State.NOT_ADMITTED


@pytest.mark.parametrize("option", ["admitted", "not_admitted"])
def test_no_decision_by_the_end_follows_the_variant(option: str) -> None:
    asked = terms(rule_set(choices={"ngo_default": option}), OPENING)
    assert lapse(run(*OBJECTED, asked=asked), OPENING, asked).state.value == option
    assert lapse(run(*CIRCULATED, asked=asked), OPENING, asked).state is State.NOT_ADMITTED


@pytest.mark.parametrize(
    ("option", "sees"),
    [
        ("secretariat_only", {Reader.SECRETARIAT}),
        ("states_parties", {Reader.SECRETARIAT, Reader.STATE_PARTY}),
        ("public", set(Reader)),
    ],
)
def test_who_sees_the_objector_is_the_rules_choice_that_there_is_one_everybody(
    option: str, sees: set[Reader]
) -> None:
    asked = terms(rule_set(choices={"ngo_objection_visibility": option}), OPENING)
    found = run(*OBJECTED, asked=asked)
    for reader in Reader:
        (one,) = visible(found, reader, asked)
        assert (one.by, bool(one.reasons)) == (("AT", True) if reader in sees else ("", False))


def test_subsidiary_bodies_by_variant() -> None:
    admitted = run(*CIRCULATED, step(K.ADMITTED, 0))
    for option, public, closed in (
        ("never", False, False),
        ("when_public", True, False),
        ("always", True, True),
    ):
        asked = terms(rule_set(choices={"ngo_subsidiary": option}), OPENING)
        assert attends(admitted, asked, subsidiary=True, public=True) is public
        assert attends(admitted, asked, subsidiary=True, public=False) is closed
    assert not attends(START, TERMS, subsidiary=False, public=True)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(StepKind),
        st.floats(min_value=0, max_value=20),
        st.sampled_from(["AT", "FR", "CH", ""]),
        st.sampled_from(["", "a reason"]),
        st.booleans(),
    ),
    max_size=14,
)
CHOICES = st.fixed_dictionaries(
    {
        "ngo_objection_reasons": st.sampled_from(["optional", "required_written"]),
        "ngo_state_consent": st.sampled_from(["none", "information", "consent"]),
        "ngo_ahc_carryover": st.sampled_from(["yes", "no"]),
        "ngo_default": st.sampled_from(["admitted", "not_admitted"]),
    }
)


@given(STEPS, CHOICES, st.sampled_from(Track), st.booleans())
def test_no_steps_admit_over_an_objection_without_a_decision(
    steps: list[tuple[StepKind, float, str, str, bool]], choices: dict[str, str], track: Track, ad_hoc: bool
) -> None:
    asked = terms(rule_set(choices=choices), OPENING)
    found = replace(START, track=track, ad_hoc=ad_hoc)
    at = -55.0
    for kind, days, by, reasons, decision in steps:
        at += days
        before = found
        try:
            found = advance(found, step(kind, at, by, reasons, decision), asked)
        except RefusedError:
            continue
        assert not before.is_ended
        assert len(found.objections) >= len(before.objections)
        if found.state is State.ADMITTED and not decision:
            assert before.open_objections == ()
            assert accorded(before, OPENING + timedelta(days=at), asked) == ""
        if found.state is State.OBJECTED:
            assert found.open_objections
    (row,) = figures([found])
    assert (row.applied, row.objections) == (1, len(found.objections))
    assert row.admitted + row.not_admitted + row.withdrawn + row.open == 1
