# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Provisions as JSON lines: read as they were written, and nothing dropped in silence."""

import json
import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError
from longbien.core.law.provisions.lines import read_lines, write_lines
from longbien.core.law.provisions.provision import Provision

TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)
IDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
PROVISIONS = st.lists(
    st.builds(
        Provision,
        id=IDS,
        heading=TEXTS,
        text=TEXTS,
        law=TEXTS,
        number=TEXTS,
        path=st.lists(TEXTS, max_size=3).map(tuple),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda one: one.id,
).map(tuple)


@given(PROVISIONS)
def test_what_was_written_is_read_again(provisions: tuple[Provision, ...]) -> None:
    found = read_lines(write_lines(provisions))
    assert (found.provisions, found.repeated, found.unread) == (provisions, (), ())


def test_an_id_that_comes_again_is_kept_and_named() -> None:
    line = json.dumps({"id": "A:1", "text": "x"}).encode()
    found = read_lines(b"\n".join([line, line, line]))
    assert [one.id for one in found.provisions] == ["A:1", "A:1#2", "A:1#3"]
    assert found.repeated == ("A:1", "A:1")


def test_members_that_nobody_knows_are_named() -> None:
    found = read_lines(b'{"id": "1", "text": "x", "note": 3}\r\n\r\n{"id": "2", "text": "", "heading": null}')
    assert found.unread == ("note",)
    assert found.provisions[1] == Provision(id="2", text="")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "law.lines_empty"),
        (b" \n\n", "law.lines_empty"),
        (b"[]", "law.line_broken"),
        (b'{"id": "1"}', "law.line_broken"),
        (b'{"id": 1, "text": "x"}', "law.line_broken"),
        (b'{"id": "", "text": "x"}', "law.line_broken"),
        (b'{"id": "1", "text": "x", "path": "a"}', "law.line_broken"),
        (b'{"id": "1", "text": "\\ud800"}', "law.line_broken"),
        (b"[" * 100_000, "law.line_broken"),
        (b"\xff\xfe", "law.lines_encoding"),
    ],
)
def test_bad_lines_are_refused_by_a_code(data: bytes, code: str) -> None:
    with pytest.raises(LongBienError) as error:
        read_lines(data)
    assert error.value.code == code


@pytest.mark.fuzz
def test_random_bytes_end_in_a_code(rounds: Iterator[random.Random]) -> None:
    good = write_lines([Provision(id="A:1", text="text", heading="h"), Provision(id="A:2", text="more")])
    for chance in rounds:
        data = bytearray(good)
        for _ in range(chance.randrange(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            read_lines(bytes(data))
        except LongBienError:
            continue
