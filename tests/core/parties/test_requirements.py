# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a State asks of a request: rows per kind and category, taken together; entries from before there were rows stay readable."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.canonical import Json, JsonInput, decode, encode
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.parties.contacts import Profile, profile_json, read_profile
from longbien.core.parties.entry import parse_entry, print_entry
from longbien.core.parties.requirements import Requirement, read_requirement, requirement_json, together
from tests.authority import authority
from tests.entries import first_entry

CONTENT = Requirement(
    kinds=("stored-data",),
    categories=("content",),
    required_fields=("nexus", "authorisation_document"),
    authorisers=("judge", "court"),
    channel="diplomatic",
    dual_criminality="required",
    minimum_years=2,
    note="Content is ordered by a judge.",
    links=("https://law.example/5",),
)
EVERY = Requirement(
    required_fields=("custodian",), authorisers=("court", "prosecutor"), channel="node", minimum_years=1
)
ARREST = Requirement(kinds=("provisional-arrest",), arrest_days=40)
PROFILE = Profile(required_fields=("purpose",), requirements=(EVERY, CONTENT, ARREST))


def as_json(value: JsonInput) -> Json:
    return decode(encode(value), max_bytes=100_000)


def test_rows_that_fit_count_together_and_the_more_particular_speaks() -> None:
    found = PROFILE.asks("stored-data", ("traffic", "content"))
    assert found == replace(
        CONTENT,
        categories=("traffic", "content"),
        required_fields=("nexus", "authorisation_document", "purpose", "custodian"),
        authorisers=("court",),
    )
    assert PROFILE.asks("stored-data", ("traffic",)).channel == "node"
    assert PROFILE.asks("provisional-arrest").arrest_days == 40
    assert together((), "stored-data", ()) == Requirement(kinds=("stored-data",))


def test_an_entry_carries_its_rows_and_one_without_them_is_as_it_was() -> None:
    assert profile_json(Profile()) == {"sha512": False, "required_fields": ()}
    entry = replace(first_entry(authority("AT")), profile=PROFILE)
    assert parse_entry(print_entry(entry)).profile == PROFILE


@pytest.mark.parametrize("row", [CONTENT, EVERY, ARREST])
def test_a_row_is_read_as_it_was_written(row: Requirement) -> None:
    assert read_requirement(Fields(as_json(requirement_json(row)))) == row


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kinds", []),
        ("kinds", ["Stored data"]),
        ("kinds", ["stored-data", "stored-data"]),
        ("required_fields", ["no field"]),
        ("e_signature", "perhaps"),
        ("dual_criminality", ""),
        ("minimum_years", 0),
        ("arrest_days", 400),
        ("links", ["http://law.example"]),
        ("links", ["https://law.example/<script>"]),
        ("colour", "red"),
    ],
)
def test_a_flawed_row_is_refused(name: str, value: Json) -> None:
    with pytest.raises(MalformedError):
        read_profile(Fields({"sha512": False, "required_fields": [], "requirements": [{name: value}]}))


@given(
    st.dictionaries(
        st.sampled_from(["kinds", "channel", "note", "arrest_days", "links"]), st.text() | st.integers()
    )
)
def test_any_row_is_read_or_refused(raw: dict[str, Json]) -> None:
    try:
        found = read_requirement(Fields(raw))
    except MalformedError:
        return
    assert as_json(requirement_json(found)) == raw
