# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of other treaties comes first for the articles that follow them, and says on whose word."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError
from longbien.core.law.matching.mapping import map_provisions
from longbien.core.law.matching.relatives import Relative, of_article, read_relatives, unknown
from tests.core.law.matching.laws import ABOUT, LAW


def test_a_provision_known_from_another_treaty_comes_first_with_its_reason() -> None:
    odd = ABOUT[37]
    known = [Relative(provision=odd, treaty="budapest", article="2")]
    best = map_provisions(LAW, language="en", known=known)[7].candidates[0]
    assert best.id == odd
    assert [(one.kind, one.text) for one in best.reasons if one.kind == "relative"] == [
        ("relative", "budapest 2")
    ]


def test_a_paragraph_counts_for_its_article_and_for_every_article_that_follows_it() -> None:
    found = of_article([Relative(provision="A:1", treaty="untoc", article="18.3")])
    assert [number for number, row in found.items() if row] == [35, 40]


def test_what_the_law_does_not_have_is_named_once() -> None:
    known = [Relative(provision="Z:9", treaty="uncac", article="26")] * 2
    assert list(unknown(known, ["A:1"])) == ["Z:9"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff", "law.lines_encoding"),
        (b"[]", "law.relative_broken"),
        (b"[" * 100_000, "law.relative_broken"),
        (b'{"id": "", "treaty": "budapest", "article": "2"}', "law.relative_broken"),
        (b" " * 20_000_001, "law.lines_size"),
        (b'{"id": "1", "treaty": "budapest"}', "law.relative_broken"),
        (b'{"id": "1", "treaty": "budapest", "article": 2}', "law.relative_broken"),
        (b'{"id": "1", "treaty": "rome", "article": "2"}', "law.relative_treaty"),
        (b'{"id": "1", "treaty": "untoc", "article": "2"}\n' * 10_001, "law.relatives_many"),
    ],
)
def test_bad_lines_are_refused_by_a_code(data: bytes, code: str) -> None:
    with pytest.raises(LongBienError) as error:
        read_relatives(data)
    assert error.value.code == code


@given(
    st.text(min_size=1, max_size=20),
    st.sampled_from(["budapest", "untoc", "uncac"]),
    st.text(min_size=1, max_size=5),
)
def test_what_was_written_is_read(provision: str, treaty: str, article: str) -> None:
    line = json.dumps({"id": provision, "treaty": treaty, "article": article}).encode()
    assert read_relatives(line) == (Relative(provision=provision, treaty=treaty, article=article),)
