# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A frozen value as JSON."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from longbien.core.base.described import described
from longbien.core.log.leaf import LeafClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    at: datetime
    roles: frozenset[LeafClass]
    inner: tuple["Thing", ...] = ()
    data: bytes = b"ab"


THING = Thing(
    at=datetime(2026, 11, 22, 3, 0, tzinfo=UTC),
    roles=frozenset({LeafClass.ACT_RECEIVED, LeafClass.ACT_MADE}),
    inner=(),
)


def test_a_value_is_written_field_by_field() -> None:
    assert described({"thing": THING, "on": date(2026, 1, 31), "path": Path("a/b"), "no": None}) == {
        "thing": {
            "at": "2026-11-22T03:00:00.000Z",
            "roles": ["act-made", "act-received"],
            "inner": [],
            "data": "YWI=",
        },
        "on": "2026-01-31",
        "path": "a/b",
        "no": None,
    }


def test_what_no_verb_gives_is_not_written() -> None:
    with pytest.raises(TypeError, match="float"):
        described(1.5)
