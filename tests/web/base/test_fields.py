# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Form fields clean through the core."""

from datetime import UTC, datetime

import pytest
from django import forms

from longbien.web.base.fields import CodeField, CodesField, MomentField, TextField


class Sheet(forms.Form):
    at = MomentField(required=False)
    text = TextField(max_length=5, required=False)
    lines = TextField(max_length=9, lines=True, required=False)
    code = CodeField("DECISION", required=False)
    codes = CodesField("REFUSAL", required=False)


def test_values_are_those_of_the_core() -> None:
    sheet = Sheet(
        {"at": "2026-11-22 03:14:07 +07:00", "text": " e\u0301 ", "lines": "a\r\nb", "code": "granted"}
    )
    assert sheet.is_valid()
    assert sheet.cleaned_data == {
        "at": datetime(2026, 11, 21, 20, 14, 7, tzinfo=UTC),
        "text": "\u00e9",
        "lines": "a\nb",
        "code": "granted",
        "codes": [],
    }


def test_empty_is_empty() -> None:
    sheet = Sheet({})
    assert sheet.is_valid()
    assert sheet.cleaned_data["at"] is None


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("at", "2026-11-22 03:14", "UTC offset"),
        ("at", "yesterday", "yesterday"),
        ("text", "a\u202eb", "U+202E"),
        ("text", "abcdef", "at most 5"),
        ("code", "perhaps", "perhaps"),
        ("codes", ["perhaps"], "perhaps"),
    ],
)
def test_what_the_core_refuses_is_said_beside_the_field(name: str, given: object, words: str) -> None:
    sheet = Sheet({name: given})
    assert not sheet.is_valid()
    assert words in str(sheet.errors[name])
