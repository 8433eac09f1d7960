# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coded lists: all of them load, and a mistake names its file and line."""

import pytest

from longbien.core.base.errors import MalformedError
from longbien.core.base.library import parse_yaml
from longbien.core.base.vocabulary import parse_vocabulary, vocabularies, vocabulary

GOOD = """schema: longbien/vocabulary/1
list: COLOUR
label: "Colour"
codes:
  - code: red
    label: "Red"
    source: [{ref: "house", confidence: judgement}]
  - code: blue
    label: "Blue"
    help: "Of the sea."
    source: [{ref: "2.h", confidence: high}]
"""


def read(text: str, source: str = "vocabularies/colour.yaml") -> object:
    return parse_vocabulary(parse_yaml(text, source=source))


def test_a_list_keeps_its_order_and_its_labels() -> None:
    found = parse_vocabulary(parse_yaml(GOOD, source="vocabularies/colour.yaml"))
    assert list(found.codes) == ["red", "blue"]
    assert ("red" in found, "green" in found) == (True, False)
    assert (found.label_of("blue"), found.label_of("green")) == ("Blue", "green")
    assert found.codes["blue"].sources[0].confidence == "high"


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ("code: blue", "code: red", "vocabularies/colour.yaml:8"),
        ("code: red", "code: Red", "vocabularies/colour.yaml:5"),
        ("    help:", "    halp:", "vocabularies/colour.yaml:8"),
        ("confidence: high", "confidence: certain", "vocabularies/colour.yaml:11"),
        ("list: COLOUR", "list: COLOR", "vocabularies/colour.yaml:1"),
        ("vocabulary/1", "vocabulary/2", "vocabularies/colour.yaml:1"),
        ("schema:", "extra: 1\nschema:", "vocabularies/colour.yaml:1"),
    ],
)
def test_a_mistake_names_its_place(before: str, after: str, place: str) -> None:
    with pytest.raises(MalformedError) as refused:
        read(GOOD.replace(before, after))
    assert (refused.value.code, refused.value.params["place"]) == ("base.data_mistake", place)


def test_every_list_of_the_data_loads() -> None:
    assert len(vocabularies()) >= 21
    assert (
        vocabulary("LEGAL-BASIS").label_of("hanoi").startswith("United Nations Convention against Cybercrime")
    )


def test_a_list_that_is_not_there_is_refused() -> None:
    with pytest.raises(MalformedError) as refused:
        vocabulary("NOWHERE")
    assert refused.value.code == "base.list_unknown"
