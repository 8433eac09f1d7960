# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Decisions: preservation and disclosure by different tables of grounds; reasons always; consultation before refusal."""

from datetime import UTC, datetime, timedelta

import pytest

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.base.library import parse_yaml
from longbien.core.cooperation.acts.bodies import Condition, Decided, Request
from longbien.core.cooperation.deciding.decisions import (
    Desk,
    available_grounds,
    check_decision,
    grounds_for,
    outside_convention,
)
from longbien.core.cooperation.deciding.grounds import GroundsTable, grounds, parse_grounds, tables
from longbien.core.cooperation.findings import STOP
from longbien.core.cooperation.forms.kinds import forms
from longbien.texts import SENTENCES
from tests.requests import preservation, request, stored_data

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
BEFORE = NOW - timedelta(hours=1)
SERIOUS: dict[str, Json] = {"offences": ["serious-crime"], "maximum_penalty_years": 8}


def desk(body: Request, *, reservations: frozenset[str] = frozenset()) -> Desk:
    return Desk(request=body, reservations=reservations, now=NOW)


PRESERVATION = desk(request(preservation(), kind="preservation"))
STORED = desk(request(stored_data(), kind="stored-data"))
RESERVED = desk(request(preservation(**SERIOUS), kind="preservation"), reservations=frozenset({"42.5"}))


def stops(decided: Decided, at: Desk) -> list[str]:
    return [
        finding.code.removeprefix("cooperation.decision_")
        for finding in check_decision(decided, at)
        if finding.severity == STOP
    ]


def refusal(
    measure: str, *grounds: str, reasons: str = "Because.", consulted: datetime | None = BEFORE
) -> Decided:
    return Decided(
        measure=measure, decision="refused", grounds=grounds, reasons=reasons, consulted_at=consulted
    )


def test_grants_need_nothing_more() -> None:
    assert stops(Decided(measure="preservation", decision="granted"), PRESERVATION) == []
    assert stops(Decided(measure="disclosure", decision="granted"), STORED) == []


def test_preservation_is_refused_on_three_grounds_only() -> None:
    """Art. 42(6): 40(21)(b), (c) and 40(22)."""
    allowed = ("essential-interests", "own-law-bars", "persecution")
    assert available_grounds(PRESERVATION, "preservation") == allowed
    for ground in grounds("none", "assistance").refuse:
        assert stops(refusal("preservation", ground), PRESERVATION) == (
            [] if ground in allowed else ["reserved"] if ground == "dual-criminality-foreseen" else ["ground"]
        )


def test_dual_criminality_stops_disclosure_but_not_preservation() -> None:
    """Scenario 16: two decisions, two grounds; the reservation of Art. 42(5) is looked up."""
    assert stops(refusal("preservation", "no-dual-criminality"), PRESERVATION) == ["ground"]
    assert stops(Decided(measure="preservation", decision="granted"), PRESERVATION) == []
    assert stops(refusal("disclosure", "no-dual-criminality"), STORED) == []


def test_the_requesting_state_is_warned_early() -> None:
    """Scenario 16: the data are kept, and the doubt about disclosure is told at once."""
    serious = desk(request(preservation(**SERIOUS), kind="preservation"))
    silent = Decided(measure="preservation", decision="granted")
    warned = Decided(measure="preservation", decision="granted", concerns=("dual-criminality-doubtful",))
    assert [finding.code for finding in check_decision(silent, serious)] == [
        "cooperation.decision_warn_early"
    ]
    assert check_decision(warned, serious) == ()
    assert check_decision(silent, PRESERVATION) == ()


def test_the_reservation_of_42_5_works_only_when_made_and_only_outside_the_convention() -> None:
    foreseen = refusal("preservation", "dual-criminality-foreseen")
    own = desk(PRESERVATION.request, reservations=frozenset({"42.5"}))
    unreserved = desk(RESERVED.request)
    assert [stops(foreseen, at) for at in (RESERVED, own, unreserved)] == [[], ["reserved"], ["reserved"]]
    assert [outside_convention(at.request) for at in (RESERVED, own)] == [True, False]
    assert "dual-criminality-foreseen" in available_grounds(RESERVED, "preservation")


def test_the_path_of_traffic_data_has_its_own_row() -> None:
    """Art. 43(2)."""
    both = desk(request(preservation(traffic_path=True), kind="preservation"))
    row = grounds_for(both.request, "disclosure")
    assert row is not None
    assert row.article == "43.2"
    assert stops(refusal("disclosure", "de-minimis"), both) == ["ground"]


def test_a_measure_that_was_not_asked_is_not_decided() -> None:
    assert stops(Decided(measure="disclosure", decision="granted"), PRESERVATION) == ["not_asked"]
    assert available_grounds(PRESERVATION, "disclosure") == ()


def test_a_refusal_gives_reasons_and_grounds() -> None:
    """Art. 40(25)."""
    assert stops(refusal("disclosure", "de-minimis", reasons="  "), STORED) == ["reasons"]
    assert stops(refusal("disclosure"), STORED) == ["ground_missing"]
    assert stops(Decided(measure="disclosure", decision="in-part"), STORED) == ["reasons"]
    granted = Decided(measure="disclosure", decision="granted", grounds=("de-minimis",))
    assert stops(granted, STORED) == ["grounds_of_grant"]


def test_a_refusal_under_40_21_comes_after_consultation() -> None:
    """Art. 40(28); scenario 9 for the political purpose, which is no matter of 40(21) and counted in public."""
    assert stops(refusal("disclosure", "essential-interests", consulted=None), STORED) == ["consult"]
    assert stops(refusal("disclosure", "essential-interests"), STORED) == []
    future = NOW + timedelta(minutes=1)
    assert stops(refusal("disclosure", "essential-interests", consulted=future), STORED) == [
        "consulted_future"
    ]
    political = refusal("disclosure", "persecution", consulted=None)
    assert [finding.code for finding in check_decision(political, STORED)] == [
        "cooperation.decision_persecution"
    ]


def test_preservation_is_never_postponed_under_the_convention() -> None:
    postponed = Decided(
        measure="preservation",
        decision="postponed",
        grounds=("ongoing-proceedings",),
        reasons="Trial.",
        consulted_at=BEFORE,
    )
    assert stops(postponed, PRESERVATION) == ["ground"]
    later = Decided(
        measure="disclosure",
        decision="postponed",
        grounds=("ongoing-proceedings",),
        reasons="Trial.",
        consulted_at=BEFORE,
    )
    assert stops(later, STORED) == []


def test_another_condition_is_put_into_words() -> None:
    for text, found in (("", ["condition"]), ("Tell us first.", [])):
        decided = Decided(
            measure="disclosure", decision="granted", conditions=(Condition(code="other", text=text),)
        )
        assert stops(decided, STORED) == found


def test_under_another_treaty_its_own_table_counts_or_none() -> None:
    budapest = desk(request(preservation(legal_basis="budapest"), kind="preservation"))
    assert stops(refusal("preservation", "political-offence"), budapest) == []
    bilateral = desk(
        request(stored_data(legal_basis="bilateral", legal_basis_detail="Treaty, 4"), kind="stored-data")
    )
    assert stops(refusal("disclosure", "other-treaty"), bilateral) == []


def test_each_form_asks_for_grounds_that_the_convention_has() -> None:
    rows = tables()["hanoi"].rows
    assert {asked.grounds for found in forms().values() for asked in found.asks} <= set(rows)
    assert rows["preservation"].refuse == rows["traffic-data"].refuse


def test_each_code_has_a_sentence() -> None:
    names = "condition consult consulted_future ground ground_missing grounds_of_grant not_asked persecution reasons reserved warn_early"
    assert [name for name in names.split() if f"cooperation.decision_{name}" not in SENTENCES] == []


GOOD = """schema: longbien/grounds/1
legal_basis: untoc
rows:
  - measure: assistance
    article: "UNTOC 18(21)"
    exclusive: false
    refuse: [essential-interests]
    reserved: []
    postpone: [ongoing-proceedings]
    consult_before: [essential-interests]
    source: [{ref: "UNTOC 18(21)", confidence: treaty}]
forbidden: []
"""


def table(text: str) -> GroundsTable:
    return parse_grounds(parse_yaml(text, source="grounds/untoc.yaml"))


def test_a_table_of_grounds_is_data() -> None:
    assert table(GOOD).rows["assistance"].consult_before == ("essential-interests",)


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("refuse: [essential-interests]", "refuse: [bank-secrecy]", 4),
        ("reserved: []", "reserved: [essential-interests]", 4),
        ("consult_before: [essential-interests]", "consult_before: [de-minimis]", 4),
        ("measure: assistance", "measure: everything", 4),
        ("legal_basis: untoc", "legal_basis: uncac", 1),
        ("exclusive: false", 'exclusive: "no"', 4),
    ],
)
def test_a_mistake_names_its_place(before: str, after: str, line: int) -> None:
    with pytest.raises(MalformedError) as refused:
        table(GOOD.replace(before, after))
    assert refused.value.params["place"] == f"grounds/untoc.yaml:{line}"
