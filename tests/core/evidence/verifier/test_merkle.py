# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.evidence.verifier.merkle`: the log's own tree, and the public proof vectors."""

import base64
import json
from pathlib import Path

import pytest

from longbien.core.evidence.verifier.merkle import inclusion_root, leaf_hash, tree_root
from longbien.core.log.merkle import Tree

LEAVES = [leaf_hash(bytes([number])) for number in range(70)]


@pytest.mark.parametrize("size", range(41))
def test_roots_and_proofs_are_those_of_the_log(size: int) -> None:
    tree = Tree(LEAVES[:size])
    assert tree_root(LEAVES[:size]) == tree.root()
    for index in range(size):
        path = tree.inclusion_path(index)
        assert inclusion_root(LEAVES[index], index, size, path) == tree.root()
        assert inclusion_root(LEAVES[index], index, size, (*path, LEAVES[0])) is None
        assert inclusion_root(LEAVES[index], index ^ 1, size, path) != tree.root() or size == 1
        if path:
            assert inclusion_root(LEAVES[index], index, size, path[:-1]) is None


def test_public_inclusion_vectors(vectors: Path) -> None:
    files = sorted((vectors / "merkle" / "testdata" / "inclusion").rglob("*.json"))
    assert len(files) > 90
    for file in files:
        case = json.loads(file.read_text(encoding="utf-8"))
        leaf, root = (base64.b64decode(case[name] or "") for name in ("leafHash", "root"))
        path = [base64.b64decode(item) for item in case["proof"] or ()]
        held = len(leaf) == 32 and inclusion_root(leaf, case["leafIdx"], case["treeSize"], path) == root
        assert held == (not case["wantErr"]), file.name
