# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long is left, in words."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from longbien.web.base.clocks import left_in_words, level, span_words
from longbien.web.base.tags import due

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Read in English, whatever page another test asked for before."""
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("left", "words", "loud"),
    [
        (timedelta(days=60), "60 days left", "calm"),
        (timedelta(days=7), "7 days left", "calm"),
        (timedelta(days=6, hours=23, minutes=59), "6 days 23 h left", "calm"),
        (timedelta(days=1), "1 day 0 h left", "soon"),
        (timedelta(hours=4, minutes=1), "4 h 1 min left", "soon"),
        (timedelta(hours=4), "4 h 0 min left", "now"),
        (timedelta(seconds=59), "0 min left", "now"),
        (timedelta(0), "0 min left", "now"),
        (timedelta(seconds=-1), "0 min late", "late"),
        (timedelta(days=-2, hours=-3), "2 days 3 h late", "late"),
    ],
)
def test_a_clock_says_what_is_left(left: timedelta, words: str, loud: str) -> None:
    assert (left_in_words(NOW + left, NOW), level(NOW + left, NOW)) == (words, loud)


def test_a_clock_carries_its_moment() -> None:
    assert due(NOW + timedelta(hours=1), NOW) == (
        '<span class="lb-due" data-level="now" data-due="2026-11-22T13:00:00+00:00">1 h 0 min left</span>'
    )


@pytest.mark.parametrize(
    ("span", "words"),
    [("24 h", "24 hours"), ("1 h", "1 hour"), ("60 d", "60 days"), ("5 wd", "5 working days"), ("", "")],
)
def test_a_span_of_a_rule_is_said_in_words(span: str, words: str) -> None:
    assert span_words(span) == words
