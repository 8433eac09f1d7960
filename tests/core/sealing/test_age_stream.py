# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""STREAM chunks: lengths, any order, nothing swapped, dropped, added or cut."""

import io
import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError
from longbien.core.sealing.age_stream import (
    CHUNK_BYTES,
    SEALED_CHUNK_BYTES,
    ChunkCipher,
    PayloadReader,
    decrypt_chunks,
    decrypt_payload,
    encrypt_payload,
    payload_length,
    plaintext_length,
)

FILE_KEY = bytes(range(16))
NONCE = bytes(range(16, 32))
LENGTHS = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 3 * CHUNK_BYTES + 5]


def content(length: int) -> bytes:
    return random.Random(length).randbytes(length)


@pytest.mark.parametrize("length", LENGTHS)
def test_there_and_back_three_ways(length: int) -> None:
    plaintext = content(length)
    payload = encrypt_payload(FILE_KEY, NONCE, plaintext)
    assert len(payload) == payload_length(length)
    assert decrypt_payload(FILE_KEY, payload) == plaintext
    assert b"".join(decrypt_chunks(FILE_KEY, io.BytesIO(payload))) == plaintext
    reader = PayloadReader(FILE_KEY, io.BytesIO(b"header" + payload), start=6, length=len(payload))
    assert reader.read(0, length + 10) == plaintext


@given(st.integers(0, 2**50))
@example(0)
@example(CHUNK_BYTES)
def test_lengths_agree(length: int) -> None:
    assert plaintext_length(payload_length(length)) == length


@given(st.integers(0, 3 * SEALED_CHUNK_BYTES))
@example(31)
@example(16 + SEALED_CHUNK_BYTES + 16)
def test_a_length_that_no_payload_has_is_refused(length: int) -> None:
    try:
        found = plaintext_length(length)
    except MalformedError:
        return
    assert payload_length(found) == length


@pytest.mark.parametrize("length", LENGTHS)
def test_any_cut_is_seen(length: int) -> None:
    payload = encrypt_payload(FILE_KEY, NONCE, content(length))
    cuts = {0, 5, 16, 31, len(payload) // 2, len(payload) - 1, 16 + SEALED_CHUNK_BYTES}
    for cut in cuts & set(range(len(payload))):
        with pytest.raises(MalformedError):
            decrypt_payload(FILE_KEY, payload[:cut])
        with pytest.raises(MalformedError):
            list(decrypt_chunks(FILE_KEY, io.BytesIO(payload[:cut])))
        with pytest.raises(MalformedError):
            PayloadReader(FILE_KEY, io.BytesIO(payload[:cut]), start=0, length=cut)


@pytest.mark.parametrize("length", LENGTHS)
def test_anything_added_is_seen(length: int) -> None:
    payload = encrypt_payload(FILE_KEY, NONCE, content(length))
    for more in (b"x", bytes(16), bytes(17), payload[16:]):
        with pytest.raises(MalformedError):
            decrypt_payload(FILE_KEY, payload + more)
        with pytest.raises(MalformedError):
            list(decrypt_chunks(FILE_KEY, io.BytesIO(payload + more)))


def test_swapped_chunks_are_seen_and_named() -> None:
    payload = encrypt_payload(FILE_KEY, NONCE, content(3 * CHUNK_BYTES))
    first, second = (
        payload[16 : 16 + SEALED_CHUNK_BYTES],
        payload[16 + SEALED_CHUNK_BYTES :][:SEALED_CHUNK_BYTES],
    )
    swapped = NONCE + second + first + payload[16 + 2 * SEALED_CHUNK_BYTES :]
    with pytest.raises(MalformedError) as caught:
        decrypt_payload(FILE_KEY, swapped)
    assert caught.value.params == {"chunk": 0}


@given(st.integers(0, payload_length(2 * CHUNK_BYTES + 99) - 1), st.integers(0, 7))
@settings(max_examples=40)
def test_a_flipped_bit_names_its_chunk(place: int, bit: int) -> None:
    changed = bytearray(encrypt_payload(FILE_KEY, NONCE, content(2 * CHUNK_BYTES + 99)))
    changed[place] ^= 1 << bit
    with pytest.raises(MalformedError) as caught:
        decrypt_payload(FILE_KEY, bytes(changed))
    assert caught.value.code == "sealing.age_chunk"
    assert caught.value.params == {"chunk": max(0, place - 16) // SEALED_CHUNK_BYTES if place >= 16 else 0}


@given(st.integers(0, 3 * CHUNK_BYTES), st.integers(0, 2 * CHUNK_BYTES))
@settings(max_examples=40)
def test_any_place_can_be_read(offset: int, length: int) -> None:
    plaintext = content(2 * CHUNK_BYTES + 77)
    payload = encrypt_payload(FILE_KEY, NONCE, plaintext)
    reader = PayloadReader(FILE_KEY, io.BytesIO(payload), start=0, length=len(payload))
    assert reader.read(offset, length) == plaintext[offset : offset + length]


def test_runs_of_chunks_begin_anywhere() -> None:
    cipher = ChunkCipher(FILE_KEY, NONCE)
    plaintext = content(3 * CHUNK_BYTES + 5)
    whole = encrypt_payload(FILE_KEY, NONCE, plaintext)[16:]
    sealed = memoryview(bytearray(2 * SEALED_CHUNK_BYTES))
    end = cipher.seal_run(2, memoryview(plaintext)[2 * CHUNK_BYTES :], sealed, final=3)
    assert bytes(sealed[:end]) == whole[2 * SEALED_CHUNK_BYTES :]
    opened = memoryview(bytearray(CHUNK_BYTES + 5))
    cipher.open_run(2, sealed[:end], opened, final=3)
    assert opened == plaintext[2 * CHUNK_BYTES :]
    for first, final, chunk in ((1, 3, 1), (2, None, 3), (2, 2, 2)):
        with pytest.raises(MalformedError) as caught:
            cipher.open_run(first, sealed[:end], opened, final=final)
        assert caught.value.params == {"chunk": chunk}


class _Slow(io.BytesIO):
    """Gives at most 1000 bytes at a time, as a socket may."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size if size and size > 0 else 1000, 1000))


def test_a_source_may_give_small_pieces() -> None:
    plaintext = content(2 * CHUNK_BYTES + 5)
    payload = encrypt_payload(FILE_KEY, NONCE, plaintext)
    assert b"".join(decrypt_chunks(FILE_KEY, _Slow(payload))) == plaintext
