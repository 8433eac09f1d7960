# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which step stands before which act: the table, and what is missing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.library import Document, parse_yaml, read_data
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.forms.kinds import MEASURES
from longbien.core.cooperation.safeguards.missing import (
    GRANTS,
    Done,
    Missing,
    Occasion,
    asks_anything,
    missing_steps,
    require_steps,
    row_for,
)
from longbien.core.cooperation.safeguards.table import (
    ANSWER,
    PATH,
    POWERS,
    REQUEST,
    parse_safeguards,
    safeguards,
    steps,
)

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
DISCLOSURE = Occasion(act=ANSWER, measure="disclosure", powers=frozenset(), basis="hanoi", decision="granted")


def done(**results: str) -> dict[str, Done]:
    """Give steps as recorded by one official; names with `_` for `-`."""
    found = {name.replace("_", "-"): result for name, result in results.items()}
    return {
        step: Done(step=step, result=result, official="at-duty-1", at=NOW) for step, result in found.items()
    }


ALL = done(sender="verified", rights="clear", scope="inside", dual_criminality="met", necessity="necessary")


def needed(occasion: Occasion) -> list[str]:
    """Name the steps that the table asks for."""
    return [step for step in steps() if (row := row_for(step, occasion)) is not None and row.needed]


@pytest.mark.parametrize(
    ("occasion", "wanted"),
    [
        (DISCLOSURE, ["sender", "rights", "scope", "dual-criminality", "necessity"]),
        (replace(DISCLOSURE, basis="budapest"), ["sender", "rights", "dual-criminality", "necessity"]),
        (replace(DISCLOSURE, measure="preservation"), []),
        (replace(DISCLOSURE, measure="assistance"), ["sender", "rights", "scope", "dual-criminality"]),
        (
            replace(DISCLOSURE, measure="assistance", powers=frozenset({"interception"})),
            ["sender", "rights", "scope", "dual-criminality", "necessity"],
        ),
        (replace(DISCLOSURE, measure="surrender"), ["sender", "rights", "scope", "dual-criminality"]),
        (replace(DISCLOSURE, measure="arrest"), ["sender", "rights", "scope", "dual-criminality"]),
        (
            replace(DISCLOSURE, powers=frozenset({"emergency"})),
            ["sender", "rights", "necessity", "call-back"],
        ),
        (replace(DISCLOSURE, act=REQUEST), []),
        (replace(DISCLOSURE, act=REQUEST, powers=frozenset({"content"})), ["rights"]),
        (replace(DISCLOSURE, act=REQUEST, measure="assistance", powers=frozenset({"real-time"})), ["rights"]),
        (replace(DISCLOSURE, act=REQUEST, measure="offer"), ["rights"]),
    ],
)
def test_the_table_asks_for_the_steps_of_each_act(occasion: Occasion, wanted: list[str]) -> None:
    assert needed(occasion) == wanted


def test_nothing_is_missing_once_every_step_is_taken() -> None:
    assert missing_steps(DISCLOSURE, ALL, ["at-approver-1"]) == ()


@pytest.mark.parametrize("step", ["sender", "rights", "scope", "dual-criminality", "necessity"])
def test_each_step_left_out_is_named(step: str) -> None:
    left = {name: one for name, one in ALL.items() if name != step}
    assert missing_steps(DISCLOSURE, left) == (Missing(code="safeguards.missing", step=step),)


@pytest.mark.parametrize("decision", ["refused", "postponed"])
def test_a_refusal_needs_no_step(decision: str) -> None:
    assert missing_steps(replace(DISCLOSURE, decision=decision), {}) == ()


@pytest.mark.parametrize(
    ("step", "result"),
    [
        ("sender", "not-verified"),
        ("rights", "refuse"),
        ("scope", "outside"),
        ("dual_criminality", "not-met"),
        ("necessity", "not-necessary"),
    ],
)
def test_a_bad_result_stops_the_grant(step: str, result: str) -> None:
    name = step.replace("_", "-")
    found = missing_steps(DISCLOSURE, ALL | done(**{step: result}))
    assert found == (Missing(code="safeguards.result", step=name, result=result),)


@pytest.mark.parametrize(("step", "result"), [("rights", "concern"), ("necessity", "narrower")])
def test_a_concern_passes_under_conditions_or_in_part_only(step: str, result: str) -> None:
    taken = ALL | done(**{step: result})
    assert missing_steps(DISCLOSURE, taken) == (
        Missing(code="safeguards.conditions", step=step, result=result),
    )
    assert missing_steps(replace(DISCLOSURE, conditions=True), taken) == ()
    assert missing_steps(replace(DISCLOSURE, decision="in-part"), taken) == ()


def test_who_checked_the_rights_does_not_approve() -> None:
    found = missing_steps(DISCLOSURE, ALL, ["at-approver-1", "at-duty-1"])
    assert found == (Missing(code="safeguards.same_official", step="rights", result="clear"),)


def test_a_step_taken_before_the_request_changed_is_taken_again() -> None:
    later = replace(DISCLOSURE, changed_at=NOW + timedelta(minutes=1))
    assert {one.code for one in missing_steps(later, ALL)} == {"safeguards.stale"}
    assert missing_steps(replace(DISCLOSURE, changed_at=NOW), ALL) == ()


def test_surrender_for_what_is_no_crime_here_needs_a_law_that_allows_it() -> None:
    surrender = replace(DISCLOSURE, measure="surrender")
    assert missing_steps(surrender, ALL | done(dual_criminality="waived")) == ()
    found = missing_steps(surrender, ALL | done(dual_criminality="not-required"))
    assert [one.code for one in found] == ["safeguards.result"]


def test_the_refusal_carries_step_and_result() -> None:
    with pytest.raises(RefusedError) as refused:
        require_steps(DISCLOSURE, {})
    assert (refused.value.code, refused.value.params) == (
        "safeguards.missing",
        {"step": "sender", "result": ""},
    )


@given(
    st.sampled_from([ANSWER, REQUEST]),
    st.sampled_from(MEASURES),
    st.frozensets(st.sampled_from(POWERS)),
    st.sampled_from(tuple(vocabulary("LEGAL-BASIS").codes)),
    st.sampled_from([*GRANTS, "refused", "postponed"]),
)
def test_nothing_is_given_without_a_rights_check_under_any_basis(
    act: str, measure: str, powers: frozenset[str], basis: str, decision: str
) -> None:
    occasion = Occasion(act=act, measure=measure, powers=powers, basis=basis, decision=decision)
    missing = {one.step for one in missing_steps(occasion, {})}
    gives = act == ANSWER and decision in GRANTS and measure not in ("preservation", "offer")
    assert ("rights" in missing) is (gives or (act == REQUEST and "rights" in needed(occasion)))
    assert not gives or {"rights", "sender"} <= missing
    assert not missing or asks_anything(act, measure)


def test_every_step_has_results_and_every_row_says_why() -> None:
    table = safeguards()
    assert set(table.results) == set(steps())
    assert all(row.text and row.sources for row in table.rows)


def test_a_mistake_in_the_table_names_its_place() -> None:
    text = 'schema: longbien/safeguards/1\nresults:\n  - {step: rights, codes: [clear]}\nrows:\n  - {step: rights, act: answer, needed: true, text: "x", source: [{ref: "house", confidence: judgement}]}\n'
    with pytest.raises(MalformedError) as refused:
        parse_safeguards(parse_yaml(text, source="steps.yaml"))
    assert refused.value.code == "base.data_mistake"
    assert isinstance(read_data(PATH), Document)
