# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The age header has one spelling, is read in constant memory, and refuses everything else."""

import io
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.sealing.age_header import (
    MAX_HEADER_BYTES,
    Header,
    Stanza,
    check_mac,
    parse_header,
    print_header,
    read_header,
    seal_header,
)
from tests.fuzz import mutate

FILE_KEY = bytes(range(16))
VISIBLE = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=100)
STANZAS = st.builds(
    lambda kind, arguments, body: Stanza(kind=kind, arguments=tuple(arguments), body=body),
    VISIBLE,
    st.lists(VISIBLE, max_size=3),
    st.binary(max_size=200),
)


@given(st.lists(STANZAS, min_size=1, max_size=5))
def test_there_and_back(stanzas: list[Stanza]) -> None:
    header = seal_header(FILE_KEY, stanzas)
    written = print_header(header)
    assert parse_header(written) == header
    source = io.BytesIO(written + b"payload")
    assert read_header(source) == header
    assert source.read() == b"payload"
    check_mac(header, FILE_KEY)


@given(st.lists(STANZAS, min_size=1, max_size=2), st.integers(0, 2**32))
def test_a_changed_header_is_refused_or_fails_its_mac(stanzas: list[Stanza], seed: int) -> None:
    written = print_header(seal_header(FILE_KEY, stanzas))
    changed = mutate(written, random.Random(seed))
    if changed == written:
        return
    with pytest.raises(LongBienError):
        check_mac(parse_header(changed), FILE_KEY)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(MalformedError):
        parse_header(b"age-encryption.org/v1\n" + data)


@pytest.mark.parametrize("length", [0, 1, 47, 48, 49, 96])
def test_a_body_ends_with_a_line_below_64_columns(length: int) -> None:
    written = print_header(seal_header(FILE_KEY, [Stanza(kind="a", body=bytes(length))]))
    lines = written.split(b"\n")[2:-2]
    assert [len(line) for line in lines[:-1]] == [64] * (len(lines) - 1)
    assert len(lines[-1]) < 64


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"age-encryption.org/v1\n--- " + b"A" * 43 + b"\n", 2),
        (b"age-encryption.org/v1\n-> a\n\n-> \n\n", 4),
        (b"age-encryption.org/v1\n-> a\nAAA=\n", 3),
        (b"age-encryption.org/v1\n-> a\nAB\n", 3),
        (b"age-encryption.org/v1\n-> a\n" + b"A" * 65 + b"\n", 3),
        (b"age-encryption.org/v1\n-> a\n\n--- " + b"A" * 42 + b"B\n", 4),
        (b"age-encryption.org/v1\n-> a\n\n--- " + b"A" * 43, 4),
    ],
)
def test_a_refusal_names_the_line(data: bytes, line: int) -> None:
    with pytest.raises(MalformedError) as caught:
        parse_header(data)
    assert (caught.value.code, caught.value.params) == ("sealing.age_header", {"line": line})


def test_another_version_is_refused() -> None:
    with pytest.raises(MalformedError, match=r"sealing\.age_version"):
        parse_header(b"age-encryption.org/v2\n-> a\n\n--- " + b"A" * 43 + b"\n")


def test_bytes_after_the_header_are_refused_where_there_may_be_none() -> None:
    with pytest.raises(MalformedError, match=r"sealing\.age_header"):
        parse_header(print_header(seal_header(FILE_KEY, [Stanza(kind="a", body=b"")])) + b"x")


class _Endless(io.RawIOBase):
    """Gives stanzas for ever and counts what was taken."""

    taken = 0

    def readline(self, size: int | None = -1, /) -> bytes:
        line = b"age-encryption.org/v1\n" if not self.taken else (b"-> a\n", b"AAAA\n")[self.taken % 2]
        self.taken += len(line)
        return line[:size]


def test_an_endless_header_is_refused_within_its_bound() -> None:
    source = _Endless()
    with pytest.raises(MalformedError, match=r"sealing\.age_header"):
        read_header(source)  # type: ignore[arg-type]
    assert source.taken <= MAX_HEADER_BYTES + 100


def test_another_file_key_fails_the_mac() -> None:
    header = seal_header(FILE_KEY, [Stanza(kind="a", body=b"")])
    with pytest.raises(RefusedError, match=r"sealing\.age_mac"):
        check_mac(header, bytes(16))
    with pytest.raises(RefusedError, match=r"sealing\.age_mac"):
        check_mac(Header(stanzas=header.stanzas, mac=bytes(32)), FILE_KEY)
    with pytest.raises(MalformedError, match=r"sealing\.key_length"):
        check_mac(header, bytes(15))
