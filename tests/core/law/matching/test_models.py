# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A model moves what words leave open, is named as the one who suggested, and outvotes no clear words."""

from collections.abc import Sequence
from dataclasses import dataclass

from longbien.core.law.matching.mapping import map_provisions
from longbien.core.law.matching.models import LETTERS, passage, with_models
from longbien.core.law.provisions.provision import Provision
from tests.core.law.matching.laws import ABOUT, LAW


@dataclass(frozen=True, slots=True, kw_only=True)
class Fond:
    """A model that finds one text close to everything."""

    of: str
    name: str = "fond"

    def closeness(self, questions: Sequence[Sequence[str]], passages: Sequence[str]) -> list[list[float]]:
        return [[float(self.of in text) for text in passages] for _ in questions]


def test_a_model_that_says_nothing_changes_no_order() -> None:
    found = map_provisions(LAW, language="en", proposers=[Fond(of="nowhere")])
    alone = map_provisions(LAW, language="en")
    for article, one in found.items():
        assert [each.id for each in one.candidates] == [each.id for each in alone[article].candidates]


def test_a_model_lifts_what_it_finds_close_and_clear_words_stay_first() -> None:
    found = map_provisions(LAW, language="en", proposers=[Fond(of="hive")])
    alone = map_provisions(LAW, language="en")
    for article in ABOUT:
        assert found[article].candidates[0].id == ABOUT[article]
        places = [[each.id for each in one[article].candidates].index("A:3") for one in (found, alone)]
        assert places[0] <= places[1]


def test_who_suggested_is_named() -> None:
    found = map_provisions(LAW, language="en", proposers=[Fond(of="hive")])
    assert [reason.text for reason in found[7].candidates[0].reasons if reason.kind == "model"] == ["fond"]


def test_models_share_one_part() -> None:
    assert with_models([[1.0, 0.0]], [[[1.0, -1.0]], [[3.0, 1.0]]], share=0.5) == [[2.0, 0.0]]
    assert with_models([[1.0]], []) == [[1.0]]


def test_a_model_reads_the_heading_and_the_beginning() -> None:
    assert passage(Provision(id="A", heading="Head", text="x" * 900)) == f"Head. {'x' * (LETTERS - 6)}"
    assert len(passage(Provision(id="A", text="法" * 900))) == 180
