# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.log.note` and `lines`: the form of notes, signature lines and verifier keys."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError
from longbien.core.log.note import (
    MAX_NOTE,
    MAX_SIGNATURES,
    Note,
    NoteSignature,
    SignatureType,
    VerifierKey,
    check_name,
    parse_note,
    parse_vkey,
    print_note,
    print_vkey,
    with_signatures,
)
from longbien.core.sealing.suites import Algorithm, KeyUse
from tests.authority import authority

SPEC_VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
SPEC_NOTE = """This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
"""
NAMES = st.text(
    st.characters(categories=["L", "N", "P", "S"], exclude_characters="+"), min_size=1, max_size=40
)


def test_the_example_of_the_specification_verifies() -> None:
    key, note = parse_vkey(SPEC_VKEY, KeyUse.LOG), parse_note(SPEC_NOTE.encode())
    assert print_vkey(key) == SPEC_VKEY
    assert print_note(note) == SPEC_NOTE.encode()
    signature = note.signature_of(key)
    assert signature is not None
    assert key.public.verifies(signature.value, note.text.encode())


def test_the_type_of_a_key_follows_from_its_use() -> None:
    pairs = authority("AT").pairs
    found = {
        (use, algorithm): VerifierKey(name="n", public=pairs[use, algorithm].public).type
        for use in (KeyUse.LOG, KeyUse.WITNESS)
        for algorithm in (Algorithm.ED25519, Algorithm.ML_DSA_44)
    }
    assert found == {
        (KeyUse.LOG, Algorithm.ED25519): SignatureType.ED25519,
        (KeyUse.LOG, Algorithm.ML_DSA_44): SignatureType.ML_DSA_44,
        (KeyUse.WITNESS, Algorithm.ED25519): SignatureType.ED25519_COSIGNATURE,
        (KeyUse.WITNESS, Algorithm.ML_DSA_44): SignatureType.ML_DSA_44,
    }
    with pytest.raises(MalformedError, match=r"log\.vkey_malformed"):
        VerifierKey(name="n", public=authority("AT").seal.public)


@pytest.mark.parametrize("use", [KeyUse.LOG, KeyUse.WITNESS])
@pytest.mark.parametrize("algorithm", [Algorithm.ED25519, Algorithm.ML_DSA_44])
def test_verifier_keys_are_read_as_they_are_written(use: KeyUse, algorithm: Algorithm) -> None:
    key = VerifierKey(name="longbien.example/at", public=authority("AT").pairs[use, algorithm].public)
    assert parse_vkey(print_vkey(key), use) == key


def test_a_verifier_key_is_read_for_its_own_use_only() -> None:
    with pytest.raises(MalformedError, match=r"log\.vkey_malformed"):
        parse_vkey(SPEC_VKEY, KeyUse.WITNESS)
    with pytest.raises(MalformedError, match=r"log\.vkey_malformed"):
        parse_vkey(SPEC_VKEY, KeyUse.ACT)


@pytest.mark.parametrize(
    "text",
    [
        "",
        SPEC_VKEY[:-1],
        SPEC_VKEY + "\n",
        SPEC_VKEY.replace("530d903a", "530d903b"),
        SPEC_VKEY.replace("530d903a", "530D903A"),
        SPEC_VKEY.replace("AekyeRrm", "AukyeRrm"),
        SPEC_VKEY.replace("example.com/foo", "example.com/fob"),
        SPEC_VKEY.replace("example.com/foo", "example.com foo"),
        SPEC_VKEY.replace("example.com/foo", ""),
        "example.com/foo+530d903a+" + base64.b64encode(b"\x01" + b"x" * 31).decode(),
    ],
)
def test_a_broken_verifier_key_is_refused(text: str) -> None:
    with pytest.raises(MalformedError):
        parse_vkey(text, KeyUse.LOG)


@pytest.mark.parametrize(
    "name", ["", "a b", "a+b", "a\nb", "a\u00a0b", "a\u2003b", "\x1b", "é" * 128, "a\u200eb"]
)
def test_a_name_that_would_mislead_is_refused(name: str) -> None:
    with pytest.raises(MalformedError, match=r"log\.name_malformed"):
        check_name(name)


LINE = SPEC_NOTE.splitlines()[2] + "\n"
BROKEN_NOTES = {
    "no text": LINE,
    "no signature": "text\n\n",
    "no empty line": "text\n" + LINE,
    "no newline at the end": SPEC_NOTE[:-1],
    "something after the signatures": SPEC_NOTE + "x",
    "an empty line after the signatures": SPEC_NOTE + "\n",
    "a tab": SPEC_NOTE.replace("an example", "an\texample"),
    "a carriage return": SPEC_NOTE.replace("message.", "message.\r"),
    "a hyphen for the dash": SPEC_NOTE.replace("\u2014", "-"),
    "two spaces": SPEC_NOTE.replace("\u2014 ", "\u2014  "),
    "no name": SPEC_NOTE.replace("\u2014 example.com/foo ", "\u2014 "),
    "a plus in the name": SPEC_NOTE.replace("\u2014 example.com/foo", "\u2014 example.com/f+o"),
    "no padding": SPEC_NOTE.replace("aQM=", "aQM"),
    "another spelling of the same bytes": SPEC_NOTE.replace("aQM=", "aQN="),
    "only a key id": "text\n\n\u2014 name AAAAAA==\n",
    "the same key twice": SPEC_NOTE + LINE,
    "too many signatures": "text\n\n"
    + "".join(f"\u2014 name{n} AAAAAAAA\n" for n in range(MAX_SIGNATURES + 1)),
}


@pytest.mark.parametrize("text", BROKEN_NOTES.values(), ids=BROKEN_NOTES.keys())
def test_a_broken_note_is_refused(text: str) -> None:
    with pytest.raises(MalformedError, match=r"log\.(note|signature)_malformed"):
        parse_note(text.encode())


def test_a_note_that_is_no_text_or_too_large_is_refused() -> None:
    with pytest.raises(MalformedError, match=r"base\.not_utf8"):
        parse_note(b"\xff" + SPEC_NOTE.encode())
    with pytest.raises(MalformedError, match=r"base\.too_large"):
        parse_note(b"\n" * (MAX_NOTE + 1))


def test_as_many_signatures_as_allowed_are_read() -> None:
    lines = "".join(f"\u2014 name{n} AAAAAAAA\n" for n in range(MAX_SIGNATURES))
    assert len(parse_note(f"text\n\n{lines}".encode()).signatures) == MAX_SIGNATURES


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=20), max_size=5),
    st.lists(
        st.tuples(NAMES, st.binary(min_size=4, max_size=4), st.binary(min_size=1, max_size=80)),
        min_size=1,
        max_size=5,
        unique_by=lambda item: item[:2],
    ),
)
def test_notes_are_read_as_they_are_written(
    lines: list[str], signatures: list[tuple[str, bytes, bytes]]
) -> None:
    made = tuple(NoteSignature(name=n, key_id=k, value=v) for n, k, v in signatures)
    note = Note(text="".join(line + "\n" for line in lines) or "\n", signatures=made)
    assert parse_note(print_note(note)) == note


def test_a_later_signature_of_a_key_takes_the_earlier_ones_place() -> None:
    note = parse_note(SPEC_NOTE.encode())
    newer = NoteSignature(name="example.com/foo", key_id=note.signatures[0].key_id, value=b"new")
    other = NoteSignature(name="example.com/bar", key_id=b"1234", value=b"other")
    assert with_signatures(note, [other, newer]).signatures == (newer, other)
