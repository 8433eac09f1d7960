# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every basis between two States on a day, officers' rows, suspensions, and whose rules of procedure follow."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.base.vocabulary import vocabulary
from longbien.core.treaty.bases.agreements import (
    ACCEPTED,
    ENDED,
    OFFERED,
    Acceptance,
    End,
    Offer,
    Period,
    read_agreement,
    write_agreement,
)
from longbien.core.treaty.bases.basis import legal_basis, status_table
from longbien.core.treaty.bases.between import in_force, standings
from longbien.core.treaty.bases.entries import BasisEntry, check_entry, with_entries
from longbien.core.treaty.bases.procedure import ASSISTANCE_TREATIES, LIMITED_TREATIES, procedure

AT, VN = PartyId("AT"), PartyId("VN")
DAY = date(2026, 11, 22)
BUDAPEST = BasisEntry(
    pair=(AT, VN),
    basis="budapest",
    status="in-force",
    since=date(2026, 1, 1),
    until=None,
    name="",
    note="",
    source="Made for a test",
    confidence="low",
)
BILATERAL = replace(BUDAPEST, basis="bilateral", name="Treaty on assistance")


def test_each_basis_has_one_line() -> None:
    found = standings(status_table(exercise=False), AT, VN, day=DAY)
    assert [one.basis for one in found] == [
        code for code in vocabulary("LEGAL-BASIS").codes if code != "none-yet"
    ]
    assert {one.basis for one in found if one.holds} == {"reciprocity", "domestic-law"}
    table = with_entries(status_table(exercise=False), (BUDAPEST, BILATERAL))
    assert in_force(table, VN, AT, day=DAY) == {"budapest", "bilateral"}
    assert in_force(table, VN, AT, day=date(2025, 12, 31)) == frozenset()


def test_a_suspension_comes_before_everything() -> None:
    off = replace(BUDAPEST, status="suspended", since=DAY, until=DAY + timedelta(days=10))
    table = with_entries(status_table(exercise=True), (BUDAPEST, off, replace(off, basis="hanoi")))
    for basis in ("budapest", "hanoi"):
        with pytest.raises(RefusedError) as refused:
            legal_basis(table, basis, AT, VN, day=DAY)
        assert refused.value.code == "treaty.basis_suspended"
        legal_basis(table, basis, AT, VN, day=DAY - timedelta(days=1))
        legal_basis(table, basis, AT, VN, day=DAY + timedelta(days=10))


def test_of_several_bilateral_treaties_one_in_force_is_enough() -> None:
    ended = replace(BILATERAL, status="not-in-force")
    for rows in permutations((ended, BILATERAL)):
        table = with_entries(status_table(exercise=False), rows)
        assert legal_basis(table, "bilateral", AT, VN, day=DAY).basis == "bilateral"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"basis": "king"}, "basis_code"),
        ({"basis": "reciprocity"}, "basis_no_treaty"),
        ({"basis": "none-yet"}, "basis_no_treaty"),
        ({"basis": "hanoi"}, "basis_computed"),
        ({"status": "perhaps"}, "basis_status"),
        ({"pair": (VN, VN)}, "one_state"),
        ({"until": date(2025, 1, 1)}, "basis_days"),
        ({"source": " "}, "basis_source"),
        ({"confidence": "sure"}, "basis_source"),
        ({"basis": "regional"}, "basis_name"),
        ({"note": "n" * 3000}, "basis_long"),
    ],
)
def test_what_cannot_be_entered_is_refused(change: dict[str, object], code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        check_entry(replace(BUDAPEST, **change), exercise=False)  # type: ignore[arg-type]
    assert refused.value.code == f"treaty.{code}"


def test_that_the_convention_is_in_force_is_typed_by_nobody_but_an_exercise() -> None:
    typed = replace(BUDAPEST, basis="hanoi")
    assert check_entry(typed, exercise=True).pair == (AT, VN)
    assert check_entry(replace(typed, status="suspended", pair=(VN, AT)), exercise=False).pair == (AT, VN)


@given(
    binding=st.sets(st.sampled_from((*ASSISTANCE_TREATIES, *LIMITED_TREATIES, "hanoi"))),
    basis=st.sampled_from(tuple(vocabulary("LEGAL-BASIS").codes)),
    agreed=st.booleans(),
)
def test_whose_rules_apply(binding: set[str], basis: str, agreed: bool) -> None:
    """Art. 40(7): paragraphs 8 to 31 where no other treaty on assistance binds both, or where both agree."""
    found = procedure(basis, binding, agreement="d" * 64 if agreed else "")
    others = [code for code in ASSISTANCE_TREATIES if code in binding]
    if basis != "hanoi":
        assert (found.rules, found.because, found.other) == (basis, "own", "")
    elif others and not agreed:
        assert (found.rules, found.because, found.other) == (others[0], "other-binds", others[0])
    else:
        assert (found.rules, found.because) == ("hanoi", "agreed" if others else "no-other")
        assert found.other == ""


@given(
    said=st.one_of(
        st.builds(
            Offer,
            request=st.sampled_from(("", "0" * 32)),
            since=st.dates(date(2026, 1, 1), date(2030, 1, 1)),
            until=st.one_of(st.none(), st.dates(date(2031, 1, 1), date(2040, 1, 1))),
            text=st.sampled_from(("", "Faster.")),
        ),
        st.builds(Acceptance, text=st.sampled_from(("", "Yes."))),
        st.builds(End, since=st.dates(date(2026, 1, 1)), reason=st.just("Over.")),
    )
)
def test_bodies_are_read_as_they_were_written(said: Offer | Acceptance | End) -> None:
    kind, body = write_agreement(said)
    assert read_agreement(kind, dict(body)) == said


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (OFFERED, {}),
        (OFFERED, {"about": "40.8", "request": "", "from": "2026-01-01", "until": "", "text": ""}),
        (OFFERED, {"about": "40.7", "request": "x", "from": "2026-01-01", "until": "", "text": ""}),
        (OFFERED, {"about": "40.7", "request": "", "from": "2026-01-01", "until": "2026-01-01", "text": ""}),
        (OFFERED, {"about": "40.7", "request": "", "from": "soon", "until": "", "text": ""}),
        (ACCEPTED, {"text": "", "more": 1}),
        (ENDED, {"from": "2026-01-01", "reason": ""}),
        ("agreement.amended", {"text": ""}),
    ],
)
def test_other_shapes_are_malformed(kind: str, body: dict[str, object]) -> None:
    with pytest.raises(MalformedError):
        read_agreement(kind, body)  # type: ignore[arg-type]


def test_an_agreement_holds_from_its_acceptance_until_its_end() -> None:
    offered = Period(since=date(2026, 1, 1), until=None, accepted=None, ended=None)
    accepted = replace(offered, accepted=DAY)
    assert not offered.holds(DAY)
    assert [accepted.holds(DAY + timedelta(days=by)) for by in (-1, 0, 100)] == [False, True, True]
    assert not replace(accepted, ended=DAY).holds(DAY)
    assert not replace(accepted, until=DAY).holds(DAY)
