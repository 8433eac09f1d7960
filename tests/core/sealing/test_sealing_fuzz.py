# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Mutated envelopes, acts, frames and keyrings: a coded refusal, always, and nothing accepted that was not signed."""

import contextlib
import random
import tracemalloc
from collections.abc import Callable, Iterator

import pytest

from longbien.core.base.canonical import decode, encode
from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.sealing.act import parse_act
from longbien.core.sealing.arrival import STEPS, Arrived, Refused, arrive, examine
from longbien.core.sealing.dsse import ACT_TYPE, MAX_ENVELOPE, pae, parse_envelope
from longbien.core.sealing.frame import MAX_FRAME, read_frame
from longbien.core.sealing.keyring import read_keyring
from tests.core.sealing.forgery import envelope_of, framed, payload_of
from tests.core.sealing.test_arrival import AT, DOOR, ENVELOPE, FRAME, VN
from tests.core.sealing.test_keyring import FILE
from tests.fuzz import mutate, mutations

PAYLOAD = parse_envelope(ENVELOPE, ACT_TYPE).payload
ACT = payload_of(ENVELOPE)
HEADER = {name: ACT[name] for name in ("suite", "sender", "recipient")} | {"act": ACT["id"]}
CODES = {step.name: step.codes for step in STEPS}


def refuses(data: bytes) -> str:
    """Check that a frame is refused with a code of its step, and give the step."""
    verdict = examine(data, DOOR)
    assert isinstance(verdict, Refused)
    assert verdict.error.code in CODES[verdict.step]
    return verdict.step


def check(data: bytes, chance: random.Random) -> None:
    """Put mutations of each kind of object through its reader."""
    frame = mutate(FRAME, chance)
    if frame != FRAME:
        assert refuses(frame) in {"size", "frame", "addressing", "open"}
    envelope = mutate(ENVELOPE, chance)
    with contextlib.suppress(MalformedError, RefusedError):
        parse_envelope(envelope, ACT_TYPE)
    with contextlib.suppress(MalformedError):
        parse_act(mutate(PAYLOAD, chance))
    with contextlib.suppress(MalformedError):
        read_frame(mutate(FRAME, chance)[:MAX_FRAME])


@pytest.mark.fuzz
def test_mutated_frames_envelopes_and_acts_are_refused(rounds: Iterator[random.Random]) -> None:
    for chance in rounds:
        check(FRAME, chance)


@pytest.mark.fuzz
def test_mutated_envelopes_that_are_sealed_correctly_are_refused(rounds: Iterator[random.Random]) -> None:
    for chance in rounds:
        envelope = mutate(ENVELOPE, chance)[:MAX_ENVELOPE]
        if envelope != ENVELOPE:
            assert refuses(framed(envelope, AT.seal.public)) in {"frame", "addressing", "open", "signatures"}


@pytest.mark.fuzz
def test_a_partner_who_signs_anything_is_answered_with_a_code(rounds: Iterator[random.Random]) -> None:
    for chance in rounds:
        payload = mutate(PAYLOAD, chance)
        pairs = zip(VN.signer.key_ids, VN.signer.sign(pae(ACT_TYPE, payload)), strict=True)
        frame = framed(envelope_of(payload, list(pairs)), AT.seal.public, HEADER)
        verdict = examine(frame, DOOR)
        if isinstance(verdict, Arrived):
            assert encode(decode(payload, max_bytes=MAX_ENVELOPE)) == payload
        else:
            assert refuses(frame) in {"act", "clock"}


@pytest.mark.fuzz
def test_mutated_keyrings_are_refused(rounds: Iterator[random.Random]) -> None:
    for chance in rounds:
        data = mutate(FILE, chance)
        if data != FILE:
            with pytest.raises(LongBienError):
                read_keyring(data, "correct", max_work_factor=6)


def test_some_seeded_mutations_are_refused_in_every_run() -> None:
    steps = {refuses(data) for data, _ in zip(mutations(1, FRAME), range(500), strict=False)}
    assert {"size", "frame", "open"} <= steps <= {"size", "frame", "addressing", "open"}
    for data, _ in zip(mutations(2, ENVELOPE), range(200), strict=False):
        refuses(framed(data[:MAX_ENVELOPE], AT.seal.public))


def test_mutations_are_the_same_for_the_same_seed() -> None:
    first = [data for data, _ in zip(mutations(7, PAYLOAD), range(50), strict=False)]
    assert first == [data for data, _ in zip(mutations(7, PAYLOAD), range(50), strict=False)]
    assert first != [data for data, _ in zip(mutations(8, PAYLOAD), range(50), strict=False)]
    assert PAYLOAD not in first


@pytest.mark.parametrize("filler", [b"\0", b"[", b'{"a":', b'"', b"A"])
def test_a_hundred_megabytes_cost_nothing(filler: bytes) -> None:
    bomb = filler * (100_000_000 // len(filler))
    readers: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: read_frame(bomb), "exchange.too_large"),
        (lambda: parse_envelope(bomb, ACT_TYPE), "sealing.too_large"),
        (lambda: parse_act(bomb), "sealing.act_malformed"),
        (lambda: read_keyring(bomb, "correct"), "base.too_large"),
        (lambda: arrive(bomb, DOOR), "exchange.too_large"),
    )
    tracemalloc.start()
    try:
        for read, code in readers:
            with pytest.raises(LongBienError) as caught:
                read()
            assert caught.value.code == code
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()
