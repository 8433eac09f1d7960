# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.log.merkle`: against a literal reading of RFC 6962 and against the public proof vectors."""

import base64
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import RefusedError
from longbien.core.log.merkle import (
    EMPTY_ROOT,
    Frontier,
    Node,
    Tree,
    consistency_path,
    inclusion_path,
    leaf_hash,
    node_hash,
    root_from_leaves,
    verify_consistency,
    verify_inclusion,
)

LEAVES = [leaf_hash(bytes([number])) for number in range(70)]


def mth(leaves: list[bytes]) -> bytes:
    """RFC 6962, section 2.1, as it is written."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return node_hash(mth(leaves[:split]), mth(leaves[split:]))


def test_hashes_are_those_of_rfc_6962() -> None:
    assert leaf_hash(b"") == hashlib.sha256(b"\x00").digest()
    assert leaf_hash(memoryview(b"abc")) == hashlib.sha256(b"\x00abc").digest()
    assert node_hash(b"a" * 32, b"b" * 32) == hashlib.sha256(b"\x01" + b"a" * 32 + b"b" * 32).digest()


@pytest.mark.parametrize("size", range(71))
def test_every_way_to_the_root_is_the_same(size: int) -> None:
    expected = mth(LEAVES[:size])
    assert root_from_leaves(LEAVES[:size]) == expected
    assert Tree(LEAVES[:size]).root() == expected
    assert Tree(LEAVES).root(size) == expected


def test_empty_tree_has_the_root_of_the_empty_string() -> None:
    assert root_from_leaves([]) == EMPTY_ROOT == Frontier().root() == Tree([]).root()


def test_every_inclusion_proof_up_to_size_40_holds_and_only_there() -> None:
    tree = Tree(LEAVES)
    for size in range(1, 41):
        root = tree.root(size)
        for index in range(size):
            path = tree.inclusion_path(index, size)
            verify_inclusion(leaf=LEAVES[index], index=index, size=size, path=path, root=root)
            for wrong in {index + 1, index - 1} & set(range(size)):
                with pytest.raises(RefusedError, match=r"log\.inclusion_invalid"):
                    verify_inclusion(leaf=LEAVES[index], index=wrong, size=size, path=path, root=root)


def test_every_consistency_proof_up_to_size_40_holds_and_only_there() -> None:
    tree = Tree(LEAVES)
    for size in range(41):
        root = tree.root(size)
        for old in range(size + 1):
            path = tree.consistency_path(old, size)
            verify_consistency(old=old, old_root=tree.root(old), size=size, root=root, path=path)
            with pytest.raises(RefusedError, match=r"log\.consistency_invalid"):
                verify_consistency(
                    old=old, old_root=tree.root(old), size=size, root=root, path=(*path, LEAVES[0])
                )
            with pytest.raises(RefusedError, match=r"log\.consistency_invalid"):
                verify_consistency(old=old, old_root=LEAVES[69], size=size, root=root, path=path)


def test_empty_tree_claims_no_other_root() -> None:
    with pytest.raises(RefusedError, match=r"log\.consistency_invalid"):
        verify_consistency(old=0, old_root=EMPTY_ROOT, size=0, root=LEAVES[0], path=())
    with pytest.raises(RefusedError, match=r"log\.consistency_invalid"):
        verify_consistency(old=0, old_root=LEAVES[0], size=1, root=LEAVES[0], path=())


def test_proof_for_a_leaf_that_is_not_there_is_refused() -> None:
    for index, size in ((0, 0), (3, 3), (-1, 3), (5, 3), (0, 2**63)):
        with pytest.raises(RefusedError, match=r"log\.index_out_of_range"):
            inclusion_path(Tree(LEAVES).read, index, size)
    for old, size in ((4, 3), (-1, 3), (1, 2**63)):
        with pytest.raises(RefusedError, match=r"log\.size_out_of_range"):
            consistency_path(Tree(LEAVES).read, old, size)
    with pytest.raises(RefusedError, match=r"log\.size_out_of_range"):
        Tree(LEAVES).root(71)


def test_a_proof_as_long_as_a_file_is_refused_before_any_hashing() -> None:
    path = [LEAVES[0]] * 100_000
    with pytest.raises(RefusedError, match=r"log\.inclusion_invalid"):
        verify_inclusion(leaf=LEAVES[0], index=0, size=2**62, path=path, root=LEAVES[0])
    with pytest.raises(RefusedError, match=r"log\.consistency_invalid"):
        verify_consistency(old=1, old_root=LEAVES[0], size=2**62, root=LEAVES[0], path=path)


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_a_hash_of_another_length_is_refused(length: int) -> None:
    wrong, tree = b"x" * length, Tree(LEAVES[:2])
    with pytest.raises(RefusedError, match=r"log\.inclusion_invalid"):
        verify_inclusion(leaf=LEAVES[0], index=0, size=2, path=[wrong], root=tree.root())
    with pytest.raises(RefusedError, match=r"log\.consistency_invalid"):
        verify_consistency(old=1, old_root=LEAVES[0], size=2, root=tree.root(), path=[wrong])


@given(st.lists(st.integers(min_value=0, max_value=90), max_size=8))
def test_frontier_grown_in_batches_is_the_tree(batches: list[int]) -> None:
    frontier, leaves = Frontier(), [leaf_hash(number.to_bytes(4, "big")) for number in range(sum(batches))]
    for batch in batches:
        frontier = frontier.extend(leaves[frontier.size : frontier.size + batch])
    assert frontier == Frontier().extend(leaves)
    assert frontier.size == len(leaves)
    assert frontier.root() == mth(leaves)
    assert frontier.append(LEAVES[0]).root() == mth([*leaves, LEAVES[0]])


@given(st.integers(min_value=0, max_value=70), st.integers(min_value=1, max_value=4))
def test_frontier_notes_each_node_of_the_asked_levels_once(before: int, every: int) -> None:
    grown, noted = Frontier().extend(LEAVES[:before]).extend_noting(LEAVES[before:], every=every)
    tree = Tree(LEAVES)
    assert grown.root() == tree.root()
    for step, found in enumerate(noted):
        level = step * every
        assert found == tree.read([Node(level, n) for n in range(before >> level, len(LEAVES) >> level)])


def test_frontier_that_does_not_fit_its_size_is_refused() -> None:
    for size, hashes in ((1, ()), (0, (LEAVES[0],)), (3, (LEAVES[0],)), (-1, ())):
        with pytest.raises(RefusedError, match=r"log\.frontier_invalid"):
            Frontier(size=size, hashes=hashes)


@given(st.data(), st.integers(min_value=1, max_value=70))
def test_a_changed_inclusion_proof_is_refused(data: st.DataObject, size: int) -> None:
    tree = Tree(LEAVES[:size])
    index = data.draw(st.integers(min_value=0, max_value=size - 1))
    path = list(tree.inclusion_path(index))
    changed = data.draw(_changed(path))
    if changed == path:
        return
    with pytest.raises(RefusedError, match=r"log\.inclusion_invalid"):
        verify_inclusion(leaf=LEAVES[index], index=index, size=size, path=changed, root=tree.root())


def _changed(path: list[bytes]) -> st.SearchStrategy[list[bytes]]:
    """Leave a hash out, double one, exchange some or turn one bit."""
    places = st.integers(min_value=0, max_value=max(len(path) - 1, 0))
    return st.one_of(
        places.map(lambda at: path[:at] + path[at + 1 :]),
        places.map(lambda at: path[: at + 1] + path[at:]),
        st.permutations(path),
        st.tuples(places, st.integers(min_value=0, max_value=255)).map(lambda x: _flip(path, *x)),
    )


def _flip(path: list[bytes], at: int, bit: int) -> list[bytes]:
    if not path:
        return [b"\x00" * 32]
    number = int.from_bytes(path[at], "big") ^ (1 << bit)
    return [*path[:at], number.to_bytes(32, "big"), *path[at + 1 :]]


def _hash(text: str | None) -> bytes:
    return base64.b64decode(text or "")


def _holds(check: Callable[[], None]) -> bool:
    try:
        check()
    except RefusedError:
        return False
    return True


def test_public_inclusion_vectors(vectors: Path) -> None:
    files = sorted((vectors / "merkle/testdata/inclusion").rglob("*.json"))
    assert len(files) == 98
    for file in files:
        case = json.loads(file.read_text())
        path = [_hash(item) for item in case["proof"] or ()]
        holds = _holds(
            lambda case=case, path=path: verify_inclusion(  # type: ignore[misc]
                leaf=_hash(case["leafHash"]),
                index=case["leafIdx"],
                size=case["treeSize"],
                path=path,
                root=_hash(case["root"]),
            )
        )
        assert holds is not case["wantErr"], file


def test_public_consistency_vectors(vectors: Path) -> None:
    files = sorted((vectors / "merkle/testdata/consistency").rglob("*.json"))
    assert len(files) == 98
    differing: list[str] = []
    for file in files:
        case = json.loads(file.read_text())
        path = [_hash(item) for item in case["proof"] or ()]
        holds = _holds(
            lambda case=case, path=path: verify_consistency(  # type: ignore[misc]
                old=case["size1"],
                old_root=_hash(case["root1"]),
                size=case["size2"],
                root=_hash(case["root2"]),
                path=path,
            )
        )
        if holds is case["wantErr"]:
            differing.append(file.name)
    # Its two equal "roots" are 12 bytes of text, which are no hashes and are refused here.
    assert differing == ["sizes-are-equal-one-and-proof-is-empty.json"]
