# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Thresholds and rules as the counting tests need them, without the data files: the arithmetic alone is under test."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError
from longbien.core.conference.counting.verdict import Measure
from longbien.core.conference.rules.values import Base, RuleValue, Threshold


def rule(path: str = "test", value: Json = None) -> RuleValue:
    """Give a rule with a value."""
    return RuleValue(path=path, label=path, value=value, rule="T 1", sources=("test",), confidence="seen")


def threshold(name: str) -> Threshold:
    """Give a threshold by its name in the rules."""
    base, num, den, strict, counted = {
        "simple": ("cast", 1, 2, True, "for"),
        "two_thirds": ("cast", 2, 3, False, "for"),
        "absolute": ("electorate", 1, 2, True, "for"),
        "two_thirds_electorate": ("electorate", 2, 3, False, "for"),
        "overturn_ruling": ("cast", 1, 2, True, "against_ruling"),
        "consensus": ("objection", 1, 1, False, "for"),
    }[name]
    kind: dict[str, Base] = {"cast": "cast", "electorate": "electorate", "objection": "objection"}
    return Threshold(
        id=name,
        base=kind[base],
        num=num,
        den=den,
        strict=strict,
        counted=counted,
        tie="rejected",
        none_cast="not_adopted",
        rule=rule(f"thresholds.{name}"),
    )


def measure(name: str, *, tie_rule: str = "rejected", second_vote: bool = False) -> Measure:
    """Give what a vote is held against."""
    held = threshold(name)
    return Measure(threshold=held, rule=held.rule, tie_rule=tie_rule, second_vote=second_vote)


@contextmanager
def refuses(code: str) -> Iterator[None]:
    """Expect an error with this code of the counting room."""
    with pytest.raises(LongBienError) as caught:
        yield
    assert caught.value.code == f"conference_votes.{code}"
