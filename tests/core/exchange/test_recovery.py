# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Recovery files: read back as written by their recipient only; damaged ones are refused whole, in bounded memory."""

import io
import random
import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.base.ids import Digest, PartyId
from longbien.core.exchange import recovery
from longbien.core.exchange.recovery import (
    GivenAct,
    GivenCheckpoint,
    RecoveryHeader,
    RecoveryReader,
    RecoveryWriter,
)
from longbien.core.log.kept import KeptLeaves
from longbien.core.log.proof import Receipt
from tests.authority import NOW, authority
from tests.fuzz import mutate

SEAL = authority("VN").seal
KEYS = {SEAL.key_id: SEAL}
CHECKPOINTS = [
    GivenCheckpoint(note=b"a note"),
    GivenCheckpoint(note=b"another", kept=KeptLeaves(first=3, sealed=b"sealed")),
]
ACTS = [
    GivenAct(envelope=b"{}"),
    GivenAct(envelope=b"{1}", frame=Digest("ab" * 32), receipt=Receipt(leaf=b"leaf", proof=b"proof")),
]


def written(checkpoints: list[GivenCheckpoint], acts: list[GivenAct]) -> bytes:
    header = RecoveryHeader(
        sender=PartyId("AT"), recipient=PartyId("VN"), origin="log.example", made_at=NOW, seal_key=SEAL.key_id
    )
    file = io.BytesIO()
    writer = RecoveryWriter(file, header, SEAL.public)
    for checkpoint in checkpoints:
        writer.checkpoint(checkpoint)
    for act in acts:
        writer.act(act)
    writer.finish()
    return file.getvalue()


WHOLE = written(CHECKPOINTS, ACTS)


def everything(data: bytes) -> tuple[list[GivenCheckpoint], list[GivenAct]]:
    reader = RecoveryReader(io.BytesIO(data), KEYS)
    return list(reader.checkpoints()), [reader.act(place) for place in reader.acts()]


def test_what_is_written_is_read() -> None:
    reader = RecoveryReader(io.BytesIO(WHOLE), KEYS)
    assert (reader.header.sender, reader.header.recipient, reader.header.made_at) == ("AT", "VN", NOW)
    assert everything(WHOLE) == (CHECKPOINTS, ACTS)
    assert everything(written([], [])) == ([], [])


def test_only_the_recipient_reads_it() -> None:
    reader = RecoveryReader(io.BytesIO(WHOLE), {})
    with pytest.raises(MalformedError, match=r"exchange\.recovery_malformed"):
        list(reader.checkpoints())
    other = authority("AT").seal
    reader = RecoveryReader(io.BytesIO(WHOLE), {SEAL.key_id: other})
    with pytest.raises(RefusedError, match=r"sealing\.not_opened"):
        list(reader.checkpoints())


@given(st.data())
def test_a_cut_file_is_refused(data: st.DataObject) -> None:
    cut = data.draw(st.integers(min_value=0, max_value=len(WHOLE) - 1))
    with pytest.raises(MalformedError):
        RecoveryReader(io.BytesIO(WHOLE[:cut]), KEYS)


@given(st.data())
def test_a_flipped_bit_is_refused(data: st.DataObject) -> None:
    flipped = bytearray(WHOLE)
    place = data.draw(st.integers(min_value=0, max_value=len(WHOLE) * 8 - 1))
    flipped[place // 8] ^= 1 << place % 8
    with pytest.raises(MalformedError):
        RecoveryReader(io.BytesIO(bytes(flipped)), KEYS)


def test_each_flaw_has_its_code() -> None:
    flaws = {
        WHOLE + b"x": "exchange.recovery_damaged",
        WHOLE[:-1] + b"x": "exchange.recovery_damaged",
        b"LBC1" + WHOLE[4:]: "exchange.recovery_malformed",
        b"": "exchange.truncated",
        WHOLE[: -32 - 5] + b"\x09" + bytes(4): "exchange.recovery_malformed",
        WHOLE[: -32 - 5] + b"\x01" + bytes(4): "exchange.recovery_malformed",
        WHOLE[: -32 - 5] + b"\x01\xff\xff\xff\xff": "exchange.too_large",
    }
    for data, code in flaws.items():
        with pytest.raises(MalformedError) as caught:
            RecoveryReader(io.BytesIO(data), KEYS)
        assert caught.value.code == code


def test_a_file_of_endless_records_is_refused_in_bounded_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery, "MAX_RECORDS", 2000)
    start = written([], [])[:-37]
    record = b"\x01" + (1200).to_bytes(4, "big") + bytes(1200)
    file = io.BytesIO(start + 20_000 * record)
    tracemalloc.start()
    try:
        with pytest.raises(MalformedError, match=r"exchange\.too_large"):
            RecoveryReader(file, KEYS)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 2 * 1024 * 1024


@pytest.mark.fuzz
def test_fuzzed_recovery_files_end_in_the_family(rounds: Iterator[random.Random]) -> None:
    for chance in rounds:
        data = mutate(WHOLE, chance)
        try:
            found = everything(data)
        except LongBienError:
            continue
        assert found == (CHECKPOINTS, ACTS)
