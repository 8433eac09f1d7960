# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The legal basis between two States on a day: today's real status refuses what the exercise's status allows."""

from datetime import date

import pytest

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.base.library import parse_yaml
from longbien.core.treaty.basis import Table, bases_between, legal_basis, parse_table, status_table
from longbien.texts import sentence

VN, AT, FR = PartyId("VN"), PartyId("AT"), PartyId("FR")
TODAY = date(2026, 11, 22)
GOOD = """schema: longbien/legal-basis/1
label: "Test"
exercise: false
known_on: 2026-11-22
rows:
  - states: [AT, VN]
    basis: hanoi
    status: not-in-force
    from: 2024-12-24
    until: 2027-01-01
    note: ""
    source: [{ref: "65.1", confidence: high}]
  - states: [VN, AT]
    basis: hanoi
    status: in-force
    from: 2027-01-01
    until: 2030-01-01
    note: ""
    source: [{ref: "65.1", confidence: high}]
"""


def table(text: str = GOOD) -> Table:
    return parse_table(parse_yaml(text, source="states/test.yaml"))


def refused(
    found: Table, basis: str, one: PartyId = VN, other: PartyId = AT, day: date = TODAY
) -> RefusedError:
    with pytest.raises(RefusedError) as error:
        legal_basis(found, basis, one, other, day=day)
    return error.value


def test_today_the_convention_is_no_basis_between_viet_nam_and_austria() -> None:
    error = refused(status_table(exercise=False), "hanoi")
    assert error.code == "treaty.not_in_force"
    text = sentence(error.code, **error.params)
    assert "is not in force between VN and AT on 2026-11-22" in text
    assert "UN Treaty Collection" in text


def test_in_an_exercise_it_is_assumed_and_says_so() -> None:
    found = legal_basis(status_table(exercise=True), "hanoi", AT, VN, day=TODAY)
    assert (found.label, found.exercise, found.basis) == ("EXERCISE: assumed in force", True, "hanoi")
    assert [one.basis for one in bases_between(status_table(exercise=True), VN, AT, day=TODAY)] == ["hanoi"]
    assert bases_between(status_table(exercise=False), VN, AT, day=TODAY) == ()


def test_the_day_decides_and_the_switch_needs_nobody() -> None:
    found = table()
    assert refused(found, "hanoi", day=date(2026, 12, 31)).code == "treaty.not_in_force"
    assert legal_basis(found, "hanoi", VN, AT, day=date(2027, 1, 1)).row is found.rows[1]
    assert refused(found, "hanoi", day=date(2030, 1, 1)).code == "treaty.basis_unknown"


def test_what_is_not_known_is_no_basis() -> None:
    assert refused(table(), "hanoi", VN, FR).code == "treaty.basis_unknown"
    assert refused(table(), "budapest").code == "treaty.basis_unknown"
    assert refused(table(), "none-yet").code == "treaty.basis_none"
    assert refused(table(), "custom").code == "treaty.basis_code"
    assert refused(table(), "hanoi", VN, VN).code == "treaty.one_state"


@pytest.mark.parametrize("basis", ["reciprocity", "domestic-law"])
def test_what_binds_nobody_needs_no_row(basis: str) -> None:
    assert legal_basis(table(), basis, VN, FR, day=TODAY).row is None


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("from: 2027-01-01", "from: 2026-12-31", 13),
        ("until: 2030-01-01", "until: 2027-01-01", 13),
        ("[AT, VN]", "[AT, AT]", 6),
        ("[AT, VN]", "[AT]", 6),
        ("[AT, VN]", "[AT, Viet]", 6),
        ("basis: hanoi", "basis: reciprocity", 6),
        ("basis: hanoi", "basis: hanoy", 6),
        ("status: in-force", "status: ratified", 13),
        ("from: 2024-12-24", "from: 2024-12", 6),
        ("known_on: 2026-11-22", "known_on: today", 1),
        ('    note: ""\n', "", 6),
    ],
)
def test_a_mistake_names_its_place(before: str, after: str, line: int) -> None:
    with pytest.raises(MalformedError) as error:
        table(GOOD.replace(before, after, 1))
    assert (error.value.code, error.value.params["place"]) == (
        "base.data_mistake",
        f"states/test.yaml:{line}",
    )
