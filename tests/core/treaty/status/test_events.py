# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The seed: what is known, how well, and what is only claimed."""

from datetime import date

import pytest

from longbien.core.base.errors import MalformedError
from longbien.core.base.library import data_bytes, parse_yaml
from longbien.core.treaty.status.events import PATH, EventKind, events_seed, parse_seed, seed
from longbien.core.treaty.status.ledger import check_events

TEXT = data_bytes(PATH).decode("utf-8")


def test_72_signed_in_hanoi_and_two_later_are_identified() -> None:
    signed = [event for event in events_seed() if event.kind is EventKind.SIGNATURE]
    assert len(signed) == 74
    assert sum(event.day <= date(2025, 10, 26) for event in signed) == 72
    assert [event.party for event in signed if event.day > date(2025, 10, 26)] == ["MU", "CA"]
    assert [event.party for event in signed if not event.confirmed] == ["UY", "ZA", "ZW", "CA"]


def test_a_window_is_no_day() -> None:
    qatar = next(event for event in events_seed() if event.id == "qa-ratification")
    assert (qatar.earliest, qatar.day, qatar.exact, qatar.confidence) == (
        date(2025, 10, 25),
        date(2026, 2, 13),
        False,
        "medium",
    )


def test_azerbaijan_approved_at_home_and_deposited_nothing() -> None:
    found = [event.kind for event in events_seed() if event.party == "AZ"]
    assert found == [EventKind.SIGNATURE, EventKind.APPROVAL_AT_HOME]


def test_claims_without_support_are_notes_and_no_events() -> None:
    assert [event for event in events_seed() if event.party == "IN"] == []
    notes = {note.id: note for note in seed().notes}
    assert "India" in notes["india-ratified"].says
    assert "Three names are missing" in notes["later-signatories"].says
    assert [report.signatories for report in seed().reports] == [72, 74, 76]


def test_the_seed_can_have_happened() -> None:
    assert check_events(events_seed()) == events_seed()


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("id: dz-signature", "id: ao-signature", "id"),
        ("kind: signature", "kind: handshake", "kind"),
        ("day: 2025-10-26", "day: 2025-10-32", "day"),
        ('party: "DZ"', 'party: "Algeria"', "party"),
        ("earliest: 2025-10-25", "earliest: 2027-01-01", "earliest"),
        ('place: "Hanoi"', 'venue: "Hanoi"', "venue"),
    ],
)
def test_a_mistake_is_named_with_its_line(old: str, new: str, field: str) -> None:
    assert old in TEXT
    with pytest.raises(MalformedError) as error:
        parse_seed(parse_yaml(TEXT.replace(old, new, 1), source="states/test.yaml"))
    assert (error.value.code, error.value.params["field"]) == ("base.data_mistake", field)
    assert str(error.value.params["place"]).startswith("states/test.yaml:")
