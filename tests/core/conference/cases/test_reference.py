# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every case of the reference: real votes and situations whose outcome is known, computed from their inputs alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from longbien.core.conference.cases.carrying import KINDS, Status, result
from longbien.core.conference.cases.reading import Case, read_cases

FILE = Path(__file__).with_name("cases.yaml")
CASES = read_cases(FILE.read_text(encoding="utf-8"), source=FILE.name).cases
OPEN = {
    "uncac-cosp10": ("for", "threshold"),
    "cites-cop18-presence": (
        "others.for",
        "others.against",
        "threshold",
        "reio.ballot",
        "reio.members",
        "reio.parties",
        "reio.accredited",
        "reio.present",
    ),
}
IN_WORDS = {("ga-1962-time-limit", "final_text"), ("competing", "then"), ("cites-cop18-presence", "note")}
"""What a lawyer noted in words, which is no fact to compute."""


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_the_outcome_follows_from_the_inputs(case: Case) -> None:
    found = result(case)
    if case.id in OPEN:
        assert (found.status, found.needs, found.computed) == (Status.UNDETERMINED, OPEN[case.id], {})
        return
    assert found.status is Status.AGREES
    assert found.rules
    for one in found.compared:
        assert one.same is (None if (case.id, one.name) in IN_WORDS else True), one


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_neither_the_name_nor_what_is_expected_has_a_say(case: Case) -> None:
    nameless = replace(case, id="x", title="", expected={}, source="", note="", tags=())
    assert result(nameless).computed == result(case).computed


def test_every_kind_of_case_occurs() -> None:
    assert {case.kind for case in CASES} == set(KINDS)


def test_the_copy_has_all_cases() -> None:
    assert len(CASES) == 62
