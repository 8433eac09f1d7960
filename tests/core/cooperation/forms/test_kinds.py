# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Request kinds are data: both forms load, and the loader refuses what would mislead an officer, with file and line."""

import pytest

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.library import parse_yaml, read_data
from longbien.core.cooperation.forms.kinds import Form, form, form_of_act, forms, parse_form
from longbien.core.treaty.provisions.indexes import request_contents
from tests.requests import preservation

HEADER = """schema: longbien/form/1
form: header
version: 1
label: "Header"
article: "40.13"
sections:
  - id: first
    label: "First"
fields:
  - id: status
    section: first
    label: "Status"
    type: code
    need: mandatory
    list: REQUEST-STATUS
    source: [{ref: "house", confidence: judgement}]
"""
GOOD = """schema: longbien/form/1
form: small
version: 3
act: request.small
label: "Small"
article: "42"
includes: header
authority: "24/7"
asks:
  - measure: disclosure
    grounds: assistance
    when: {field: tick_me, ticked: true}
sections:
  - id: second
    label: "Second"
fields:
  - id: tick_me
    section: second
    label: "Tick"
    type: tick
    need: optional
    source: [{ref: "42.1", confidence: medium}]
  - id: why
    section: second
    label: "Why"
    type: text
    need: conditional
    when: {field: status, in: [extension]}
    source: [{ref: "42.1", confidence: medium}]
"""


def small(text: str = GOOD) -> Form:
    header = parse_form(parse_yaml(HEADER, source="forms/header.yaml"), header=None)
    return parse_form(parse_yaml(text, source="forms/small.yaml"), header=header)


def test_a_form_shares_the_header() -> None:
    found = small()
    assert list(found.fields) == ["status", "tick_me", "why"]
    assert [section.id for section in found.sections] == ["first", "second"]
    assert (found.act, found.version, found.authority) == ("request.small", 3, "24/7")


def test_need_and_measures_follow_the_values() -> None:
    found = small()
    why = found.fields["why"]
    assert [why.needed(values) for values in ({}, {"status": "new"}, {"status": "extension"})] == [
        False,
        False,
        True,
    ]
    assert (found.measures({}), [asked.measure for asked in found.measures({"tick_me": True})]) == (
        (),
        ["disclosure"],
    )


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("id: why", "id: tick_me", 24),
        ("id: why", "id: status", 24),
        ("    type: text\n", "    type: prose\n", 24),
        ("    type: text\n", "    type: code\n", 24),
        ("    type: text\n", "    type: text\n    list: URGENCY\n", 24),
        ("need: optional", "need: sometimes", 18),
        ("need: optional", "need: conditional", 18),
        ("in: [extension]", "in: [extended]", 24),
        ("in: [extension]", "in: []", 29),
        ("in: [extension]", "in: [extension], filled: true", 29),
        ("in: [extension]", "filled: false", 29),
        ("in: [extension]", "ticked: true", 24),
        ("field: status", "field: stratus", 24),
        ("field: tick_me, ticked", "field: status, ticked", 11),
        ("measure: disclosure", "measure: seizure", 11),
        ('section: second\n    label: "Why"', 'section: third\n    label: "Why"', 24),
        ("id: second", "id: first", 15),
        ('authority: "24/7"', "authority: mayor", 1),
        ("includes: header", "includes: footer", 1),
        ("form: small", "form: little", 1),
        ("act: request.small", "act: answer.small", 1),
        ('    label: "Why"\n', '    label: "Why"\n    lable: x\n', 24),
        ("version: 3", "version: 0", 1),
    ],
)
def test_a_mistake_names_its_place(before: str, after: str, line: int) -> None:
    assert before in GOOD
    with pytest.raises(MalformedError) as refused:
        small(GOOD.replace(before, after))
    assert refused.value.code == "base.data_mistake"
    assert refused.value.params["place"] in {f"forms/small.yaml:{line}", f"forms/small.yaml:{line - 1}"}


KINDS = {
    "preservation": "42",
    "traffic-data": "43",
    "emergency": "41.3",
    "locating-and-advice": "41.3",
    "stored-data": "44",
    "real-time-traffic": "45",
    "interception": "46",
    "assistance": "40",
    "service-of-documents": "40.3",
    "video-hearing": "40.18",
    "transfer-of-detained-person": "40.9",
    "extradition": "37",
    "provisional-arrest": "37.10",
    "transfer-of-sentenced-persons": "38",
    "transfer-of-proceedings": "39",
    "confiscation": "50",
    "return-of-property": "52",
    "law-enforcement-cooperation": "47",
    "joint-investigation": "48",
    "spontaneous-information": "40.4",
}


def test_every_kind_of_the_convention_has_its_form() -> None:
    assert {found.id: found.article for found in forms().values()} == KINDS
    assert all(found.family for found in forms().values())
    assert form_of_act("request.preservation") is form("preservation")
    assert form_of_act("request.extension") is None


def test_a_field_is_asked_in_the_same_words_in_every_form() -> None:
    """What is asked twice is translated once: one id, one type and one list; other words only where the matter differs."""
    other_words = {"persons", "follow_up_intended"}
    known: dict[str, tuple[str, str, str]] = {}
    for found in forms().values():
        for field in found.fields.values():
            words = "" if field.id in other_words else field.label
            assert known.setdefault(field.id, (words, field.type, field.list)) == (
                words,
                field.type,
                field.list,
            )


def test_a_part_brings_its_sections_and_fields() -> None:
    part = "sections:\n  - {part: proceedings, without: [facts]}\n  - id: second"
    found = small(GOOD.replace("sections:\n  - id: second", part))
    assert [section.id for section in found.sections] == ["first", "proceedings", "second"]
    assert list(found.fields)[:3] == ["status", "subject", "stage"]
    assert "facts" not in found.fields
    for wrong in (part.replace("proceedings", "nothing"), part.replace("facts", "fables")):
        with pytest.raises(MalformedError):
            small(GOOD.replace("sections:\n  - id: second", wrong))


def test_a_kind_or_version_that_is_not_known_is_refused() -> None:
    with pytest.raises(RefusedError) as unknown:
        form("surrender")
    with pytest.raises(RefusedError) as version:
        form("preservation", version=2)
    assert (unknown.value.code, version.value.code) == (
        "cooperation.form_unknown",
        "cooperation.form_version",
    )


GOVERNED = {
    "40.15": (
        "stored-data",
        "real-time-traffic",
        "interception",
        "assistance",
        "service-of-documents",
        "video-hearing",
        "transfer-of-detained-person",
        "confiscation",
    ),
    "42.3": ("preservation",),
    "45.3": ("real-time-traffic",),
    "50.3": ("confiscation",),
}
"""The kinds whose contents a paragraph lists."""


def test_each_item_that_the_convention_asks_for_has_its_field() -> None:
    """Art. 40(15), 42(3), 45(3), 50(3), item by item: a field of its own, and a needed one where the item is always needed."""
    rows = {str(row.duty.id): row.fact.items for row in request_contents()}
    assert rows.keys() == GOVERNED.keys()
    for paragraph, kinds in GOVERNED.items():
        for kind in kinds:
            for item in rows[paragraph]:
                fields = [
                    field
                    for field in form(kind).fields.values()
                    if any(source.ref == item.id for source in field.sources)
                ]
                assert fields, (kind, item.id)
                if item.required == "always":
                    assert {"mandatory", "conditional"} & {field.need for field in fields}, (kind, item.id)


def test_preservation_and_disclosure_are_asked_apart() -> None:
    found = form("preservation")
    assert [asked.measure for asked in found.measures(preservation())] == ["preservation"]
    assert [asked.measure for asked in found.measures(preservation(traffic_path=True))] == [
        "preservation",
        "disclosure",
    ]


def test_each_field_of_the_data_is_explained_by_a_source() -> None:
    for found in forms().values():
        for field in found.fields.values():
            assert field.sources
            assert all(source.ref for source in field.sources)


def test_the_header_is_no_kind_of_its_own() -> None:
    header = parse_form(read_data("forms/header.yaml"), header=None)
    assert (header.act, header.asks) == ("", ())
