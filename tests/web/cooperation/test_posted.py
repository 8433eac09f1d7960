# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A posted form becomes the raw values that the core cleans."""

import hashlib
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.canonical import Json
from longbien.core.cooperation.forms.blocks import BLOCKS
from longbien.core.cooperation.forms.fields import clean
from longbien.core.cooperation.forms.kinds import forms
from longbien.core.cooperation.forms.values import write_values
from longbien.web.cooperation.posted import group_numbers, raw_values
from longbien.web.cooperation.questions import CONTROLS, PARTS, chapters

FORM = forms()["preservation"]


def posted(text: str, **files: Any) -> dict[str, Any]:
    return raw_values(FORM, QueryDict(text), MultiValueDict({name: [file] for name, file in files.items()}))


def test_texts_lists_and_groups() -> None:
    assert posted(
        "reference=+C+&offences=illegal-access&offences=fraud&callback.organisation=A&callback.phone=%2B1"
        "&data_period.from=x&identifiers.0.kind=email&identifiers.0.value=a%40b.example&identifiers.7.kind=ipv4"
        "&follow_up_intended=on&unheard_of=1&urgency="
    ) == {
        "reference": "C",
        "offences": ["illegal-access", "fraud"],
        "callback": {"organisation": "A", "phone": "+1"},
        "data_period": {"from": "x"},
        "identifiers": [{"kind": "email", "value": "a@b.example"}],
        "follow_up_intended": "on",
    }


def test_a_document_is_hashed_and_kept() -> None:
    file = SimpleUploadedFile("a.pdf", b"abc", content_type="application/pdf")
    found = posted("", court_decision=file)["court_decision"]
    assert found == {
        "name": "a.pdf",
        "media_type": "application/pdf",
        "size": 3,
        "sha256": hashlib.sha256(b"abc").hexdigest(),
    }
    again = "&".join(f"court_decision.{name}={value}" for name, value in found.items())
    assert posted(again)["court_decision"]["sha256"] == found["sha256"]
    assert posted(again + "&court_decision.drop=on") == {}


def test_groups_are_counted_by_what_the_page_shows() -> None:
    post = QueryDict("identifiers.2.kind=&identifiers.0.kind=x&identifiers.00001.kind=&other.1.kind=")
    assert group_numbers("identifiers", post) == [0, 2]


@given(st.dictionaries(st.text(max_size=30), st.lists(st.text(max_size=40), max_size=3), max_size=12))
def test_any_form_can_be_posted(fields: dict[str, list[str]]) -> None:
    post = QueryDict(mutable=True)
    for name, values in fields.items():
        post.setlist(name, values)
    clean(FORM, raw_values(FORM, post, MultiValueDict()))


@pytest.mark.parametrize("kind", sorted(forms()))
def test_every_field_has_a_control_and_shows_what_was_stored(kind: str) -> None:
    form = forms()[kind]
    asked = [question.field.id for chapter in chapters(form, {}) for question in chapter.questions]
    assert asked == list(form.fields)
    assert {field.type for field in form.fields.values()} <= set(CONTROLS)
    cleaned = clean(form, {"reference": "C-1", "status": "new", "days": 60, "follow_up_intended": True})
    shown = {
        question.field.id: question
        for chapter in chapters(form, write_values(cleaned.values), cleaned.errors)
        for question in chapter.questions
    }
    assert shown["reference"].value == "C-1"
    assert [choice.code for choice in shown["status"].choices if choice.chosen] == ["new"]


def test_an_error_stands_at_its_group() -> None:
    raw: dict[str, Json] = {
        "identifiers": [{"kind": "email", "value": "a@b.example"}, {"kind": "ipv4", "value": "1.2.3"}]
    }
    cleaned = clean(FORM, raw)
    question = next(
        question
        for chapter in chapters(FORM, raw, cleaned.errors, groups={"identifiers": 3})
        for question in chapter.questions
        if question.field.id == "identifiers"
    )
    assert [len(group.errors) for group in question.groups] == [0, 1, 0]


def test_parts_of_blocks_are_named_as_in_the_core() -> None:
    with override("en"):
        for part in (one for parts in BLOCKS.values() for one in parts):
            assert str(PARTS[part.name]).startswith(part.label)
