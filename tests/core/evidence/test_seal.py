# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sealing: one pass gives an age file, its tree and its digests; whatever goes wrong has a code and keeps nothing."""

import hashlib
import io
import itertools

import pytest

from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.evidence.flow import BATCH_BYTES, chunk_at, chunk_start
from longbien.core.evidence.seal import seal_small_part, seal_stream
from longbien.core.evidence.segments import Part
from longbien.core.log.merkle import Tree, leaf_hash
from longbien.core.sealing.age_file import decrypt_file
from longbien.core.sealing.age_stream import CHUNK_BYTES, encrypt_payload, payload_length
from tests.authority import chance
from tests.core.evidence.material import MIB, OURS, THEIRS, content, seal


def edges() -> list[int]:
    """Give the sizes at which chunks, segments and batches begin and end, and their neighbours."""
    border = chunk_at(BATCH_BYTES)
    into_border = border * CHUNK_BYTES + BATCH_BYTES - chunk_start(border)
    bases = [
        0,
        CHUNK_BYTES,
        MIB,
        border * CHUNK_BYTES,
        into_border,
        into_border - 16,
        (border + 1) * CHUNK_BYTES,
    ]
    return sorted(
        {max(0, base + step) for base, step in itertools.product([*bases, BATCH_BYTES], (-1, 0, 1))}
    )


@pytest.mark.parametrize("size", [*edges(), 2 * BATCH_BYTES + 99])
def test_one_pass_gives_the_payload_its_tree_and_its_digests(size: int) -> None:
    plaintext = content(size)
    sealed, payload = seal(plaintext, want_sha512=True)
    assert payload == encrypt_payload(sealed.file_key, payload[:16], plaintext)
    leaves = [leaf_hash(payload[start : start + MIB]) for start in range(0, len(payload), MIB)]
    assert sealed.content.leaf_hashes == b"".join(leaves)
    assert sealed.content.part == Part(
        name="content", length=payload_length(size), leaves=len(leaves), root=Tree(leaves).root()
    )
    assert (sealed.digests.size, sealed.digests.sha256) == (size, hashlib.sha256(plaintext).digest())
    assert sealed.digests.sha512 == hashlib.sha512(plaintext).digest()
    ends = [min(size, start + MIB) for start in range(0, size, MIB)]
    assert sealed.digests.running == b"".join(hashlib.sha256(plaintext[:end]).digest() for end in ends)


def test_header_and_payload_are_a_plain_age_file() -> None:
    sealed, payload = seal(content(MIB + 1))
    data = sealed.header + payload
    assert decrypt_file(data, [OURS], max_bytes=len(data)) == content(MIB + 1)
    with pytest.raises(RefusedError, match=r"sealing\.age_not_addressed"):
        decrypt_file(data, [THEIRS], max_bytes=len(data))


def test_sha512_is_made_only_when_asked() -> None:
    assert seal(b"x")[0].digests.sha512 == b""


def test_a_further_part_has_a_nonce_of_its_own() -> None:
    payload, sealed = seal_small_part(
        "digests", content(3 * MIB), file_key=bytes(16), randomness=chance("part")
    )
    assert payload == encrypt_payload(bytes(16), payload[:16], content(3 * MIB))
    assert (sealed.part.length, sealed.part.leaves) == (len(payload), 4)
    assert chance("part")(16) == payload[:16]


class _Pieces(io.RawIOBase):
    """Gives the content in pieces of odd sizes, as a socket may, and does `then` at its end."""

    def __init__(self, data: bytes, *, fail_at: int | None = None, nothing_at: int | None = None) -> None:
        self._data = data
        self._fail_at = fail_at
        self._nothing_at = nothing_at
        self.place = 0

    def readinto(self, buffer: memoryview) -> int | None:  # type: ignore[override]
        if self._fail_at is not None and self.place >= self._fail_at:
            raise OSError(5, "Input/output error")
        if self._nothing_at is not None and self.place >= self._nothing_at:
            return None
        count = min(len(buffer), 70_001, len(self._data) - self.place)
        buffer[:count] = self._data[self.place : self.place + count]
        self.place += count
        return count


def attempt(source: io.RawIOBase, **options: object) -> bytes:
    sink = io.BytesIO()
    seal_stream(
        source,
        sink,
        recipients=[OURS.recipient()],
        randomness=chance("seal"),
        **options,  # type: ignore[arg-type]
    )
    return sink.getvalue()


def test_a_source_may_give_odd_pieces() -> None:
    assert attempt(_Pieces(content(9 * MIB))) == seal(content(9 * MIB))[1]


@pytest.mark.parametrize("place", [0, 5 * MIB])
def test_a_source_that_fails_names_the_place(place: int) -> None:
    for source in (_Pieces(content(9 * MIB), fail_at=place), _Pieces(content(9 * MIB), nothing_at=place)):
        with pytest.raises(RefusedError) as caught:
            attempt(source)
        assert caught.value.code == "evidence.source_unreadable"
        assert caught.value.params == {"offset": source.place}


def test_a_source_that_is_shorter_or_longer_than_it_was_is_refused() -> None:
    for expected in (MIB - 1, MIB + 1):
        with pytest.raises(RefusedError) as caught:
            attempt(_Pieces(content(MIB)), expected_size=expected)
        assert caught.value.params == {"expected": expected, "found": MIB}
    attempt(_Pieces(content(MIB)), expected_size=MIB)


def test_a_source_that_changes_meanwhile_is_refused() -> None:
    states = iter([("inode", 1), ("inode", 2)])
    with pytest.raises(RefusedError, match=r"evidence\.source_changed"):
        attempt(_Pieces(content(MIB)), watch=lambda: next(states))
    attempt(_Pieces(content(MIB)), watch=lambda: "same")


class _Full(io.BytesIO):
    """A disk that is full, or that takes nothing."""

    def __init__(self, room: int, *, silent: bool = False) -> None:
        super().__init__()
        self._room = room
        self._silent = silent

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        if self.tell() + len(data) > self._room:
            if self._silent:
                return 0
            raise OSError(28, "No space left on device")
        return super().write(data)


@pytest.mark.parametrize("silent", [False, True])
@pytest.mark.parametrize("room", [0, 5 * MIB, 33 * MIB])
def test_a_sink_that_fails_is_a_coded_refusal(room: int, silent: bool) -> None:
    with pytest.raises(RefusedError, match=r"evidence\.sink_failed"):
        seal_stream(
            io.BytesIO(content(34 * MIB)),
            _Full(room, silent=silent),
            recipients=[OURS.recipient()],
            randomness=chance("seal"),
        )


class _CancelledError(Exception):
    pass


def test_progress_is_told_and_may_cancel() -> None:
    told: list[int] = []
    attempt(_Pieces(content(9 * MIB)), progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 9 * MIB

    def cancel(done: int) -> None:
        if done > 5 * MIB:
            raise _CancelledError

    with pytest.raises(_CancelledError):
        attempt(_Pieces(content(19 * MIB)), progress=cancel)


def test_nobody_to_seal_to_is_refused_before_anything_is_read() -> None:
    source = _Pieces(content(MIB))
    with pytest.raises(LongBienError, match=r"sealing\.age_no_recipient"):
        seal_stream(source, io.BytesIO(), recipients=[], randomness=chance("seal"))
    assert source.place == 0


def test_the_key_is_not_shown() -> None:
    sealed, _ = seal(b"x")
    assert sealed.file_key.hex() not in repr(sealed)
    assert repr(sealed.file_key) not in repr(sealed)
