# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.evidence.verifier.policy`."""

import pytest

from longbien.core.evidence.verifier.flaws import FlawError
from longbien.core.evidence.verifier.policy import read_policy
from tests.core.evidence.verifier.test_note import vkey_text

ONE, TWO, THREE = (vkey_text(name, 4) for name in ("one", "two", "three"))
HEAD = f"# a policy\n\nlog {vkey_text('log', 1)} https://log.example/\nwitness one {ONE}\nwitness two {TWO}\n  witness\tthree {THREE}\n"


@pytest.mark.parametrize(
    ("rest", "enough"),
    [
        ("quorum none\n", []),
        ("quorum one\n", ["one"]),
        ("group g any one two\nquorum g\n", ["two"]),
        ("group g all one two\nquorum g\n", ["one", "two"]),
        ("group g 2 one two three\nquorum g\n", ["one", "three"]),
        ("group g 1 one two\ngroup h all g three\nquorum h\n", ["two", "three"]),
    ],
)
def test_a_quorum_is_met_by_enough_and_not_by_fewer(rest: str, enough: list[str]) -> None:
    policy = read_policy((HEAD + rest).encode())
    keys = {name: policy.witnesses[name] for name in enough}
    assert policy.is_met(set(keys.values()))
    for name in enough:
        assert not policy.is_met({key for other, key in keys.items() if other != name})


@pytest.mark.parametrize(
    "rest",
    [
        "",
        "quorum\n",
        "quorum four\n",
        "quorum one\nquorum two\n",
        "group g\nquorum none\n",
        "group g any\nquorum none\n",
        "group g 3 one two\nquorum none\n",
        "group g 0 one two\nquorum none\n",
        "group g -1 one two\nquorum none\n",
        "group g \u0662 one two\nquorum none\n",
        "group g any one one\nquorum none\n",
        "group g any four\nquorum none\n",
        "group one any two\nquorum none\n",
        "group none any two\nquorum none\n",
        "witness one\nquorum none\n",
        f"witness one {ONE}\nquorum none\n",
        "witness four x\nquorum none\n",
        "log\nquorum none\n",
        "strange thing here\nquorum none\n",
        "#\n" * 3000 + "quorum none\n",
    ],
)
def test_everything_else_is_a_flaw(rest: str) -> None:
    with pytest.raises(FlawError):
        read_policy((HEAD + rest).encode())


def test_bytes_that_are_no_text_are_a_flaw() -> None:
    with pytest.raises(FlawError):
        read_policy(b"\xff\n")
