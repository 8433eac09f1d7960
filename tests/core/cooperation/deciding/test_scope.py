# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be asked for under which basis: offences, penalties and purposes."""

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.base.library import parse_yaml
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.deciding.grounds import ROWS
from longbien.core.cooperation.deciding.scope import NOTES, check_scope, own_offences, parse_scope, scopes
from longbien.core.cooperation.deciding.words import ground_words, parse_ground_words
from longbien.core.cooperation.forms.fields import clean
from longbien.core.cooperation.forms.kinds import form, forms
from longbien.texts import SENTENCES
from tests.requests import preservation, stored_data

BASES = tuple(vocabulary("LEGAL-BASIS").codes)
SERIOUS: dict[str, Json] = {"offences": ["serious-crime"], "maximum_penalty_years": 5}


def codes(raw: dict[str, Json], *, kind: str = "preservation") -> list[str]:
    values = clean(form(kind), {name: value for name, value in raw.items() if value is not None}).values
    found = check_scope(str(values["legal_basis"]), form(kind), values)
    return [one.code.removeprefix("cooperation.check.") for one in found]


def test_each_basis_says_for_each_row_what_may_be_asked() -> None:
    assert set(scopes()) == set(BASES)
    assert all(set(one.rows) == set(ROWS) for one in scopes().values())
    assert own_offences("hanoi") == {str(article) for article in range(7, 18)}


def test_the_conventions_offences_and_electronic_evidence_of_serious_crime() -> None:
    """Art. 35(1), 40(1)."""
    assert codes(preservation()) == []
    assert codes(preservation(**SERIOUS)) == []
    assert codes(preservation(offences=["other"])) == ["offence_outside"]
    assert codes(preservation(offences=["serious-crime"], maximum_penalty_years=3)) == ["penalty_low"]
    assert codes(preservation(offences=["7", "other"])) == ["scope_mixed"]


def test_for_a_serious_crime_only_electronic_evidence_is_given() -> None:
    """Art. 35(1)(c): neither service of documents nor recovery of proceeds."""
    kind = "stored-data"
    assert codes(stored_data(**SERIOUS), kind=kind) == []
    assert codes(stored_data(**SERIOUS, assistance=["40.3.b"]), kind=kind) == ["scope_purpose"]
    assert codes(stored_data(**SERIOUS, assistance=["40.3.i"]), kind=kind) == ["scope_electronic_only"]
    assert codes(stored_data(assistance=["40.3.b"]), kind=kind) == []


def test_documents_are_not_served_for_a_serious_crime_alone() -> None:
    values = {"legal_basis": "hanoi", "offences": ("serious-crime",), "maximum_penalty_years": 9}
    (finding,) = check_scope("hanoi", form("service-of-documents"), values)
    assert (finding.code, finding.field) == ("cooperation.check.scope_purpose", "offences")
    (finding,) = check_scope("hanoi", form("video-hearing"), values)
    assert finding.code == "cooperation.check.scope_electronic_only"
    (finding,) = check_scope("hanoi", form("extradition"), values)
    assert finding.code == "cooperation.check.offence_outside"


def test_other_bases_have_their_own_scope() -> None:
    assert codes(preservation(legal_basis="budapest", offences=["other"])) == []
    assert codes(preservation(legal_basis="budapest-2ap")) == ["scope_row"]
    assert codes(preservation(legal_basis="untoc", maximum_penalty_years=2)) == ["penalty_low"]
    assert codes(preservation(legal_basis="untoc", maximum_penalty_years=4)) == ["scope_organized_group"]
    assert codes(preservation(legal_basis="reciprocity", offences=["other"])) == ["scope_own_law"]
    assert codes(preservation(legal_basis="none-yet", offences=["other"])) == []


@given(
    basis=st.sampled_from(BASES),
    form_id=st.sampled_from(tuple(forms())),
    offences=st.sets(st.sampled_from(tuple(vocabulary("OFFENCE").codes)), max_size=3),
    years=st.one_of(st.none(), st.integers(0, 60)),
)
def test_nothing_is_asked_for_in_silence_outside_the_scope(
    basis: str, form_id: str, offences: set[str], years: int | None
) -> None:
    values = {"legal_basis": basis, "offences": tuple(sorted(offences)), "maximum_penalty_years": years}
    for finding in check_scope(basis, forms()[form_id], values):
        assert finding.code in SENTENCES


def test_each_note_has_a_sentence() -> None:
    assert [code for code in NOTES.values() if code not in SENTENCES] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("legal_basis: hanoi", "legal_basis: untoc"),
        ("row: traffic-data", "row: preservation"),
        ("offences: [own]", "offences: [some]"),
        ("remember: electronic-only", "remember: everything"),
        ("years: 4", "years: 0"),
        ("confidence: medium", "confidence: sure"),
    ],
)
def test_a_mistake_in_the_data_is_named(before: str, after: str) -> None:
    text = _text("scope/hanoi.yaml")
    with pytest.raises(MalformedError, match=r"base\.data_mistake"):
        parse_scope(parse_yaml(text.replace(before, after, 1), source="scope/hanoi.yaml"))


def test_words_that_hint_at_a_ground_are_data_too() -> None:
    assert set(ground_words()) == {"fiscal-matters", "bank-secrecy"}
    text = _text("words/forbidden-grounds.yaml").replace("ground: bank-secrecy", "ground: fiscal-matters")
    with pytest.raises(MalformedError):
        parse_ground_words(parse_yaml(text, source="words/forbidden-grounds.yaml"))


def _text(path: str) -> str:
    return resources.files("longbien").joinpath("data", path).read_text(encoding="utf-8")
