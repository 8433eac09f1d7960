# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Vectors are computed once for each text and kept; a broken cache costs time and nothing else."""

from array import array
from collections.abc import Sequence
from pathlib import Path

import pytest

from longbien.bridge.vectors.kept import KeptProposer, Kind, Vector, cache_folder


class Letters:
    """A small embedder: how often a, b and c stand in a text; remembers what it was asked."""

    name = "letters 1/é"

    def __init__(self) -> None:
        self.asked: list[tuple[str, Kind]] = []

    def embed(self, texts: Sequence[str], kind: Kind) -> list[Vector]:
        self.asked += [(text, kind) for text in texts]
        return [array("f", [text.count(letter) for letter in "abc"]) for text in texts]


def test_closeness_is_the_cosine_with_the_mean_of_the_wordings() -> None:
    found = KeptProposer(Letters()).closeness([["a", "b"], ["c"]], ["ab", "cc", "", "a"])
    assert found[0] == pytest.approx([1.0, 0.0, 0.0, 0.5**0.5])
    assert found[1] == pytest.approx([0.0, 1.0, 0.0, 0.0])


def test_what_was_computed_is_not_computed_again_even_by_the_next_process(tmp_path: Path) -> None:
    first, second = Letters(), Letters()
    before = KeptProposer(first, tmp_path).closeness([["a"]], ["ab", "b"])
    assert KeptProposer(second, tmp_path).closeness([["a"]], ["ab", "b"]) == before
    assert (len(first.asked), second.asked) == (3, [])


def test_a_text_counts_apart_as_question_and_as_passage() -> None:
    model = Letters()
    KeptProposer(model).closeness([["a"]], ["a", "a"])
    assert model.asked == [("a", "query"), ("a", "passage")]


@pytest.mark.parametrize("harm", [b"", b"nothing\n1234", b"longbien-vectors/1\tother\t3\n" + b"x" * 44])
def test_a_file_of_another_form_is_begun_anew(tmp_path: Path, harm: bytes) -> None:
    KeptProposer(Letters(), tmp_path).closeness([["a"]], ["b"])
    (place,) = tmp_path.iterdir()
    place.write_bytes(harm)
    assert KeptProposer(Letters(), tmp_path).closeness([["a"]], ["b"]) == [[0.0]]
    third = Letters()
    KeptProposer(third, tmp_path).closeness([["a"]], ["b"])
    assert third.asked == []


def test_half_a_record_at_the_end_is_dropped_and_the_rest_kept(tmp_path: Path) -> None:
    KeptProposer(Letters(), tmp_path).closeness([["a"]], ["b"])
    (place,) = tmp_path.iterdir()
    place.write_bytes(place.read_bytes()[:-5])
    again = Letters()
    KeptProposer(again, tmp_path).closeness([["a"]], ["b"])
    assert again.asked == [("b", "passage")]
    last = Letters()
    KeptProposer(last, tmp_path).closeness([["a"]], ["b"])
    assert last.asked == []


def test_who_waits_hears_how_far_the_work_is() -> None:
    heard: list[tuple[int, int]] = []
    KeptProposer(Letters(), tell=lambda done, every: heard.append((done, every))).closeness([["a"]], ["b"])
    assert heard == [(0, 2), (1, 2), (2, 2)]


def test_the_cache_stands_where_the_desktop_wants_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "longbien" / "vectors"
