# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Decisions: preservation and disclosure by different tables of grounds; reasons always; consultation before refusal."""

from datetime import UTC, datetime, timedelta

import pytest

from longbien.core.base.canonical import Json
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.acts.bodies import Condition, Decided, Request
from longbien.core.cooperation.deciding.decisions import (
    Desk,
    available_grounds,
    check_decision,
    grounds_for,
    outside_convention,
)
from longbien.core.cooperation.findings import STOP
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
    for ground in vocabulary("REFUSAL").codes:
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
        "cooperation.decision_persecution",
        "cooperation.decision_consult_offer",
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


def test_each_code_has_a_sentence() -> None:
    names = (
        "condition conditions_first consult consult_offer consulted_future forbidden forbidden_words ground ground_missing "
        "grounds_of_grant not_asked persecution prosecute reasons reserved warn_early"
    )
    assert [name for name in names.split() if f"cooperation.decision_{name}" not in SENTENCES] == []


def test_fiscal_matters_alone_and_bank_secrecy_are_rejected() -> None:
    """Art. 40(23), 40(24): the first is no ground by itself, the second is none at all."""
    assert stops(refusal("disclosure", "fiscal-matters"), STORED) == ["forbidden"]
    assert stops(refusal("disclosure", "fiscal-matters", "de-minimis"), STORED) == []
    assert stops(refusal("disclosure", "bank-secrecy", "de-minimis"), STORED) == ["forbidden"]


@pytest.mark.parametrize(
    "reasons",
    [
        "This is a tax offence.",
        "La demande touche le secret  bancaire.",
        "Vi phạm bí mật ngân hàng.",
        "涉及银行保密",
    ],
)
def test_reasons_that_speak_of_a_forbidden_ground_warn(reasons: str) -> None:
    found = check_decision(refusal("disclosure", "de-minimis", reasons=reasons), STORED)
    assert [one.code for one in found] == ["cooperation.decision_forbidden_words"]


def test_other_bases_forbid_nothing_here() -> None:
    bilateral = desk(
        request(stored_data(legal_basis="bilateral", legal_basis_detail="Treaty, 4"), kind="stored-data")
    )
    assert check_decision(refusal("disclosure", "fiscal-matters", reasons="Tax matter."), bilateral) == ()


def test_where_another_treaty_governs_procedure_its_grounds_count() -> None:
    """Art. 40(7): Budapest's list in place of 40(21); preservation keeps the list of Article 42."""
    governed = Desk(request=STORED.request, reservations=frozenset(), now=NOW, procedure="budapest")
    assert "political-offence" in available_grounds(governed, "disclosure")
    assert "de-minimis" not in available_grounds(governed, "disclosure")
    kept = Desk(request=PRESERVATION.request, reservations=frozenset(), now=NOW, procedure="budapest")
    assert available_grounds(kept, "preservation") == available_grounds(PRESERVATION, "preservation")


def test_personal_data_come_with_conditions_first() -> None:
    """Art. 36(1)(b)."""
    found = check_decision(refusal("disclosure", "personal-data"), STORED)
    assert [one.code for one in found] == ["cooperation.decision_conditions_first"]
