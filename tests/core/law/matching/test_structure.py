# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Structure tells where a provision stands and what it cites: chapters are recognised, citations found in several scripts, lists of many left alone."""

from dataclasses import replace

import pytest

from longbien.core.law.matching.mapping import map_provisions
from longbien.core.law.matching.structure import MOST_CITED, chapters, cited, through_citations
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.words.language import law_words
from tests.core.law.matching.laws import ABOUT, LAW


def law(*texts: str, number: str = "{}") -> list[Provision]:
    return [
        Provision(id=f"A:{at}", number=number.format(at), text=text) for at, text in enumerate(texts, start=1)
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "An offence under section 2 is tried by a judge."),
        ("fr", "Les faits prévus à l'article 2 sont jugés par un juge."),
        ("vi", "Tội phạm quy định tại Điều 2 do Tòa án xét xử."),
        ("de", "Die Tat nach § 2 wird vom Gericht verhandelt."),
        ("ar", "تنظر المحكمة في الجريمة المنصوص عليها في المادة ٢ من هذا القانون."),
        ("zh", "犯第二条规定的罪的，由法院审理。"),
        ("ja", "第二条の罪は、裁判所が審理する。"),
    ],
)
def test_a_citation_of_the_same_law_is_found(language: str, text: str) -> None:
    provisions = law(text, "Another one.")
    assert cited(provisions, ["A", "A"], language) == [(1,), ()]


def test_another_law_and_the_provision_itself_are_not_cited() -> None:
    provisions = law("Section 1. Whoever, as in section 2, does so.", "Section 2 says this.")
    assert cited(provisions, ["A", "B"], "en") == [(), ()]
    assert cited(provisions, ["A", "A"], "en") == [(1,), ()]
    assert cited(provisions, ["A", "A"], "qx") == [(), ()]


def test_who_cites_a_strong_candidate_gains_and_a_long_list_does_not() -> None:
    rows = [[1.0, 0.0, 0.0]]
    assert through_citations(rows, [(), (0,), ()], share=0.5) == [[1.0, 0.5, 0.0]]
    assert through_citations(rows, [(), (0,) * (MOST_CITED + 1), ()], share=0.5) == rows


def test_a_chapter_of_the_kind_is_recognised_by_its_heading() -> None:
    words = law_words("en")
    heading = words.articles[7].chapters[0]
    provisions = [
        Provision(id="1", text="x", path=("Part I", heading)),
        Provision(id="2", text="y", path=("Ships",)),
    ]
    found = chapters(provisions, words.articles, "en")[7]
    assert {at: (one.likeness, one.heading) for at, one in found.items()} == {0: (1.0, heading)}


def test_a_reason_names_the_chapter_and_what_is_cited() -> None:
    heading = law_words("en").articles[7].chapters[0]
    placed = [replace(one, path=(heading,)) if one.id == ABOUT[7] else one for one in LAW]
    number = ABOUT[7].rpartition(":")[2]
    more = Provision(id=f"{ABOUT[7]}-x", text=f"Whoever aids an offence under section {number} is punished.")
    candidates = {one.id: one for one in map_provisions([*placed, more], language="en")[7].candidates}
    assert ("chapter", heading) in [(one.kind, one.text) for one in candidates[ABOUT[7]].reasons]
    assert ("structure", ABOUT[7]) in [(one.kind, one.text) for one in candidates[more.id].reasons]
