# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.log.checkpoint` and `cosign`: two signatures of the log, two of each witness, all required."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from dilithium_py.ml_dsa import ML_DSA_44
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.log.checkpoint import (
    Checkpoint,
    LogKeys,
    LogSigner,
    log_keys,
    open_checkpoint,
    parse_checkpoint,
    read_checkpoint,
    sign_line,
)
from longbien.core.log.cosign import (
    add_cosignatures,
    cosigned_at,
    parse_cosignatures,
    print_cosignatures,
    witness_keys,
)
from longbien.core.log.merkle import EMPTY_ROOT
from longbien.core.log.note import Note, NoteSignature, VerifierKey, parse_note, print_note
from longbien.core.sealing.suites import Algorithm, KeyUse
from tests.authority import NOW, authority
from tests.logs import leaves, log_signer, signed, witness_signer

SIGNER = log_signer()
SIGNED = signed(leaves(5), SIGNER)
WITNESS = witness_signer()


def test_a_checkpoint_carries_both_signatures_of_the_log() -> None:
    opened = open_checkpoint(SIGNED.data, SIGNER.keys)
    assert opened == SIGNED
    assert opened.signed_at == NOW
    assert [key.type for key in SIGNER.keys.keys] == [1, 6]
    assert SIGNED.data.startswith(b"longbien.example/at/1\n5\n")


def test_a_checkpoint_without_one_of_the_two_signatures_is_refused() -> None:
    for kept in (0, 1):
        note = Note(text=SIGNED.note.text, signatures=SIGNED.note.signatures[kept : kept + 1])
        with pytest.raises(RefusedError, match=r"log\.signature_missing"):
            open_checkpoint(print_note(note), SIGNER.keys)


def test_a_checkpoint_with_one_wrong_signature_is_refused() -> None:
    for wrong in (0, 1):
        lines = list(SIGNED.note.signatures)
        value = bytearray(lines[wrong].value)
        value[-1] ^= 1
        lines[wrong] = replace(lines[wrong], value=bytes(value))
        note = Note(text=SIGNED.note.text, signatures=tuple(lines))
        with pytest.raises(RefusedError, match=r"log\.signature_invalid"):
            open_checkpoint(print_note(note), SIGNER.keys)


def test_a_checkpoint_of_another_log_is_refused() -> None:
    other = log_signer(origin="longbien.example/at/2")
    with pytest.raises(RefusedError, match=r"log\.origin_wrong"):
        open_checkpoint(SIGNED.data, other.keys)
    with pytest.raises(RefusedError, match=r"log\.origin_wrong"):
        other.sign(SIGNED.checkpoint, NOW)


def test_the_ml_dsa_signature_binds_the_name_of_who_signed() -> None:
    lines = tuple(replace(line, name="longbien.example/at/2") for line in SIGNED.note.signatures)
    publics = (SIGNER.ed25519.public, SIGNER.ml_dsa_44.public)
    renamed = log_keys("longbien.example/at/2", publics)
    ids = tuple(replace(line, key_id=key.key_id) for line, key in zip(lines, renamed.keys, strict=True))
    note = Note(text=SIGNED.note.text, signatures=ids)
    mixed = LogKeys(origin=SIGNER.origin, keys=renamed.keys)
    assert open_checkpoint(
        print_note(note), LogKeys(origin=SIGNER.origin, keys=renamed.keys[:1])
    ).checkpoint == (SIGNED.checkpoint)
    with pytest.raises(RefusedError, match=r"log\.signature_invalid"):
        open_checkpoint(print_note(note), mixed)


def test_the_ml_dsa_message_is_that_of_the_specification() -> None:
    """Rebuild the message by hand and verify with another implementation."""
    line = SIGNED.note.signatures[1]
    seconds = int(NOW.timestamp())
    name = SIGNER.origin.encode()
    message = (
        b"subtree/v1\n\0"
        + bytes([len(name)])
        + name
        + seconds.to_bytes(8, "big")
        + bytes([len(name)])
        + name
        + bytes(8)
        + (5).to_bytes(8, "big")
        + SIGNED.checkpoint.root
    )
    assert line.value[:8] == seconds.to_bytes(8, "big")
    assert len(line.value) == 8 + 2420
    assert ML_DSA_44.verify(SIGNER.ml_dsa_44.public.raw, message, line.value[8:])


def test_a_signature_without_a_time_is_refused() -> None:
    key = SIGNER.keys.keys[1]
    line = sign_line(key, SIGNER.ml_dsa_44, SIGNED.checkpoint, datetime.fromtimestamp(0, UTC))
    note = Note(text=SIGNED.note.text, signatures=(SIGNED.note.signatures[0], line))
    with pytest.raises(RefusedError, match=r"log\.signature_invalid"):
        open_checkpoint(print_note(note), SIGNER.keys)


@pytest.mark.parametrize("value", [b"", b"\0" * 7, b"\xff" * 8, b"\xff" * (8 + 2420), b"\0" * 5000])
def test_a_time_beyond_every_calendar_is_refused(value: bytes) -> None:
    line = NoteSignature(name=SIGNER.origin, key_id=SIGNER.keys.keys[1].key_id, value=value or b"x")
    note = Note(text=SIGNED.note.text, signatures=(SIGNED.note.signatures[0], line))
    with pytest.raises(RefusedError, match=r"log\.signature_invalid"):
        open_checkpoint(print_note(note), SIGNER.keys)


def test_keys_of_another_use_or_algorithm_sign_no_log() -> None:
    pairs = authority("AT").pairs
    ed25519, ml_dsa = pairs[KeyUse.LOG, Algorithm.ED25519], pairs[KeyUse.LOG, Algorithm.ML_DSA_44]
    witness = pairs[KeyUse.WITNESS, Algorithm.ED25519]
    for first, second in ((ml_dsa, ed25519), (ed25519, ed25519), (witness, ml_dsa)):
        with pytest.raises(RefusedError, match=r"log\.keys_wrong"):
            LogSigner(origin="o", ed25519=first, ml_dsa_44=second)
        with pytest.raises(RefusedError, match=r"log\.keys_wrong"):
            witness_keys("o", (first.public, second.public))
    with pytest.raises(RefusedError, match=r"log\.keys_wrong"):
        LogKeys(origin="o", keys=())
    with pytest.raises(RefusedError, match=r"log\.keys_wrong"):
        LogKeys(origin="o", keys=(VerifierKey(name="o", public=witness.public),))


TEXT = SIGNED.note.text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        TEXT[:-1],
        TEXT + "extension\n",
        TEXT + "\n",
        "\n" + TEXT,
        TEXT.replace("\n5\n", "\n05\n"),
        TEXT.replace("\n5\n", "\n-5\n"),
        TEXT.replace("\n5\n", "\n٥\n"),
        TEXT.replace("\n5\n", "\n9223372036854775808\n"),
        TEXT.replace("=\n", "\n"),
        TEXT.replace("=\n", "==\n"),
        "o" * 256 + TEXT[TEXT.index("\n") :],
    ],
)
def test_a_text_that_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(MalformedError, match=r"log\.checkpoint_malformed"):
        parse_checkpoint(text)


def test_an_empty_log_has_the_empty_root() -> None:
    empty = Checkpoint(origin="o", size=0, root=EMPTY_ROOT)
    assert parse_checkpoint(empty.text) == empty
    with pytest.raises(RefusedError, match=r"log\.empty_root_wrong"):
        parse_checkpoint(empty.text.replace("47DEQ", "57DEQ"))


@given(
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=60),
    st.integers(1, 2**63 - 1),
    st.binary(min_size=32, max_size=32),
)
def test_checkpoints_are_read_as_they_are_written(origin: str, size: int, root: bytes) -> None:
    checkpoint = Checkpoint(origin=origin, size=size, root=root)
    assert parse_checkpoint(checkpoint.text) == checkpoint


def test_a_witness_cosigns_with_both_keys() -> None:
    at = NOW + timedelta(seconds=30)
    lines = parse_cosignatures(print_cosignatures(WITNESS.cosign(SIGNED.checkpoint, at)))
    added = add_cosignatures(SIGNED, lines, WITNESS.keys)
    assert cosigned_at(read_checkpoint(added.data), WITNESS.keys) == at
    assert open_checkpoint(added.data, SIGNER.keys).signed_at == NOW
    assert len(added.note.signatures) == 4
    with pytest.raises(RefusedError, match=r"log\.signature_missing"):
        cosigned_at(SIGNED, WITNESS.keys)


def test_the_classic_cosignature_message_is_that_of_the_specification() -> None:
    line = WITNESS.cosign(SIGNED.checkpoint, NOW)[0]
    message = f"cosignature/v1\ntime {int(NOW.timestamp())}\n{SIGNED.checkpoint.text}".encode()
    assert line.value[:8] == int(NOW.timestamp()).to_bytes(8, "big")
    assert WITNESS.ed25519.public.verifies(line.value[8:], message)


def test_a_witness_that_answers_with_one_key_is_refused() -> None:
    lines = WITNESS.cosign(SIGNED.checkpoint, NOW)
    for one in lines:
        with pytest.raises(RefusedError, match=r"log\.signature_missing"):
            add_cosignatures(SIGNED, [one], WITNESS.keys)


def test_a_cosignature_of_another_checkpoint_is_refused() -> None:
    lines = WITNESS.cosign(signed(leaves(6), SIGNER).checkpoint, NOW)
    with pytest.raises(RefusedError, match=r"log\.signature_invalid"):
        add_cosignatures(SIGNED, lines, WITNESS.keys)


def test_lines_of_unknown_keys_are_dropped() -> None:
    stranger = witness_signer("DE")
    lines = (*stranger.cosign(SIGNED.checkpoint, NOW), *WITNESS.cosign(SIGNED.checkpoint, NOW))
    added = add_cosignatures(SIGNED, lines, WITNESS.keys)
    assert {one.name for one in added.note.signatures} == {SIGNER.origin, WITNESS.name}


@given(st.data())
def test_a_changed_checkpoint_note_is_refused(data: st.DataObject) -> None:
    note = bytearray(SIGNED.data)
    place = data.draw(st.integers(0, len(note) - 1))
    note[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(LongBienError):
        open_checkpoint(bytes(note), SIGNER.keys)


def test_parsing_gives_the_bytes_back() -> None:
    assert read_checkpoint(SIGNED.data).data == SIGNED.data == print_note(parse_note(SIGNED.data))
