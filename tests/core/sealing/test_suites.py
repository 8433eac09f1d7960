# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Suites and algorithms: the tables agree with the protocol page and with the keys themselves."""

import re

import pytest

from longbien.core.base.errors import MalformedError
from longbien.core.sealing.keys import key_pair_from_seed
from longbien.core.sealing.suites import (
    ACT_SUITE,
    ACT_SUITES,
    ALGORITHMS,
    EVIDENCE_SUITE,
    Algorithm,
    KeyUse,
    act_suite,
)
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "protocol" / "acts.md").read_text(encoding="utf-8")


def test_the_page_names_every_suite() -> None:
    assert re.findall(r"^\| `(LB-[A-Z]+-[0-9]+)` \|", PAGE, re.MULTILINE) == [
        *ACT_SUITES,
        "LB-LOG-1",
        EVIDENCE_SUITE,
    ]


def test_the_page_gives_every_size_and_use() -> None:
    rows = re.findall(r"^\| `([a-z0-9-]+)` \| ([0-9]+) bytes \| (.*) \|$", PAGE, re.MULTILINE)
    found = {name: (int(size), set(re.findall(r"`([a-z]+)`", uses))) for name, size, uses in rows}
    assert found == {
        name.value: (facts.public, {use.value for use in facts.uses}) for name, facts in ALGORITHMS.items()
    }


@pytest.mark.parametrize("algorithm", Algorithm)
def test_sizes_are_those_of_real_keys(algorithm: Algorithm) -> None:
    facts = ALGORITHMS[algorithm]
    pair = key_pair_from_seed(min(facts.uses), algorithm, bytes(facts.seed))
    assert len(pair.public.raw) == facts.public
    if facts.signature:
        assert len(pair.sign(b"")) == facts.signature


def test_a_suite_signs_twice_with_keys_for_acts_and_seals() -> None:
    assert ACT_SUITE.signing == (Algorithm.ED25519, Algorithm.ML_DSA_65)
    assert all(KeyUse.ACT in ALGORITHMS[name].uses for name in ACT_SUITE.signing)
    assert KeyUse.SEAL in ALGORITHMS[ACT_SUITE.sealing].uses


@pytest.mark.parametrize("suite_id", ["", "LB-ACT-2", "lb-act-1", "x" * 1000])
def test_an_unknown_suite_is_refused(suite_id: str) -> None:
    with pytest.raises(MalformedError) as caught:
        act_suite(suite_id)
    assert caught.value.code == "sealing.suite_unknown"
    assert caught.value.params == {"suite": suite_id[:40]}
