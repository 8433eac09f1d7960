# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The legal basis between two States on a day: today's real status refuses what the exercise's status allows."""

from datetime import date

import pytest

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.base.library import parse_yaml
from longbien.core.treaty.bases.basis import Table, bases_between, legal_basis, parse_table, status_table
from longbien.core.treaty.bases.convention import with_convention
from longbien.core.treaty.status.events import EventKind, events_seed, seed
from longbien.texts import sentence
from tests.core.treaty.states import STATES, event, joined

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


def real(day: date = TODAY, pair: tuple[PartyId, PartyId] = (VN, AT)) -> Table:
    """Give the table of real nodes with the Convention's status between two States, as the seed has it."""
    return with_convention(
        status_table(exercise=False), events_seed(), pair, day=day, known_on=seed().known_on
    )


def refused(
    found: Table, basis: str, one: PartyId = VN, other: PartyId = AT, day: date = TODAY
) -> RefusedError:
    with pytest.raises(RefusedError) as error:
        legal_basis(found, basis, one, other, day=day)
    return error.value


def test_today_the_convention_is_no_basis_between_viet_nam_and_austria() -> None:
    error = refused(real(), "hanoi")
    assert error.code == "treaty.not_in_force"
    text = sentence(error.code, **error.params)
    assert "is not in force between VN and AT on 2026-11-22" in text
    assert "parties page" in text
    assert "65.1" in text


def test_in_an_exercise_it_is_assumed_and_says_so() -> None:
    found = legal_basis(status_table(exercise=True), "hanoi", AT, VN, day=TODAY)
    assert (found.label, found.exercise, found.basis) == ("EXERCISE: assumed in force", True, "hanoi")
    assert [one.basis for one in bases_between(status_table(exercise=True), VN, AT, day=TODAY)] == ["hanoi"]
    assert bases_between(real(), VN, AT, day=TODAY) == ()


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


def test_the_convention_becomes_a_basis_on_the_day_on_which_it_binds_both() -> None:
    pair = (STATES[0], STATES[40])
    events = [*joined(STATES[:40], date(2026, 6, 1)), *joined(STATES[40:41], date(2026, 12, 1))]
    events.append(event(STATES[0], EventKind.DENUNCIATION, date(2028, 1, 1)))

    def table_on(day: date) -> Table:
        return with_convention(status_table(exercise=False), events, pair, day=day, known_on=day)

    for day in (date(2026, 8, 30), date(2026, 12, 30), date(2029, 1, 1)):
        assert refused(table_on(day), "hanoi", *pair, day=day).code == "treaty.not_in_force"
    for day in (date(2026, 12, 31), date(2028, 12, 31)):
        row = legal_basis(table_on(day), "hanoi", *pair, day=day).row
        assert row is not None
        assert row.since == date(2026, 12, 31)
    assert bases_between(table_on(date(2027, 1, 1)), *pair, day=date(2027, 1, 1))[0].basis == "hanoi"


def test_nobody_sends_the_data_of_people_on_a_guess() -> None:
    events = joined(STATES[:40], date(2026, 6, 1))
    doubtful = [event(one.party, one.kind, one.day, confidence="medium") for one in events]
    pair, day = (STATES[0], STATES[1]), date(2027, 1, 1)
    found = with_convention(status_table(exercise=False), doubtful, pair, day=day, known_on=day)
    assert refused(found, "hanoi", *pair, day=day).code == "treaty.not_in_force"
    assert "reported but not confirmed" in found.rows[-1].note
    assert real(pair=(VN, AT)).rows[-1].note.startswith("VN: signed 2025-10-26, a deposit is reported")


def test_a_stranger_has_no_convention_and_an_exercise_keeps_its_table() -> None:
    assert refused(real(pair=(VN, PartyId("ZZ"))), "hanoi", VN, PartyId("ZZ")).code == "treaty.basis_unknown"
    exercise = status_table(exercise=True)
    assert with_convention(exercise, events_seed(), (VN, AT), day=TODAY, known_on=TODAY) is exercise
