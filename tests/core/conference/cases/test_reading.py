# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files of cases that cannot be read are refused with file, line and column; nothing else ever comes out of them."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.conference.cases.carrying import KINDS, carry_out
from longbien.core.conference.cases.reading import read_cases

HEAD = "schema: longbien.conference-cases/0.1\ncases:\n"
ONE = "- id: a\n  kind: vote\n  inputs: {for: 1, against: 0, abstain: 0, threshold: simple}\n  expected: {}\n"
GOOD = Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("schema: other\ncases: []\n", "field_value", 1, 1),
        ("schema: longbien.conference-cases/0.1\n", "field_missing", 1, 1),
        (HEAD + ONE + "  rubbish: 1\n", "field_unknown", 7, 3),
        (HEAD + "- id: a\n  kind: vote\n  expected: {}\n", "field_missing", 3, 3),
        (HEAD + "- id: a b\n  kind: vote\n  inputs: {}\n  expected: {}\n", "field_value", 3, 3),
        (HEAD + ONE + ONE, "id_twice", 7, 3),
        (HEAD + ONE.replace("for: 1", "for: -1"), "field_value", 5, 12),
        (HEAD + ONE.replace("for: 1", 'for: "1"'), "field_type", 5, 12),
        (HEAD + ONE.replace("for: 1", "for: true"), "field_type", 5, 12),
        (HEAD + ONE.replace("simple", "five_sixths"), "threshold", 5, 44),
        (HEAD + ONE.replace("kind: vote", "kind: dance"), "kind", 4, 3),
        (HEAD + ONE.replace("for: 1", "for: no"), "ambiguous", 5, 17),
        (HEAD + "- id: [\n", "unreadable", 4, 1),
        (HEAD + "- {id: a, id: b}\n", "key_twice", 3, 11),
        ("", "unreadable", 1, 1),
    ],
)
def test_a_mistake_has_its_line_and_column(text: str, code: str, line: int, column: int) -> None:
    with pytest.raises(MalformedError) as refused:
        carry_out(read_cases(text, source="f.yaml"))
    error = refused.value
    assert (error.code, error.params["line"], error.params["column"], error.params["source"]) == (
        f"conference_cases.{code}",
        line,
        column,
        "f.yaml",
    )


def test_all_inputs_of_a_row_are_placed() -> None:
    text = (
        HEAD
        + "- id: a\n  kind: sequence\n  inputs:\n    steps:\n    - {id: x, for: 1}\n    - 7\n  expected: {}\n"
    )
    with pytest.raises(MalformedError) as refused:
        carry_out(read_cases(text, source="f.yaml"))
    assert (refused.value.params["line"], refused.value.params["column"]) == (8, 7)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 300)
    | st.text(max_size=8)
    | st.sampled_from(
        ["simple", "two_thirds", "overturn_ruling", "consensus", "yes", "+", "suspend_meeting", "vote"]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
NAMES = st.sampled_from(
    [
        "for",
        "against",
        "abstain",
        "threshold",
        "roll",
        "members",
        "steps",
        "reio",
        "others",
        "votes",
        "valid",
        "places",
        "pending",
        "names",
        "drawn",
        "motion",
        "requests",
        "previous",
        "objections",
        "withdrawn",
        "variant",
        "options",
        "wish",
        "totals",
        "hours_before",
        "committee",
        "choices",
        "profile",
        "quorum",
        "id",
        "if_prior",
        "action",
        "ballots",
        "states_parties",
        "participating",
        "percentage",
        "base",
        "parts",
        "question",
        "whole",
        "instruments",
        "supporters",
        "method",
    ]
)


@given(st.sampled_from(sorted(KINDS)), st.dictionaries(NAMES, VALUES, max_size=6))
def test_any_inputs_end_in_an_outcome_or_a_coded_error(kind: str, inputs: dict[str, object]) -> None:
    text = json.dumps(
        {
            "schema": "longbien.conference-cases/0.1",
            "cases": [{"id": "a", "kind": kind, "inputs": inputs, "expected": {"outcome": "adopted"}}],
        }
    )
    assert ending(text).startswith("conference_cases.")


def ending(text: str) -> str:
    """Give the code of the error in which a file ends; of a good end, what its summary is called."""
    try:
        carry_out(read_cases(text, source="f.yaml"))
    except LongBienError as error:
        return error.code if "line" in error.params else f"{error.code} without a place"
    return "conference_cases.summary"


def broken(seed: int) -> Iterator[str]:
    """Give the good file with something wrong in it."""
    chance = random.Random(seed)
    for _number in range(20):
        place = chance.randrange(len(GOOD))
        end = min(len(GOOD), place + chance.randrange(1, 9))
        yield (
            GOOD[:place]
            + chance.choice(["", ":", "[", "- ", "\t", "{", "'", "yes", "\x00", "é"])
            + GOOD[end:]
        )


@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_file_ends_in_an_outcome_or_a_coded_error(seed: int) -> None:
    for text in broken(seed):
        assert ending(text).startswith("conference_cases.")
