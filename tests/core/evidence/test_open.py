# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening: nothing unproved is written, damage is named, an interrupted run goes on."""

import io
import os
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError, RefusedError, UsageError
from longbien.core.evidence.draft import rewrap
from longbien.core.evidence.flow import BATCH_BYTES
from longbien.core.evidence.open import evidence_key, open_small_part, open_stream
from longbien.core.evidence.running import Digests
from longbien.core.evidence.seal import Sealed, seal_small_part
from longbien.core.evidence.segments import SEGMENT_BYTES
from longbien.core.sealing.age_header import Stanza, parse_header, print_header, seal_header
from tests.authority import chance
from tests.core.evidence.material import MIB, OURS, THEIRS, content, seal
from tests.core.evidence.test_seal import edges
from tools.age_curve import X25519Identity

SIZE = 2 * BATCH_BYTES + 3 * MIB + 777
SEALED, PAYLOAD = seal(content(SIZE), want_sha512=True)


def open_bytes(
    payload: bytes,
    sealed: Sealed = SEALED,
    *,
    leaves: bool = True,
    held: bytes | None = None,
    digests: Digests | None = None,
) -> bytes:
    sink = io.BytesIO(held or b"")
    found = open_stream(
        io.BytesIO(payload),
        sink,
        part=sealed.content.part,
        file_key=sealed.file_key,
        digests=digests or sealed.digests,
        leaf_hashes=sealed.content.leaf_hashes if leaves else b"",
        check_sha512=bool(sealed.digests.sha512),
        held=None if held is None else io.BytesIO(held),
    )
    assert found == (digests or sealed.digests)
    return sink.getvalue()


@pytest.mark.parametrize("size", [*edges(), SIZE])
def test_what_was_sealed_opens(size: int) -> None:
    sealed, payload = seal(content(size))
    assert open_bytes(payload, sealed) == content(size)
    assert open_bytes(payload, sealed, leaves=False) == content(size)


@pytest.mark.parametrize(
    "held", [0, 1, MIB - 1, MIB, 3 * MIB + 5, BATCH_BYTES, BATCH_BYTES + MIB, SIZE - 1, SIZE]
)
def test_an_interrupted_run_goes_on(held: int) -> None:
    assert open_bytes(PAYLOAD, held=content(SIZE)[:held]) == content(SIZE)


@pytest.mark.parametrize("size", [0, MIB, BATCH_BYTES, 2 * BATCH_BYTES])
def test_a_run_that_was_whole_has_nothing_to_do(size: int) -> None:
    sealed, payload = seal(content(size))
    assert open_bytes(payload, sealed, held=content(size)) == content(size)


def test_a_held_beginning_that_is_wrong_is_named() -> None:
    held = bytearray(content(3 * MIB))
    held[2 * MIB + 5] ^= 1
    with pytest.raises(RefusedError) as caught:
        open_bytes(PAYLOAD, held=bytes(held))
    assert (caught.value.code, caught.value.params) == ("evidence.plaintext_differs", {"mebibyte": 2})
    with pytest.raises(UsageError, match=r"evidence\.resume_needs_leaves"):
        open_bytes(PAYLOAD, held=b"", leaves=False)


@given(st.integers(0, len(PAYLOAD) - 1), st.integers(0, 7))
@settings(max_examples=25, deadline=None)
def test_a_flipped_bit_names_its_segment(place: int, bit: int) -> None:
    changed = bytearray(PAYLOAD)
    changed[place] ^= 1 << bit
    with pytest.raises(RefusedError) as caught:
        open_bytes(bytes(changed))
    assert caught.value.code == "evidence.segment_damaged"
    assert caught.value.params == {"part": "content", "segment": place // SEGMENT_BYTES}


@pytest.mark.parametrize("place", [16, MIB - 1, MIB, MIB + 1, BATCH_BYTES - 1, BATCH_BYTES, len(PAYLOAD) - 1])
def test_without_stored_hashes_the_chunk_still_tells(place: int) -> None:
    changed = bytearray(PAYLOAD)
    changed[place] ^= 1
    with pytest.raises(RefusedError) as caught:
        open_bytes(bytes(changed), leaves=False)
    assert caught.value.code == "evidence.chunk_damaged"
    first, last = int(caught.value.params["first"]), int(caught.value.params["last"])
    assert first <= place // SEGMENT_BYTES <= last <= first + 1


@pytest.mark.parametrize("place", [BATCH_BYTES - 1, BATCH_BYTES, BATCH_BYTES + 1, 2 * BATCH_BYTES + 20_000])
def test_damage_at_the_border_of_batches_is_named_rightly(place: int) -> None:
    changed = bytearray(PAYLOAD)
    changed[place] ^= 1
    with pytest.raises(RefusedError) as caught:
        open_bytes(bytes(changed))
    assert caught.value.params["segment"] == place // SEGMENT_BYTES


def test_nothing_beyond_the_damage_is_written() -> None:
    changed = bytearray(PAYLOAD)
    changed[2 * BATCH_BYTES + 5] ^= 1
    sink = io.BytesIO()
    with pytest.raises(RefusedError):
        open_stream(
            io.BytesIO(changed),
            sink,
            part=SEALED.content.part,
            file_key=SEALED.file_key,
            digests=SEALED.digests,
            leaf_hashes=SEALED.content.leaf_hashes,
        )
    assert content(SIZE).startswith(sink.getvalue())


@pytest.mark.parametrize("length", [0, 15, 16, MIB, BATCH_BYTES + 70_000, len(PAYLOAD) - 1])
@pytest.mark.parametrize("leaves", [True, False])
def test_a_cut_payload_is_refused(length: int, leaves: bool) -> None:
    with pytest.raises(LongBienError):
        open_bytes(PAYLOAD[:length], leaves=leaves)


@pytest.mark.parametrize("more", [b"x", bytes(70_000), PAYLOAD])
def test_a_longer_payload_is_refused(more: bytes) -> None:
    with pytest.raises(RefusedError, match=r"evidence\.payload_length"):
        open_bytes(PAYLOAD + more)


def test_other_digests_are_refused_with_the_first_mebibyte() -> None:
    running = bytearray(SEALED.digests.running)
    running[5 * 32] ^= 1
    cases = [
        (replace(SEALED.digests, running=bytes(running)), "evidence.plaintext_differs", {"mebibyte": 5}),
        (replace(SEALED.digests, sha256=bytes(32)), "evidence.plaintext_differs", {"mebibyte": SIZE // MIB}),
        (replace(SEALED.digests, sha512=bytes(64)), "evidence.plaintext_differs", {"mebibyte": SIZE // MIB}),
        (replace(SEALED.digests, size=SIZE + 1), "evidence.payload_length", {"part": "content"}),
    ]
    for digests, code, params in cases:
        with pytest.raises(RefusedError) as caught:
            open_bytes(PAYLOAD, digests=digests)
        assert (caught.value.code, caught.value.params) == (code, params)


def test_another_key_opens_nothing() -> None:
    sink = io.BytesIO()
    with pytest.raises(RefusedError, match=r"evidence\.chunk_damaged"):
        open_stream(
            io.BytesIO(PAYLOAD),
            sink,
            part=SEALED.content.part,
            file_key=bytes(16),
            digests=SEALED.digests,
            leaf_hashes=SEALED.content.leaf_hashes,
        )
    assert sink.getvalue() == b""


def test_another_root_is_found_at_the_end() -> None:
    part = replace(SEALED.content.part, root=bytes(32))
    wrong = replace(SEALED, content=replace(SEALED.content, part=part))
    with pytest.raises(RefusedError, match=r"evidence\.leaf_hashes_differ"):
        open_bytes(PAYLOAD, wrong)
    with pytest.raises(RefusedError, match=r"evidence\.root_differs"):
        open_bytes(PAYLOAD, wrong, leaves=False)


def test_progress_is_told() -> None:
    told: list[int] = []
    open_stream(
        io.BytesIO(PAYLOAD),
        io.BytesIO(),
        part=SEALED.content.part,
        file_key=SEALED.file_key,
        digests=SEALED.digests,
        progress=told.append,
    )
    assert told == sorted(told)
    assert told[-1] == SIZE


def test_a_new_header_lets_another_recipient_in_and_touches_no_payload() -> None:
    assert evidence_key(SEALED.header, [OURS]) == SEALED.file_key
    header = rewrap(SEALED.file_key, [THEIRS.recipient()], randomness=os.urandom)
    assert evidence_key(header, [THEIRS]) == SEALED.file_key
    both = rewrap(SEALED.file_key, [OURS.recipient(), THEIRS.recipient()], randomness=os.urandom)
    assert {evidence_key(both, [one]) for one in (OURS, THEIRS)} == {SEALED.file_key}
    with pytest.raises(RefusedError, match=r"sealing\.age_not_addressed"):
        evidence_key(header, [OURS])


def test_a_header_with_a_weaker_recipient_is_refused() -> None:
    weak = X25519Identity(secret=bytes(range(32))).recipient().wrap(SEALED.file_key, os.urandom)
    for extra in (weak, Stanza(kind="unknown", body=b"")):
        stanzas = [*parse_header(SEALED.header).stanzas, extra]
        header = print_header(seal_header(SEALED.file_key, stanzas))
        with pytest.raises(RefusedError, match=r"evidence\.header_kind"):
            evidence_key(header, [OURS])


def test_a_small_part_opens_whole_or_not_at_all() -> None:
    payload, sealed = seal_small_part("digests", content(MIB), file_key=bytes(16), randomness=chance("part"))
    assert open_small_part(sealed.part, payload, bytes(16)) == content(MIB)
    for wrong in (payload[:-1], payload + b"x", b"", bytes([payload[0] ^ 1]) + payload[1:]):
        with pytest.raises(RefusedError, match=r"evidence\.root_differs"):
            open_small_part(sealed.part, wrong, bytes(16))
    with pytest.raises(LongBienError, match=r"sealing\.age_chunk"):
        open_small_part(sealed.part, payload, bytes(15) + b"x")
