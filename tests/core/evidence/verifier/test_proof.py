# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.evidence.verifier.proof`."""

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longbien.core.base.canonical import encode
from longbien.core.evidence.verifier.flaws import FlawError
from longbien.core.evidence.verifier.proof import read_log_proof
from longbien.core.log.merkle import Tree, leaf_hash

LEAVES = [encode({"v": 1, "class": "act-made", "number": number}) for number in range(11)]
TREE = Tree([leaf_hash(leaf) for leaf in LEAVES])
SIGNATURE = "\u2014 log AAAAAAAA\n"


def document(leaf: bytes, proof: str) -> bytes:
    """Write `{"leaf","proof"}`."""
    return encode({"leaf": base64.b64encode(leaf).decode(), "proof": proof})


def proof_of(index: int, extra: str = "") -> str:
    """Write the proof of one of the leaves above."""
    path = "".join(base64.b64encode(item).decode() + "\n" for item in TREE.inclusion_path(index))
    root = base64.b64encode(TREE.root()).decode()
    return f"c2sp.org/tlog-proof@v1\n{extra}index {index}\n{path}\nlog\n11\n{root}\n\n{SIGNATURE}"


@pytest.mark.parametrize("index", range(11))
@pytest.mark.parametrize("extra", ["", "extra aGVsbG8=\n"])
def test_a_proof_leads_to_its_leaf(index: int, extra: str) -> None:
    found = read_log_proof(document(LEAVES[index], proof_of(index, extra)))
    assert (found.position, found.leaf.integer("number")) == (index, index)
    assert found.leaf_hash == leaf_hash(LEAVES[index]).hex()
    assert found.checkpoint.size == 11


def test_a_tree_of_one_leaf_needs_no_path() -> None:
    root = base64.b64encode(leaf_hash(LEAVES[0])).decode()
    text = f"c2sp.org/tlog-proof@v1\nindex 0\n\nlog\n1\n{root}\n\n{SIGNATURE}"
    assert read_log_proof(document(LEAVES[0], text)).position == 0


@pytest.mark.parametrize("index", range(11))
def test_another_leaf_is_not_proven(index: int) -> None:
    with pytest.raises(FlawError, match="does not lead"):
        read_log_proof(document(LEAVES[index], proof_of((index + 1) % 11)))


GOOD = proof_of(3)


@pytest.mark.parametrize(
    "proof",
    [
        "",
        GOOD[1:],
        GOOD.replace("@v1", "@v2"),
        GOOD.replace("index 3", "index 03"),
        GOOD.replace("index 3", "index -3"),
        GOOD.replace("index 3", "index 11"),
        GOOD.replace("index 3\n", ""),
        GOOD.replace("index 3", "extra !\nindex 3"),
        GOOD.replace("index 3", "index 3\nAAAA"),
        GOOD.replace("index 3", "index 3\n" + "\n".join(["A" * 43 + "="] * 64)),
        GOOD.replace("index 3\n", "index 3\n\u20ac\n"),
        GOOD.replace("\n\n", "\n"),
    ],
)
def test_everything_else_is_a_flaw(proof: str) -> None:
    with pytest.raises(FlawError):
        read_log_proof(document(LEAVES[3], proof))


@settings(deadline=None)
@given(data=st.binary(max_size=200))
def test_no_bytes_end_in_anything_but_a_flaw(data: bytes) -> None:
    with pytest.raises(FlawError):
        read_log_proof(document(LEAVES[3], GOOD.replace("index 3\n", data.decode("latin-1"))))
    with pytest.raises(FlawError):
        read_log_proof(data)


def test_a_leaf_of_another_version_is_a_flaw() -> None:
    leaf = encode({"v": 2})
    root = base64.b64encode(leaf_hash(leaf)).decode()
    text = f"c2sp.org/tlog-proof@v1\nindex 0\n\nlog\n1\n{root}\n\n{SIGNATURE}"
    with pytest.raises(FlawError, match="version"):
        read_log_proof(document(leaf, text))
