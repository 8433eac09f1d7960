# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fields: lenient for people, strict for acts, one coded error each, and never a traceback."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.cooperation.forms.blocks import BLOCKS
from longbien.core.cooperation.forms.fields import clean, read_values
from longbien.core.cooperation.forms.kinds import Field, form, forms
from longbien.core.cooperation.forms.values import (
    Contact,
    FieldValue,
    Identifier,
    Period,
    Person,
    Property,
    write_values,
)
from longbien.texts import SENTENCES, sentence
from tests.requests import COMPLETE, CONTACT, address, complete, person, piece, preservation

PRESERVATION = form("preservation")
ASSISTANCE = form("assistance")


def value_of(name: str, raw: Json) -> FieldValue | None:
    cleaned = clean(ASSISTANCE if name in ASSISTANCE.fields else PRESERVATION, {name: raw})
    assert cleaned.errors == ()
    return cleaned.values.get(name)


def error_of(name: str, raw: Json) -> str:
    cleaned = clean(ASSISTANCE if name in ASSISTANCE.fields else PRESERVATION, {name: raw})
    assert (len(cleaned.errors), dict(cleaned.values)) == (1, {})
    return cleaned.errors[0].code


GOOD: list[tuple[str, Json, FieldValue | None]] = [
    ("reference", "  C-1 ", "C-1"),
    ("reference", "", None),
    ("reference", "   ", None),
    ("reference", None, None),
    ("facts", "one\r\ntwo", "one\ntwo"),
    ("facts", "e\u0301", "\u00e9"),
    ("status", "new", "new"),
    ("offences", ["17", "7", "7"], ("7", "17")),
    ("offences", "12", ("12",)),
    ("offences", [], None),
    ("follow_up_intended", "on", True),
    ("follow_up_intended", False, None),
    ("days", "90", 90),
    ("days", 60, 60),
    ("maximum_penalty_years", 0, 0),
    ("language", "zh-Hans", "zh-Hans"),
    ("secrecy_until", "2027-01-31", date(2027, 1, 31)),
    ("needed_by", "2026-12-01 10:00+07:00", datetime(2026, 12, 1, 3, tzinfo=UTC)),
    ("needed_by", "2026-12-01T03:00:00Z", datetime(2026, 12, 1, 3, tzinfo=UTC)),
    (
        "data_period",
        {"from": "2026-11-01T00:00:00-03:30", "until": "2026-11-02T00:00:00Z"},
        Period(since=datetime(2026, 11, 1, 3, 30, tzinfo=UTC), until=datetime(2026, 11, 2, tzinfo=UTC)),
    ),
    (
        "callback",
        {"organisation": "Division", "phone": "+43 1 26060 0", "person": ""},
        Contact(organisation="Division", phone="+431260600"),
    ),
    (
        "identifiers",
        [address()],
        (
            Identifier(
                kind="ipv4",
                value="8.8.8.8",
                port=51515,
                at=datetime(2026, 11, 19, 14, 14, 7, tzinfo=UTC),
                offset="+07:00",
            ),
        ),
    ),
    (
        "identifiers",
        [address(at="2026-11-19T14:14:07Z", offset="+07:00")],
        (
            Identifier(
                kind="ipv4",
                value="8.8.8.8",
                port=51515,
                at=datetime(2026, 11, 19, 14, 14, 7, tzinfo=UTC),
                offset="+07:00",
            ),
        ),
    ),
    (
        "identifiers",
        [address(at="2026-11-19 21:14:07", port=None)],
        (Identifier(kind="ipv4", value="8.8.8.8", local="2026-11-19T21:14:07"),),
    ),
    (
        "identifiers",
        [{"kind": "handle", "value": "wolf", "service": "Forum"}],
        (Identifier(kind="handle", value="wolf", service="Forum"),),
    ),
    (
        "persons",
        [person(nationalities="vn; AT vn", masked="on", aliases="Wolf")],
        (
            Person(
                role="suspect",
                name="Nguyen Van Example",
                aliases="Wolf",
                sex="male",
                birth_date="1980-05-17",
                nationalities=("VN", "AT"),
                whereabouts="Example Street 1, Vienna",
                masked=True,
            ),
        ),
    ),
    (
        "persons",
        [{"role": "child", "description": "About ten", "birth_date": "2016", "masked": False, "name": ""}],
        (Person(role="child", description="About ten", birth_date="2016"),),
    ),
    (
        "property",
        [piece(amount=1500, currency="eur")],
        (
            Property(
                nature="proceeds",
                kind="bank-account",
                description="Account into which the victims paid.",
                location="Vienna",
                amount="1500",
                currency="EUR",
            ),
        ),
    ),
]
BAD: list[tuple[str, Json, str]] = [
    ("reference", "x" * 121, "cooperation.field_too_long"),
    ("reference", "a\nb", "cooperation.field_character"),
    ("reference", "a\u202eb", "cooperation.field_character"),
    ("reference", "a\x1b[2Jb", "cooperation.field_character"),
    ("reference", ["a"], "cooperation.field_type"),
    ("reference", 7, "cooperation.field_type"),
    ("facts", "a\x00b", "cooperation.field_character"),
    ("facts", "x" * 200_000, "cooperation.field_too_long"),
    ("status", "newest", "cooperation.field_code"),
    ("offences", ["7", "6"], "cooperation.field_code"),
    ("offences", ["7"] * 501, "cooperation.field_too_many"),
    ("follow_up_intended", "perhaps", "cooperation.field_type"),
    ("days", 59, "cooperation.field_range"),
    ("days", "6.5", "cooperation.field_type"),
    ("language", "English", "cooperation.field_language"),
    ("secrecy_until", "2027-02-30", "cooperation.field_date"),
    ("secrecy_until", "31.01.2027", "cooperation.field_date"),
    ("needed_by", "2026-12-01T10:00:00", "cooperation.field_offset_missing"),
    ("needed_by", "2026-12-01T25:00:00Z", "cooperation.field_moment"),
    ("needed_by", "2026-12-01T10:00:00+15:00", "cooperation.field_offset"),
    ("needed_by", "soon", "cooperation.field_moment"),
    ("data_period", {"from": "2026-11-01T00:00:00Z"}, "cooperation.field_period"),
    (
        "data_period",
        {"from": "2026-11-02T00:00:00Z", "until": "2026-11-01T00:00:00Z"},
        "cooperation.field_period",
    ),
    ("data_period", {"from": "2026-11-01", "to": "x"}, "cooperation.field_part"),
    ("callback", {"organisation": "Division"}, "cooperation.field_contact"),
    ("callback", {"phone": "+431260600"}, "cooperation.field_contact"),
    ("callback", {**CONTACT, "phone": "024 3822"}, "cooperation.identifier_msisdn"),
    ("callback", {**CONTACT, "email": "who"}, "cooperation.identifier_email"),
    ("callback", {**CONTACT, "time_zone": "UTC+7!"}, "cooperation.field_time_zone"),
    ("callback", "Division", "cooperation.field_type"),
    ("court_decision", {"name": "a/b.pdf"}, "cooperation.field_attachment"),
    ("identifiers", [address(kind="telex")], "cooperation.field_code"),
    ("identifiers", [address(port="70000")], "cooperation.field_range"),
    ("identifiers", [address(offset="+08:00")], "cooperation.field_offset"),
    ("identifiers", [address(local="2026-11-19T21:14:07")], "cooperation.field_moment"),
    ("identifiers", [address(colour="red")], "cooperation.field_part"),
    ("identifiers", [address(value="8.8.8.256")], "cooperation.identifier_ipv4"),
    ("identifiers", address(), "cooperation.field_type"),
    ("identifiers", [address()] * 501, "cooperation.field_too_many"),
    ("nonsense", "x", "cooperation.field_unknown"),
    ("persons", [{"role": "suspect"}], "cooperation.field_person"),
    ("persons", [{"name": "A"}], "cooperation.field_person"),
    ("persons", [person(role="king")], "cooperation.field_code"),
    ("persons", [person(birth_date="17.5.1980")], "cooperation.field_date"),
    ("persons", [person(birth_date="1980-13")], "cooperation.field_date"),
    ("persons", [person(nationalities="Vietnam")], "cooperation.field_state"),
    ("persons", [person(nationalities=[7])], "cooperation.field_type"),
    ("persons", [person(masked="perhaps")], "cooperation.field_type"),
    ("persons", [person(colour="red")], "cooperation.field_part"),
    ("persons", [person(name="a\u202eb")], "cooperation.field_character"),
    ("persons", [person()] * 101, "cooperation.field_too_many"),
    ("persons", person(), "cooperation.field_type"),
    ("property", [piece(description="")], "cooperation.field_property"),
    ("property", [piece(amount="")], "cooperation.field_property"),
    ("property", [piece(amount="1,5")], "cooperation.field_amount"),
    ("property", [piece(amount="-1")], "cooperation.field_amount"),
    ("property", [piece(currency="E")], "cooperation.field_currency"),
    ("property", [piece(kind="soul")], "cooperation.field_code"),
]


@pytest.mark.parametrize(("name", "raw", "value"), GOOD)
def test_a_field_is_read(name: str, raw: Json, value: FieldValue | None) -> None:
    assert value_of(name, raw) == value


@pytest.mark.parametrize(("name", "raw", "code"), BAD)
def test_a_wrong_field_is_one_coded_error(name: str, raw: Json, code: str) -> None:
    assert error_of(name, raw) == code
    assert code in SENTENCES


def test_an_attachment_is_named_by_its_hash() -> None:
    raw: Json = {"name": "order.pdf", "media_type": "application/pdf", "size": 9, "sha256": "ab" * 32}
    found = value_of("court_decision", raw)
    assert found is not None
    assert write_values({"court_decision": found}) == {"court_decision": raw}


def test_an_error_in_a_group_names_its_item() -> None:
    cleaned = clean(PRESERVATION, {"identifiers": [address(), address(value="x")]})
    assert [(error.field, error.item) for error in cleaned.errors] == [("identifiers", 1)]


def test_a_draft_keeps_what_is_right_beside_what_is_wrong() -> None:
    cleaned = clean(PRESERVATION, preservation(days="few", extension_number="1"))
    assert [error.field for error in cleaned.errors] == ["days"]
    assert cleaned.values["extension_number"] == 1
    assert list(cleaned.values) == [name for name in PRESERVATION.fields if name in cleaned.values]


@pytest.mark.parametrize("kind", sorted(COMPLETE))
def test_what_is_written_is_read_as_the_same_values(kind: str) -> None:
    cleaned = clean(form(kind), complete(kind))
    assert cleaned.errors == ()
    values = cleaned.values
    written = write_values(values)
    assert read_values(form(kind), written) == values
    assert clean(form(kind), written).values == values


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("reference", " C-1"),
        ("reference", ""),
        ("offences", ["17", "7"]),
        ("offences", "7"),
        ("days", "90"),
        ("follow_up_intended", "on"),
        ("follow_up_intended", False),
        ("needed_by", "2026-12-01T03:00:00Z"),
        ("callback", {**CONTACT}),
        ("identifiers", [address()]),
        ("reference", "a\u202eb"),
        ("nonsense", "x"),
        ("persons", [person()]),
        ("persons", [{"role": "suspect", "name": "A", "masked": False}]),
        ("property", [piece(currency="eur")]),
    ],
)
def test_an_act_has_one_spelling_only(name: str, raw: Json) -> None:
    with pytest.raises(MalformedError) as refused:
        read_values(ASSISTANCE if name in ASSISTANCE.fields else PRESERVATION, {name: raw})
    assert refused.value.code in {"cooperation.field_spelling", "cooperation.field_refused"}


def test_values_that_are_no_object_are_refused() -> None:
    with pytest.raises(MalformedError):
        read_values(PRESERVATION, [1])


GROUP_PARTS = {
    "identifiers": ("kind", "value", "port", "at", "offset", "local", "service", "note"),
    **{kind: tuple(part.name for part in parts) for kind, parts in BLOCKS.items()},
}

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False)
    | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=60)
@given(
    kind=st.sampled_from(sorted(forms())),
    data=st.data(),
)
def test_any_raw_input_gives_values_or_coded_errors(kind: str, data: st.DataObject) -> None:
    found = form(kind)
    raw: dict[str, Json] = data.draw(
        st.dictionaries(st.sampled_from(sorted(found.fields)), json_values, max_size=6)
    )
    cleaned = clean(found, raw)
    assert all(error.code in SENTENCES for error in cleaned.errors)
    written = write_values(cleaned.values)
    assert read_values(found, written) == cleaned.values
    code = ""
    try:
        assert read_values(found, raw) == cleaned.values
    except LongBienError as error:
        code = error.code
    assert code in ("", *SENTENCES)


@pytest.mark.parametrize("kind", sorted(forms()))
@settings(max_examples=4)
@given(data=st.data())
def test_every_field_of_every_form_takes_any_json(kind: str, data: st.DataObject) -> None:
    """Arbitrary JSON in any field ends in one coded error with a sentence, or in a clean value that goes out and comes back."""
    found = form(kind)
    for field in found.fields.values():
        raw = data.draw(odd_values(field))
        cleaned = clean(found, {field.id: raw})
        assert len(cleaned.errors) + len(cleaned.values) <= 1
        assert all(error.code in SENTENCES for error in cleaned.errors)
        for error in cleaned.errors:
            assert "%(" not in sentence(error.code, **error.params)
        assert read_values(found, write_values(cleaned.values)) == cleaned.values


def odd_values(field: Field) -> st.SearchStrategy[Json]:
    """Give JSON of any shape, and things that almost fit a group of parts."""
    if field.type not in GROUP_PARTS:
        return json_values
    part = st.sampled_from(GROUP_PARTS[field.type])
    codes = st.sampled_from(["suspect", "victim", "proceeds", "ipv4", "iban", "wallet-tron", "VN", "1980"])
    groups: st.SearchStrategy[Json] = st.lists(
        st.dictionaries(part, json_values | codes, max_size=4), max_size=3
    ).map(list[Json])
    return groups | json_values


@given(text=st.text(max_size=40))
def test_any_text_is_a_time_or_refused(text: str) -> None:
    cleaned = clean(PRESERVATION, {"needed_by": text})
    assert len(cleaned.errors) + len(cleaned.values) <= 1


def test_victims_and_children_are_masked_whether_marked_or_not() -> None:
    hidden = {role: Person(role=role, name="A").hidden for role in ("victim", "child", "witness")}
    assert hidden == {"victim": True, "child": True, "witness": False}
    assert Person(role="witness", name="A", masked=True).hidden
