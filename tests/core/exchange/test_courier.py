# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Courier files: whole or refused, in constant memory."""

import hashlib
import io
import random
import tracemalloc
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.base.ids import ObjectId, PartyId
from longbien.core.exchange.courier import (
    ANSWER,
    FRAME,
    MAX_SEGMENT,
    SEGMENT,
    CourierHeader,
    CourierWriter,
    Segment,
    check_courier,
    parse_segment,
    print_segment,
    read_records,
)
from longbien.core.sealing.frame import MAX_FRAME
from tests.fuzz import mutate

NOW = datetime(2026, 3, 1, 3, 0, tzinfo=UTC)

segments = st.builds(
    Segment,
    object_id=st.binary(min_size=16, max_size=16).map(lambda data: ObjectId(data.hex())),
    part=st.sampled_from(["content", "digests"]),
    index=st.integers(min_value=0, max_value=2**64 - 1),
    path=st.lists(st.binary(min_size=32, max_size=32), max_size=4).map(tuple),
    data=st.binary(min_size=1, max_size=100),
)


def written(frames: Sequence[bytes], found: Sequence[Segment] = (), answers: Sequence[bytes] = ()) -> bytes:
    file = io.BytesIO()
    header = CourierHeader(
        sender=PartyId("VN"),
        recipient=PartyId("AT"),
        made_at=NOW,
        acts=len(frames),
        segments=len(found),
    )
    writer = CourierWriter(file, header)
    for frame in frames:
        writer.frame(frame)
    for segment in found:
        writer.segment(segment)
    for answer in answers:
        writer.answer(answer)
    digest = writer.finish()
    assert digest == hashlib.sha256(file.getvalue()[: -9 - 32]).hexdigest()
    return file.getvalue()


@given(
    st.lists(st.binary(max_size=50), max_size=4),
    st.lists(segments, max_size=2),
    st.lists(st.binary(max_size=50)),
)
def test_what_is_written_is_read(frames: list[bytes], found: list[Segment], answers: list[bytes]) -> None:
    data = written(frames, found, answers)
    checked = check_courier(io.BytesIO(data))
    assert (checked.header.acts, checked.header.segments, checked.header.made_at) == (
        len(frames),
        len(found),
        NOW,
    )
    records = list(read_records(io.BytesIO(data)))
    assert [data for kind, data in records if kind == FRAME] == frames
    assert [parse_segment(data) for kind, data in records if kind == SEGMENT] == found
    assert [data for kind, data in records if kind == ANSWER] == answers


@given(st.lists(st.binary(max_size=50), max_size=3), st.data())
def test_a_cut_file_is_refused(frames: list[bytes], data: st.DataObject) -> None:
    whole = written(frames)
    cut = data.draw(st.integers(min_value=0, max_value=len(whole) - 1))
    with pytest.raises(MalformedError):
        check_courier(io.BytesIO(whole[:cut]))


@given(st.data())
def test_a_flipped_bit_is_refused(data: st.DataObject) -> None:
    whole = bytearray(written([b"abc", b"defgh"], answers=[b"{}"]))
    place = data.draw(st.integers(min_value=0, max_value=len(whole) * 8 - 1))
    whole[place // 8] ^= 1 << place % 8
    with pytest.raises(MalformedError):
        check_courier(io.BytesIO(bytes(whole)))


def test_each_flaw_has_its_code() -> None:
    whole = written([b"abc"])
    flaws = {
        whole + b"x": "exchange.courier_malformed",
        whole[:-1] + b"x": "exchange.courier_damaged",
        b"LBC2" + whole[4:]: "exchange.courier_malformed",
        b"": "exchange.truncated",
        whole[: -32 - 9] + b"\x09" + bytes(8): "exchange.courier_malformed",
        whole[: -32 - 9] + b"\x01" + b"\xff" * 8: "exchange.too_large",
    }
    for data, code in flaws.items():
        with pytest.raises(MalformedError) as caught:
            check_courier(io.BytesIO(data))
        assert caught.value.code == code


def test_the_header_counts_the_records() -> None:
    header = CourierHeader(sender=PartyId("VN"), recipient=PartyId("AT"), made_at=NOW, acts=2, segments=0)
    writer = CourierWriter(io.BytesIO(), header)
    writer.frame(b"only one")
    with pytest.raises(ValueError, match="counts"):
        writer.finish()
    with pytest.raises(MalformedError, match=r"exchange\.too_large"):
        writer.frame(bytes(MAX_FRAME + 1))


@given(segments)
def test_segments_are_read_as_written(segment: Segment) -> None:
    assert parse_segment(print_segment(segment)) == segment


@pytest.mark.parametrize(
    "data",
    [b"", bytes(16), bytes(26), bytes(16) + b"\xff" * 300, bytes(16) + b"\x01\xff" + bytes(8) + b"\0x"],
)
def test_a_flawed_segment_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedError, match=r"exchange\.courier_malformed"):
        parse_segment(data)


class Endless:
    """A disc that never ends: a segment record of full length, again and again."""

    def __init__(self) -> None:
        self.start = io.BytesIO(written([])[: -9 - 32])
        self.record = b"\x02" + (MAX_SEGMENT + 100).to_bytes(8, "big") + bytes(MAX_SEGMENT + 100)
        self.now = self.start
        self.left = 50

    def read(self, length: int) -> bytes:
        data = self.now.read(length)
        if not data and self.left:
            self.left -= 1
            self.now = io.BytesIO(self.record)
            data = self.now.read(length)
        return data


def test_a_large_file_is_read_in_constant_memory() -> None:
    endless = Endless()
    tracemalloc.start()
    try:
        with pytest.raises(MalformedError, match=r"exchange\.truncated"):
            check_courier(cast("BinaryIO", endless))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert endless.left == 0
    assert peak < 8 * 1024 * 1024


@pytest.mark.fuzz
def test_fuzzed_courier_files_end_in_the_family(rounds: Iterator[random.Random]) -> None:
    segment = Segment(object_id=ObjectId("ab" * 16), part="content", index=3, path=(bytes(32),), data=b"abc")
    whole = written([b"abc", b"defgh"], [segment], [b"{}"])
    for chance in rounds:
        data = mutate(whole, chance)
        try:
            check_courier(io.BytesIO(data))
        except LongBienError:
            pass
        else:
            assert data == whole
        try:
            parse_segment(mutate(print_segment(segment), chance))
        except LongBienError:
            continue
