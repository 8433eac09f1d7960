# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The vectors that we publish are read as another implementation's."""

import copy
import json

import pytest

from tools.make_vectors import FOLDER, ROOMS, check
from tools.vectors import acts, log


@pytest.mark.parametrize("name", ROOMS)
def test_the_published_vectors_hold(name: str) -> None:
    assert check(name) == []


@pytest.mark.parametrize("name", ROOMS)
def test_what_is_made_anew_holds_too(name: str) -> None:
    made = json.loads(json.dumps(ROOMS[name].make()))
    assert ROOMS[name].check(made) == []


def test_every_file_of_vectors_has_a_maker() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.json")) == sorted(ROOMS)


def test_a_wrong_vector_of_acts_is_named() -> None:
    found = json.loads((FOLDER / "acts.json").read_bytes())
    changed = copy.deepcopy(found)
    changed["act"]["digest"] = "0" * 64
    changed["keys"][0]["key_id"] = "0" * 32
    changed["refused"][0]["code"] = "exchange.quota"
    assert acts.check(changed) == ["keys", "digest", "cut"]


def test_a_wrong_vector_of_the_log_is_named() -> None:
    found = json.loads((FOLDER / "log.json").read_bytes())
    changed = copy.deepcopy(found)
    changed["cosigned_at"] += 1
    changed["refused"][0]["code"] = "log.note_malformed"
    name = changed["refused"][0]["name"]
    assert log.check(changed) == ["cosigned_at made anew", "refused made anew", name]
